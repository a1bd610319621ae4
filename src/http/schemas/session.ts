// Signing in, the first set-up, an invitation taken: what is asked and what is answered.
// It must never know how a password or a token is kept.
import { type Static, Type } from 'typebox';
import { Id, Line, List, Ms, Slug, strict } from './common.ts';

export const Role = Type.Union([
  Type.Literal('author'),
  Type.Literal('approver'),
  Type.Literal('operator'),
  Type.Literal('planner'),
  Type.Literal('technician'),
  Type.Literal('administrator'),
]);
export type Role = Static<typeof Role>;

export const Grant = Type.Object({ role: Role, areaId: Id }, strict);
export type Grant = Static<typeof Grant>;

export const Session = Type.Object(
  {
    account: Type.Object({ id: Id, name: Type.String(), fullName: Type.String() }, strict),
    grants: List(Grant),
    csrfToken: Type.String({ description: 'send it back as x-csrf-token with every change' }),
    speed: Type.Number({ description: 'plan milliseconds per real millisecond' }),
    simulated: Type.Boolean({ description: 'the clock is a demonstration, not the time of day' }),
    planNowMs: Type.Number(),
  },
  strict,
);
export type Session = Static<typeof Session>;

/** A sign-in name is matched, not judged, so that a wrong one is refused like a wrong password. */
const Name = Type.String({ minLength: 1, maxLength: 100 });
// Hashing time grows with length: 200 characters is past any passphrase a person types.
const Password = Type.String({ minLength: 1, maxLength: 200 });
const Token = Type.String({ minLength: 1, maxLength: 200 });

export const SignIn = Type.Object({ name: Name, password: Password }, strict);
export type SignIn = Static<typeof SignIn>;

export const PasswordChange = Type.Object({ current: Password, password: Password }, strict);
export type PasswordChange = Static<typeof PasswordChange>;

export const SetUp = Type.Object(
  {
    token: Token,
    name: Name,
    fullName: Line,
    password: Password,
    provinceName: Line,
    provinceCode: Slug,
  },
  strict,
);
export type SetUp = Static<typeof SetUp>;

export const Invitation = Type.Object({ token: Token, password: Password }, strict);
export type Invitation = Static<typeof Invitation>;

export const Simulation = Type.Object(
  { speed: Type.Number({ exclusiveMinimum: 0, maximum: 1_000 }) },
  strict,
);
export type Simulation = Static<typeof Simulation>;

export const Health = Type.Object(
  {
    ok: Type.Boolean(),
    broker: Type.Union([Type.Literal('connected'), Type.Literal('waiting')]),
    version: Type.String(),
    planNowMs: Ms,
    speed: Type.Number(),
  },
  strict,
);
export type Health = Static<typeof Health>;
