// Approving: how far it has come, the rule of a commune, what changed, slips.
// It must never know where a slip's file lies, nor how a difference is found.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, Sentence, strict } from './common.ts';

export const ApprovalMode = Type.Union([
  Type.Literal('one'),
  Type.Literal('any'),
  Type.Literal('all'),
]);
export type ApprovalMode = Static<typeof ApprovalMode>;
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const member = { accountId: Id, name: Type.String() };

export const ApprovalProgress = Type.Object(
  {
    mode: ApprovalMode,
    needed: List(Type.Object({ ...member, approvedAtMs: Nullable(Ms) }, strict)),
    given: List(
      Type.Object({ ...member, atMs: Ms, standing: Type.Boolean(), slip: Type.Boolean() }, strict),
    ),
    mine: Type.Union([
      Type.Literal('may'),
      Type.Literal('done'),
      Type.Literal('own'),
      Type.Literal('not-in-group'),
      Type.Literal('no-role'),
    ]),
    last: Nullable(
      Type.Object(
        {
          ...member,
          what: Type.Union([
            Type.Literal('submitted'),
            Type.Literal('agreed'),
            Type.Literal('approved'),
            Type.Literal('returned'),
            Type.Literal('withdrawn'),
          ]),
          atMs: Ms,
        },
        strict,
      ),
    ),
    seen: Nullable(Type.Object({ version: Count, contentHash: Type.String() }, strict)),
  },
  { ...strict, description: 'of this version and this very sound; `mine`: of whoever asks' },
);
export type ApprovalProgress = Static<typeof ApprovalProgress>;

export const RuleView = Type.Object(
  {
    areaId: Id,
    mode: ApprovalMode,
    accountIds: List(Id),
    approvers: List(Type.Object(member, strict)),
    unable: List(Type.Object(member, strict)),
  },
  strict,
);
export type RuleView = Static<typeof RuleView>;

export const RuleWish = Type.Object(
  {
    mode: ApprovalMode,
    // twelve is the most that is kept; a longer list is refused with a sentence of its own
    accountIds: Type.Array(Id, { maxItems: 100 }),
  },
  strict,
);
export type RuleWish = Static<typeof RuleWish>;

export const SeenWish = Type.Object({ contentHash: Hash }, strict);
export const WithdrawWish = Type.Object(
  { remark: Type.Optional(Nullable(Type.String({ maxLength: 2_000 }))) },
  strict,
);
export type WithdrawWish = Static<typeof WithdrawWish>;

export const ChangesQuery = Type.Object(
  { since: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) },
  strict,
);

const SoundChange = Type.Object(
  {
    kind: Type.Union([Type.Literal('added'), Type.Literal('removed'), Type.Literal('changed')]),
    pieces: List(
      Type.Object(
        {
          kind: Type.Union([Type.Literal('same'), Type.Literal('added'), Type.Literal('removed')]),
          words: Type.String(),
        },
        strict,
      ),
    ),
    startMs: Nullable(Type.Number()),
  },
  strict,
);
const Figures = List(Type.Object({ kind: Type.String(), source: Type.String() }, strict));
export const Changes = Type.Object(
  {
    since: Nullable(
      Type.Object(
        {
          version: Count,
          title: Type.String(),
          what: Type.Union([Type.Literal('seen'), Type.Literal('approved')]),
        },
        strict,
      ),
    ),
    sentences: List(SoundChange),
    whole: Type.Boolean(),
    figures: Type.Object({ added: Figures, removed: Figures }, strict),
  },
  strict,
);
export type Changes = Static<typeof Changes>;

/** A slip of ten pages signed twice is 300 KB; photographed with a phone, some megabytes. */
export const SLIP_MAX_BYTES = 10 * 1024 * 1024;
export const SlipQuery = Type.Object(
  { name: Type.Optional(Type.String({ maxLength: 300 })) },
  strict,
);
const SlipSignature = Type.Object(
  {
    signer: Nullable(Type.String()),
    organisation: Nullable(Type.String()),
    signedAt: Nullable(Type.String()),
    intact: Type.Boolean(),
    whole: Type.Boolean(),
    trusted: Type.Union([Type.Literal(false), Type.Literal('chain')]),
    problem: Nullable(Sentence),
  },
  strict,
);
export const Slip = Type.Object(
  {
    id: Id,
    bulletinId: Id,
    tenantId: Id,
    version: Count,
    contentHash: Type.String(),
    file: Type.Object({ hash: Type.String(), bytes: Count, name: Nullable(Type.String()) }, strict),
    scanned: Type.Boolean(),
    signatures: List(SlipSignature),
    uploadedBy: Id,
    uploadedByName: Type.String(),
    atMs: Ms,
  },
  strict,
);
export type Slip = Static<typeof Slip>;
export const SlipList = Type.Object({ slips: List(Slip) }, strict);
export type SlipList = Static<typeof SlipList>;
