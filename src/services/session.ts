// Signing in and out: a cookie's token is found by its hash, and ends after twelve hours.
// It must never store a token or a password, nor say whether a name exists.
import type { Account, Actor } from '../domain/model.ts';
import type { Deps } from './deps.ts';
import type { NewSession, Session, SignedIn } from './door.ts';
import type { Passwords } from './passwords.ts';
import type { SessionRow } from './ports.ts';
import { record } from './record.ts';
import { refusal } from './refusals.ts';
import type { Throttle } from './throttle.ts';
import { newToken, tokenHash } from './tokens.ts';

/** A working day and its evening: nobody is asked twice a day, no phone stays signed in for weeks. */
const SESSION_MS = 12 * 3_600_000;

export type SessionParts = { deps: Deps; passwords: Passwords; throttle: Throttle };
type SignInOut = Pick<Session, 'find' | 'signIn' | 'signOut'>;

export function makeSession(parts: SessionParts): SignInOut {
  const { deps } = parts;
  return {
    find: (token) => find(deps, token),
    signIn: signIn(parts),
    signOut(token) {
      const row = deps.store.sessions.get(tokenHash(token));
      if (row) deps.store.sessions.drop(row.tokenHash);
    },
  };
}

function find(deps: Deps, token: string): SignedIn | null {
  const row = deps.store.sessions.get(tokenHash(token));
  const account = row && deps.store.accounts.get(row.accountId);
  if (!row || !account || account.disabledAtMs !== null) return null;
  if (row.expiresAtMs <= deps.clock.wallMs()) return null;
  return signedIn(deps, { account, row });
}

function signIn({ deps, passwords, throttle }: SessionParts): Session['signIn'] {
  return async ({ name, password, previousToken }) => {
    const key = name.trim().toLowerCase().slice(0, 100);
    throttle.check(key);
    const account = deps.store.accounts.byName(key);
    const stored = account ? deps.store.accounts.passwordHash(account.id) : null;
    const right = await passwords.verify(password, stored);
    if (!right || !account || account.disabledAtMs !== null) {
      throttle.failed(key);
      throw wrongSignIn();
    }
    throttle.succeeded(key);
    return deps.store.transaction(() => {
      deps.store.sessions.dropExpired(deps.clock.wallMs());
      if (previousToken) deps.store.sessions.drop(tokenHash(previousToken));
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
