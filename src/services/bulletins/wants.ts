// Asked of a bulletin by whoever cannot place it: more priority or fewer seconds; and an approver's yes to the first.
// It must never change a bulletin for whoever asks: its approvers and its author do.

import { prioritised } from '../../domain/approval/prioritise.ts';
import type { PriorityWant } from '../../domain/approval/priority-want.ts';
import { orThrow } from '../../domain/errors.ts';
import { airable } from '../assign/answers.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { save, theirs } from './bulletins.ts';
import { answering, grantAll, keepWant, listWants, tellAnswered } from './wants-answered.ts';
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
  const prioritise = prioritising(deps);
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
      store.transaction(() => {
        if (what === 'priority') keepWant(deps, { actor, bulletin, areaIds });
        record(deps, { actor, action: 'bulletin.want', subject, tenantId, detail });
      });
      deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
      const facts = { tenantId, bulletinId, title, authorId, what, maxSeconds };
      deps.happenings.tell({ kind: 'change-wanted', ...facts });
      return { told: true };
    },
    prioritise,
    wants: listWants(deps),
    answerWant: answering(deps, { lift: prioritise }),
  };
}

function prioritising(deps: Deps): Wants['prioritise'] {
  return (actor, { bulletinId }) => {
    const action = 'bulletin.prioritise';
    const before = theirs(deps, { actor, action, bulletinId });
    const bulletin = orThrow(prioritised(before, actor.accountId));
    const asked = deps.store.wants.openOf(bulletinId);
    let wants: PriorityWant[] = [];
    const also = () => {
      wants = grantAll(deps, { actor, wants: asked });
    };
    const detail = { wants: asked.length };
    const saved = save(deps, { actor, action, bulletin, also, detail });
    tellAnswered(deps, { bulletin, wants });
    return saved;
  };
}
