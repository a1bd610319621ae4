// A frame with its values: the pieces in the order they are said, or what is missing, by name. Never a guess, never a silent gap.
// It must never know files or rows.
import type {
  FrameSlot,
  FrameValues,
  FrameWords,
  KnownPieces,
  MissingPiece,
} from './frame-model.ts';
import { whyMissing } from './needed.ts';
import { partsOf, withGaps, wordsKey } from './sentences.ts';
import { plain, saidWith } from './slot-values.ts';

export type SaidPiece = { key: string; prompt: string; hash: string; durationMs: number };
export type ValueProblem = { slot: string; code: 'empty' | 'no-such-value' | 'no-such-slot' };
export type Saying = {
  /** as prompts, in Vietnamese: what a listener of that language will hear */
  text: string;
  sentences: readonly (readonly SaidPiece[])[];
  missing: readonly MissingPiece[];
  problems: readonly ValueProblem[];
  /** of what is recorded, with what stands between pieces; an estimate, for the plan */
  durationMs: number;
};
type ToSay = {
  frame: Pick<FrameWords, 'sentences' | 'slots'>;
  values: FrameValues;
  known: KnownPieces;
  /** the one day it is heard on, as a number of days; null: several, or nobody knows */
  heardOn: number | null;
};

/** A full stop, about. */
const REST_MS = 350;

/** It can be said when nothing is missing and nothing is a problem. */
export const canBeSaid = ({ missing, problems, sentences }: Saying): boolean =>
  missing.length === 0 && problems.length === 0 && sentences.length > 0;

export function sayingOf(of: ToSay): Saying {
  const { frame, values } = of;
  const slots = new Map(frame.slots.map((slot) => [slot.name, slot]));
  const problems: ValueProblem[] = Object.keys(values)
    .filter((name) => !slots.has(name))
    .map((slot) => ({ slot, code: 'no-such-slot' }));
  const filled = new Map<string, Filled>();
  for (const slot of frame.slots) {
    const outcome = fill(slot, of);
    if (outcome === null) continue;
    if ('code' in outcome) problems.push(outcome);
    else filled.set(slot.name, outcome);
  }
  const missing = new Map<string, MissingPiece>();
  const sentences: SaidPiece[][] = [];
  const texts: string[] = [];
  for (const sentence of frame.sentences) {
    const said = sayOne(sentence, { filled, slots });
    if (said === null) continue;
    texts.push(said.text);
    const row: SaidPiece[] = [];
    for (const piece of said.pieces) {
      const state = of.known.get(piece.key);
      const why = whyMissing(of.known, piece.key);
      if (why !== null) missing.set(piece.key, { ...piece, why });
      if (state) row.push({ key: piece.key, prompt: piece.prompt, ...only(state) });
    }
    sentences.push(row);
  }
  const durationMs = sentences.reduce(
    (sum, row) => sum + REST_MS + row.reduce((ms, piece) => ms + piece.durationMs, 0),
    0,
  );
  return { text: texts.join(' '), sentences, missing: [...missing.values()], problems, durationMs };
}

const only = ({ hash, durationMs }: { hash: string; durationMs: number }) => ({ hash, durationMs });

type Filled = readonly { key: string; prompt: string }[];

/** null: it may be empty, and is. */
function fill(slot: FrameSlot, { values, heardOn }: ToSay): Filled | ValueProblem | null {
  const { name } = slot;
  const value = Object.hasOwn(values, name) ? plain(values[name] as string) : '';
  if (value === '') return slot.required ? { slot: name, code: 'empty' } : null;
  return saidWith(slot, { value, heardOn }) ?? { slot: name, code: 'no-such-value' };
}

type Gaps = { filled: ReadonlyMap<string, Filled>; slots: ReadonlyMap<string, FrameSlot> };
type OnePiece = Omit<MissingPiece, 'why'>;

/** null: a gap that may be empty takes its sentence with it. */
function sayOne(sentence: string, of: Gaps): { text: string; pieces: OnePiece[] } | null {
  const within = withGaps(sentence);
  const pieces: OnePiece[] = [];
  let text = sentence;
  for (const part of partsOf(sentence)) {
    if (part.kind === 'words') {
      pieces.push({ key: wordsKey(part.text), prompt: part.text, slot: null, within });
      continue;
    }
    const { name } = part;
    const values = of.filled.get(name);
    if (values === undefined && of.slots.get(name)?.required === false) return null;
    for (const value of values ?? []) pieces.push({ ...value, slot: name, within });
    const words = (values ?? []).map(({ prompt }) => prompt).join(' ');
    text = text.replaceAll(`{${name}}`, words === '' ? '…' : words);
  }
  return { text, pieces };
}
