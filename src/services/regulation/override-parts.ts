// What asking and deciding of exceptions share: whose decision it is, what is bound, plain words.
// It must never write.

import { rowOf } from '../../domain/airing/playlist.ts';
import { tenantChain } from '../../domain/areas.ts';
import { composed } from '../../domain/composed.ts';
import type { Actor, ScheduleRule } from '../../domain/model.ts';
import type { Override } from '../../domain/regulation/override.ts';
import { may } from '../../domain/rights.ts';
import type { ScheduleInput, ScheduleWish } from '../calendar/calendar-door.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';

type Rows = Pick<Deps, 'store'>;

type Row = Parameters<typeof rowOf>[0];

/** What would be heard now, one after another; null: one of them has no sound. */
export function contentsOf({ store }: Rows, of: Row): readonly string[] | null {
  const found = rowOf(of, of.bulletinId).map((bulletinId) => {
    const clipId = store.bulletins.get(bulletinId)?.clipId ?? null;
    return clipId === null ? null : (store.clips.get(clipId)?.contentHash ?? null);
  });
  const known = found.filter((hash) => hash !== null);
  return known.length < found.length ? null : known;
}

/** What would be heard now is no longer what was asked for. */
export function isStale(deps: Rows, override: Override): boolean {
  return contentsOf(deps, override)?.join(' ') !== override.contentHashes.join(' ');
}

export function mayDecide(deps: Rows, of: { actor: Actor; override: Override }): boolean {
  const { actor, override } = of;
  const chain = tenantChain(treeAbove(deps.store.areas, override.tenantId), override.tenantId);
  return override.askedBy !== actor.accountId && may(actor, 'override.decide', chain);
}

export function wishOf({ bulletinId, areaIds, rule, air }: Override): ScheduleInput {
  return { bulletinId, areaIds, rule: wishedRule(rule), air };
}

function wishedRule(rule: ScheduleRule): ScheduleWish {
  return rule.kind === 'now' ? { kind: 'now' } : rule;
}

/** Lines stay lines; signs nobody sees go (a bidi override turns a sentence round). */
export function plainWords(written: string): string {
  return composed(written)
    .replace(/[^\P{C}\n]/gu, '')
    .trim();
}
