// A bulletin composed of a document: which of its characters are the document's, what it must say, what is unwritten.
// It must never know how a text is composed or read.
import type { SourceSpan } from './document-model.ts';
import type { LexiconEntry, SettledPlace, Settlement } from './reading-model.ts';

export type ComposedGenre = 'news' | 'excerpt' | 'qa' | 'situation' | 'story';
/** Composed characters [from, to) are the document's [sourceFrom, sourceTo): one for one where as many. */
export type Slice = SourceSpan & { sourceFrom: number; sourceTo: number };
/** How a bulletin came to its text; what a person changed of it since stands in the bulletin. */
export type Composition = {
  bulletinId: string;
  picks: readonly string[];
  text: string;
  slices: readonly Slice[];
  /** what the document calls things, said here too */
  local: readonly LexiconEntry[];
  /** what was ticked, as one names it: "Điều 2, Điều 3 khoản 1" */
  clauses: string;
};

/** "[Viết tình huống ở đây: …]": a person's to write; sent as it stands, nobody would know whose story it is. */
const PLACE = /\[\s*Viết [^\][\n]{0,300}\]/gu;

export function placesToWrite(text: string): { at: number; length: number }[] {
  return [...text.matchAll(PLACE)].map(({ 0: place, index }) => ({
    at: index,
    length: place.length,
  }));
}

/** Within so much of either end a listener who comes late, or leaves early, still hears it. */
const NEAR_CHARS = 900;

/**
 * What must be said is said first and last, unless its writer says it there: among what is heard, for under
 * "Nơi nhận" nobody hears it. `shift`: how far the text moved · `end`: behind it nothing of the text is heard.
 */
export function withNotices(
  text: string,
  { notices, heard }: { notices: readonly string[]; heard: readonly SourceSpan[] },
): { text: string; shift: number; end: number } {
  const whole = text.trimEnd();
  const first = Math.min(whole.length, ...heard.map(({ from }) => from));
  const last = Math.max(0, ...heard.map(({ to }) => Math.min(whole.length, to))) || whole.length;
  // the full stop behind the last word is heard by nobody and belongs to it
  const end = last + whole.slice(last).search(/\s|$/u);
  const said = (notice: string, from: number, to: number) => {
    for (let at = text.indexOf(notice, from); at >= 0 && at < to; at = text.indexOf(notice, at + 1))
      if (isHeard(text, { from: at, to: at + notice.length }, heard)) return true;
    return false;
  };
  const before = notices.filter((notice) => !said(notice, 0, first + NEAR_CHARS));
  const after = notices.filter((notice) => !said(notice, Math.max(0, end - NEAR_CHARS), end));
  const head = before.map((notice) => `${notice}\n\n`).join('');
  const tail = after.map((notice) => `\n\n${notice}`).join('');
  return { text: head + whole.slice(0, end) + tail + whole.slice(end), shift: head.length, end };
}

/** Every letter of it: signs between them are no sound. */
function isHeard(text: string, { from, to }: SourceSpan, heard: readonly SourceSpan[]): boolean {
  const within = (at: number) => heard.some((one) => one.from <= at && at < one.to);
  return [...text.slice(from, to).matchAll(/[\p{L}\p{N}]/gu)].every(({ index }) =>
    within(from + index),
  );
}

/** As much may be written between two stretches; the same words farther off are somebody else's. */
const WRITTEN_CHARS = 2_000;

/** The slices whose words still stand in a text a person has worked on since, where they stand now. */
export function slicesIn(
  text: string,
  { text: composed, slices }: Pick<Composition, 'text' | 'slices'>,
): Slice[] {
  let [done, before] = [0, 0];
  return slices.flatMap((slice) => {
    const from = text.indexOf(composed.slice(slice.from, slice.to), done);
    if (from < 0 || from > done + slice.from - before + WRITTEN_CHARS) return [];
    done = from + slice.to - slice.from;
    before = slice.to;
    return [{ ...slice, from, to: done }];
  });
}

/** Where in the document these characters come from; null: they are nobody's but the bulletin's own. */
export function sourceOf(slices: readonly Slice[], { from, to }: SourceSpan): SourceSpan | null {
  const parts = slices.filter((slice) => slice.from < to && slice.to > from);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    from: placeIn(first, Math.max(from, first.from), 'from'),
    to: placeIn(last, Math.min(to, last.to), 'to'),
  };
}

function placeIn(slice: Slice, at: number, end: 'from' | 'to'): number {
  const { from, to, sourceFrom, sourceTo } = slice;
  if (to - from === sourceTo - sourceFrom) return sourceFrom + at - from;
  return end === 'from' ? sourceFrom : sourceTo;
}

/** As long as a settlement remembers to either side (settlements.ts). */
const COMPANY_CHARS = 20;

/** What was settled in the document, in the company it has in the bulletin. */
export function settledHere(
  text: string,
  of: { slices: readonly Slice[]; settled: readonly Pick<Settlement, 'from' | 'to' | 'words'>[] },
): SettledPlace[] {
  return of.settled.flatMap(({ from: sourceFrom, to: sourceTo, words }) =>
    of.slices.flatMap((slice) => {
      const even = slice.to - slice.from === slice.sourceTo - slice.sourceFrom;
      if (!even || sourceFrom < slice.sourceFrom || sourceTo > slice.sourceTo) return [];
      const from = slice.from + sourceFrom - slice.sourceFrom;
      const to = from + sourceTo - sourceFrom;
      return [
        {
          written: text.slice(from, to),
          before: text.slice(Math.max(0, from - COMPANY_CHARS), from),
          after: text.slice(to, to + COMPANY_CHARS),
          words,
        },
      ];
    }),
  );
}
