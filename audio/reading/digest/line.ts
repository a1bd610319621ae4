// One sentence as its source shows it, every character tied to the trace that says it.
// It must never know what an approver looks for.
import { SUMMARY_RULE } from '../proof/pieces.ts';
import { printed } from '../proof/written.ts';
import type { Sentence, Trace } from '../types.ts';

/**
 * `owner[i]` is the trace that says character i of `shown`; between two traces it is the one before.
 * `said[i]` are the words of trace i with the pauses the sentence makes between and after them.
 */
export type Line = {
  shown: string;
  owner: number[];
  trace: readonly Trace[];
  said: readonly string[];
};

export function lineOf(sentence: Sentence, text: string): Line {
  const owner: number[] = [];
  let shown = '';
  sentence.trace.forEach((trace, index) => {
    const above = sentence.trace[index - 1];
    const gap = above === undefined ? '' : gapOf(text, above.to, trace.from);
    // A summary's trace covers a whole table, of which the summary says no cell.
    const whole = trace.rule === SUMMARY_RULE;
    const part = whole ? '' : printed(text.slice(trace.from, trace.to));
    shown += gap + part;
    for (let at = 0; at < gap.length; at += 1) owner.push(index - 1);
    for (let at = 0; at < part.length; at += 1) owner.push(index);
  });
  return { shown, owner, trace: sentence.trace, said: saidOf(sentence) };
}

/** Without its pauses "trước ngày mười, sáu tháng" is another day. */
export function saidOf({ words, trace }: Sentence): string[] {
  const heard = words.split(' ');
  let at = 0;
  return trace.map((one) => {
    const parts = one.words.split(' ').map((word, index) => {
      const pause = /[.,;:]$/.exec(String(heard[at + index]))?.[0] ?? '';
      return word + pause;
    });
    at += parts.length;
    return parts.join(' ');
  });
}

/** Signs and spaces as they are; a space for words that were not heard, and a stop between two cells of a table. */
function gapOf(text: string, from: number, to: number): string {
  if (from === to) return '';
  const gap = text.slice(from, Math.min(to, from + MAX_GAP)).replace(/[*_`]|<[^<>]{0,2000}>/g, '');
  if (from > to || /[\t|]/.test(gap)) return '; ';
  return /[\p{L}\p{N}]/u.test(gap) ? ' ' : gap.replace(/\s+/g, ' ');
}

/** Marks between two words are few; a longer gap held something that is silent. */
const MAX_GAP = 200;

export type Found = { from: number; to: number; words: string };

/** What was heard for characters [start, end) of the line, and where it stands in the source. */
export function heardAt({ owner, trace, said }: Line, start: number, end: number): Found {
  const first = owner[start] as number;
  const last = owner[end - 1] as number;
  const heard = trace.slice(first, last + 1);
  return {
    from: Math.min(...heard.map((one) => one.from)),
    to: Math.max(...heard.map((one) => one.to)),
    words: withoutLastPause(said.slice(first, last + 1)),
  };
}

export function withoutLastPause(said: readonly string[]): string {
  return said.join(' ').replace(/[.,;:]$/, '');
}
