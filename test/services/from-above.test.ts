// What the province airs on a commune's poles is the commune's to see, there and nowhere else.
// It must never know how an airing is sent.
import { expect, test } from 'vitest';
import { approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { box, commune, NOON, person, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const HOUR = 3_600_000;
const SPAN = { fromMs: NOON - HOUR, toMs: NOON + HOUR };

/** Two communes with speakers, and a bulletin of the province for both or for the second alone. */
async function province(for_: 'both' | 'second') {
  const at = world();
  const a = await liveCommune(at);
  const root = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
  const admin = person(at, 'quan-tri-2', ['administrator', root]);
  const b = commune(at, admin, 'xa-b');
  const [areaId = ''] = b.villages;
  await box(at, { siteId: 'loa-b', areaId, by: b.technician }).hello();
  const above = {
    ...a,
    id: root,
    author: person(at, 'tinh-soan', ['author', root]),
    approver: person(at, 'tinh-duyet', ['approver', root]),
    operator: person(at, 'tinh-truc', ['operator', root]),
  };
  const bulletin = await approved(at, above);
  const rule = { kind: 'once' as const, atMs: NOON + 50_000 };
  const areaIds = for_ === 'both' ? [a.villages[0] ?? '', b.id] : [b.id];
  const schedule = scheduled(at, above, { bulletin, rule, areaIds });
  const { airings, plan } = at.house.services;
  return { at, a, b, above, root, schedule, airings, plan };
}

test('a commune sees it in its plan, its airings and one by one, with its own speakers only', async () => {
  const { at, a, b, airings, plan } = await province('both');
  expect(plan.list(a.author, { hours: 72 }).occurrences).toMatchObject([
    { title: 'Tiêm chủng', hindrance: null, areaIds: [a.villages[0]] },
  ]);
  await pass(at, 1_000);
  const airingId = await sentAiring(at);
  expect(plan.list(a.author, { hours: 72 }).occurrences).toMatchObject([{ airingId }]);
  expect(airings.list(a.operator, SPAN).airings).toMatchObject([
    { id: airingId, areaIds: [a.villages[0]] },
  ]);
  const seen = airings.get(a.operator, { airingId });
  expect(seen).toMatchObject({ readOnly: true, airing: { areaIds: [a.villages[0]] } });
  expect(seen.speakers.map(({ siteId }) => siteId)).toEqual(['loa-1']);
  const there = airings.get(b.operator, { airingId }).speakers.map(({ siteId }) => siteId);
  expect(there).toEqual(['loa-b']);
});

test('the province sees all of it, and it alone stops it', async () => {
  const { at, a, above, airings, plan } = await province('both');
  await pass(at, 1_000);
  const airingId = await sentAiring(at);
  expect(plan.list(above.operator, { hours: 72 }).occurrences).toHaveLength(1);
  expect(airings.list(above.operator, SPAN).airings).toHaveLength(1);
  const seen = airings.get(above.operator, { airingId });
  expect([seen.readOnly, seen.speakers.length]).toEqual([false, 2]);
  await expect(airings.cancel(a.approver, { airingId })).rejects.toEqual(code('missing'));
  expect(await airings.cancel(above.approver, { airingId })).toMatchObject({ state: 'cancelled' });
});

test('what does not sound on its poles does not exist for a commune', async () => {
  const { at, a, airings, plan } = await province('second');
  await pass(at, 1_000);
  const airingId = await sentAiring(at);
  expect(plan.list(a.author, { hours: 72 }).occurrences).toEqual([]);
  expect(airings.list(a.author, SPAN)).toEqual({ airings: [], cutAtMs: null });
  expect(() => airings.get(a.author, { airingId })).toThrow(code('missing'));
  expect(() => airings.get(a.author, { airingId: 'x' })).toThrow(code('missing'));
});

test('a draft of the province is not shown below, nor is one that was changed after approval', async () => {
  const { at, a, above, schedule, plan } = await province('both');
  const { bulletinId } = schedule;
  at.house.services.bulletins.edit(above.author, { bulletinId, title: 'Bản nháp của tỉnh' });
  expect(plan.list(above.author, { hours: 72 }).occurrences).toHaveLength(1);
  expect(plan.list(a.author, { hours: 72 }).occurrences).toEqual([]);
});

test('a commune whose own hours keep it out reads that in its plan', async () => {
  const { at, a, root, plan } = await province('both');
  const admin = person(at, 'quan-tri-3', ['administrator', root]);
  const hours = { utcOffsetMin: 420, windows: [] };
  at.house.services.areas.setRegulation(admin, { areaId: a.id, hours });
  expect(plan.list(a.author, { hours: 72 }).occurrences).toMatchObject([
    { hindrance: 'out-of-hours' },
  ]);
});
