// The schema of an enrolment: who a unit is, its broker, its secret, the keys it trusts.
// It must never know how the file travels or where it is kept.
import { type Static, Type } from 'typebox';
import { Id, Slug, strict } from './atoms.ts';

/** The file a technician carries from the service to a speaker: the only secret it ever types. */
export const Enrolment = Type.Object(
  {
    speakerId: Slug,
    unitId: Id,
    brokerUrl: Type.String({ maxLength: 200 }),
    username: Slug,
    password: Type.String({ minLength: 20, maxLength: 100 }),
    /** trusted signing keys of the service */
    keys: Type.Array(Type.Object({ keyId: Type.String(), publicKey: Type.String() }, strict), {
      minItems: 1,
      maxItems: 8,
    }),
  },
  strict,
);
export type Enrolment = Static<typeof Enrolment>;
