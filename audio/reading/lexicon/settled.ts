// What people settled, found again in a text: the same words in exactly the same company, wherever they now stand.
// It must never know why something was in doubt.
import type { Mapped } from '../source/mapped.ts';
import type { Doubt, Settlement } from '../types.ts';
import { voiced } from './voiced.ts';

/** Source characters [from, to), and the words a person chose for them. */
export type SettledSpan = { from: number; to: number; written: string; words: string };
/** Characters [from, to) of one block. */
export type SettledHere = { from: number; to: number; words: string };

/** Enough to tell two places apart, little enough to survive an edit nearby. */
const COMPANY = 20;
/** By this many first characters the places to look at are found. */
const KEY = 4;

/** The settlement that a person's words for source characters [from, to) make. */
export function settlementOf(
  source: string,
  { from, to, words }: { from: number; to: number; words: string },
): Settlement {
  return {
    written: source.slice(from, to),
    before: source.slice(Math.max(0, from - COMPANY), from),
    after: source.slice(to, to + COMPANY),
    words,
  };
}

/** One pass over the source however many settlements there are; of two at one place the later wins. */
export function settledIn(source: string, settled: readonly Settlement[]): SettledSpan[] {
  const byKey = keyed(settled);
  const lengths = [...new Set([...byKey.keys()].map((key) => key.length))];
  const found: (SettledSpan & { order: number })[] = [];
  for (let at = 0; at < source.length && lengths.length > 0; at += 1) {
    for (const length of lengths) {
      for (const { whole, one, order } of byKey.get(source.slice(at, at + length)) ?? []) {
        if (!source.startsWith(whole, at)) continue;
        const from = at + one.before.length;
        const to = from + one.written.length;
        found.push({ from, to, written: one.written, words: voiced(one.words), order });
      }
    }
  }
  found.sort((one, other) => one.from - other.from || other.order - one.order);
  let done = 0;
  return found.filter(({ from, to }) => {
    const free = from >= done;
    if (free) done = to;
    return free;
  });
}

type Keyed = { whole: string; one: Settlement; order: number };

function keyed(settled: readonly Settlement[]): Map<string, Keyed[]> {
  const byKey = new Map<string, Keyed[]>();
  settled.forEach((one, order) => {
    if (one.written === '') return;
    const whole = one.before + one.written + one.after;
    const key = whole.slice(0, KEY);
    const near = byKey.get(key) ?? [];
    near.push({ whole, one, order });
    byKey.set(key, near);
  });
  return byKey;
}

/** Those that begin in one block, in its characters. */
export function settledHere(spans: readonly SettledSpan[], body: Mapped): SettledHere[] {
  const [first, last] = [body.from[0] as number, body.to.at(-1) as number];
  return spans
    .filter((span) => span.to > first && span.from < last)
    .flatMap((span) => {
      const from = body.from.findIndex((at) => at >= span.from);
      let to = from;
      while (from >= 0 && to < body.to.length && (body.to[to] as number) <= span.to) to += 1;
      if (to > from) return [{ from, to, words: span.words }];
      // Composed words all trace to the head they were made from: there the writing itself is looked for.
      const at = body.text.indexOf(span.written);
      return at < 0 ? [] : [{ from: at, to: at + span.written.length, words: span.words }];
    })
    .sort((one, other) => one.from - other.from);
}

/** Doubts that nobody has settled. */
export function openDoubts(doubts: readonly Doubt[], spans: readonly SettledSpan[]): Doubt[] {
  if (spans.length === 0) return [...doubts];
  return doubts.filter(
    (doubt) => !spans.some((span) => doubt.from >= span.from && doubt.to <= span.to),
  );
}
