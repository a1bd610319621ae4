// A province with two communes, and a bulletin it gives them, as tests take them.
// It must never assert anything: tests do.
import type { Actor, Bulletin } from '../../src/domain/model.ts';
import { hashOf, TEXT } from './steps.ts';
import { box, type Commune, commune, person, setUp, until, type World } from './world.ts';

export const DAY_MS = 24 * 3_600_000;

export type Province = { id: string; author: Actor; approver: Actor; a: Commune; b: Commune };

/** A province with two communes, a speaker in each village of the first, one in the second. */
export async function province(at: World): Promise<Province> {
  const admin = await setUp(at);
  const id = admin.grants[0]?.areaId ?? '';
  const a = commune(at, admin, 'xa-a');
  const b = commune(at, admin, 'xa-b');
  for (const [n, areaId] of a.villages.entries())
    await box(at, { siteId: `loa-${n + 1}`, areaId, by: a.technician }).hello();
  const last = { siteId: 'loa-9', areaId: b.villages[0] ?? '', by: b.technician };
  await box(at, last).hello();
  return {
    ...{ id, a, b },
    author: person(at, 'tinh-soan', ['author', id]),
    approver: person(at, 'tinh-duyet', ['approver', id]),
  };
}

export async function approvedBy(at: World, by: Pick<Province, 'id' | 'author' | 'approver'>) {
  const { bulletins } = at.house.services;
  const wish = { areaId: by.id, text: TEXT, title: 'Đốt nương' };
  const { id: bulletinId } = bulletins.create(by.author, wish);
  await until(() => at.deps.store.bulletins.get(bulletinId)?.state !== 'making', 'the sound');
  const made = at.deps.store.bulletins.get(bulletinId) as Bulletin;
  bulletins.submit(by.author, { bulletinId });
  return bulletins.approve(by.approver, { bulletinId, contentHash: hashOf(at, made) });
}

export async function given(at: World, of: { least?: number } = {}) {
  const place = await province(at);
  const bulletin = await approvedBy(at, place);
  const dueAtMs = at.clock.planMs() + 3 * DAY_MS;
  const assignment = at.house.services.assignments.give(place.author, {
    ...{ bulletinId: bulletin.id, areaIds: [place.id], dueAtMs, note: 'Trước mùa khô' },
    leastAirings: of.least ?? 1,
  });
  return { ...place, bulletin, assignment, assignmentId: assignment.id };
}

export const placedBy = (at: World, by: Commune, of: { bulletinId: string; atMs: number }) =>
  at.house.services.schedules.create(by.operator, {
    ...{ bulletinId: of.bulletinId, areaIds: by.villages.slice(0, 1) },
    rule: { kind: 'once', atMs: of.atMs },
  }).schedule;

export const statesFor = (at: World, by: Actor, assignmentId: string) =>
  at.house.services.assignments
    .get(by, { assignmentId })
    .parts.map(({ communeName, standing }) => `${communeName} ${standing.state}`);
