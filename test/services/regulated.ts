// A commune with a regulation, and airings planned under it, as tests take them.
// It must never assert anything: tests do.
import type { Actor } from '../../src/domain/model.ts';
import { NO_RULES, type RegulationRules } from '../../src/domain/regulation/regulation-model.ts';
import { approved, liveCommune } from './steps.ts';
import { ALL_DAY, person, type World } from './world.ts';

export const once = (atMs: number) => ({ kind: 'once' as const, atMs });
export const REASON = 'Bão số 9 đổ bộ sớm, bà con cần nghe lại lần nữa';

export type Live = Awaited<ReturnType<typeof liveCommune>>;

/** A live commune whose regulation is this. */
export async function regulated(at: World, rules: Partial<RegulationRules>): Promise<Live> {
  const a = await liveCommune(at);
  rule(at, a, rules);
  return a;
}

export function administrator(at: World, a: Live): Actor {
  return person(at, `quan-tri-xa-${at.deps.ids.next().toLowerCase()}`, ['administrator', a.id]);
}

export function rule(at: World, a: Live, rules: Partial<RegulationRules>) {
  const wish = { areaId: a.id, hours: ALL_DAY, rules: { ...NO_RULES, ...rules } };
  return at.house.services.areas.setRegulation(administrator(at, a), wish);
}

export async function planned(at: World, a: Live, ...times: number[]) {
  const made = [];
  for (const atMs of times) {
    const { id: bulletinId } = await approved(at, a);
    const wish = { bulletinId, areaIds: [a.id], rule: once(atMs) };
    made.push(at.house.services.schedules.create(a.author, wish));
  }
  return made;
}
