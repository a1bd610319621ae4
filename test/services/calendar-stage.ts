// One commune with a schedule of every day at 13:00, an hour from the tests' noon.
// It must never assert anything: tests do.
import { topics } from '../../devices/protocol/index.ts';
import type { RepeatRule } from '../../src/domain/calendar/calendar-model.ts';
import { repeat } from '../domain/calendar/rules.ts';
import { approved, liveCommune, pass, scheduled } from './steps.ts';
import { NOON, ordersOn, type World, world } from './world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const ONE = NOON + HOUR;

/** Every day at 13:00. */
export const daily = (of: Partial<RepeatRule> = {}) =>
  repeat({ at: [13 * 3_600], fromDay: '2026-12-05', ...of });

export async function stage(of: Partial<RepeatRule> = {}) {
  const at = world();
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  const schedule = scheduled(at, place, { bulletin, rule: daily(of) });
  return { at, place, bulletin, schedule, ...at.house.services };
}
export type Stage = Awaited<ReturnType<typeof stage>>;

export const wishOf = ({ place, bulletin }: Stage, rule: RepeatRule = daily()) => ({
  ...{ bulletinId: bulletin.id, areaIds: place.villages, rule },
});

/** Every order that went to any area. */
export function orders(at: World) {
  const codes = at.deps.store.areas.all().map(({ code }) => code);
  return codes.flatMap((code) => ordersOn(at, topics.areaOrder(code)));
}

/** Beats through a span in steps of the planning's look. */
export async function beats(at: World, ms: number) {
  for (let passed = 0; passed < ms; passed += 10_000) await pass(at, 10_000);
}
