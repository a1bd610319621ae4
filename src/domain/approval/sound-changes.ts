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
  const spoken = after.map(({ words }) => words);
  const changes: SoundChange[] = [];
  for (const { gone, come } of gaps(stepsBetween(before, spoken), after)) {
    const added: SoundChange[] = [];
    gone.forEach((words, n) => {
      const now = come[n];
      const pieces = now ? reworded(words, now.words) : null;
      if (now && pieces) changes.push({ kind: 'changed', pieces, startMs: now.startMs });
      else changes.push({ kind: 'removed', pieces: [{ kind: 'removed', words }], startMs: null });
      if (now && !pieces) added.push(arrived(now));
    });
    changes.push(...added, ...come.slice(gone.length).map(arrived));
  }
  return { changes: changes.slice(0, CHANGES_MAX), whole: changes.length <= CHANGES_MAX };
}

function arrived({ words, startMs }: Said): SoundChange {
  return { kind: 'added', pieces: [{ kind: 'added', words }], startMs };
}

/** Null when they share too little to be the same sentence. */
function reworded(before: string, after: string): Piece[] | null {
  const [here, there] = [before.split(' '), after.split(' ')];
  const steps = stepsBetween(here, there);
  const same = steps.filter(({ kind }) => kind === 'same').length;
  if (same < ALIKE * Math.max(here.length, there.length)) return null;
  const pieces: Piece[] = [];
  for (const { kind, words } of steps) {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words = `${last.words} ${words}`;
    else pieces.push({ kind, words });
  }
  return pieces;
}

/** `at`: its place in the text it stands in; of what is the same, in the earlier one. */
type Step = { kind: Piece['kind']; words: string; at: number };
type Gap = { gone: string[]; come: Said[] };

/** Stretches without anything in common, each with what is gone and what has come. */
function gaps(steps: readonly Step[], after: readonly Said[]): Gap[] {
  let open: Gap = { gone: [], come: [] };
  const found = [open];
  for (const { kind, words, at } of steps) {
    if (kind === 'removed') open.gone.push(words);
    else if (kind === 'added') open.come.push(...after.slice(at, at + 1));
    else {
      open = { gone: [], come: [] };
      found.push(open);
    }
  }
  return found;
}

/** Longest common subsequence, what is gone before what has come; equal heads and tails cost nothing. */
function stepsBetween(here: readonly string[], there: readonly string[]): Step[] {
  let head = 0;
  while (head < here.length && head < there.length && here[head] === there[head]) head += 1;
  let tail = 0;
  const most = Math.min(here.length, there.length) - head;
  while (tail < most && here.at(-1 - tail) === there.at(-1 - tail)) tail += 1;
  const middle = common(
    here.slice(head, here.length - tail),
    there.slice(head, there.length - tail),
  );
  return [
    ...all(here.slice(0, head), 'same'),
    ...middle.map((step) => ({ ...step, at: step.at + head })),
    ...all(here.slice(here.length - tail), 'same'),
  ];
}

function common(here: readonly string[], there: readonly string[]): Step[] {
  const [gone, come] = [all(here, 'removed'), all(there, 'added')];
  if (here.length * there.length > CELLS_MAX) return [...gone, ...come];
  const longest = lengths(here, there);
  const steps: Step[] = [];
  while (gone.length > 0 || come.length > 0) {
    const [row, column] = [here.length - gone.length, there.length - come.length];
    const alike = gone.length > 0 && come.length > 0 && here[row] === there[column];
    const goes = come.length === 0 || longest(row + 1, column) >= longest(row, column + 1);
    if (alike) come.shift();
    if (alike) steps.push(...gone.splice(0, 1).map((step) => ({ ...step, kind: 'same' as const })));
    else if (gone.length > 0 && goes) steps.push(...gone.splice(0, 1));
    else steps.push(...come.splice(0, 1));
  }
  return steps;
}

/** How much is in common from here on, for every pair of places. */
function lengths(here: readonly string[], there: readonly string[]) {
  const width = there.length + 1;
  const cells = new Uint16Array((here.length + 1) * width);
  const at = (row: number, column: number) => Number(cells[row * width + column]);
  for (let row = here.length - 1; row >= 0; row -= 1)
    for (let column = there.length - 1; column >= 0; column -= 1)
      cells[row * width + column] =
        here[row] === there[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  return at;
}

function all(list: readonly string[], kind: Piece['kind']): Step[] {
  return list.map((words, at) => ({ kind, words, at }));
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
