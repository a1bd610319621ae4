// Rows of programmes: what is written comes back, parts go with their edition, airings within one are counted.
// It must never judge what a programme may hold.
import { describe, expect, test } from 'vitest';
import { built, template } from '../services/programme-steps.ts';
import { approved, liveCommune, pass, scheduled } from '../services/steps.ts';
import { NOON, until, world } from '../services/world.ts';

const HOUR = 3_600_000;

async function stage() {
  const at = world();
  const a = await liveCommune(at);
  const one = await approved(at, a, { text: 'Tiêm chủng.' });
  const [edition] = await built(at, a, { itemIds: [one.id] });
  return { at, a, one, bulletinId: edition?.bulletinId ?? '', store: at.deps.store };
}

describe('rows of programmes', () => {
  test('a template comes back as it was written, and is gone from the list once removed', async () => {
    const { at, a, store } = await stage();
    const { parts: _, ...made } = template(at, a, { mostMinutes: 30 });
    expect(store.programmeTemplates.get(made.id)).toEqual(made);
    expect(store.programmeTemplates.ofTenants([a.id])).toEqual([made]);
    expect(store.programmeTemplates.ofTenants([])).toEqual([]);
    expect(store.programmeTemplates.get('nothing')).toBeNull();
    store.programmeTemplates.update({ ...made, removedAtMs: 5 });
    expect(store.programmeTemplates.ofTenants([a.id])).toEqual([]);
  });

  test('an edition holds its parts, names who says what, and is no longer looked at once broken', async () => {
    const { one, bulletinId, store, a } = await stage();
    const { programmeEditions } = store;
    const edition = programmeEditions.get(bulletinId);
    expect(edition).toMatchObject({ languages: ['vie'], itemIds: [one.id], broken: null });
    expect(programmeEditions.parts(bulletinId)).toMatchObject([
      { position: 0, kind: 'item', bulletinId: one.id, startMs: 0, pauseFrames: 0 },
    ]);
    expect(programmeEditions.saying(one.id)).toEqual([bulletinId]);
    expect(programmeEditions.holding([bulletinId, one.id])).toEqual([edition]);
    expect(programmeEditions.holding([])).toEqual([]);
    const broken = { bulletinId: one.id, title: 'Tin', why: 'expired' as const };
    programmeEditions.setBroken(bulletinId, broken);
    expect(programmeEditions.get(bulletinId)?.broken).toEqual(broken);
    expect(programmeEditions.holding([bulletinId])).toEqual([]);
    const page = { limit: 5, beforeId: null };
    expect(programmeEditions.ofTenants([a.id], page)).toHaveLength(1);
    expect(programmeEditions.ofTenants([a.id], { limit: 5, beforeId: bulletinId })).toEqual([]);
    expect(programmeEditions.ofTenants([], page)).toEqual([]);
  });

  test('an edition is out of step once a part is not what was joined, until it is found broken', async () => {
    const { one, bulletinId, store } = await stage();
    const { programmeEditions, bulletins } = store;
    expect(programmeEditions.outOfStep()).toEqual([]);
    bulletins.update({ ...one, version: one.version + 1 });
    expect(programmeEditions.outOfStep()).toEqual([bulletinId]);
    bulletins.insert({ ...one, id: 'goc', state: 'returned' });
    bulletins.update({ ...one, originalId: 'goc' });
    expect(programmeEditions.outOfStep()).toEqual([bulletinId]);
    bulletins.update({ ...one, state: 'returned' });
    expect(programmeEditions.outOfStep()).toEqual([bulletinId]);
    const broken = { bulletinId: one.id, title: 'Tin', why: 'withdrawn' as const };
    programmeEditions.setBroken(bulletinId, broken);
    expect(programmeEditions.outOfStep()).toEqual([]);
  });

  test('a part that is said somewhere is not thrown away; an edition takes its parts with it', async () => {
    const { one, bulletinId, store } = await stage();
    expect(store.bulletins.remove(one.id)).toBe(false);
    const edition = store.programmeEditions.get(bulletinId);
    if (edition) store.programmeEditions.put({ ...edition, version: 2 }, []);
    expect(store.programmeEditions.get(bulletinId)?.version).toBe(2);
    expect(store.programmeEditions.saying(one.id)).toEqual([]);
  });

  test('aired alone and within an edition are both airings of it, for its commune and for who gave it', async () => {
    const { at, a, one, bulletinId, store } = await stage();
    const { programmes } = at.house.services;
    const rule = (hours: number) => ({ kind: 'once', atMs: NOON + hours * HOUR }) as const;
    scheduled(at, a, { bulletin: one, rule: rule(1), areaIds: [a.id] });
    programmes.schedule(a.operator, { bulletinIds: [bulletinId], rule: rule(2) });
    const of = { tenantId: a.id, bulletinIds: [one.id] };
    expect(store.programmeEditions.timesAired(of)).toEqual(new Map());
    for (const hours of [1, 1]) {
      await pass(at, hours * HOUR);
      await until(() => {
        void at.house.beat();
        return store.airings
          .list({ tenantIds: [a.id], fromMs: NOON, toMs: at.clock.planMs() + 1 })
          .every(({ state }) => state !== 'planned');
      }, 'the sending');
    }
    expect(store.programmeEditions.timesAired(of).get(one.id)).toBe(2);
    expect(store.programmeEditions.timesAired({ ...of, bulletinIds: [] })).toEqual(new Map());
    const aired = store.assignments.airedOf({ bulletinIds: [one.id], sinceMs: NOON });
    expect(aired.map(({ bulletinId: id, playAtMs }) => [id, playAtMs - NOON])).toEqual([
      [one.id, HOUR],
      [one.id, 2 * HOUR],
    ]);
  });
});
