// Signing in and out: a cookie's token is found by its hash, and ends after twelve hours.
// It must never store a token or a password, nor say whether a name exists.
import type { Account, Actor } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { NewSession, Session, SignedIn } from '../door.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { makeOwnPassword } from './own-password.ts';
import type { Passwords } from './passwords.ts';
import type { SessionRow } from './people-store.ts';
import { makeTrail } from './sign-in-trail.ts';
import type { Throttle } from './throttle.ts';
import { newToken, tokenHash } from './tokens.ts';

/** A working day and its evening: nobody is asked twice a day, no phone stays signed in for weeks. */
const SESSION_MS = 12 * 3_600_000;

export type SessionParts = { deps: Deps; passwords: Passwords; throttle: Throttle };
type SignInOut = Pick<Session, 'find' | 'signIn' | 'signOut' | 'changePassword'>;

export function makeSession(parts: SessionParts): SignInOut {
  const { deps } = parts;
  return {
    find: (token) => find(deps, token),
    signIn: signIn(parts),
    signOut: (token) => signOut(deps, token),
    ...makeOwnPassword(parts),
  };
}

function find(deps: Deps, token: string): SignedIn | null {
  const row = deps.store.sessions.get(tokenHash(token));
  const account = row && deps.store.accounts.get(row.accountId);
  if (!row || !account || account.disabledAtMs !== null) return null;
  if (row.expiresAtMs <= deps.clock.wallMs()) return null;
  return signedIn(deps, { account, row });
}

function signOut(deps: Deps, token: string): void {
  const { store } = deps;
  const row = store.sessions.get(tokenHash(token));
  const account = row && store.accounts.get(row.accountId);
  if (!row || !account) return;
  store.transaction(() => {
    store.sessions.drop(row.tokenHash);
    const { actor } = signedIn(deps, { account, row });
    const subject = `account:${account.id}`;
    record(deps, { actor, action: 'session.close', subject, tenantId: null });
  });
}

function signIn({ deps, passwords, throttle }: SessionParts): Session['signIn'] {
  const { store } = deps;
  const trail = makeTrail(deps);
  return async ({ name, password, previousToken, address }) => {
    const attempt = { name: name.trim().toLowerCase().slice(0, 100), address };
    const account = store.accounts.byName(attempt.name);
    const refuse = (action: 'session.refused' | 'session.throttled', refused: unknown) => {
      trail({ action, account, address });
      throw refused;
    };
    try {
      throttle.enter(attempt);
    } catch (refused) {
      return refuse('session.throttled', refused);
    }
    const stored = account && store.accounts.passwordHash(account.id);
    const right = await passwords.verify(password, stored);
    // asked again: the account may have been shut, or invited anew, while the hash was made
    const still = account && store.accounts.get(account.id);
    const open = still?.disabledAtMs === null && store.accounts.passwordHash(still.id) === stored;
    if (!right || !account || !open) return refuse('session.refused', wrongSignIn());
    throttle.succeeded(attempt);
    return store.transaction(() => {
      store.sessions.dropExpired(deps.clock.wallMs());
      if (previousToken) store.sessions.drop(tokenHash(previousToken));
      return openSession(deps, account);
    });
  };
}

/** Within a transaction of the caller's. */
export function openSession(deps: Deps, account: Account): NewSession {
  const token = newToken();
  const nowMs = deps.clock.wallMs();
  const row: SessionRow = {
    tokenHash: tokenHash(token),
    accountId: account.id,
    csrfToken: newToken(),
    createdAtMs: nowMs,
    expiresAtMs: nowMs + SESSION_MS,
  };
  deps.store.sessions.put(row);
  const found = signedIn(deps, { account, row });
  record(deps, {
    actor: found.actor,
    action: 'session.open',
    subject: `account:${account.id}`,
    tenantId: null,
  });
  return { ...found, token, expiresAtMs: row.expiresAtMs };
}

function signedIn(deps: Deps, { account, row }: { account: Account; row: SessionRow }): SignedIn {
  const grants = deps.store.accounts.grants(account.id);
  const actor: Actor = { accountId: account.id, name: account.name, grants };
  return {
    actor,
    account: { id: account.id, name: account.name, fullName: account.fullName },
    grants: grants.map(({ role, areaId }) => ({ role, areaId })),
    csrfToken: row.csrfToken,
    speed: deps.clock.speed(),
    simulated: deps.terms.setSpeed !== null,
    planNowMs: deps.clock.planMs(),
  };
}

function wrongSignIn() {
  return refusal('unauthenticated', 'wrong-sign-in', {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The name or the password is wrong.',
  });
}
