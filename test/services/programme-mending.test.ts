// A programme that lost a part is built anew before its time, for the time at which it airs (issue #6, 4).
// It must never know SQL, routes or real sound.
import { describe, expect, test } from 'vitest';
import { built } from './programme-steps.ts';
import { actions, approved, liveCommune, pass } from './steps.ts';
import { NOON, until, world } from './world.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Two bulletins in one programme, in three hours. */
async function coming(of: { alone?: boolean; expiresAtMs?: number } = {}) {
  const at = world();
  const a = await liveCommune(at);
  const one = await approved(at, a, { text: 'Tiêm chủng ngày mai.' });
  const { expiresAtMs } = of;
  const two = await approved(at, a, {
    ...{ text: 'Họp bản tối nay.', ...(expiresAtMs ? { expiresAtMs } : {}) },
  });
  const itemIds = of.alone ? [two.id] : [one.id, two.id];
  const [edition] = await built(at, a, { itemIds, areaIds: [a.villages[0] ?? ''] });
  const bulletinId = edition?.bulletinId ?? '';
  const rule = { kind: 'once', atMs: NOON + 3 * HOUR } as const;
  const { programmes, approving, plan } = at.house.services;
  programmes.schedule(a.operator, { bulletinIds: [bulletinId], rule });
  const seen = () => programmes.get(a.operator, { bulletinId });
  const said = () => seen().parts.map((part) => part.bulletinId);
  const hindrances = () =>
    plan.list(a.operator, { hours: 24 }).occurrences.map(({ hindrance }) => hindrance);
  const withdraw = () => approving.withdraw(a.approver, { bulletinId: two.id, remark: 'Sai' });
  const told = () => at.happened.filter(({ kind }) => kind === 'programme-broken');
  return { at, a, one, two, bulletinId, programmes, seen, said, hindrances, withdraw, told };
}

describe('a programme that lost a part', () => {
  test('is built anew without it an hour before its time, and those who answer for it are told', async () => {
    const { at, one, bulletinId, seen, said, hindrances, withdraw, told } = await coming();
    withdraw();
    await at.house.beat();
    // until then its people mend it as they wish
    await pass(at, HOUR);
    expect(seen().broken).toMatchObject({ why: 'withdrawn' });
    expect(told()).toEqual([]);
    await pass(at, HOUR + MINUTE);
    await until(() => seen().bulletin.state === 'approved', 'the rebuilt programme');
    expect(said()).toEqual([one.id]);
    expect(hindrances()).toEqual([null]);
    expect(told()).toMatchObject([{ bulletinId, rebuilt: true, soon: true }]);
    expect(actions(at)).toContain('service.programme-rebuilt');
  });

  test('within the hour at once, and a restart forgets nothing', async () => {
    const { at, one, bulletinId, seen, withdraw } = await coming();
    await pass(at, 2 * HOUR + MINUTE);
    expect(seen().bulletin.state).toBe('approved');
    withdraw();
    await at.house.beat();
    const now = at.restart();
    const { store } = now.deps;
    now.clock.move(20_000);
    await now.house.beat();
    await until(() => {
      void now.house.beat();
      return store.bulletins.get(bulletinId)?.state === 'approved';
    }, 'the rebuilt programme');
    const parts = store.programmeEditions.parts(bulletinId);
    expect(parts.map((part) => part.bulletinId)).toEqual([one.id]);
  });

  test('of which nothing is left stays silent, and that is told once', async () => {
    const { at, bulletinId, seen, withdraw, told } = await coming({ alone: true });
    withdraw();
    await at.house.beat();
    await pass(at, 2 * HOUR + MINUTE);
    await until(() => told().length > 0, 'the news');
    expect(told()).toMatchObject([{ bulletinId, rebuilt: false, playAtMs: NOON + 3 * HOUR }]);
    for (let n = 0; n < 3; n += 1) await pass(at, 11 * MINUTE);
    expect(told()).toHaveLength(1);
    expect(seen().bulletin.state).toBe('returned');
  });

  test('and has it back by hand, once it may be said again', async () => {
    const { at, a, one, two, bulletinId, programmes, seen, said, withdraw } = await coming();
    withdraw();
    await at.house.beat();
    await programmes.rebuild(a.operator, { bulletinId });
    await until(() => seen().bulletin.state === 'approved', 'the rebuilt programme');
    expect(said()).toEqual([one.id]);
    const again = programmes.rebuild(a.operator, { bulletinId });
    await expect(again).rejects.toMatchObject({ code: 'edition-holds' });
    const { bulletins } = at.house.services;
    bulletins.submit(a.author, { bulletinId: two.id });
    const clip = at.deps.store.clips.get(two.clipId ?? '');
    const contentHash = clip?.contentHash ?? '';
    bulletins.approve(a.approver, { bulletinId: two.id, contentHash });
    await programmes.rebuild(a.operator, { bulletinId });
    await until(() => seen().bulletin.state === 'approved', 'the whole programme');
    expect(said()).toEqual([one.id, two.id]);
  });
});

test('a rebuilt programme holds at the time it airs: what will have expired by then is left out', async () => {
  const { at, a, one, bulletinId, programmes, seen, said, withdraw } = await coming();
  const late = await approved(at, a, { text: 'Tin cũ.', expiresAtMs: NOON + 2 * HOUR });
  const { store } = at.deps;
  const edition = store.programmeEditions.get(bulletinId);
  const itemIds = [...(edition?.itemIds ?? []), late.id];
  if (edition)
    store.programmeEditions.put({ ...edition, itemIds }, store.programmeEditions.parts(bulletinId));
  withdraw();
  await at.house.beat();
  await programmes.rebuild(a.operator, { bulletinId });
  await until(() => seen().bulletin.state === 'approved', 'the rebuilt programme');
  // it may be said now, and not in three hours
  expect(said()).toEqual([one.id]);
});
