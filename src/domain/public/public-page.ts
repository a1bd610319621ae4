// What villagers may read and hear again of what sounded in their commune, and what never stands there.
// It must never know HTML, rows or addresses.
import type { Priority, SyntheticMark } from '../../../devices/protocol/index.ts';
import type { DocumentWarning } from '../documents/document-warnings.ts';
import type { ClipSentence } from '../model.ts';
import { DAY_MS } from '../vietnam-time.ts';

/** A week: what somebody still remembers having half heard. */
export const SHOWN_MS = 7 * DAY_MS;

/** A commune's own word on its public page; without a row it is closed. */
export type PublicSettings = {
  areaId: string;
  /** nobody but the commune opens it: what aired before was not written to be read (Luật 91/2025/QH15) */
  open: boolean;
  /** whom to ring where writing is not enough */
  phone: string | null;
};

/** One airing in one village of the commune: how many speakers had a part, and how it ended there. */
export type HeardThere = {
  airingId: string;
  areaId: string;
  speakers: number;
  played: number;
  partly: number;
};

/** An airing, with what decides whether it may be read again as it stands now. */
export type AiredFacts = {
  id: string;
  playAtMs: number;
  durationMs: number;
  title: string;
  priority: Priority;
  drill: boolean;
  /** somebody pressed stop */
  cancelled: boolean;
  /** nobody stands for it any more: its approval was taken back, or it was sent back, or changed since */
  withdrawn: boolean;
  personalData: boolean;
  sentences: readonly ClipSentence[];
  synthetic: SyntheticMark | null;
  source: SourceNamed | null;
  documentId: string | null;
  /** one of a gazette */
  documentPart: number | null;
};
export type SourceNamed = {
  number: string | null;
  issuer: string | null;
  title: string;
  /** "Điều 2, Điều 3 khoản 1"; '' where it was not made of clauses, or of all of them */
  clauses: string;
};
/** What its document is today: a draft, not yet the law, or no longer. */
export type PublicMark = DocumentWarning['code'];

export type PublicAiring = {
  id: string;
  playAtMs: number;
  durationMs: number;
  priority: Priority;
  drill: boolean;
  places: readonly HeardThere[];
  /** null: it was stopped; what somebody took back is not spread here */
  said: PublicWords | null;
};
export type PublicWords = {
  title: string;
  text: string;
  synthetic: SyntheticMark | null;
  source: SourceNamed | null;
  mark: PublicMark | null;
};

/** It sounded somewhere, and names nobody: the one rule of the page, the sound and the reports. */
export function mayBeRead(facts: AiredFacts, places: readonly HeardThere[]): boolean {
  return !facts.personalData && places.some(hasSounded);
}

/** Also its sound, and its words: what was stopped may be what should never have been said. */
export function mayBeHeard(facts: AiredFacts, places: readonly HeardThere[]): boolean {
  return mayBeRead(facts, places) && !facts.cancelled && !facts.withdrawn;
}

export function hasSounded({ played, partly }: HeardThere): boolean {
  return played + partly > 0;
}

export function publicAiring(
  facts: AiredFacts & { mark?: PublicMark },
  places: readonly HeardThere[],
): PublicAiring | null {
  if (!mayBeRead(facts, places)) return null;
  const { id, playAtMs, durationMs, priority, drill, title, synthetic, source } = facts;
  const text = textOf(facts.sentences);
  const mark = facts.mark ?? null;
  const said = mayBeHeard(facts, places) ? { title, text, synthetic, source, mark } : null;
  return { id, playAtMs, durationMs, priority, drill, places, said };
}

/** What is said two or three times within one airing is written once. */
function textOf(sentences: readonly ClipSentence[]): string {
  const words = sentences.map((sentence) => sentence.words);
  const times = [3, 2].find((count) => isRepeated(words, count)) ?? 1;
  return words.slice(0, words.length / times).join(' ');
}

function isRepeated(words: readonly string[], times: number): boolean {
  const once = words.length / times;
  if (words.length === 0 || !Number.isInteger(once)) return false;
  return words.every((word, n) => word === words[n % once]);
}
