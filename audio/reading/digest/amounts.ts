// Dates, deadlines, sums, counts and documents in one line.
// It must never know names, nor duties.

import type { Trace } from '../types.ts';
import { dated } from './deadlines.ts';
import type { Hit } from './items.ts';
import type { Line } from './line.ts';
import { PATTERNS } from './patterns.ts';
import { ruledIn } from './ruled.ts';

/** Every figure of the line once; what an earlier pattern took no later one sees. */
export function amountsIn(line: Line): Hit[] {
  const taken = enumerators(line);
  const hits: Hit[] = ruledIn(line, taken);
  for (const { pattern, kind, value } of PATTERNS) {
    for (const match of line.shown.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.subarray(start, end).some((one) => one === 1)) continue;
      const found = value(match);
      if (found === null) continue;
      taken.fill(1, start, end);
      hits.push(dated(line.shown, { start, end, kind, value: found }));
    }
  }
  return hits;
}

/** "Mục 2.", "a)": where a thing stands is its clause, not a figure to check. */
const ENUMERATORS = /^(?:muc|subMuc|phan|diem|enumeration)$/;
const HEADING = /^Điều \d+\p{Ll}?(?=[.:]|$)/u;

function enumerators({ shown, owner, trace }: Line): Uint8Array {
  const taken = Uint8Array.from(owner, (at) =>
    ENUMERATORS.test((trace[at] as Trace).rule) ? 1 : 0,
  );
  return taken.fill(1, 0, HEADING.exec(shown)?.[0].length ?? 0);
}
