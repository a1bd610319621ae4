// Who did what when, a page at a time.
// It must never know passwords, tokens or texts: an audit line holds none.
import { type Static, Type } from 'typebox';
import { Id, List, Ms, Nullable, strict } from './common.ts';

export const AuditLine = Type.Object(
  {
    id: Id,
    atMs: Ms,
    accountId: Nullable(Id),
    action: Type.String(),
    subject: Type.String(),
    tenantId: Nullable(Id),
    detail: Type.String(),
  },
  strict,
);
export type AuditLine = Static<typeof AuditLine>;
export const AuditList = Type.Object({ lines: List(AuditLine) }, strict);
export type AuditList = Static<typeof AuditList>;
export const AuditQuery = Type.Object(
  {
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  },
  strict,
);
