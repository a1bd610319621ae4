// Accounts and what they hold: invited, given roles at an area, disabled; never deleted.
// It must never see a password: the invited person chooses one (first-day.ts).
import { areaTree, isTenant, tenantChain } from '../domain/areas.ts';
import type { Account, Actor, Grant } from '../domain/model.ts';
import { type Action, may, tenantsWhere } from '../domain/rights.ts';
import type { Deps } from './deps.ts';
import type { Accounts, AccountView, GrantWish } from './door.ts';
import { line, signInName } from './names.ts';
import { record } from './record.ts';
import { missing, notYourRole, refusal, taken } from './refusals.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Long enough for a message to be read after a weekend. */
const INVITATION_MS = 72 * 3_600_000;

export function makeAccounts(deps: Deps): Accounts {
  return {
    list: (actor) => seen(deps, actor).map((account) => view(deps, { actor, account })),
    create: create(deps),
    setGrants: setGrants(deps),
    disable: disable(deps),
  };
}

function create(deps: Deps): Accounts['create'] {
  const { store } = deps;
  return (actor, input) => {
    permitGrants(deps, { actor, action: 'account.create', grants: input.grants });
    const name = signInName(input.name);
    const fullName = line(input.fullName, 'fullName');
    const account: Account = { id: deps.ids.next(), name, fullName, disabledAtMs: null };
    const token = newToken();
    store.transaction(() => {
      if (store.accounts.byName(name)) throw taken('name', name);
      store.accounts.insert(account);
      for (const grant of input.grants) store.accounts.putGrant(grantOf(account, grant));
      store.invitations.put({
        tokenHash: tokenHash(token),
        accountId: account.id,
        purpose: 'invite',
        expiresAtMs: deps.clock.wallMs() + INVITATION_MS,
      });
      note(deps, { actor, action: 'account.create', account, detail: { grants: input.grants } });
    });
    return {
      ...view(deps, { actor, account }),
      invitationToken: token,
      invitationUrl: `${deps.terms.publicUrl()}/#/invitation?token=${token}`,
    };
  };
}

/** Replaces what the account holds where this administrator decides; the rest is not theirs to touch. */
function setGrants(deps: Deps): Accounts['setGrants'] {
  const { store } = deps;
  return (actor, { accountId, grants }) => {
    const account = find(deps, { actor, accountId });
    permitGrants(deps, { actor, action: 'account.grant', grants });
    store.transaction(() => {
      const held = grantsWithin(deps, { actor, action: 'account.grant', account });
      for (const grant of held) store.accounts.dropGrant(grant);
      for (const grant of grants) store.accounts.putGrant(grantOf(account, grant));
      refuseHeadless(deps);
      note(deps, { actor, action: 'account.grant', account, detail: { held, grants } });
    });
    return view(deps, { actor, account });
  };
}

function disable(deps: Deps): Accounts['disable'] {
  const { store } = deps;
  return (actor, { accountId }) => {
    const account = find(deps, { actor, accountId });
    const all = store.accounts.grants(account.id);
    const mine = grantsWithin(deps, { actor, action: 'account.disable', account });
    if (mine.length < all.length) throw notYourRole(); // also holds roles where this actor decides nothing
    const disabled = { ...account, disabledAtMs: account.disabledAtMs ?? deps.clock.wallMs() };
    store.transaction(() => {
      store.accounts.setDisabled(account.id, disabled.disabledAtMs);
      store.sessions.dropOf(account.id);
      store.invitations.dropPurpose('invite', account.id);
      refuseHeadless(deps);
      note(deps, { actor, action: 'account.disable', account });
    });
    return view(deps, { actor, account: disabled });
  };
}

/** Accounts with a role where this actor may look; one without any role is the province's to see. */
function seen(deps: Deps, actor: Actor): Account[] {
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

function find(deps: Deps, of: { actor: Actor; accountId: string }): Account {
  const account = seen(deps, of.actor).find(({ id }) => id === of.accountId);
  if (!account) throw missing();
  return account;
}

function view(deps: Deps, { actor, account }: { actor: Actor; account: Account }): AccountView {
  const grants = grantsWithin(deps, { actor, action: 'account.view', account });
  return { account, grants: grants.map(({ role, areaId }) => ({ role, areaId })) };
}

function grantsWithin(deps: Deps, of: { actor: Actor; action: Action; account: Account }): Grant[] {
  const areas = deps.store.areas.all();
  const tenants = new Set(tenantsWhere({ actor: of.actor, action: of.action, areas }));
  return deps.store.accounts.grants(of.account.id).filter(({ areaId }) => tenants.has(areaId));
}

/** Every role asked for lies where the actor may give roles, at a province or a commune. */
function permitGrants(
  deps: Deps,
  of: { actor: Actor; action: Action; grants: readonly GrantWish[] },
): void {
  if (of.grants.length === 0) throw noGrants();
  const tree = areaTree(deps.store.areas.all());
  for (const { areaId } of of.grants) {
    const area = tree.get(areaId);
    const chain = tenantChain(tree, areaId);
    if (!area || !may(of.actor, 'area.view', chain)) throw missing();
    if (!isTenant(area)) throw notATenant();
    if (!may(of.actor, of.action, chain)) throw notYourRole();
  }
}

function grantOf(account: Account, { role, areaId }: GrantWish): Grant {
  return { accountId: account.id, role, areaId };
}

/** Somebody must be left who can let others in: inside the transaction, so it is undone. */
function refuseHeadless({ store }: Deps): void {
  const province = store.areas.all().find((area) => area.kind === 'province');
  const left = store.accounts
    .allGrants()
    .filter(({ role, areaId }) => role === 'administrator' && areaId === province?.id)
    .some(({ accountId }) => store.accounts.get(accountId)?.disabledAtMs === null);
  if (left) return;
  throw refusal('conflict', 'last-administrator', {
    vi: 'Đây là người quản trị cuối cùng của tỉnh. Hãy giao vai trò này cho người khác trước.',
    en: 'This is the last administrator of the province. Give the role to somebody else first.',
  });
}

function note(
  deps: Deps,
  of: { actor: Actor; action: Action; account: Account; detail?: Record<string, unknown> },
): void {
  record(deps, {
    actor: of.actor,
    action: of.action,
    subject: `account:${of.account.id}`,
    tenantId: null,
    detail: { name: of.account.name, ...of.detail },
  });
}

function noGrants() {
  return refusal('caller', 'no-grants', {
    vi: 'Hãy chọn ít nhất một vai trò ở một địa bàn.',
    en: 'Choose at least one role at one area.',
    place: 'grants',
  });
}

function notATenant() {
  return refusal('caller', 'not-a-tenant', {
    vi: 'Vai trò chỉ được giao ở cấp tỉnh hoặc cấp xã, không ở thôn, bản.',
    en: 'Roles are given at the province or at a commune, not at a village.',
    place: 'grants',
  });
}
