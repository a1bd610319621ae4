import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { airings, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { NOON, until, world } from './world.ts';

const MINUTE = 60_000;

describe('an emergency', () => {
  test('is sent while four ordinary bulletins hold the line', async () => {
    const at = world();
    const place = await liveCommune(at);
    for (let n = 0; n < 8; n += 1) {
      const bulletin = await approved(at, place, { text: `Bản tin số ${n} cho bà con nghe.` });
      scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 5 * MINUTE } });
    }
    const flood = await approved(at, place, { text: 'Nước lũ về.', priority: 'emergency' });
    const publish = at.wire.publish;
    at.wire.publish = (topic, payload, options) => {
      const emergency = airings(at).find(({ priority }) => priority === 'emergency');
      const passes = emergency !== undefined && topic.includes(emergency.id);
      // an uplink on which no ordinary chunk gets through
      if (topic.includes('/stream/') && !passes) return new Promise(() => undefined);
      return publish(topic, payload, options);
    };
    await pass(at, 4 * MINUTE);
    await until(() => airings(at).filter(({ state }) => state === 'sending').length === 4);
    at.house.stop = async () => undefined; // the held line would never end
    scheduled(at, place, { bulletin: flood, rule: { kind: 'now' } });
    await at.house.beat();
    const [first] = at.deps.store.airings.dueToSend(at.clock.planMs());
    expect(first).toMatchObject({ priority: 'emergency', state: 'sending' });
    await sentAiring(at);
    expect(airings(at).find(({ state }) => state === 'sent')?.priority).toBe('emergency');
    expect(airings(at).filter(({ state }) => state === 'sending')).toHaveLength(4);
  });
});

describe('a beat', () => {
  test('closes what it can when one airing cannot be closed', async () => {
    const at = world();
    const place = await liveCommune(at);
    for (const minute of [2, 3]) {
      const bulletin = await approved(at, place, { text: `Tin phút ${minute} cho bà con.` });
      scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + minute * MINUTE } });
    }
    await pass(at, 2 * MINUTE + 5_000);
    await until(() => airings(at).every(({ state }) => state === 'sent'));
    const [bad] = airings(at);
    const { putVerdict } = at.deps.store.airings;
    at.deps.store.airings.putVerdict = (verdict) => {
      if (verdict.airingId === bad?.id) throw new Error('a row gone bad');
      putVerdict(verdict);
    };
    await pass(at, 10 * MINUTE);
    expect(airings(at).map(({ state }) => state)).toEqual(['sent', 'closed']);
    expect(at.log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', line: 'an airing could not be closed' }),
    );
  });

  test('makes the sound a full disk prevented, once there is room again', async () => {
    const at = world();
    const place = await liveCommune(at);
    const { bulletins } = at.deps.store;
    const { update } = bulletins;
    let full = true;
    bulletins.update = (bulletin) => {
      const say = { vi: 'Ổ đĩa đầy.', en: 'The disk is full.' };
      if (full) throw new AppError({ code: 'disk-full', fault: 'world', say });
      update(bulletin);
    };
    const made = ['Một lời cho bà con.', 'Hai lời cho bà con.'].map((text) =>
      at.house.services.bulletins.create(place.author, { areaId: place.id, text }),
    );
    const states = () => made.map(({ id }) => bulletins.get(id)?.state);
    await until(() => at.log.lines.filter(({ level }) => level === 'error').length === 2);
    expect(states()).toEqual(['making', 'making']);
    full = false;
    await pass(at, 1_000);
    expect(at.studio.made).toHaveLength(2);
    await pass(at, MINUTE);
    await until(() => states().every((state) => state === 'ready'), 'the sound');
  });
});
