// What must, may and must not be done, shortened to the words around its cue.
// It must never know figures or names.
import { DUTIES, NO_DUTY_BEFORE } from './cues.ts';
import type { Hit } from './items.ts';
import type { Line } from './line.ts';

const CUES = new RegExp(`(?<!\\p{L})(?:${DUTIES.join('|')})(?!\\p{L})`, 'giu');
const NO_DUTY = new RegExp(`(?<!\\p{L})(?:${NO_DUTY_BEFORE.join('|')})\\s$`, 'iu');
/** Who must is said in at most so many words before the cue, what in so many after it. */
const WORDS_BEFORE = 14;
const LEAST_BEFORE = 4;
const WORDS_AFTER = 22;

/** Cues of one part of a sentence are one duty; its value names them. */
export function dutiesIn({ shown }: Line): Hit[] {
  const hits: Hit[] = [];
  for (const match of shown.matchAll(CUES)) {
    const cue = match[0].toLowerCase();
    if (cue === 'phải' && NO_DUTY.test(shown.slice(0, match.index))) continue;
    const last = hits.at(-1);
    if (last !== undefined && match.index < last.end) {
      if (!last.value.split(', ').includes(cue)) last.value += `, ${cue}`;
      continue;
    }
    const after = match.index + match[0].length;
    const start = Math.max(startOf(shown, match.index), last?.end ?? 0);
    hits.push({ start, end: endOf(shown, after), kind: 'obligation', value: cue });
  }
  return hits;
}

/** Back to the last full pause; where that is too far, to a comma or as far as one still sees who is meant. */
function startOf(shown: string, at: number): number {
  const left = shown.slice(0, at);
  const pause = Math.max(...[...'.;:'].map((sign) => left.lastIndexOf(`${sign} `) + 1));
  const words = [...left.slice(pause).matchAll(/\S+/gu)];
  const first = words.at(-WORDS_BEFORE);
  if (first === undefined) return pause + (words[0]?.index ?? left.length - pause);
  const near = words.slice(-WORDS_BEFORE, -LEAST_BEFORE);
  const comma = near.findIndex(([word]) => word.endsWith(','));
  return pause + (words[words.length - WORDS_BEFORE + comma + 1]?.index as number);
}

function endOf(shown: string, at: number): number {
  const right = shown.slice(at);
  const pause = right.search(/[.;]\s|[.;]?$/u);
  const words = [...right.slice(0, pause).matchAll(/\S+/gu)];
  const last = words[Math.min(words.length, WORDS_AFTER) - 1];
  return last === undefined ? at : at + last.index + last[0].length;
}
