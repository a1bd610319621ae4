import { describe, expect, test } from 'vitest';
import { BEAT, beats, HOUR, MINUTE, speaker, waits } from './poles.ts';
import { liveCommune } from './steps.ts';
import { NOON, type World, world } from './world.ts';

const kinds = (at: World) => at.happened.map(({ kind }) => kind);
const open = (at: World) => at.deps.store.incidents.allOpen().map(({ kind }) => kind);

describe('a speaker that falls silent', () => {
  test('is online, then late, then silent, and told of once', async () => {
    const at = world();
    const place = await liveCommune(at);
    await beats(at, { boxes: place.boxes, count: 2 });
    const heardMs = at.clock.planMs();
    expect(speaker(at, place).link).toEqual({ state: 'online', sinceMs: null });
    const [, second] = place.boxes;
    if (!second) throw new Error('a box');
    await beats(at, { boxes: [second], count: 3 });
    expect(speaker(at, place).link).toEqual({ state: 'late', sinceMs: heardMs });
    expect(kinds(at)).toEqual([]);
    await beats(at, { boxes: [second], count: 10 });
    expect(speaker(at, place).link).toEqual({ state: 'silent', sinceMs: heardMs });
    expect(speaker(at, place, 'loa-2').link.state).toBe('online');
    expect(at.happened).toEqual([
      {
        ...{ kind: 'speaker-silent', tenantId: place.id, siteId: 'loa-1' },
        ...{ siteName: 'Loa loa-1', sinceMs: heardMs },
      },
    ]);
    expect(speaker(at, place).incidents).toBe(1);
    const { incidents } = at.house.services.incidentList.list(place.technician);
    expect(incidents).toMatchObject([{ kind: 'silent', sinceMs: heardMs, siteName: 'Loa loa-1' }]);
  });

  test('comes back with a hello and a beat, and that is told once too', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    await beats(at, { boxes: boxes.slice(1), count: 8 });
    expect(kinds(at)).toEqual(['speaker-silent']);
    await boxes[0]?.hello();
    await waits(at, 10_000);
    expect(speaker(at, place).link.state).toBe('silent');
    await beats(at, { boxes, count: 3 });
    expect(speaker(at, place).link.state).toBe('online');
    expect(kinds(at)).toEqual(['speaker-silent', 'speaker-back']);
    expect(open(at)).toEqual([]);
    const [closed] = at.house.services.incidentList.list(place.operator).incidents;
    expect(closed?.closedAtMs).toBeGreaterThan(NOON);
  });

  test('counts as heard when it only asks the time', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    for (let n = 0; n < 40; n += 1) {
      at.clock.move(MINUTE);
      await at.house.events.clock('loa-1', { n, t0Ms: 0 }, NOON);
      await boxes[1]?.hello();
      await at.house.beat();
    }
    expect(speaker(at, place).link.state).toBe('online');
    expect(speaker(at, place).heardAtMs).toBe(at.clock.planMs());
    // and a restart knows it too, to the minute
    const again = at.restart();
    const row = again.deps.store.statuses.get('loa-1');
    expect(row?.heardAtMs).toBeGreaterThan(at.clock.planMs() - 2 * MINUTE);
  });

  test('whose will came is given two beats to say hello', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    await boxes[0]?.hello({ online: false });
    await waits(at, BEAT);
    expect(speaker(at, place).link.state).toBe('online');
    await boxes[0]?.hello();
    await waits(at, BEAT);
    await boxes[0]?.hello({ online: false });
    await waits(at, 2 * BEAT + 20_000);
    expect(speaker(at, place).link.state).toBe('silent');
  });

  test('is not believed to be there for what a broker kept of it', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    const status = at.deps.store.statuses.get('loa-1')?.status;
    for (let n = 0; n < 30; n += 1) {
      await waits(at, MINUTE);
      await boxes[1]?.hello();
      if (status) await at.house.events.status('loa-1', status, true);
    }
    expect(speaker(at, place).link.state).toBe('silent');
  });
});

