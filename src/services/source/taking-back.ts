// Earlier revisions off the air: replaced by a newer one, or cancelled by their sender.
// It must never know why the sender thought again.
import type { IncomingRow } from '../../domain/source/source-model.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import { type OffAir, offAir } from '../airing/off-air.ts';
import type { Deps } from '../deps.ts';
import { withdrawGiven } from './given.ts';
import { sourceAccount } from './source-account.ts';
import type { SourceSetting } from './source-port.ts';

type Parts = { deps: Deps; cancelling: Pick<Cancelling, 'withdraw' | 'send'> };
type Wish = {
  rows: readonly IncomingRow[];
  state: 'superseded' | 'cancelled';
  setting: SourceSetting;
};
const REASON = { superseded: 'source-replaced', cancelled: 'source-cancelled' } as const;
const SAID = {
  superseded: 'Hệ thống thông tin nguồn đã gửi bản sửa thay bản này.',
  cancelled: 'Hệ thống thông tin nguồn đã hủy bản tin này.',
} as const;

/** `sign` within the new message's transaction, `send` after its commit. */
export function takeBack(parts: Parts, of: Wish): { sign(): void; send(): void } {
  const { deps } = parts;
  const { store, changes } = deps;
  const sends: (() => void)[] = [];
  return {
    sign() {
      const { accountId, fullName } = sourceAccount(deps, of.setting);
      const actor = { accountId, name: fullName, grants: [] };
      for (const row of of.rows) {
        if (row.state === 'superseded' || row.state === 'cancelled') continue;
        for (const { bulletinId } of store.incomingParts.of(row.id)) {
          const stop = offAir(parts as OffAir, { bulletinId, actor, reason: REASON[of.state] });
          stop.sign();
          sends.push(stop.send, ...endSchedules(deps, bulletinId));
          for (const id of withdrawGiven(deps, bulletinId))
            sends.push(() => changes.tell({ kind: 'assignment', id, tenantId: null }));
          sends.push(() => tellWithdrawn(deps, { bulletinId, byName: fullName }));
          returnIt(deps, { bulletinId, reason: SAID[of.state] });
        }
        store.incoming.update({ ...row, state: of.state, toldState: of.state });
      }
    },
    send() {
      for (const send of sends) send();
    },
  };
}

/** Nothing of it begins any more; what sounds was cancelled. @returns what is told after the commit */
function endSchedules({ store, clock, changes }: Deps, bulletinId: string): (() => void)[] {
  return store.schedules
    .ofBulletin(bulletinId)
    .filter(({ endedAtMs }) => endedAtMs === null)
    .map(({ id, tenantId }) => {
      store.schedules.end(id, clock.planMs());
      return () => changes.tell({ kind: 'schedule', id, tenantId });
    });
}

function returnIt({ store, clock }: Deps, of: { bulletinId: string; reason: string }): void {
  const bulletin = store.bulletins.get(of.bulletinId);
  if (!bulletin) return;
  store.approvals.voidAll(bulletin.id, clock.planMs());
  store.bulletins.update({ ...bulletin, state: 'returned', stateReason: of.reason });
}

function tellWithdrawn(deps: Deps, of: { bulletinId: string; byName: string }): void {
  const bulletin = deps.store.bulletins.get(of.bulletinId);
  if (!bulletin) return;
  const { id: bulletinId, tenantId, title } = bulletin;
  deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
  const { byName } = of;
  deps.happenings.tell({ kind: 'bulletin-withdrawn', bulletinId, tenantId, title, byName });
}
