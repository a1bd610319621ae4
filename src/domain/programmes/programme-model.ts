// The nouns of programmes: a commune's template, what is chosen for a day, and the edition built of it.
// It must never know rows, screens, sound or a clock.
import type { Genre } from '../model.ts';

/** ours: three tones that come with the product · a bulletin: the commune's own recording, approved like any other */
export type Chime = { kind: 'none' } | { kind: 'ours' } | { kind: 'bulletin'; bulletinId: string };

/** Every word in it is a bulletin of its own, so that nothing of a programme is heard that nobody approved. */
export type ProgrammeTemplate = {
  id: string;
  tenantId: string;
  name: string;
  chime: Chime;
  /** "Đây là Đài truyền thanh xã …" */
  identId: string | null;
  openingId: string | null;
  closingId: string | null;
  pauses: Pauses;
  /** how often each bulletin is said, 1–3, in all its languages each time */
  repeats: number;
  mostMinutes: number | null;
  choosing: Choosing;
  /** grows with every change: who saves over an older one is told */
  version: number;
  removedAtMs: number | null;
};

/** Silence wished between two sounds; what a sound brings of its own at its ends is taken off it. */
export type Pauses = {
  /** after the chime, the ident and the opening, and before the closing */
  aroundMs: number;
  /** between two bulletins */
  betweenMs: number;
  /** between the languages of one bulletin, and before it is said again */
  withinMs: number;
};

/** Which bulletins a day's programme takes when nobody names them. */
export type Choosing = {
  /** none: every genre */
  genres: readonly Genre[];
  /** what the province gave and the commune accepted */
  given: boolean;
  /** the commune's own */
  own: boolean;
  /** written within so many days */
  days: number;
  /** at most so many bulletins */
  most: number;
  /** aired fewer times than this here, alone or in a programme */
  airedFewerThan: number;
};

export const PAUSE_MOST_MS = 10_000;
export const REPEATS_MOST = 3;
/** Above this nobody listens to the end; a day has more than one programme. */
export const MINUTES_MOST = 180;
export const ITEMS_MOST = 30;
export const DAYS_MOST = 366;

export const USUAL_PAUSES: Pauses = { aroundMs: 800, betweenMs: 1_500, withinMs: 1_000 };
export const USUAL_CHOOSING: Choosing = {
  genres: [],
  given: true,
  own: true,
  days: 7,
  most: 8,
  airedFewerThan: 2,
};

/** Of a programme that is one bulletin alone, in the languages of a village. */
export type Frame = Pick<ProgrammeTemplate, 'pauses' | 'repeats' | 'mostMinutes'>;
export const BARE: Frame = { pauses: USUAL_PAUSES, repeats: 1, mostMinutes: null };

export type PieceKind = 'chime' | 'ident' | 'opening' | 'item' | 'closing';

/** An edition: one bulletin joined of many, for one order of languages. */
export type ProgrammeEdition = {
  /** the bulletin it is */
  bulletinId: string;
  tenantId: string;
  /** null: one bulletin alone in several languages, or its template is gone */
  templateId: string | null;
  languages: readonly string[];
  /** the villages it was built for */
  areaIds: readonly string[];
  /** originals, as they were wished: what a rebuilding begins from */
  itemIds: readonly string[];
  /** the bulletin's version these parts are of */
  version: number;
  builtBy: string;
  builtAtMs: number;
  /** the first part that no longer holds, and why: nothing of it airs until it is rebuilt */
  broken: BrokenPart | null;
};

/** One sound of an edition, as it was when it was joined. */
export type EditionPart = {
  position: number;
  kind: PieceKind;
  /** null: the chime that comes with the product */
  bulletinId: string | null;
  version: number;
  clipId: string;
  contentHash: string;
  title: string;
  language: string | null;
  startMs: number;
  durationMs: number;
  /** frames of silence before it */
  pauseFrames: number;
};

export type PartFault =
  | 'gone'
  | 'withdrawn'
  | 'changed'
  | 'expired'
  | 'document-ended'
  | 'not-given'
  | 'original-not-approved'
  | 'older-text'
  | 'emergency'
  | 'drill';
export type BrokenPart = { bulletinId: string; title: string; why: PartFault };