describe('nobody is blamed', () => {
  test('for a broker that was away', async () => {
    const at = world();
    const place = await liveCommune(at);
    await at.house.beat();
    at.wire.cut();
    await waits(at, 2 * HOUR);
    at.wire.mend();
    await waits(at, 3 * BEAT);
    expect(kinds(at)).toEqual([]);
    await waits(at, 3 * BEAT);
    expect(kinds(at)).toEqual(['speaker-silent', 'speaker-silent']);
    expect(speaker(at, place).link.state).toBe('silent');
  });

  test('for a service that was away; who was silent before still is, and is not told again', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    await beats(at, { boxes: boxes.slice(1), count: 8 });
    const since = speaker(at, place).link.sinceMs;
    const again = at.restart();
    expect(speaker(again, place).link).toEqual({ state: 'silent', sinceMs: since });
    expect(speaker(again, place, 'loa-2').link.state).toBe('online');
    await waits(again, 7 * BEAT);
    expect(again.happened).toMatchObject([{ kind: 'speaker-silent', siteId: 'loa-2' }]);
  });

  test('for not having said hello yet, or for being taken down', async () => {
    const at = world();
    const place = await liveCommune(at);
    const { sites } = at.house.services;
    sites.create(place.technician, { id: 'loa-3', areaId: place.villages[0] ?? '', name: 'Ba' });
    expect(speaker(at, place, 'loa-3').link.state).toBe('no-unit');
    sites.installUnit(place.technician, { siteId: 'loa-3' });
    await waits(at, 20 * BEAT);
    expect(speaker(at, place, 'loa-3').link.state).toBe('never');
    const unitId = speaker(at, place, 'loa-1').unitId ?? '';
    sites.removeUnit(place.technician, { unitId });
    expect(speaker(at, place, 'loa-1').link.state).toBe('no-unit');
    expect(at.deps.store.incidents.allOpen().map(({ siteId }) => siteId)).toEqual(['loa-2']);
  });
});

describe('what a speaker says of itself', () => {
  test('opens what it is, each once, and closes it when it is over', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    const [first] = boxes;
    const power = { source: 'battery', batteryPercent: 12 } as const;
    const ill = { power, clockErrorMs: 900, freeBytes: 1_000 };
    await first?.hello(ill);
    await first?.hello({ ...ill, clockErrorMs: 950 });
    expect(open(at).sort()).toEqual(['battery-low', 'clock-off', 'disk-full', 'on-battery']);
    const clock = at.deps.store.incidents.allOpen().find(({ kind }) => kind === 'clock-off');
    expect(clock?.facts).toEqual({ clockErrorMs: 950 });
    expect(speaker(at, place).incidents).toBe(4);
    const again = at.restart();
    expect(speaker(again, place).incidents).toBe(4);
    await first?.hello();
    expect(open(at)).toEqual([]);
    expect(kinds(at)).toEqual([]);
  });

  test('incidents of the box go with the box', async () => {
    const at = world();
    const { boxes, technician } = await liveCommune(at);
    await boxes[0]?.hello({ clockErrorMs: 900 });
    at.house.services.sites.installUnit(technician, { siteId: 'loa-1' });
    expect(open(at)).toEqual([]);
  });

  test('in another unit’s name is an incident until it has been quiet for a day', async () => {
    const at = world();
    const { boxes } = await liveCommune(at);
    await boxes[0]?.hello({ unitId: 'somebody-else' });
    await boxes[0]?.send({ nonsense: 1 });
    expect(open(at).sort()).toEqual(['astray', 'wrong-unit']);
    at.clock.move(25 * HOUR);
    await at.house.beat();
    expect(open(at).filter((kind) => kind !== 'silent')).toEqual([]);
  });
});

describe('a SIM', () => {
  const sim = { carrier: 'Viettel', number: '0987654321', plan: 'D5' };
  const renewing = (at: World, days: number) => {
    const renewsAtMs = NOON + days * 24 * HOUR;
    return { siteId: 'loa-1', sim: { ...sim, renewsAtMs }, at };
  };

  test('is warned of seven days ahead, once, and no more when it is renewed', async () => {
    const at = world();
    const { technician, ...place } = await liveCommune(at);
    const { siteNotes } = at.house.services;
    siteNotes.change(technician, renewing(at, 8));
    await at.house.beat();
    expect(open(at)).toEqual([]);
    expect(speaker(at, { technician, ...place }).sim?.warn).toBe(false);
    at.clock.move(25 * HOUR);
    await at.house.beat();
    at.clock.move(HOUR);
    await at.house.beat();
    const told = at.happened.filter(({ kind }) => kind === 'sim-renewal');
    expect(told).toMatchObject([{ siteId: 'loa-1', renewsAtMs: NOON + 8 * 24 * HOUR }]);
    expect(speaker(at, { technician, ...place }).sim?.warn).toBe(true);
    siteNotes.change(technician, renewing(at, 38));
    expect(open(at)).not.toContain('sim-renewal');
  });

  test('that is taken out is no more to be renewed', async () => {
    const at = world();
    const { technician } = await liveCommune(at);
    const { siteNotes } = at.house.services;
    siteNotes.change(technician, renewing(at, 2));
    expect(open(at)).toEqual(['sim-renewal']);
    siteNotes.change(technician, { siteId: 'loa-1', sim: null });
    expect(open(at)).toEqual([]);
  });
});
