// Accounts and what they hold: invited, given roles at an area, disabled; never deleted.
// It must never see a password: the invited person chooses one (first-day.ts).
import { areaTree, isTenant, tenantChain } from '../../domain/areas.ts';
import type { Account, Actor, Grant } from '../../domain/model.ts';
import { type Action, may } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import type { Accounts, GrantWish } from '../door.ts';
import { line, signInName } from '../names.ts';
import { missing, notYourRole, refusal, taken } from '../refusals.ts';
import {
  find,
  findWhole,
  grantsWithin,
  note,
  refuseHeadless,
  seen,
  view,
} from './account-scope.ts';
import { makeWaysBack, newInvitation } from './ways-back.ts';

export function makeAccounts(deps: Deps): Accounts {
  return {
    list: (actor) => seen(deps, actor).map((account) => view(deps, { actor, account })),
    create: create(deps),
    setGrants: setGrants(deps),
    disable: disable(deps),
    ...makeWaysBack(deps),
  };
}

function create(deps: Deps): Accounts['create'] {
  const { store } = deps;
  return (actor, input) => {
    if (input.grants.length === 0) throw noGrants();
    permitGrants(deps, { actor, action: 'account.create', grants: input.grants });
    const name = signInName(input.name);
    const fullName = line(input.fullName, 'fullName');
    const account: Account = { id: deps.ids.next(), name, fullName, disabledAtMs: null };
    const link = store.transaction(() => {
      if (store.accounts.byName(name)) throw taken('name', name);
      store.accounts.insert(account);
      for (const grant of input.grants) store.accounts.putGrant(grantOf(account, grant));
      note(deps, { actor, action: 'account.create', account, grants: input.grants });
      return newInvitation(deps, account);
    });
    return { ...view(deps, { actor, account }), ...link };
  };
}

/**
 * Replaces what the account holds where this administrator decides; the rest is not theirs to touch.
 * Nothing here is an answer while something is held elsewhere; an account that holds nothing is disabled.
 */
function setGrants(deps: Deps): Accounts['setGrants'] {
  const { store } = deps;
  return (actor, { accountId, grants }) => {
    const account = find(deps, { actor, accountId });
    permitGrants(deps, { actor, action: 'account.grant', grants });
    store.transaction(() => {
      const held = grantsWithin(deps, { actor, action: 'account.grant', account });
      for (const grant of held) store.accounts.dropGrant(grant);
      for (const grant of grants) store.accounts.putGrant(grantOf(account, grant));
      if (store.accounts.grants(account.id).length === 0) throw noGrants();
      refuseHeadless(deps);
      note(deps, { actor, action: 'account.grant', account, held, grants });
    });
    return view(deps, { actor, account });
  };
}

function disable(deps: Deps): Accounts['disable'] {
  const { store } = deps;
  return (actor, { accountId }) => {
    const account = findWhole(deps, { actor, accountId, action: 'account.disable' });
    const held = store.accounts.grants(account.id);
    const disabled = { ...account, disabledAtMs: account.disabledAtMs ?? deps.clock.wallMs() };
    store.transaction(() => {
      store.accounts.setDisabled(account.id, disabled.disabledAtMs);
      store.sessions.dropOf(account.id);
      store.invitations.dropPurpose('invite', account.id);
      refuseHeadless(deps);
      note(deps, { actor, action: 'account.disable', account, held });
    });
    return view(deps, { actor, account: disabled });
  };
}

/** Every role asked for lies where the actor may give roles, at a province or a commune. */
function permitGrants(
  deps: Deps,
  of: { actor: Actor; action: Action; grants: readonly GrantWish[] },
): void {
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

function noGrants() {
  return refusal('caller', 'no-grants', {
    vi: 'Hãy chọn ít nhất một vai trò ở một địa bàn, hoặc khóa tài khoản.',
    en: 'Choose at least one role at one area, or shut the account.',
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
