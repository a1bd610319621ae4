// A signed-in person changes their own password; whoever else was signed in with the old one is out.
// It must never tell what was wrong with a guess but that it was wrong.
import type { Session } from '../door.ts';
import { goodPassword } from '../names.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import type { SessionParts } from './session.ts';
import { tokenHash } from './tokens.ts';

export function makeOwnPassword(parts: SessionParts): Pick<Session, 'changePassword'> {
  const { deps, passwords, throttle } = parts;
  const { store } = deps;
  return {
    async changePassword(actor, { token, current, password, address }) {
      const account = store.accounts.get(actor.accountId);
      if (!account) throw missing();
      const wish = goodPassword(password, account.name);
      throttle.enter({ name: account.name, address });
      const stored = store.accounts.passwordHash(account.id);
      if (!(await passwords.verify(current, stored))) throw wrongPassword();
      throttle.succeeded({ name: account.name, address });
      const hash = await passwords.hash(wish);
      store.transaction(() => {
        const row = store.sessions.get(tokenHash(token));
        // shut, invited again or changed elsewhere while the hash was made
        if (!row || store.accounts.passwordHash(account.id) !== stored) throw wrongPassword();
        store.sessions.dropOf(account.id);
        store.sessions.put(row);
        store.accounts.setPasswordHash(account.id, hash);
        const subject = `account:${account.id}`;
        record(deps, { actor, action: 'session.password', subject, tenantId: null });
      });
    },
  };
}

/** Not "unauthenticated": the session holds, and the page must not think it ended. */
function wrongPassword() {
  return refusal('caller', 'wrong-password', {
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The current password is wrong.',
    place: 'current',
  });
}
