// What differs between two soundings of a bulletin: sentences come, gone or reworded, and figures that moved.
// It must never know which of them was approved, nor how either was read.

export type Piece = { kind: 'same' | 'added' | 'removed'; words: string };
export type SoundChange = {
  kind: 'added' | 'removed' | 'changed';
  /** in the order read: what is gone stands before what has come in its place */
  pieces: readonly Piece[];
  /** where it is heard now; null: it is heard no longer */
  startMs: number | null;
};
type Said = { words: string; startMs: number };

/** Two texts of 2,000 sentences that share nothing: beyond, everything between is called changed. */
const CELLS_MAX = 4_000_000;
/** Whoever must read more than this reads the whole. */
export const CHANGES_MAX = 200;
/** Words two sentences must share for the one to be the other reworded. */
const ALIKE = 0.4;

export function soundChanges(
  before: readonly string[],
  after: readonly Said[],
): { changes: SoundChange[]; whole: boolean } {
  const steps = stepsBetween(
    before,
    after.map(({ words }) => words),
  );
  const changes: SoundChange[] = [];
  for (const { gone, come } of gaps(steps)) {
    const pairs = Math.min(gone.length, come.length);
    const added: SoundChange[] = [];
    gone.forEach((place, n) => {
      const now = n < pairs ? after[come[n] ?? -1] : undefined;
      const pieces = now && reworded(before[place] ?? '', now.words);
      if (now && pieces) changes.push({ kind: 'changed', pieces, startMs: now.startMs });
      else {
        changes.push(gone_(before[place] ?? ''));
        if (now) added.push(come_(now));
      }
    });
    changes.push(
      ...added,
      ...come
        .slice(pairs)
        .flatMap((place) => after[place] ?? [])
        .map(come_),
    );
  }
  return { changes: changes.slice(0, CHANGES_MAX), whole: changes.length <= CHANGES_MAX };
}

const gone_ = (words: string): SoundChange => ({
  kind: 'removed',
  pieces: [{ kind: 'removed', words }],
  startMs: null,
});
const come_ = ({ words, startMs }: Said): SoundChange => ({
  kind: 'added',
  pieces: [{ kind: 'added', words }],
  startMs,
});

/** Null when they share too little to be the same sentence. */
function reworded(before: string, after: string): Piece[] | null {
  const [here, there] = [before.split(' '), after.split(' ')];
  const steps = stepsBetween(here, there);
  const same = steps.filter(({ kind }) => kind === 'same').length;
  if (same < ALIKE * Math.max(here.length, there.length)) return null;
  const pieces: Piece[] = [];
  for (const { kind, at } of steps) {
    const word = (kind === 'added' ? there : here)[at] ?? '';
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words = `${last.words} ${word}`;
    else pieces.push({ kind, words: word });
  }
  return pieces;
}

type Step = { kind: Piece['kind']; at: number };

/** Stretches without anything in common, each with what is gone and what has come. */
function gaps(steps: readonly Step[]): { gone: number[]; come: number[] }[] {
  const found = [{ gone: [] as number[], come: [] as number[] }];
  for (const { kind, at } of steps) {
    if (kind === 'same') found.push({ gone: [], come: [] });
    else found.at(-1)?.[kind === 'removed' ? 'gone' : 'come'].push(at);
  }
  return found;
}

/** Longest common subsequence, what is gone before what has come; equal heads and tails cost nothing. */
function stepsBetween(here: readonly string[], there: readonly string[]): Step[] {
  let head = 0;
  while (head < here.length && head < there.length && here[head] === there[head]) head += 1;
  let tail = 0;
  const most = Math.min(here.length, there.length) - head;
  while (tail < most && here[here.length - 1 - tail] === there[there.length - 1 - tail]) tail += 1;
  const same = (count: number, from: number): Step[] =>
    Array.from({ length: count }, (_, n) => ({ kind: 'same', at: from + n }));
  const middle = {
    here: here.slice(head, here.length - tail),
    there: there.slice(head, there.length - tail),
  };
  return [
    ...same(head, 0),
    ...common(middle.here, middle.there).map(({ kind, at }) => ({ kind, at: at + head })),
    ...same(tail, here.length - tail),
  ];
}

function common(here: readonly string[], there: readonly string[]): Step[] {
  const [rows, columns] = [here.length, there.length];
  if (rows * columns > CELLS_MAX) return [...all(rows, 'removed'), ...all(columns, 'added')];
  const width = columns + 1;
  const longest = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        here[row] === there[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (row < rows && column < columns && here[row] === there[column]) {
      steps.push({ kind: 'same', at: row });
      row += 1;
      column += 1;
    } else if (row < rows && (column === columns || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ kind: 'removed', at: row });
      row += 1;
    } else {
      steps.push({ kind: 'added', at: column });
      column += 1;
    }
  }
  return steps;
}

function all(count: number, kind: Piece['kind']): Step[] {
  return Array.from({ length: count }, (_, at) => ({ kind, at }));
}

export type Figure = { kind: string; source: string };

/** Figures that are in one and not, or less often, in the other. */
export function figureChanges(
  before: readonly Figure[],
  after: readonly Figure[],
): { added: Figure[]; removed: Figure[] } {
  return { added: beyond(after, before), removed: beyond(before, after) };
}

function beyond(of: readonly Figure[], other: readonly Figure[]): Figure[] {
  const key = ({ kind, source }: Figure) =>
    `${kind} ${source.replace(/\s+/gu, ' ').trim().toLowerCase()}`;
  const left = new Map<string, number>();
  for (const figure of other) left.set(key(figure), (left.get(key(figure)) ?? 0) + 1);
  const found = of.filter((figure) => {
    const count = left.get(key(figure)) ?? 0;
    left.set(key(figure), count - 1);
    return count <= 0;
  });
  return found.slice(0, CHANGES_MAX).map(({ kind, source }) => ({ kind, source }));
}
