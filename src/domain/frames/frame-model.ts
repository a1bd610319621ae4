// The nouns of frames: recorded sentences with gaps for hours, numbers, days and places that are recorded too.
// It must never know files, rows or sound.

/**
 * Said hours: `whole`, each value recorded as one (a language may bend "giờ" by what stands beside it), or `parts`,
 * hour and minute each recorded, in the order in which the language says them: "15:20" is two pieces then.
 */
type HourSlot =
  | { kind: 'hour'; said: 'whole'; stepMinutes: 15 | 30 | 60; also: readonly string[] }
  | {
      kind: 'hour';
      said: 'parts';
      order: 'hour-minute' | 'minute-hour';
      minutes: readonly number[];
    };
export type DayPart = 'weekday' | 'day' | 'month';
export type SlotSpec =
  | HourSlot
  | { kind: 'number'; from: number; to: number; step: number; also: readonly number[] }
  /** near: today, tomorrow and the day after have words of their own; all else in the order the language has */
  | { kind: 'date'; near: boolean; order: readonly DayPart[] }
  | { kind: 'place'; areas: 'villages' | 'communes' | 'none'; also: readonly string[] }
  | { kind: 'list'; values: readonly string[] };
export type FrameSlot = { name: string; label: string; required: boolean } & SlotSpec;

export type FrameWords = {
  name: string;
  /** ISO 639-3 */
  language: string;
  /** of the notice that is also said with it; null: by hand only */
  templateId: string | null;
  /**
   * What is to be said, in Vietnamese, in the order in which the language says it; `{slot}` is a gap. A sentence with an
   * empty gap that may be empty is left out whole.
   */
  sentences: readonly string[];
  slots: readonly FrameSlot[];
};
export type Frame = FrameWords & {
  id: string;
  tenantId: string;
  /** which words of the template it says; null: none */
  templateHash: string | null;
  /** grows with every change of its words */
  version: number;
  writtenBy: string;
  writtenAtMs: number;
  /** a second native speaker has heard it joined, and found the order of its parts right */
  confirmed: { version: number; byId: string; byName: string; atMs: number } | null;
};

/** What one recording says; the same in every frame of its language. */
export type NeededPiece = {
  key: string;
  /** in Vietnamese, for whoever says it in their own language */
  prompt: string;
  /** the slot it fills; null: fixed words of the frame */
  slot: string | null;
  /** the sentence it stands in, with its gap shown */
  within: string;
};

export type PieceState = { hash: string; durationMs: number; confirmed: boolean };
/** By key, of one language: the commune's own, and the province's where it has none. */
export type KnownPieces = ReadonlyMap<string, PieceState>;
/** Names of the villages and communes that may be said. */
export type PlaceNames = { villages: readonly string[]; communes: readonly string[] };

export type MissingPiece = NeededPiece & { why: 'not-recorded' | 'not-confirmed' };

/** Slot name → "15:00" · "500" · "2026-11-25" · "Nà Cạn" · one of the list */
export type FrameValues = Readonly<Record<string, string>>;
