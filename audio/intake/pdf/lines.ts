// Runs of text to lines: same baseline, left to right, gaps as spaces, wide gaps told apart.
// It must never know tables, columns or pages.
import { plainLetters, raised } from './letters.ts';
import type { Run } from './pen.ts';

/** A stretch of a line without a wide gap inside. */
export type Segment = { x1: number; x2: number; text: string };
export type Line = { y: number; size: number; segments: Segment[] };

/** Gaps, in letter heights. A word space is about 0.25; Word's cells stand at least 0.8 apart. */
const WORD_GAP = 0.13;
const SEGMENT_GAP = 0.75;
/** Baselines nearer than this are one line: raised figures stand 0.35 to 0.4 above. */
const SAME_LINE = 0.5;
/** Shadows and false bold print the same words twice, a hair apart. Points. */
const DOUBLE_PRINT = 1.5;

export function linesOf(runs: readonly Run[]): Line[] {
  const sorted = [...runs].sort((one, other) => one.y - other.y || one.x - other.x);
  const groups: Run[][] = [];
  let main: Run | null = null;
  for (const run of sorted) {
    if (main !== null && run.y - main.y <= SAME_LINE * Math.max(run.size, main.size)) {
      groups.at(-1)?.push(run);
      if (run.size > main.size * 1.05) main = run;
    } else {
      groups.push([run]);
      main = run;
    }
  }
  return groups.map(lineOf);
}

/** The line as one string; `gap` says what stands between two segments. */
export function lineText(line: Line, gap: (before: Segment, after: Segment) => string): string {
  let text = '';
  line.segments.forEach((segment, at) => {
    const before = line.segments[at - 1];
    text += before === undefined ? segment.text : gap(before, segment) + segment.text;
  });
  return text;
}

function lineOf(group: readonly Run[]): Line {
  const runs = once([...group].sort((one, other) => one.x - other.x || one.y - other.y));
  const main = runs.reduce((one, run) => (weight(run) > weight(one) ? run : one));
  const segments: Segment[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const text = spelled(run, main);
    const gap = (run.x - end) / main.size;
    const open = segments.at(-1);
    if (open === undefined || gap > SEGMENT_GAP) {
      segments.push({ x1: run.x, x2: run.x + run.width, text });
    } else {
      open.text += (needsSpace(open.text, text, gap) ? ' ' : '') + text;
      open.x2 = Math.max(open.x2, run.x + run.width);
    }
    end = Math.max(end, run.x + run.width);
  }
  for (const segment of segments) segment.text = plainLetters(segment.text).trim();
  return { y: main.y, size: main.size, segments: segments.filter(({ text }) => text !== '') };
}

/** What sets a line's baseline: large and long, not the footnote's figure. */
function weight(run: Run): number {
  return run.size * Math.min(run.text.length, 20);
}

function once(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run>();
  return runs.filter((run) => {
    const twin = seen.get(run.text);
    seen.set(run.text, run);
    return (
      twin === undefined || run.x - twin.x > DOUBLE_PRINT || Math.abs(run.y - twin.y) > DOUBLE_PRINT
    );
  });
}

function spelled(run: Run, main: Run): string {
  const lift = (main.y - run.y) / main.size;
  const isMark = /^\s*[[(]?\d{1,3}[\])]?\s*$/u.test(run.text);
  return isMark && lift > 0.15 && run.size < main.size * 0.95 ? raised(run.text.trim()) : run.text;
}

function needsSpace(before: string, after: string, gap: number): boolean {
  // Only the last letter is looked at: a line may be made of 100,000 runs.
  if (gap < WORD_GAP || before.endsWith(' ')) return false;
  return !/^[\s\p{M}]/u.test(after) && !/^[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/u.test(after);
}
