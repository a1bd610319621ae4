// What orders and reports both speak of: priority, turns on the air, hours, facts of a sound, commands.
// It must never know topics, signatures or transport.
import { type Static, Type } from 'typebox';
import { Ms, Sha256, strict } from './atoms.ts';

export const Priority = Type.Union([
  Type.Literal('normal'),
  Type.Literal('priority'),
  Type.Literal('emergency'),
]);
export type Priority = Static<typeof Priority>;

/** A day: what has not begun by then was meant for another day. */
const SPAN_MAX_MS = 86_400_000;
const Span = Type.Integer({ minimum: 0, maximum: SPAN_MAX_MS });

/** When its turn comes among equals (devices/PROTOCOL.md §10). */
export const StartRule = Type.Union([
  Type.Object({ kind: Type.Literal('exact') }, strict),
  Type.Object({ kind: Type.Literal('after') }, strict),
  Type.Object({ kind: Type.Literal('within'), withinMs: Span }, strict),
]);
export type StartRule = Static<typeof StartRule>;

/** What becomes of it where its beginning was missed. */
export const MissedRule = Type.Union([
  Type.Object({ kind: Type.Literal('join') }, strict),
  Type.Object({ kind: Type.Literal('skip') }, strict),
  Type.Object({ kind: Type.Literal('late'), untilMs: Span }, strict),
  Type.Object({ kind: Type.Literal('escalate') }, strict),
]);
export type MissedRule = Static<typeof MissedRule>;

/** What it does while something above it sounds. */
export const UnderRule = Type.Union([
  Type.Literal('pause'),
  Type.Literal('silent'),
  Type.Literal('drop'),
]);
export type UnderRule = Static<typeof UnderRule>;

/** How one airing behaves among others on one voice: what the arbiter needs beside priority and time. */
export const AirTerms = Type.Object(
  {
    start: StartRule,
    missed: MissedRule,
    under: UnderRule,
    /** lower first: severity among emergencies, the commune's answer among priority items */
    order: Type.Integer({ minimum: 0, maximum: 1_000 }),
    /** beneath everything, wherever there is room */
    filler: Type.Boolean(),
  },
  strict,
);
export type AirTerms = Static<typeof AirTerms>;

/** One window of allowed hours: minutes after local midnight, end exclusive; days 1 = Monday … 7 = Sunday. */
export const HoursWindow = Type.Object(
  {
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
    fromMinute: Type.Integer({ minimum: 0, maximum: 1439 }),
    toMinute: Type.Integer({ minimum: 1, maximum: 1440 }),
  },
  strict,
);
export type HoursWindow = Static<typeof HoursWindow>;

export const AllowedHours = Type.Object(
  {
    utcOffsetMin: Type.Integer({ minimum: -720, maximum: 840, description: 'Vietnam: 420' }),
    windows: Type.Array(HoursWindow, { maxItems: 28 }),
  },
  strict,
);
export type AllowedHours = Static<typeof AllowedHours>;

/** What the chunks are and how each of them is proven. */
export const SoundFacts = Type.Object(
  {
    codec: Type.Literal('opus'),
    channels: Type.Literal(1),
    bitrateBps: Type.Integer({ minimum: 6_000, maximum: 128_000 }),
    frameMs: Type.Union([Type.Literal(20), Type.Literal(40), Type.Literal(60)]),
    preSkipSamples: Type.Integer({ minimum: 0, maximum: 48_000, description: 'at 48 kHz' }),
    totalSamples: Type.Integer({ minimum: 1, description: 'at 48 kHz, after preSkip' }),
    chunkCount: Type.Integer({ minimum: 1, maximum: 4_096 }),
    bytes: Type.Integer({ minimum: 1, maximum: 256 * 1024 * 1024 }),
    contentHash: Sha256,
    chunkDigests: Type.String({
      maxLength: 4_096 * 24,
      description: 'base64: the first 16 bytes of the SHA-256 of every chunk payload, in order',
    }),
  },
  strict,
);
export type SoundFacts = Static<typeof SoundFacts>;

/** Luật Trí tuệ nhân tạo 134/2025/QH15 Art. 11: machine-made sound carries a machine-readable mark. */
export const SyntheticMark = Type.Object(
  { engine: Type.String({ maxLength: 80 }), voice: Type.String({ maxLength: 80 }), madeAtMs: Ms },
  strict,
);
export type SyntheticMark = Static<typeof SyntheticMark>;

/** What one unit does once when told to (devices/PROTOCOL.md §5). */
export const Command = Type.Union([Type.Literal('identify'), Type.Literal('self-test')]);
export type Command = Static<typeof Command>;
