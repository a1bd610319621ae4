// Ways back in: an invitation made anew for a lost link or password, a shut account opened again.
// It must never see a password, nor let one that was lost stay good.
import type { Account } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { Accounts } from '../door.ts';
import { refusal } from '../refusals.ts';
import { findWhole, note, refuseHeadless, view } from './account-scope.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Long enough for a message to be read after a weekend. */
const INVITATION_MS = 72 * 3_600_000;

export function makeWaysBack(deps: Deps): Pick<Accounts, 'inviteAgain' | 'enable'> {
  const { store } = deps;
  return {
    inviteAgain(actor, { accountId }) {
      const account = findWhole(deps, { actor, accountId, action: 'account.invite' });
      if (account.disabledAtMs !== null) throw shut();
      const link = store.transaction(() => {
        store.sessions.dropOf(account.id);
        store.accounts.setPasswordHash(account.id, null);
        refuseHeadless(deps);
        const held = store.accounts.grants(account.id);
        note(deps, { actor, action: 'account.invite', account, held });
        return newInvitation(deps, account);
      });
      return { ...view(deps, { actor, account }), ...link };
    },
    enable(actor, { accountId }) {
      const account = findWhole(deps, { actor, accountId, action: 'account.enable' });
      store.transaction(() => {
        store.accounts.setDisabled(account.id, null);
        const held = store.accounts.grants(account.id);
        note(deps, { actor, action: 'account.enable', account, held });
      });
      return view(deps, { actor, account: { ...account, disabledAtMs: null } });
    },
  };
}

/** Within a transaction of the caller's; an earlier link of this account is dead from then on. */
export function newInvitation(
  { store, clock, terms }: Deps,
  { id: accountId }: Account,
): { invitationToken: string; invitationUrl: string } {
  const invitationToken = newToken();
  store.invitations.dropPurpose('invite', accountId);
  store.invitations.put({
    tokenHash: tokenHash(invitationToken),
    accountId,
    purpose: 'invite',
    expiresAtMs: clock.wallMs() + INVITATION_MS,
  });
  const invitationUrl = `${terms.publicUrl()}/#/invitation?token=${invitationToken}`;
  return { invitationToken, invitationUrl };
}

function shut() {
  return refusal('conflict', 'account-disabled', {
    vi: 'Tài khoản đang bị khóa. Hãy mở lại rồi gửi lời mời.',
    en: 'This account is shut. Open it again, then invite.',
  });
}
