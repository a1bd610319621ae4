import { describe, expect, test } from 'vitest';
import { neighbour } from './document-steps.ts';
import { actions, airings, approved, liveCommune, pass, scheduled } from './steps.ts';
import { type Commune, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const MINUTE = 60_000;
const LEAD = { leadMs: 30 * MINUTE };

/** Two priority bulletins of 24 s at the same time, an hour ahead. */
async function collided(at: World) {
  const place = await liveCommune(at);
  const atMs = at.clock.planMs() + 60 * MINUTE;
  const rule = { kind: 'once', atMs } as const;
  const made = async (text: string) => {
    const bulletin = await approved(at, place, { text, priority: 'priority' });
    return scheduled(at, place, { bulletin, rule });
  };
  const first = await made('Ngày mai tiêm chủng.');
  const second = await made('Chiều nay họp bản.');
  return { place, atMs, ids: [`${first.id}@${atMs}`, `${second.id}@${atMs}`] as const };
}

const ask = (at: World, by: Commune) => at.house.services.precedence.list(by.operator);

describe('priority items at one time', () => {
  test('are a question to the commune’s people, told half an hour before', async () => {
    const at = world(LEAD);
    const { place, atMs, ids } = await collided(at);
    expect(ask(at, place)).toMatchObject([
      {
        ...{ tenantId: place.id, communeName: 'Xã xa-a', chosen: false },
        untilMs: atMs - 10 * MINUTE,
        items: [{ occurrenceId: ids[0], playAtMs: atMs, own: true }, { occurrenceId: ids[1] }],
      },
    ]);
    const wanted = () => at.happened.filter(({ kind }) => kind === 'order-wanted');
    await pass(at, 20 * MINUTE);
    expect(wanted()).toEqual([]);
    await pass(at, 10 * MINUTE);
    await pass(at, MINUTE);
    expect(wanted()).toMatchObject([
      { titles: ['Tiêm chủng', 'Tiêm chủng'], playAtMs: atMs, untilMs: atMs - 10 * MINUTE },
    ]);
  });

  test('sound in the order somebody chose, one after the other', async () => {
    const at = world(LEAD);
    const { place, atMs, ids } = await collided(at);
    await pass(at, 31 * MINUTE);
    expect(airings(at).map(({ playAtMs }) => playAtMs)).toEqual([atMs, atMs]);
    const { precedence } = at.house.services;
    const answer = precedence.choose(place.operator, { occurrenceIds: [ids[1], ids[0]] });
    expect(answer).toMatchObject({ chosen: true, items: [{ occurrenceId: ids[1] }, {}] });
    expect(actions(at)).toContain('precedence.set');
    await pass(at, 1_000);
    const live = airings(at).filter(({ state }) => state !== 'cancelled');
    expect(live.map(({ occurrenceId, playAtMs }) => [occurrenceId, playAtMs])).toEqual([
      [ids[1], atMs],
      [ids[0], atMs + 24_000],
    ]);
    expect(live.map(({ air }) => air.order)).toEqual([0, 1]);
    const facts = at.deps.store.airingFacts.of(live[1]?.id ?? '');
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: 'order', chosenBy: 'Cán bộ xa-a-truc' }),
    );
    // and no question is left, nor asked again
    expect(ask(at, place)).toMatchObject([{ chosen: true }]);
  });

  test('stand in the plan, and in what meets them, at the time they really sound', async () => {
    const at = world(LEAD);
    const { place, atMs, ids } = await collided(at);
    const { precedence, plan, foresight } = at.house.services;
    const shown = () =>
      plan
        .list(place.operator, { hours: 72 })
        .occurrences.map(({ id, playAtMs, slotMs }) => [id, playAtMs, slotMs]);
    expect(shown().map(([, playAtMs]) => playAtMs)).toEqual([atMs, atMs]);
    const wish = await approved(at, place, { text: 'Mời họp.', priority: 'priority' });
    const ask = (fromMs: number) =>
      foresight.conflicts(place.operator, {
        ...{ bulletinId: wish.id, areaIds: place.villages },
        rule: { kind: 'once', atMs: fromMs },
      });
    const before = await ask(atMs);
    expect(before.conflicts[0]).toMatchObject({
      ...{ rule: 'no-order-chosen', chooseUntilMs: atMs - 10 * MINUTE },
    });
    expect(before.conflicts[0]?.says.vi).toContain('nếu xã không chọn thứ tự trước 12:50');
    precedence.choose(place.operator, { occurrenceIds: [ids[1], ids[0]] });
    expect(shown()).toEqual([
      [ids[1], atMs, atMs],
      [ids[0], atMs + 24_000, atMs],
    ]);
    // one second after both had been over by their rules: the second of them still sounds
    const { conflicts } = await ask(atMs + 25_000);
    expect(conflicts[0]).toMatchObject({ with: { playAtMs: atMs + 24_000 } });
  });

  test('of which one is moved afterwards, or taken back, have no order any more', async () => {
    const at = world(LEAD);
    const { place, atMs, ids } = await collided(at);
    const { precedence, schedules, plan } = at.house.services;
    const [, secondId = ''] = ids.map((id) => id.split('@')[0]);
    const shown = () =>
      plan
        .list(place.operator, { hours: 72 })
        .occurrences.map(({ id, playAtMs }) => [id, playAtMs]);
    precedence.choose(place.operator, { occurrenceIds: [ids[1], ids[0]] });
    expect(shown()).toContainEqual([ids[0], atMs + 24_000]);
    const laterMs = atMs + 3 * 60 * MINUTE;
    schedules.except(place.operator, {
      ...{ scheduleId: secondId, slotMs: atMs, reason: 'bận họp' },
      change: { kind: 'move', toMs: laterMs },
    });
    expect(shown()).toEqual([
      [ids[0], atMs],
      [ids[1], laterMs],
    ]);
    // and it is aired at the time it was moved to, not at the one chosen before
    await pass(at, laterMs - atMs + 31 * MINUTE);
    const moved = airings(at).find(({ occurrenceId }) => occurrenceId === ids[1]);
    expect(moved?.playAtMs).toBe(laterMs);
  });

  test('that nobody answered ten minutes before go in order of arrival, and that is kept', async () => {
    const at = world(LEAD);
    const { place, atMs, ids } = await collided(at);
    await pass(at, 31 * MINUTE);
    await pass(at, 20 * MINUTE);
    const untilMs = atMs - 10 * MINUTE;
    for (const { id } of airings(at))
      expect(at.deps.store.airingFacts.of(id)).toContainEqual(
        expect.objectContaining({ kind: 'order', chosenBy: null, untilMs }),
      );
    const { precedence } = at.house.services;
    expect(() => precedence.choose(place.operator, { occurrenceIds: [...ids] })).toThrow(
      code('too-late-to-choose'),
    );
  });

  test('are nobody else’s to order, and only all of a question at once', async () => {
    const at = world(LEAD);
    const { place, ids } = await collided(at);
    const { precedence } = at.house.services;
    const other = neighbour(at);
    const occurrenceIds = [...ids];
    expect(precedence.list(other.operator)).toEqual([]);
    expect(() => precedence.choose(other.operator, { occurrenceIds })).toThrow(
      code('no-such-collision'),
    );
    expect(() => precedence.choose(place.technician, { occurrenceIds })).toThrow(
      code('not-your-role'),
    );
    for (const some of [[ids[0]], [ids[0], 'x'], [ids[0], ids[0]]])
      expect(() => precedence.choose(place.operator, { occurrenceIds: some })).toThrow(
        code('no-such-collision'),
      );
  });
});
