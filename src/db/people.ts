// Rows of people: accounts, what they hold, invitations, sessions. Tokens stand here only as hashes.
// It must never know a password or a token in the clear, nor what a role allows.
import type { Account } from '../domain/model.ts';
import type { Store } from '../services/ports.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function accountRows(run: Runner): Store['accounts'] {
  const accounts = queries
    .selectFrom('accounts')
    .select(['id', 'name', 'fullName', 'disabledAtMs']);
  const grants = queries.selectFrom('grants').selectAll().orderBy('areaId').orderBy('role');
  const change = (id: string, row: Partial<Account & { passwordHash: string | null }>) =>
    void run.change(queries.updateTable('accounts').set(row).where('id', '=', id));
  return {
    all: () => run.all(accounts.orderBy('name')),
    get: (id) => run.first(accounts.where('id', '=', id)),
    byName: (name) => run.first(accounts.where('name', '=', name)),
    insert: ({ id, name, fullName, disabledAtMs }) =>
      void run.change(
        queries
          .insertInto('accounts')
          .values({ id, name, fullName, disabledAtMs, passwordHash: null }),
      ),
    setDisabled: (id, disabledAtMs) => change(id, { disabledAtMs }),
    passwordHash: (id) =>
      run.first(queries.selectFrom('accounts').select('passwordHash').where('id', '=', id))
        ?.passwordHash ?? null,
    setPasswordHash: (id, passwordHash) => change(id, { passwordHash }),
    grants: (accountId) => run.all(grants.where('accountId', '=', accountId)),
    allGrants: () => run.all(grants.orderBy('accountId')),
    putGrant: ({ accountId, role, areaId }) =>
      void run.change(
        queries
          .insertInto('grants')
          .values({ accountId, role, areaId })
          .onConflict((clash) => clash.doNothing()),
      ),
    dropGrant: ({ accountId, role, areaId }) =>
      void run.change(
        queries
          .deleteFrom('grants')
          .where('accountId', '=', accountId)
          .where('role', '=', role)
          .where('areaId', '=', areaId),
      ),
  };
}

export function invitationRows(run: Runner): Store['invitations'] {
  return {
    put(row) {
      const { tokenHash, ...changed } = row;
      run.change(
        queries
          .insertInto('invitations')
          .values({ tokenHash, ...changed })
          .onConflict((clash) => clash.column('tokenHash').doUpdateSet(changed)),
      );
    },
    get: (tokenHash) =>
      run.first(queries.selectFrom('invitations').selectAll().where('tokenHash', '=', tokenHash)),
    drop: (tokenHash) =>
      void run.change(queries.deleteFrom('invitations').where('tokenHash', '=', tokenHash)),
    dropPurpose: (purpose, accountId) =>
      void run.change(
        queries
          .deleteFrom('invitations')
          .where('purpose', '=', purpose)
          .where('accountId', accountId === null ? 'is' : '=', accountId),
      ),
  };
}

export function sessionRows(run: Runner): Store['sessions'] {
  const gone = queries.deleteFrom('sessions');
  return {
    put(row) {
      const { tokenHash, ...changed } = row;
      run.change(
        queries
          .insertInto('sessions')
          .values({ tokenHash, ...changed })
          .onConflict((clash) => clash.column('tokenHash').doUpdateSet(changed)),
      );
    },
    get: (tokenHash) =>
      run.first(queries.selectFrom('sessions').selectAll().where('tokenHash', '=', tokenHash)),
    drop: (tokenHash) => void run.change(gone.where('tokenHash', '=', tokenHash)),
    dropOf: (accountId) => void run.change(gone.where('accountId', '=', accountId)),
    dropExpired: (nowMs) => void run.change(gone.where('expiresAtMs', '<=', nowMs)),
  };
}
