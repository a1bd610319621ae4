// What is stopped in one language is stopped in every other that says it again, wherever it was found: over, sounding or due.
// It must never wait for real time.
import { beforeEach, describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import type { Bulletin } from '../../src/domain/model.ts';
import { withVariant } from './language-steps.ts';
import { MINUTE } from './poles.ts';
import { airings, liveCommune, pass, scheduled } from './steps.ts';
import { type Commune, NOON, ordersOn, until, type World, world } from './world.ts';

let at: World;
let a: Commune;
let original: Bulletin;
let variant: Bulletin;
beforeEach(async () => {
  at = world();
  a = await liveCommune(at);
  ({ original, variant } = await withVariant(at, a));
});

const once = (bulletin: Bulletin, minutes: number) =>
  scheduled(at, a, { bulletin, rule: { kind: 'once', atMs: NOON + minutes * MINUTE } });
const of = (bulletin: Bulletin) =>
  airings(at).filter(({ bulletinId }) => bulletinId === bulletin.id);
const stateOf = (bulletin: Bulletin) => of(bulletin).map(({ state }) => state);
const beats = async (minutes: number) => {
  for (let n = 0; n < minutes * 3; n += 1) await pass(at, MINUTE / 3);
};
/** Its signed cancel, or the end of a schedule of which nothing was made. */
const isEnded = (bulletin: Bulletin) =>
  stateOf(bulletin).join() === 'cancelled' ||
  at.deps.store.schedules
    .ofBulletin(bulletin.id)
    .every(({ endedAtMs }) => endedAtMs === NOON + 6 * MINUTE);
const lines = (action = 'airing.stop-variants') =>
  at.deps.store.audit
    .list({ tenantIds: [a.id], beforeId: null, limit: 500 })
    .filter((line) => line.action === action)
    .map(({ detail, subject }) => ({ subject, ...(JSON.parse(detail) as object) }));
const cancelIn = (streamId: string) =>
  ordersOn(at, topics.areaOrder('xa-a-ban-1')).some(
    (order) => order.kind === 'cancel' && order.streamId === streamId,
  );

/** The first is over and closed, the second sounds or is to come. */
async function over(minutes: number) {
  const first = once(original, 2);
  once(variant, minutes);
  await beats(6);
  await until(() => stateOf(original)[0] === 'closed', 'the first to be over');
  return { first, airing: of(original)[0]?.id ?? '' };
}

describe('an airing that is over, stopped', () => {
  test.each([
    ['sounds', 6],
    ['is due, on its way or not', 25],
  ])('ends the other language that %s, and says so in one line', async (_, minutes) => {
    const { airing: airingId } = await over(minutes);
    const { airings: desk } = at.house.services;
    expect(desk.get(a.operator, { airingId })).toMatchObject({ stillSaid: true });
    await desk.cancel(a.operator, { airingId });
    const [said] = of(variant);
    const ended = at.deps.store.schedules.ofBulletin(variant.id)[0]?.endedAtMs ?? null;
    expect([said?.state ?? 'cancelled', said !== undefined || ended !== null]).toEqual([
      'cancelled',
      true,
    ]);
    expect(lines()).toMatchObject([{ subject: `bulletin:${original.id}`, reason: 'cancelled' }]);
    if (said) await until(() => cancelIn(said.id), 'the signed cancel');
    expect(desk.get(a.operator, { airingId })).toMatchObject({ stillSaid: false });
    await expect(desk.cancel(a.operator, { airingId })).rejects.toThrow('nothing-to-stop');
    await beats(25);
    expect(stateOf(variant).filter((state) => state !== 'cancelled')).toEqual([]);
  });

  test('ends what is due behind it, however long it was itself', async () => {
    const { get } = at.deps.store.clips;
    at.deps.store.clips.get = (id) => {
      const clip = get(id);
      return clip && id === original.clipId ? { ...clip, durationMs: 45 * MINUTE } : clip;
    };
    once(original, 2);
    once(variant, 60);
    await beats(50);
    await until(() => stateOf(original)[0] === 'closed', 'the first to be over');
    await at.house.services.airings.cancel(a.operator, { airingId: of(original)[0]?.id ?? '' });
    await beats(15);
    expect(stateOf(variant).filter((state) => state !== 'cancelled')).toEqual([]);
  }, 30_000);

  test('leaves what belongs to a later time of it, and what another commune said of it', async () => {
    const { airing: airingId } = await over(6);
    once(original, 60);
    once(variant, 62);
    const [own] = at.deps.store.schedules.ofBulletin(variant.id);
    if (!own) throw new Error('no schedule');
    const elsewhere = { ...own, id: 'elsewhere', tenantId: 'xa-b' };
    const parentId = at.deps.store.areas.byCode('muong-thu')?.id ?? '';
    const other = { id: 'xa-b', code: 'xa-b', kind: 'commune', name: 'Xã B' } as const;
    at.deps.store.areas.insert({ ...other, parentId, tenantId: 'xa-b', population: null });
    at.deps.store.schedules.insert(elsewhere);
    await at.house.services.airings.cancel(a.operator, { airingId });
    expect(at.deps.store.schedules.get('elsewhere')?.endedAtMs).toBeNull();
    const later = at.deps.store.schedules.ofBulletin(variant.id).map(({ rule }) => rule);
    expect(later).toHaveLength(3);
    const open = at.deps.store.schedules.ofBulletin(variant.id).filter((one) => !one.endedAtMs);
    expect(open.map(({ rule }) => (rule.kind === 'once' ? rule.atMs : 0))).toContain(
      NOON + 62 * MINUTE,
    );
  });

  test('of a variant ends only itself', async () => {
    once(original, 2);
    once(variant, 3);
    at.clock.move(MINUTE);
    const both = () => [...stateOf(original), ...stateOf(variant)].join();
    await until(() => {
      void at.house.beat();
      at.clock.move(1_000);
      return both() === 'sent,sent';
    }, 'both on their way');
    const airingId = of(variant)[0]?.id ?? '';
    await at.house.services.airings.cancel(a.operator, { airingId });
    expect([both(), lines()]).toEqual(['sent,cancelled', []]);
  });
});

describe('the other buttons', () => {
  test('without them the other language is heard', async () => {
    await over(25);
    expect(isEnded(variant)).toBe(false);
    await beats(25);
    expect(stateOf(variant)).toEqual(['closed']);
  });

  test('a schedule that is withdrawn takes the languages behind it along, before and after its time', async () => {
    const before = once(original, 60);
    const behind = once(variant, 62);
    const { schedules } = at.house.services;
    await schedules.withdraw(a.operator, { scheduleId: before.id });
    expect(at.deps.store.schedules.get(behind.id)?.endedAtMs).toBe(NOON);
    expect(lines()).toMatchObject([{ reason: 'schedule-withdrawn', schedules: [behind.id] }]);
    const { first } = await over(6);
    await until(() => at.deps.store.schedules.get(first.id)?.endedAtMs !== null, 'its end');
    await schedules.withdraw(a.operator, { scheduleId: first.id });
    expect([stateOf(variant), lines()]).toMatchObject([['cancelled'], [{}, {}]]);
  });

  test('a bulletin that is withdrawn ends what sounds of it in every language', async () => {
    await over(6);
    const wish = { bulletinId: original.id, remark: 'Sai giờ' };
    at.house.services.approving.withdraw(a.approver, wish);
    expect(stateOf(variant)).toEqual(['cancelled']);
    expect(lines()).toMatchObject([{ reason: 'bulletin-withdrawn', languages: ['mww'] }]);
  });

  test('a stop finds what is to come of something that is over', async () => {
    await over(25);
    at.house.services.stops.stop(a.operator, { areaId: a.id });
    expect(isEnded(variant)).toBe(true);
    await beats(25);
    expect(stateOf(variant).filter((state) => state !== 'cancelled')).toEqual([]);
  });

  test('an all-clear finds what is to come of an emergency that is over', async () => {
    for (const one of [original, variant])
      at.deps.store.bulletins.update({ ...one, priority: 'emergency' });
    await over(25);
    at.house.services.airings.allClear(a.operator, { areaId: a.id });
    expect(isEnded(variant)).toBe(true);
    await beats(25);
    expect(stateOf(variant).filter((state) => state !== 'cancelled')).toEqual([]);
  });
});
