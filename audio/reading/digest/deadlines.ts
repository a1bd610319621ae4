// When a date is a deadline: by the word right before it.
// It must never know how dates are printed.
import { DEADLINES } from './cues.ts';
import type { Hit } from './items.ts';

export function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}

const BEFORE_DATE = new RegExp(
  `(?<!\\p{L})(?:${[...DEADLINES].sort(longestFirst).join('|')})\\s(?:ngày\\s|tháng\\s|quý\\s|năm\\s)?$`,
  'iu',
);

/** "trước ngày 30/6/2026" is a deadline, its cue with it; "từ … đến …" is only a span of time. */
export function dated(shown: string, hit: Hit): Hit {
  if (hit.kind !== 'date') return hit;
  const left = shown.slice(Math.max(0, hit.start - SIGHT), hit.start);
  const cue = BEFORE_DATE.exec(left)?.[0];
  if (cue === undefined || (/^đến\s/iu.test(cue) && /(?<!\p{L})từ\s/iu.test(left))) return hit;
  return { ...hit, kind: 'deadline', start: hit.start - cue.length };
}

/** Room for the longest cue, and for the "từ ngày …" of a span of time. */
const SIGHT = 40;
