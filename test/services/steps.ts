// The steps of a bulletin's life as tests take them: written, sounded, approved, scheduled, beaten through.
// It must never assert anything: tests do.
import type { Bulletin, Schedule } from '../../src/domain/model.ts';
import type { ScheduleWish } from '../../src/services/door.ts';
import { type Box, box, type Commune, commune, setUp, until, type World } from './world.ts';

export const TEXT = 'Ngày mai trạm y tế tiêm chủng. Mời bà con đưa trẻ đến đúng giờ.';

/** A commune with one speaker in each village, all of which have said hello. */
export async function liveCommune(at: World): Promise<Commune & { boxes: Box[] }> {
  const admin = await setUp(at);
  const place = commune(at, admin, 'xa-a');
  const by = place.technician;
  const boxes = place.villages.map((areaId, n) => box(at, { siteId: `loa-${n + 1}`, areaId, by }));
  for (const each of boxes) await each.hello();
  return { ...place, boxes };
}

export async function written(
  at: World,
  by: Commune,
  of: {
    text?: string;
    priority?: Bulletin['priority'];
    drill?: boolean;
    expiresAtMs?: number;
  } = {},
): Promise<Bulletin> {
  const { bulletins } = at.house.services;
  const made = bulletins.create(by.author, {
    areaId: by.id,
    text: TEXT,
    title: 'Tiêm chủng',
    ...of,
  });
  await until(() => at.deps.store.bulletins.get(made.id)?.state !== 'making', 'the sound');
  return at.deps.store.bulletins.get(made.id) ?? made;
}

export function hashOf(at: World, bulletin: Bulletin): string {
  return at.deps.store.clips.get(bulletin.clipId ?? '')?.contentHash ?? '';
}

export async function approved(
  at: World,
  by: Commune,
  of: Parameters<typeof written>[2] = {},
): Promise<Bulletin> {
  const { bulletins } = at.house.services;
  const bulletin = await written(at, by, of);
  bulletins.submit(by.author, { bulletinId: bulletin.id });
  const contentHash = hashOf(at, bulletin);
  return bulletins.approve(by.approver, { bulletinId: bulletin.id, contentHash });
}

export function scheduled(
  at: World,
  by: Commune,
  of: { bulletin: Bulletin; rule: ScheduleWish; areaIds?: string[] },
): Schedule {
  const { bulletin, rule, areaIds = by.villages } = of;
  const wish = { bulletinId: bulletin.id, areaIds, rule };
  return at.house.services.schedules.create(by.operator, wish).schedule;
}

/** Moves the clock and beats, as the heartbeat would have. */
export async function pass(at: World, ms: number): Promise<void> {
  at.clock.move(ms);
  await at.house.beat();
}

/** Beats until the one airing there is has gone out. */
export async function sentAiring(at: World): Promise<string> {
  await until(() => {
    void at.house.beat();
    at.clock.move(200);
    return airings(at).some(({ state }) => state === 'sent');
  }, 'an airing to be sent');
  return airings(at).find(({ state }) => state === 'sent')?.id ?? '';
}

export function airings(at: World) {
  const tenantIds = at.deps.store.areas.all().map(({ tenantId }) => tenantId);
  const nowMs = at.clock.planMs();
  const day = 24 * 3_600_000;
  const found = at.deps.store.airings.list({
    tenantIds: [...new Set(tenantIds)],
    fromMs: nowMs - 7 * day,
    toMs: nowMs + 7 * day,
  });
  return found.flatMap(({ id }) => at.deps.store.airings.get(id) ?? []);
}

export function actions(at: World): string[] {
  return at.deps.store.audit
    .list({ tenantIds: null, beforeId: null, limit: 500 })
    .map(({ action }) => action);
}
