// A commission written down with its audit line; what a name on it must look like.
// It must never decide what a commission may become: src/domain/languages/commission.ts does.
import type { Commission } from '../../domain/languages/commission.ts';
import type { Actor } from '../../domain/model.ts';
import type { Action } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { emptyField, refusal } from '../refusals.ts';

export function write(
  deps: Deps,
  of: {
    actor: Actor | null;
    action: Action;
    commission: Commission;
    detail?: Record<string, unknown>;
    also?(): void;
  },
): void {
  const { actor, action, commission } = of;
  const { id, tenantId, bulletinId } = commission;
  deps.store.transaction(() => {
    deps.store.commissions.update(commission);
    of.also?.();
    const detail = { bulletinId, ...of.detail };
    record(deps, { actor, action, subject: `commission:${id}`, tenantId, detail });
  });
  deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
}

/** A name of visible letters: it stands on a page that others open. */
export function named(written: string, place: string): string {
  const name = plainLine(written);
  if (!/\p{L}/u.test(name)) throw emptyField(place);
  return name;
}

export const samePerson = () =>
  refusal('conflict', 'same-person', {
    vi: 'Người nghe lại phải là người khác với người đọc.',
    en: 'Whoever listens must be another person than the one who speaks.',
    place: 'listenerName',
  });
