// What a bulletin says, sentence by sentence: who says it, how long it lasts, where each word comes from.
// It must never read by itself: the Reader does.
import { type Slice, sourceOf } from '../../domain/documents/composition.ts';
import type { Deps } from '../deps.ts';
import type { Aired } from '../public/aired.ts';
import type { Trace } from '../reading/reader-port.ts';
import { speakerAt } from './compose-port.ts';
import type { Spoken, SpokenTrace } from './compositions-door.ts';

/** Twenty minutes: more than a bulletin has, and 300 KB on a phone. */
const LINES_MAX = 250;
const DOUBTS_MAX = 100;

export async function spokenOf(deps: Deps, aired: Aired): Promise<Spoken> {
  const read = await deps.reader.script(aired.text, aired.order);
  const own = { from: aired.shift, to: aired.shift + aired.end };
  return {
    seconds: Math.round(deps.reader.seconds(read.script, aired.order.profile)),
    lines: read.script.slice(0, LINES_MAX).map(({ words, sourceFrom, trace }) => ({
      words,
      speaker: speakerAt(aired.turns, sourceFrom),
      trace: trace.map((one) => tracedIn(one, { own, slices: aired.slices })),
    })),
    doubts: read.open.slice(0, DOUBTS_MAX).map(({ from, to, reason, source, suggestion }) => ({
      reason,
      written: source,
      suggestion,
      source: sourceOf(aired.slices, { from: from - own.from, to: to - own.from }),
    })),
    whole: read.script.length <= LINES_MAX,
  };
}

function tracedIn(
  { words, rule, from, to }: Trace,
  of: { own: { from: number; to: number }; slices: readonly Slice[] },
): SpokenTrace {
  const { own, slices } = of;
  if (from < own.from || to > own.to) return { words, rule, text: null, source: null };
  const text = { from: from - own.from, to: to - own.from };
  return { words, rule, text, source: sourceOf(slices, text) };
}
