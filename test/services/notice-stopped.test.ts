// "Dừng phát" and "Hết khẩn cấp" while a language of a notice is still being made: nothing of it is heard afterwards by itself.
// It must never wait for real time: pieces and studio are held by hand.
import { beforeEach, describe, expect, test } from 'vitest';
import { saidFrame } from './frame-steps.ts';
import { DAM, make, stand } from './notice-steps.ts';
import { airings, liveCommune, pass } from './steps.ts';
import { type Commune, NOON, until, type World, world } from './world.ts';

let at: World;
let a: Commune;
beforeEach(async () => {
  at = world();
  a = await liveCommune(at);
  at.deps.store.languageOrders.put({ areaId: a.villages[0] ?? '', languages: ['vie', 'blt'] });
  await saidFrame(at, a);
});
const dam = { templateId: 'xa-lu', slots: DAM };
const of = (id: string) => at.deps.store.bulletins.get(id);
const thaiOf = (id: string) => at.deps.store.bulletins.variantsOf(id)[0]?.id ?? '';
const stop = () => at.house.services.stops.stop(a.operator, { areaId: a.id });
const clear = () => at.house.services.airings.allClear(a.operator, { areaId: a.id });
const ended = (id: string) =>
  at.deps.store.schedules.ofBulletin(id).map(({ endedAtMs }) => endedAtMs !== null);
const notSaid = () =>
  at.deps.store.audit
    .list({ tenantIds: [a.id], beforeId: null, limit: 100 })
    .filter(({ action }) => action === 'service.notice-not-said')
    .map(({ detail }) => detail);
const approve = (bulletinId: string) => {
  const { contentHash = '' } = at.deps.store.clips.get(of(bulletinId)?.clipId ?? '') ?? {};
  return at.house.services.bulletins.approve(a.approver, { bulletinId, contentHash });
};

/** The Vietnamese is approved by whoever stands for it, the Thái not made yet. */
async function halfMade() {
  stand(at, a, { templateId: 'xa-lu', emergency: true });
  const held = at.pieces.hold();
  const { id } = make(at, a, dam);
  await until(() => of(id)?.state === 'approved' && at.pieces.joined.length === 1, 'the first');
  return { id, thai: thaiOf(id), letGo: held.letGo };
}
const ready = async (id: string) => {
  await until(() => of(id)?.state !== 'making', 'its sound');
  // whatever comes of it comes with the next beats
  for (let n = 0; n < 3; n += 1) await pass(at, 30_000);
};

describe('a language of an alarm that is still being made', () => {
  test.each([
    ['a stop', stop],
    ['an all-clear', clear],
  ])(
    'is not heard after %s, nor is an approver asked for it',
    async (_, press) => {
      const { id, thai, letGo } = await halfMade();
      press();
      expect([...ended(id), ...ended(thai)]).toEqual([true, true]);
      letGo();
      await ready(thai);
      expect(of(thai)).toMatchObject({ state: 'ready', submitsItself: false });
      expect(at.deps.store.approvals.of(thai)).toEqual([]);
      expect(airings(at).filter(({ bulletinId }) => bulletinId === thai)).toEqual([]);
      expect(notSaid().join()).toContain('"state":"stopped"');
    },
    20_000,
  );

  test('is not heard when the Vietnamese was over already and nothing sounded', async () => {
    const { id, thai, letGo } = await halfMade();
    for (const { id: scheduleId } of at.deps.store.schedules.ofBulletin(id))
      at.deps.store.schedules.end(scheduleId, NOON);
    expect(stop().airings).toBe(0);
    letGo();
    await ready(thai);
    expect(of(thai)?.state).toBe('ready');
    // an all-clear finds it too, though nothing sounds
    const second = make(at, a, { ...dam, slots: { ...DAM, gio: '16:00' } });
    expect(clear().airings).toBe(0);
    await ready(second.id);
    expect(airings(at)).toEqual([]);
  }, 20_000);
});

describe('a notice whose own sound is still being made', () => {
  test('is shown to an approver after a stop, and its languages follow that approval', async () => {
    stand(at, a, { templateId: 'xa-lu', emergency: true });
    const held = at.studio.hold();
    const { id } = make(at, a, dam);
    stop();
    held.letGo();
    await until(() => of(id)?.state === 'pending', 'the approver to be asked');
    await until(() => of(thaiOf(id))?.state === 'ready', 'the Thái');
    expect(at.deps.store.approvals.of(id)).toEqual([]);
    approve(id);
    await until(() => of(thaiOf(id))?.state === 'approved', 'the Thái behind it');
  }, 20_000);

  test('for a later hour is not meant by a stop now', async () => {
    stand(at, a, { templateId: 'xa-lu', emergency: true });
    const held = at.studio.hold();
    const rules = [{ kind: 'once' as const, atMs: NOON + 3_600_000 }];
    const { id } = make(at, a, { ...dam, rules });
    stop();
    held.letGo();
    await until(() => of(id)?.state === 'approved', 'its approval');
    await until(() => of(thaiOf(id))?.state === 'approved', 'the Thái');
    expect([...ended(id), ...ended(thaiOf(id))]).toEqual([false, false]);
  }, 20_000);
});

test('a stop ends the chain of languages behind what it ends, and leaves tomorrow’s', async () => {
  stand(at, a, { templateId: 'xa-lu', emergency: true });
  const rules = [NOON + 9.9 * 60_000, NOON + 2 * 3_600_000].map((atMs) => {
    return { kind: 'once' as const, atMs };
  });
  const { id } = make(at, a, { ...dam, rules, repeats: 3 });
  const thai = thaiOf(id);
  await until(() => of(thai)?.state === 'approved', 'both approvals');
  expect(stop().airings).toBe(2);
  expect(ended(id)).toEqual([true, false]);
  expect(ended(thai)).toEqual([true, false]);
}, 20_000);
