// The standing trust: which keys' emergencies go out at once, by whose word, and whether that word still counts.
// It must never be on by itself: somebody who may approve for the province gives it.
import { isTenant, tenantChain } from '../../domain/areas.ts';
import type { Actor } from '../../domain/model.ts';
import { may } from '../../domain/rights.ts';
import type { Trust } from '../../domain/source/source-model.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { permitAtProvince } from '../scope.ts';
import { provinceOf } from './refusing.ts';

/** Given by somebody who is still an approver of the province, for a key that is still pinned. */
export function trustsInForce(deps: Deps): Trust[] {
  return deps.store.trusts.all().filter((trust) => !isLapsed(deps, trust));
}

export function isLapsed({ store, source }: Deps, { keyId, approverId }: Trust): boolean {
  const account = store.accounts.get(approverId);
  const province = provinceOf({ store });
  const pinned = source.setting?.keys.some(({ id }) => id === keyId) ?? false;
  if (!pinned || !account || account.disabledAtMs !== null || province === null) return true;
  const chain = tenantChain(treeAbove(store.areas, province), province);
  const actor: Actor = {
    ...{ accountId: approverId, name: account.name },
    grants: store.accounts.grants(approverId),
  };
  return !may(actor, 'source.trust', chain);
}

export function setTrust(
  deps: Deps,
  { actor, keyId, on }: { actor: Actor; keyId: string; on: boolean },
): void {
  permitAtProvince(deps, { actor, action: 'source.trust' });
  const key = deps.source.setting?.keys.find(({ id }) => id === keyId);
  if (!key) throw missing();
  const { trusts } = deps.store;
  const known = trusts.all().find((trust) => trust.keyId === keyId) ?? null;
  // said twice is said once: the first one's name and hour stand
  if (on ? known !== null && !isLapsed(deps, known) : known === null) return;
  const tenantId = provinceOf(deps);
  deps.store.transaction(() => {
    if (on) {
      const { accountId: approverId } = actor;
      trusts.put({ keyId, approverId, sinceMs: deps.clock.wallMs() });
    } else trusts.drop(keyId);
    const detail = { keyName: key.name, on };
    record(deps, { actor, action: 'source.trust', subject: `key:${keyId}`, tenantId, detail });
  });
  deps.changes.tell({ kind: 'source', id: keyId, tenantId: null });
  const { fullName: byName = '' } = deps.store.accounts.get(actor.accountId) ?? {};
  // in every commune: what goes out under its name without its own approver is its business
  for (const area of deps.store.areas.all().filter(isTenant))
    deps.happenings.tell({
      ...{ kind: 'source-trusted', tenantId: area.id, keyName: key.name, on, byName },
    });
}
