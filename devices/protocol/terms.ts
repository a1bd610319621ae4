// What orders and reports both speak of: priority, hours, the facts of a sound, commands.
// It must never know topics, signatures or transport.
import { type Static, Type } from 'typebox';
import { Ms, Sha256, strict } from './atoms.ts';

export const Priority = Type.Union([
  Type.Literal('normal'),
  Type.Literal('priority'),
  Type.Literal('emergency'),
]);
export type Priority = Static<typeof Priority>;

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
