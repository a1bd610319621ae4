// Two rows of numbers side by side: which stretches are the same. Bounded work on any input.
// It must never know what the numbers stand for.
import { note, type Pair, rising, startPlaces } from './anchors.ts';
import { STEP } from './hash.ts';

/** `length` items from `here` are the same as those from `there`. */
export type Run = { here: number; there: number; length: number };
export type Row = Int32Array;

/** A gap is searched item by item only where its table stays this small; so all gaps together stay linear. */
const MAX_TABLE = 40_000;

/**
 * Runs in order. First the ends that agree, then stretches of `grains[0]` items that stand only once on either side,
 * then shorter ones between those, and at last every item where the gap is small.
 */
export function align(here: Row, there: Row, grains: readonly number[] = [6, 3, 1]): Run[] {
  const found: Run[] = [];
  between({ here, there, grains, found }, whole(here, there), 0);
  return merged(found);
}

type Search = { here: Row; there: Row; grains: readonly number[]; found: Run[] };
type Gap = { here: number; hereEnd: number; there: number; thereEnd: number };

function whole(here: Row, there: Row): Gap {
  return { here: 0, hereEnd: here.length, there: 0, thereEnd: there.length };
}

function between(search: Search, gap: Gap, level: number): void {
  const inner = { ...gap };
  const head = commonHead(search, inner);
  const tail = commonTail(search, inner);
  if (head !== null) search.found.push(head);
  if (inner.here < inner.hereEnd && inner.there < inner.thereEnd) inside(search, inner, level);
  if (tail !== null) search.found.push(tail);
}

function inside(search: Search, gap: Gap, level: number): void {
  const grain = search.grains[level];
  if (grain === undefined) {
    search.found.push(...smallest(search, gap));
    return;
  }
  let { here, there } = gap;
  for (const anchor of anchors(search, gap, grain)) {
    // Anchors overlap where they follow each other: what is left of one that begins inside the last.
    const skip = Math.max(here - anchor.here, there - anchor.there, 0);
    const start = { here: anchor.here + skip, there: anchor.there + skip };
    between(search, { here, hereEnd: start.here, there, thereEnd: start.there }, level + 1);
    search.found.push({ ...start, length: grain - skip });
    here = anchor.here + grain;
    there = anchor.there + grain;
  }
  between(search, { here, hereEnd: gap.hereEnd, there, thereEnd: gap.thereEnd }, level + 1);
}

function commonHead({ here, there }: Search, gap: Gap): Run | null {
  const start = { here: gap.here, there: gap.there };
  while (
    gap.here < gap.hereEnd &&
    gap.there < gap.thereEnd &&
    here[gap.here] === there[gap.there]
  ) {
    gap.here += 1;
    gap.there += 1;
  }
  const length = gap.here - start.here;
  return length === 0 ? null : { ...start, length };
}

function commonTail({ here, there }: Search, gap: Gap): Run | null {
  const end = gap.hereEnd;
  while (
    gap.here < gap.hereEnd &&
    gap.there < gap.thereEnd &&
    here[gap.hereEnd - 1] === there[gap.thereEnd - 1]
  ) {
    gap.hereEnd -= 1;
    gap.thereEnd -= 1;
  }
  const length = end - gap.hereEnd;
  return length === 0 ? null : { here: gap.hereEnd, there: gap.thereEnd, length };
}

/** Stretches that stand exactly once on either side, in the longest order both sides agree on. */
function anchors({ here, there }: Search, gap: Gap, grain: number): Pair[] {
  const places = startPlaces(gap.hereEnd - gap.here);
  for (let at = gap.here; at + grain <= gap.hereEnd; at += 1) {
    note(places, places.left, { key: stretch(here, at, grain), at, add: true });
  }
  for (let at = gap.there; at + grain <= gap.thereEnd; at += 1) {
    note(places, places.right, { key: stretch(there, at, grain), at, add: false });
  }
  const pairs: Pair[] = [];
  for (const slot of places.order) {
    const [left, right] = [places.left[slot] as number, places.right[slot] as number];
    if (left < 0 || right < 0) continue;
    if (isSame(here, there, { left, right, grain })) pairs.push({ here: left, there: right });
  }
  return rising(pairs);
}

function stretch(row: Row, at: number, grain: number): number {
  let key = 0;
  for (let item = at; item < at + grain; item += 1) {
    key = Math.imul(key, STEP) ^ (row[item] as number);
  }
  return key;
}

type At = { left: number; right: number; grain: number };

function isSame(here: Row, there: Row, { left, right, grain }: At): boolean {
  for (let item = 0; item < grain; item += 1) {
    if (here[left + item] !== there[right + item]) return false;
  }
  return true;
}

/** The longest common subsequence of a small gap; a large one shares nothing worth the search. */
function smallest({ here, there }: Search, gap: Gap): Run[] {
  const [rows, columns] = [gap.hereEnd - gap.here, gap.thereEnd - gap.there];
  if (rows * columns > MAX_TABLE) return [];
  const width = columns + 1;
  const best = new Uint16Array((rows + 1) * width);
  const same = (row: number, column: number): boolean =>
    here[gap.here + row] === there[gap.there + column];
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const [below, right] = [best[(row + 1) * width + column], best[row * width + column + 1]];
      best[row * width + column] = same(row, column)
        ? (best[(row + 1) * width + column + 1] as number) + 1
        : Math.max(below as number, right as number);
    }
  }
  const found: Run[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (same(row, column)) {
      found.push({ here: gap.here + row, there: gap.there + column, length: 1 });
      row += 1;
      column += 1;
    } else if (
      (best[(row + 1) * width + column] as number) >= (best[row * width + column + 1] as number)
    )
      row += 1;
    else column += 1;
  }
  return found;
}

/** Runs that touch on both sides are one. */
function merged(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const touches =
      last !== undefined &&
      last.here + last.length === run.here &&
      last.there + last.length === run.there;
    if (touches) last.length += run.length;
    else out.push({ ...run });
  }
  return out;
}
