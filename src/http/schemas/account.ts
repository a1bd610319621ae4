// Accounts and the roles they hold where.
// It must never know password hashes: none has a field here.
import { type Static, Type } from 'typebox';
import { Id, Line, List, Ms, Nullable, strict } from './common.ts';
import { Grant } from './session.ts';

export const Account = Type.Object(
  { id: Id, name: Type.String(), fullName: Type.String(), disabledAtMs: Nullable(Ms) },
  strict,
);
export const AccountView = Type.Object({ account: Account, grants: List(Grant) }, strict);
export type AccountView = Static<typeof AccountView>;

export const AccountList = Type.Object({ accounts: List(AccountView) }, strict);
export type AccountList = Static<typeof AccountList>;

/** A person holds a handful of roles; 50 leaves room for one who serves many communes. */
const Grants = Type.Array(Grant, { maxItems: 50 });

export const NewAccount = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 100 }), fullName: Line, grants: Grants },
  strict,
);
export type NewAccount = Static<typeof NewAccount>;

export const Invited = Type.Object(
  {
    account: Account,
    grants: List(Grant),
    invitationToken: Type.String({ description: 'shown this once' }),
    invitationUrl: Type.String(),
  },
  strict,
);
export type Invited = Static<typeof Invited>;

export const GrantsWish = Type.Object({ grants: Grants }, strict);
export type GrantsWish = Static<typeof GrantsWish>;
