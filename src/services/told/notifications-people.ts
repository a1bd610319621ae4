// The people there are, as telling needs them, and where each can be reached.
// It must never decide who is told: src/domain/told/notification-people.ts does.
import { tenantChain } from '../../domain/areas.ts';
import type { Account, Grant } from '../../domain/model.ts';
import type { Outward } from '../../domain/told/notification-model.ts';
import type { Person } from '../../domain/told/notification-people.ts';
import { firstSettings } from '../../domain/told/notification-times.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import type { ContactRow } from './notification-store.ts';

/** Everybody, in three questions: asked once for all that is due at a beat. */
export function everybody({ store }: Deps): Person[] {
  const settings = new Map(store.toldSettings.all().map((one) => [one.accountId, one]));
  const grants = new Map<string, Grant[]>();
  for (const grant of store.accounts.allGrants()) {
    const held = grants.get(grant.accountId);
    if (held) held.push(grant);
    else grants.set(grant.accountId, [grant]);
  }
  return store.accounts.all().map((account) => ({
    ...whole(account),
    grants: grants.get(account.id) ?? [],
    settings: settings.get(account.id) ?? firstSettings(account.id),
  }));
}

export function onePerson({ store }: Deps, accountId: string): Person | null {
  const account = store.accounts.get(accountId);
  if (account === null) return null;
  const settings = store.toldSettings.get(accountId) ?? firstSettings(accountId);
  return { ...whole(account), grants: store.accounts.grants(accountId), settings };
}

const whole = (account: Account) => ({
  accountId: account.id,
  disabled: account.disabledAtMs !== null,
});

export function chainOf({ store }: Deps, tenantId: string): string[] {
  return tenantChain(treeAbove(store.areas, tenantId), tenantId);
}

/** An address is one only once its owner has proved it. */
export function verifiedAddress(
  { store }: Deps,
  of: { accountId: string; channel: ContactRow['channel'] },
): string | null {
  const found = store.contacts.of(of.accountId).find(({ channel }) => channel === of.channel);
  return found && found.verifiedAtMs !== null ? found.address : null;
}

/** Somebody without a phone number is not "failed" at every message. */
export function canReach(
  deps: Deps,
  { accountId, channel }: { accountId: string; channel: Outward },
): boolean {
  if (channel === 'webhook' || !deps.senders[channel].ready()) return false;
  if (channel === 'push') return deps.store.pushes.of(accountId).length > 0;
  return verifiedAddress(deps, { accountId, channel }) !== null;
}
