// Which accounts an administrator sees and decides over, who must stay, and the audit lines about them.
// It must never know what is done to an account.

import type { Account, Actor, Grant } from '../../domain/model.ts';
import { type Action, tenantsWhere } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import type { AccountView, GrantWish } from '../door.ts';
import { record } from '../record.ts';
import { missing, notYourRole, refusal } from '../refusals.ts';

/** Accounts with a role where this actor may look; one without any role is the province's to see. */
export function seen(deps: Deps, actor: Actor): Account[] {
  const areas = deps.store.areas.all();
  const tenants = new Set(tenantsWhere({ actor, action: 'account.view', areas }));
  const atProvince = areas.some((area) => area.kind === 'province' && tenants.has(area.id));
  const grants = deps.store.accounts.allGrants();
  const holders = new Set(grants.map(({ accountId }) => accountId));
  const mine = new Set(grants.filter((one) => tenants.has(one.areaId)).map((one) => one.accountId));
  return deps.store.accounts
    .all()
    .filter(({ id }) => mine.has(id) || (atProvince && !holders.has(id)));
}

export function find(deps: Deps, of: { actor: Actor; accountId: string }): Account {
  const account = seen(deps, of.actor).find(({ id }) => id === of.accountId);
  if (!account) throw missing();
  return account;
}

export function view(
  deps: Deps,
  { actor, account }: { actor: Actor; account: Account },
): AccountView {
  const grants = grantsWithin(deps, { actor, action: 'account.view', account });
  return { account, grants: grants.map(({ role, areaId }) => ({ role, areaId })) };
}

export function grantsWithin(
  deps: Deps,
  of: { actor: Actor; action: Action; account: Account },
): Grant[] {
  const areas = deps.store.areas.all();
  const tenants = new Set(tenantsWhere({ actor: of.actor, action: of.action, areas }));
  return deps.store.accounts.grants(of.account.id).filter(({ areaId }) => tenants.has(areaId));
}

/** An account that also holds roles where this actor decides nothing is not theirs to shut or to open. */
export function findWhole(
  deps: Deps,
  of: { actor: Actor; accountId: string; action: Action },
): Account {
  const account = find(deps, of);
  const all = deps.store.accounts.grants(account.id);
  if (grantsWithin(deps, { ...of, account }).length < all.length) throw notYourRole();
  return account;
}

/** Somebody must be left who can let others in: inside the transaction, so it is undone. */
export function refuseHeadless({ store }: Deps): void {
  const province = store.areas.all().find((area) => area.kind === 'province');
  const left = store.accounts
    .allGrants()
    .filter(({ role, areaId }) => role === 'administrator' && areaId === province?.id)
    .map(({ accountId }) => accountId)
    .filter((accountId) => store.accounts.get(accountId)?.disabledAtMs === null)
    // who was invited and never came cannot let anybody in
    .some((accountId) => store.accounts.passwordHash(accountId) !== null);
  if (left) return;
  throw refusal('conflict', 'last-administrator', {
    vi: 'Đây là người quản trị cuối cùng của tỉnh. Hãy giao vai trò này cho người khác trước.',
    en: 'This is the last administrator of the province. Give the role to somebody else first.',
  });
}

type Noted = {
  actor: Actor;
  action: Action;
  account: Account;
  held?: readonly GrantWish[];
  grants?: readonly GrantWish[];
};

/** One line for each commune concerned, with the roles there only: its administrator reads no other's. */
export function note(deps: Deps, { actor, action, account, ...roles }: Noted): void {
  const concerned = [...(roles.held ?? []), ...(roles.grants ?? [])].map(({ areaId }) => areaId);
  const tenants = concerned.length === 0 ? [null] : [...new Set(concerned)];
  for (const tenantId of tenants) {
    const there = (grants: readonly GrantWish[]) =>
      grants.filter(({ areaId }) => areaId === tenantId).map(({ role }) => role);
    const detail: Record<string, unknown> = { name: account.name };
    if (roles.held) detail.held = there(roles.held);
    if (roles.grants) detail.grants = there(roles.grants);
    record(deps, { actor, action, subject: `account:${account.id}`, tenantId, detail });
  }
}
