// What must, may and must not be done, shortened to the words around its cue.
// It must never know figures or names.
import { BORDERS, DUTIES, NO_DUTY_BEFORE } from './cues.ts';
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
    const start = startOf(shown, { at: match.index, past: last?.end ?? 0 });
    hits.push({ start, end: endOf(shown, after), kind: 'obligation', value: cue });
  }
  return hits;
}

/**
 * Back to the last full pause; where that is too far, to a comma or a joining word, if there is one behind the duty
 * before: two syllables of one word ("báo cáo") are never parted.
 */
function startOf(shown: string, { at, past }: { at: number; past: number }): number {
  const words = wordsBefore(shown, at);
  if (words.length <= WORDS_BEFORE && (words[0]?.start ?? at) >= past) return words[0]?.start ?? at;
  const near = words.slice(-WORDS_BEFORE, Math.max(1, words.length - LEAST_BEFORE));
  const far = words.slice(0, -WORDS_BEFORE).reverse();
  const fresh = near.filter(({ start }) => start >= past);
  const found = [...fresh.filter(isPause), ...fresh, ...near.filter(isPause), ...near, ...far];
  return (found.find(({ border }) => border !== null) as Word).start;
}

type Word = { start: number; border: 'pause' | 'joining' | null };

function isPause({ border }: Word): boolean {
  return border === 'pause';
}

function wordsBefore(shown: string, at: number): Word[] {
  const left = shown.slice(0, at);
  const from = Math.max(...[...'.;:'].map((sign) => left.lastIndexOf(`${sign} `) + 1));
  let paused = true;
  return [...left.slice(from).matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const joining = BORDERS.has(word) ? 'joining' : null;
    const border = paused ? 'pause' : joining;
    paused = word.endsWith(',');
    return { start: from + index, border };
  });
}

function endOf(shown: string, at: number): number {
  const right = shown.slice(at);
  const pause = right.search(/[.;]\s|[.;]?$/u);
  const words = [...right.slice(0, pause).matchAll(/\S+/gu)];
  const last = words[Math.min(words.length, WORDS_AFTER) - 1];
  return last === undefined ? at : at + last.index + last[0].length;
}
