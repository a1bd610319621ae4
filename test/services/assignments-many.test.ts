import { expect, test } from 'vitest';
import type { Schedule } from '../../src/domain/model.ts';
import { approved, liveCommune, scheduled } from './steps.ts';
import { person, type World, world } from './world.ts';

/** A province of 75 communes; ASSIGN_MANY=500 prints what a year of giving costs. */
const GIVEN = Number(process.env.ASSIGN_MANY ?? 30);
const COMMUNES = 75;
const SPEAKERS = 30;
const AIRED = 3;

type Row = Schedule & { clipId: string | null };

async function province(at: World) {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  const nowMs = at.clock.planMs();
  const rule = { kind: 'once', atMs: nowMs + 3_600_000 } as const;
  const { id } = scheduled(at, place, { bulletin, rule });
  const schedule = at.deps.store.schedules.get(id) as Row;
  const provinceId = at.deps.store.areas.get(place.id)?.parentId ?? '';
  return { bulletin, schedule, provinceId, nowMs };
}

function addCommune(at: World, { id, provinceId }: { id: string; provinceId: string }): void {
  const { store } = at.deps;
  const area = { name: id, population: null };
  store.areas.insert({
    ...area,
    id,
    code: id,
    kind: 'commune',
    parentId: provinceId,
    tenantId: id,
  });
  const hours = store.areas
    .all()
    .map((one) => store.regulations.get(one.id))
    .find((one) => one !== null);
  if (hours) store.regulations.put({ ...hours, areaId: id });
  const ban = `${id}-ban`;
  store.areas.insert({ ...area, id: ban, code: ban, kind: 'village', parentId: id, tenantId: id });
  for (let n = 0; n < SPEAKERS; n += 1) {
    const siteId = `${id}-loa-${n}`;
    const site = { name: siteId, zone: 'ordinary', startOffsetMs: 0 } as const;
    store.sites.insert({ ...site, id: siteId, areaId: ban, tenantId: id });
    const unit = { secretHash: 'x', publicKey: null, installedAtMs: 0, removedAtMs: null };
    store.units.insert({ ...unit, id: `${siteId}-may`, siteId });
  }
}

test('a page of a board is a handful of statements, however many communes and assignments', async () => {
  const at = world();
  const { store } = at.deps;
  const { bulletin, schedule, provinceId, nowMs } = await province(at);
  const planner = person(at, 'tinh-lich', ['planner', provinceId]);
  const communes = Array.from({ length: COMMUNES }, (_, n) => `xa-${n}`);
  store.transaction(() => {
    for (const id of communes) addCommune(at, { id, provinceId });
  });
  const never = { answeredBy: null, answeredAtMs: null, remindedAtMs: null, reason: null };
  const give = (n: number) => {
    const bulletinId = `tin-${n}`;
    const assignmentId = `giao-${String(n).padStart(5, '0')}`;
    store.bulletins.insert({ ...bulletin, id: bulletinId, tenantId: provinceId });
    for (const one of store.approvals.of(bulletin.id))
      store.approvals.insert({ ...one, id: `${one.id}-${n}`, bulletinId });
    store.assignments.insert(
      {
        ...{ id: assignmentId, tenantId: provinceId, bulletinId, title: bulletin.title },
        ...{ leastAirings: 4, dueAtMs: nowMs + 86_400_000, note: null },
        ...{ givenBy: planner.accountId, givenAtMs: nowMs - 86_400_000, withdrawnAtMs: null },
      },
      communes.map((communeId) => ({
        ...{ assignmentId, communeId, areaIds: [communeId], answer: 'accepted', ...never },
      })),
    );
    for (const tenantId of communes)
      store.schedules.insert({
        ...{ ...schedule, id: `${assignmentId}-${tenantId}`, tenantId, bulletinId },
        areaIds: [tenantId],
      });
    // the newest page alone has aired: the older ones are not asked about
    if (n >= GIVEN - 25 && process.env.ASSIGN_MANY)
      airAll(at, { assignmentId, bulletinId, communes });
  };
  for (let n = 0; n < GIVEN; n += 1) store.transaction(() => give(n));
  const asked = new Map<string, number>();
  for (const name of ['active', 'ofBulletin'] as const) {
    const was = store.schedules[name] as (id: string) => Schedule[];
    store.schedules[name] = ((id: string) => {
      asked.set(name, (asked.get(name) ?? 0) + 1);
      return was(id);
    }) as never;
  }
  const { assignments } = at.house.services;
  const startMs = performance.now();
  const list = assignments.list(planner, { beforeId: null, limit: 25 });
  const listMs = performance.now() - startMs;
  const view = assignments.get(planner, { assignmentId: list[0]?.id ?? '' });
  const oneMs = performance.now() - startMs - listMs;
  if (process.env.ASSIGN_MANY) console.log({ given: GIVEN, listMs, oneMs });
  expect(list).toHaveLength(25);
  expect(list.every(({ counts }) => counts.placed === COMMUNES)).toBe(true);
  expect(view.parts).toHaveLength(COMMUNES);
  expect(Object.fromEntries(asked)).toEqual({ ofBulletin: 26 });
}, 300_000);

type Aired = { assignmentId: string; bulletinId: string; communes: readonly string[] };

function airAll(at: World, { assignmentId, bulletinId, communes }: Aired): void {
  const { store } = at.deps;
  const nowMs = at.clock.planMs();
  const clipId = store.bulletins.get(bulletinId)?.clipId ?? '';
  const usual = { start: { kind: 'after' }, missed: { kind: 'join' }, under: 'pause' } as const;
  for (const tenantId of communes)
    for (let n = 1; n <= AIRED; n += 1) {
      const id = `${assignmentId}-${tenantId}-${n}`;
      const sites = Array.from({ length: SPEAKERS }, (_, s) => `${tenantId}-loa-${s}`);
      store.airings.insert(
        {
          ...{
            id,
            occurrenceId: id,
            scheduleId: `${assignmentId}-${tenantId}`,
            bulletinId,
            clipId,
          },
          ...{
            title: 'Đốt nương',
            tenantId,
            areaIds: [tenantId],
            priority: 'normal',
            drill: false,
          },
          air: { ...usual, order: 0, filler: false },
          ...{ playAtMs: nowMs - n * 3_600_000, durationMs: 24_000, sendAtMs: 0, closeAtMs: 0 },
          ...{ state: 'closed', orderBytes: null },
        },
        sites.map((siteId) => ({ siteId, unitId: `${siteId}-may` })),
      );
      for (const siteId of sites)
        store.airings.putVerdict({
          ...{ airingId: id, siteId, kind: 'played', reason: 'whole', detail: null },
          ...{ startErrorMs: 1, heardMs: 1, chunksReceived: 1, chunksRepaired: 0 },
          ...{ interruptions: [], givenAtMs: nowMs, revision: 0 },
        } as never);
    }
}
