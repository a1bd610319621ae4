// Accounts, grants, invitations and sessions, on every database.
// It must never know what a role allows.
import { describe, expect, test } from 'vitest';
import { NOON } from '../domain/samples.ts';
import { DIALECTS, furnish } from './dialects.ts';

const account = { id: 'tk-1', name: 'lan', fullName: 'Lò Thị Lan', disabledAtMs: null };
const session = (tokenHash: string, expiresAtMs = NOON) => ({
  tokenHash,
  accountId: 'tk-1',
  csrfToken: 'c',
  createdAtMs: NOON - 1,
  expiresAtMs,
});

describe.each(DIALECTS)('$name', ({ open }) => {
  const withAccount = () => {
    const store = furnish(open());
    store.accounts.insert(account);
    return store;
  };

  test('an account comes back by id and by name, without its password', () => {
    const { accounts } = withAccount();
    accounts.setPasswordHash('tk-1', 'scrypt$…');
    expect(accounts.get('tk-1')).toEqual(account);
    expect(accounts.byName('lan')).toEqual(account);
    expect(accounts.all()).toEqual([account]);
    expect([accounts.get('?'), accounts.byName('?')]).toEqual([null, null]);
  });

  test('a password hash is there once it is set', () => {
    const { accounts } = withAccount();
    expect([accounts.passwordHash('tk-1'), accounts.passwordHash('?')]).toEqual([null, null]);
    accounts.setPasswordHash('tk-1', 'scrypt$…');
    expect(accounts.passwordHash('tk-1')).toBe('scrypt$…');
  });

  test('two accounts of one name are refused', () => {
    const { accounts } = withAccount();
    expect(() => accounts.insert({ ...account, id: 'tk-2' })).toThrow(/UNIQUE/);
  });

  test('an account is disabled and enabled', () => {
    const { accounts } = withAccount();
    accounts.setDisabled('tk-1', NOON);
    expect(accounts.get('tk-1')?.disabledAtMs).toBe(NOON);
    accounts.setDisabled('tk-1', null);
    expect(accounts.get('tk-1')?.disabledAtMs).toBeNull();
  });

  test('a grant is held once however often it is given, and dropped alone', () => {
    const { accounts } = withAccount();
    const grant = { accountId: 'tk-1', role: 'author' as const, areaId: 'xa-a' };
    const other = { ...grant, role: 'planner' as const };
    for (const each of [grant, grant, other]) accounts.putGrant(each);
    expect(accounts.grants('tk-1')).toEqual([grant, other]);
    accounts.dropGrant(grant);
    expect(accounts.allGrants()).toEqual([other]);
    expect(accounts.grants('?')).toEqual([]);
  });

  test('an invitation is found by the hash of its token until it is used', () => {
    const { invitations } = withAccount();
    const row = {
      tokenHash: 'h',
      accountId: 'tk-1',
      purpose: 'invite' as const,
      expiresAtMs: NOON,
    };
    invitations.put(row);
    invitations.put({ ...row, expiresAtMs: NOON + 1 });
    expect(invitations.get('h')).toEqual({ ...row, expiresAtMs: NOON + 1 });
    invitations.drop('h');
    expect(invitations.get('h')).toBeNull();
  });

  test('a new link of a purpose drops the older ones of that purpose and account only', () => {
    const { invitations } = withAccount();
    const put = (tokenHash: string, purpose: 'setup' | 'invite', accountId: string | null) =>
      invitations.put({ tokenHash, purpose, accountId, expiresAtMs: NOON });
    put('setup', 'setup', null);
    put('invite', 'invite', 'tk-1');
    invitations.dropPurpose('setup', null);
    expect([invitations.get('setup'), invitations.get('invite')?.purpose]).toEqual([
      null,
      'invite',
    ]);
    invitations.dropPurpose('invite', 'tk-1');
    expect(invitations.get('invite')).toBeNull();
  });

  test('sessions are kept by hash, end one by one, all of an account, or by time', () => {
    const { sessions } = withAccount();
    sessions.put(session('a'));
    sessions.put(session('a', NOON + 5));
    expect(sessions.get('a')).toEqual(session('a', NOON + 5));
    sessions.drop('a');
    sessions.put(session('old', NOON));
    sessions.put(session('young', NOON + 1));
    sessions.dropExpired(NOON);
    expect([sessions.get('a'), sessions.get('old')]).toEqual([null, null]);
    expect(sessions.get('young')).not.toBeNull();
    sessions.dropOf('tk-1');
    expect(sessions.get('young')).toBeNull();
  });
});
