// What the use-cases of people need of rows: accounts and what they may, invitations, sessions.
// It must never know SQL: src/db implements it.
import type { Account, Grant } from '../../domain/model.ts';

export type PeopleStore = {
  accounts: {
    all(): Account[];
    get(id: string): Account | null;
    byName(name: string): Account | null;
    insert(account: Account): void;
    setDisabled(id: string, atMs: number | null): void;
    passwordHash(id: string): string | null;
    setPasswordHash(id: string, hash: string | null): void; // null: none is good until an invitation is taken
    grants(accountId: string): Grant[];
    allGrants(): Grant[];
    putGrant(grant: Grant): void;
    dropGrant(grant: Grant): void;
  };
  /** Set-up and invitation links: only the SHA-256 of the token is kept; used once. */
  invitations: {
    put(row: {
      tokenHash: string;
      accountId: string | null;
      purpose: 'setup' | 'invite';
      expiresAtMs: number;
    }): void;
    get(tokenHash: string): {
      tokenHash: string;
      accountId: string | null;
      purpose: 'setup' | 'invite';
      expiresAtMs: number;
    } | null;
    drop(tokenHash: string): void;
    dropPurpose(purpose: 'setup' | 'invite', accountId: string | null): void;
  };
  sessions: {
    put(row: SessionRow): void;
    get(tokenHash: string): SessionRow | null;
    drop(tokenHash: string): void;
    dropOf(accountId: string): void;
    dropExpired(nowMs: number): void;
  };
};

export type SessionRow = {
  tokenHash: string;
  accountId: string;
  csrfToken: string;
  createdAtMs: number;
  expiresAtMs: number;
};
