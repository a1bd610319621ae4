// Asked of a bulletin by whoever cannot place it: more priority or fewer seconds; and an approver's yes to the first.
// It must never change a bulletin for whoever asks: its approvers and its author do.
import { prioritised } from '../../domain/approval/prioritise.ts';
import { orThrow } from '../../domain/errors.ts';
import { airable } from '../assign/answers.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { save, theirs } from './bulletins.ts';
import type { Wants } from './wants-door.ts';

/** Pressed again within it nobody is told twice. */
const QUIET_MS = 600_000;
/** More bulletins than these asked about in ten minutes: the oldest may be told once more. */
const ASKED_MAX = 1_000;

export function makeWants(deps: Deps): Wants {
  const { store, clock } = deps;
  const askedMs = new Map<string, number>();
  const isNew = (key: string) => {
    const atMs = clock.monoMs();
    const before = askedMs.get(key);
    if (before !== undefined && atMs - before < QUIET_MS) return false;
    askedMs.delete(key);
    askedMs.set(key, atMs);
    const oldest = askedMs.keys().next().value;
    if (askedMs.size > ASKED_MAX && oldest !== undefined) askedMs.delete(oldest);
    return true;
  };
  return {
    want(actor, { bulletinId, areaIds, ...want }) {
      airable(deps, { actor, action: 'bulletin.want', bulletinId, areaIds });
      const bulletin = store.bulletins.get(bulletinId);
      if (!bulletin) throw missing();
      const maxSeconds = want.what === 'shorten' ? want.maxSeconds : null;
      if (!isNew(`${bulletinId} ${want.what} ${maxSeconds} ${actor.accountId}`))
        return { told: false };
      const { tenantId, title, authorId } = bulletin;
      const { what } = want;
      const subject = `bulletin:${bulletinId}`;
      const detail = { title, what, ...(maxSeconds === null ? {} : { maxSeconds }) };
      record(deps, { actor, action: 'bulletin.want', subject, tenantId, detail });
      const facts = { tenantId, bulletinId, title, authorId, what, maxSeconds };
      deps.happenings.tell({ kind: 'change-wanted', ...facts });
      return { told: true };
    },
    prioritise(actor, { bulletinId }) {
      const before = theirs(deps, { actor, action: 'bulletin.prioritise', bulletinId });
      const bulletin = orThrow(prioritised(before, actor.accountId));
      return save(deps, { actor, action: 'bulletin.prioritise', bulletin });
    },
  };
}
