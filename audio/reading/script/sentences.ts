// Tokens to sentences: pauses merged, long breaths cut at clauses, every word traced.
// It must never know structure or profiles beyond the longest breath.

import type { Token } from '../grammar/reading.ts';
import { table } from '../lexicon/table.ts';
import type { Mapped } from '../source/mapped.ts';
import type { Sentence, Trace } from '../types.ts';
import { respelled, SPEAKABLE } from '../words/respell.ts';

/** What a token says, with its source span. */
export function pieces(tokens: readonly Token[], body: Mapped): Trace[] {
  return tokens
    .filter((token) => token.say !== '')
    .map((token) => ({
      words: token.say,
      ...spanIn(body, token),
      rule: token.rule,
      ...(token.entry === undefined ? {} : { entry: token.entry }),
    }));
}

/** In composed text what follows may come from higher up in the source. */
function spanIn({ from, to }: Mapped, token: Token): { from: number; to: number } {
  const [first, last] = [token.from, token.to - 1];
  return {
    from: Math.min(from[first] as number, from[last] as number),
    to: Math.max(to[first] as number, to[last] as number),
  };
}

export type Shape = {
  maxSyllables: number;
  clause: string | null;
  kind: string;
  /** Pairs of words no breath parts, of the lexicon. */
  bound: ReadonlySet<string>;
};

export function sentencesOf(traces: readonly Trace[], shape: Shape): Sentence[] {
  const sentences: Sentence[] = [];
  let atoms: Atom[] = [];
  const flush = (): void => {
    const parts = [...breaths(atoms, shape)];
    parts.forEach((part, at) => {
      const ends = { first: at === 0, last: at === parts.length - 1 };
      sentences.push(sentenceOf(part, shape, ends));
    });
    atoms = [];
  };
  for (const trace of traces) {
    for (const [written] of trace.words.matchAll(/[.,;:]|[^\s.,;:]+/gu)) {
      if (written === '.') flush();
      else if (STRENGTH[written] !== undefined) pauseAfter(atoms, written);
      else atoms.push({ word: speakable(written), pause: '', trace });
    }
  }
  flush();
  return sentences;
}

/** One word and the pause after it. */
type Atom = { word: string; pause: string; trace: Trace };
const STRENGTH = table<number>({ ',': 1, ';': 2, ':': 3, '.': 4 });

/** Of pauses side by side the strongest is kept; a pause before any word is none. */
function pauseAfter(atoms: readonly Atom[], pause: string): void {
  const last = atoms.at(-1);
  if (last === undefined) return;
  if ((STRENGTH[pause] as number) > (STRENGTH[last.pause] ?? 0)) last.pause = pause;
}

/** The machine check of issue 3: nothing but Vietnamese letters goes on from here. */
function speakable(word: string): string {
  return SPEAKABLE.test(word) ? word : respelled(word);
}

/** Cuts at the strongest pause of the second half, else before a joining word, else where breath ends. */
function* breaths(atoms: readonly Atom[], shape: Shape): Generator<Atom[]> {
  let start = 0;
  while (atoms.length - start > shape.maxSyllables) {
    const end = start + cutAt(atoms, start, shape);
    yield atoms.slice(start, end);
    start = end;
  }
  if (start < atoms.length) yield atoms.slice(start);
}

const JOINING = new Set([
  'và',
  'hoặc',
  'để',
  'của',
  'do',
  'trong',
  'theo',
  'với',
  'về',
  'tại',
  'cho',
  'nhằm',
  'kèm',
  'gắn',
]);

/** Joining words that are half of another: "kèm theo", "tự do", "tồn tại". */
const HALVES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    theo: 'kèm tiếp dõi',
    do: 'tự lý lí nguyên',
    tại: 'tồn hiện thực sở',
    với: 'gắn đối so cùng hợp',
    về: 'thuộc gửi trở chuyển đưa quay thu',
    cho: 'dành sao giao',
    trong: 'bên ở',
    vào: 'cứ dựa',
  }).map(([right, lefts]) => [right, new Set(lefts.split(' '))]),
);

function cutAt(atoms: readonly Atom[], start: number, shape: Shape): number {
  const longest = shape.maxSyllables;
  let best = longest;
  let bestScore = -1;
  for (let length = Math.ceil(longest / 4); length <= longest; length += 1) {
    const here = atoms[start + length - 1] as Atom;
    const next = atoms[start + length] as Atom;
    const pause = STRENGTH[here.pause] ?? 0;
    if (here.trace === next.trace || isBound(here.word, next.word, shape)) continue;
    const score = pause > 0 ? pause + 1 : JOINING.has(next.word) ? 1 : 0;
    // Where nothing joins, still between two words, never inside a number.
    if (score >= bestScore) {
      best = length;
      bestScore = score;
    }
  }
  return best;
}

/** Words of one name ("phổ biến, giáo dục pháp luật"), of one verb, or a date and its document. */
function isBound(left: string, right: string, { bound }: Shape): boolean {
  const halves = HALVES.get(right)?.has(left.toLowerCase()) === true;
  const labelled = /^(?:điều|khoản|điểm|mục|chương|phần|số)$/iu.test(left);
  const pair = halves || labelled || bound.has(`${left} ${right}`.toLowerCase());
  return pair || /^(?:ngày|năm)$/u.test(right);
}

type Ends = { first: boolean; last: boolean };

function sentenceOf(atoms: readonly Atom[], shape: Shape, ends: Ends): Sentence {
  const last = atoms.length - 1;
  const lastPause = (atoms[last] as Atom).pause;
  const end = ends.last && lastPause === ',' ? '.' : lastPause || (ends.last ? '.' : ',');
  const text = atoms
    .map((atom, index) => atom.word + (index === last ? end : atom.pause))
    .join(' ');
  const trace: Trace[] = [];
  let open: Trace | null = null;
  for (const atom of atoms) {
    const current = trace.at(-1);
    if (current !== undefined && open === atom.trace) current.words += ` ${atom.word}`;
    else trace.push({ ...atom.trace, words: atom.word });
    open = atom.trace;
  }
  return {
    words: ends.first ? text.charAt(0).toUpperCase() + text.slice(1) : text,
    clause: shape.clause,
    kind: shape.kind,
    sourceFrom: Math.min(...trace.map((one) => one.from)),
    sourceTo: Math.max(...trace.map((one) => one.to)),
    syllables: atoms.length,
    trace,
  };
}
