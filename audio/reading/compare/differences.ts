// What differs between two texts: paragraphs first, then words, each with its place in both sources (issue 3 §9).
// It must never know which of the two is the better one.
import { align, type Run } from './align.ts';
import { type Side, slid } from './slide.ts';
import { startNumbering, type Tokens, tokensOf } from './tokens.ts';

type Span = { from: number; to: number };
/** Together the `here` spans hold every word of the one text, the `there` spans every word of the other, in order. */
export type Difference =
  | { kind: 'same'; here: Span; there: Span }
  | { kind: 'changed'; here: Span; there: Span }
  | { kind: 'only-here'; here: Span; there: null }
  | { kind: 'only-there'; here: null; there: Span };

export function differencesOf(one: string, other: string): Difference[] {
  const numbering = startNumbering();
  const here = tokensOf(one, numbering);
  const there = tokensOf(other, numbering);
  const words: Run[] = [];
  let done: Place = { here: 0, there: 0 };
  const upTo = (next: Place): void => {
    for (const run of wordsBetween({ here, there }, done, next)) words.push(run);
    done = next;
  };
  for (const run of align(here.paragraphs, there.paragraphs, PARAGRAPH_GRAINS)) {
    upTo({ here: startOf(here, run.here), there: startOf(there, run.there) });
    const end = {
      here: startOf(here, run.here + run.length),
      there: startOf(there, run.there + run.length),
    };
    words.push({ ...done, length: end.here - done.here });
    done = end;
  }
  upTo({ here: here.keys.length, there: there.keys.length });
  return spansOf(
    { here, there },
    slid(joined(words), { here: sideOf(here, one), there: sideOf(there, other) }),
  );
}

function sideOf(tokens: Tokens, text: string): Side {
  const firsts = new Set(tokens.ends);
  return {
    keys: tokens.keys,
    opens: (at) => {
      if (at === 0 || firsts.has(at)) return 2;
      return /[.;:]/u.test(text[(tokens.to[at - 1] as number) - 1] as string) ? 1 : 0;
    },
  };
}

/** Three paragraphs alike in a row before one: "Cơ quan phối hợp: …" alone stands in many places. */
const PARAGRAPH_GRAINS = [3, 1];

type Texts = { here: Tokens; there: Tokens };
type Place = { here: number; there: number };

function startOf(tokens: Tokens, paragraph: number): number {
  return tokens.ends[paragraph - 1] ?? 0;
}

function wordsBetween({ here, there }: Texts, from: Place, to: Place): Run[] {
  const runs = align(
    here.keys.subarray(from.here, to.here),
    there.keys.subarray(from.there, to.there),
  );
  return runs.map((run) => ({
    here: run.here + from.here,
    there: run.there + from.there,
    length: run.length,
  }));
}

/** A lone word that both sides share amid changes ("24 tháng 4" for "ngày … tháng …") would only shred them. */
const LONE = 1;

function joined(words: readonly Run[]): Run[] {
  const runs = words.filter((run) => run.length > 0);
  return runs.filter((run, at) => {
    if (run.length > LONE) return true;
    const [before, after] = [runs[at - 1], runs[at + 1]];
    return before === undefined || after === undefined || touches(before, run, after);
  });
}

/** Nothing was added or left out on one of its sides: the word belongs to what is the same. */
function touches(before: Run, run: Run, after: Run): boolean {
  const ends = (left: Run, right: Run): boolean =>
    left.here + left.length === right.here && left.there + left.length === right.there;
  return ends(before, run) || ends(run, after);
}

function spansOf({ here, there }: Texts, runs: readonly Run[]): Difference[] {
  const out: Difference[] = [];
  let done: Place = { here: 0, there: 0 };
  const gap = (next: Place): void => {
    const left = spanOf(here, done.here, next.here);
    const right = spanOf(there, done.there, next.there);
    if (left !== null && right !== null) out.push({ kind: 'changed', here: left, there: right });
    else if (left !== null) out.push({ kind: 'only-here', here: left, there: null });
    else if (right !== null) out.push({ kind: 'only-there', here: null, there: right });
  };
  for (const run of [...runs, { here: here.keys.length, there: there.keys.length, length: 0 }]) {
    gap(run);
    done = { here: run.here + run.length, there: run.there + run.length };
    const same = {
      left: spanOf(here, run.here, done.here),
      right: spanOf(there, run.there, done.there),
    };
    if (same.left !== null && same.right !== null)
      out.push({ kind: 'same', here: same.left, there: same.right });
  }
  return out;
}

function spanOf(tokens: Tokens, first: number, end: number): Span | null {
  if (first >= end) return null;
  return { from: tokens.from[first] as number, to: tokens.to[end - 1] as number };
}
