// What was aired and has no time to come: taken back it is heard nowhere again, run out it stays (issue #6, 4).
// It must never know SQL, routes or real sound.
import { expect, test } from 'vitest';
import { built } from './programme-steps.ts';
import { approved, liveCommune, pass } from './steps.ts';
import { NOON, world } from './world.ts';

const HOUR = 3_600_000;

async function over(of: Parameters<typeof approved>[2] = {}) {
  const at = world();
  const a = await liveCommune(at);
  const one = await approved(at, a, { text: 'Họp bản tối nay.', ...of });
  const [edition] = await built(at, a, { itemIds: [one.id] });
  const bulletinId = edition?.bulletinId ?? '';
  const rule = { kind: 'once', atMs: NOON + HOUR } as const;
  const { store } = at.deps;
  const placed = at.house.services.programmes.schedule(a.operator, {
    ...{ bulletinIds: [bulletinId], rule },
  });
  for (const { id } of placed) store.schedules.end(id, at.clock.planMs());
  await pass(at, 24 * HOUR);
  const state = () => store.bulletins.get(bulletinId)?.state;
  const tell = () => at.deps.changes.tell({ kind: 'bulletin', id: one.id, tenantId: one.tenantId });
  return { at, one, store, state, tell };
}

test('it stays to be heard again when a part has merely run out, and goes once that is withdrawn', async () => {
  const { at, one, store, state, tell } = await over({ expiresAtMs: NOON + 2 * HOUR });
  tell();
  await at.house.beat();
  expect(state()).toBe('approved');
  store.bulletins.update({ ...one, state: 'returned' });
  tell();
  await at.house.beat();
  expect(state()).toBe('returned');
});

test('it is found at the next start when a kill came before the look', async () => {
  const { at, one, store, state } = await over();
  store.bulletins.update({ ...one, state: 'returned' });
  await pass(at, HOUR);
  expect(state()).toBe('approved');
  const again = at.restart();
  await again.house.beat();
  expect(again.deps.store.bulletins.get(one.id)?.state).toBe('returned');
  const saying = again.deps.store.programmeEditions.saying(one.id);
  expect(saying.map((id) => again.deps.store.bulletins.get(id)?.state)).toEqual(['returned']);
});
