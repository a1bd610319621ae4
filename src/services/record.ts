// One audit line for one change, written in the change's own transaction.
// It must never be given a secret or a payload: ids, names and counts only.
import type { Actor } from '../domain/model.ts';
import type { Deps } from './deps.ts';

export type Recorded = {
  /** null: the service itself */
  actor: Actor | null;
  action: string;
  /** kind:id */
  subject: string;
  tenantId: string | null;
  detail?: Record<string, unknown>;
};

export function record(deps: Pick<Deps, 'store' | 'ids' | 'clock'>, line: Recorded): void {
  deps.store.audit.append({
    id: deps.ids.next(),
    atMs: deps.clock.wallMs(),
    accountId: line.actor?.accountId ?? null,
    action: line.action,
    subject: line.subject,
    tenantId: line.tenantId,
    detail: JSON.stringify(line.detail ?? {}),
  });
}
