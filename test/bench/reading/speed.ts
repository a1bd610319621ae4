// How fast a document is read once the process is warm, and how that grows with its size.
// It must never know what is read, only how long it took.
import { growth } from '../../reading/growth.ts';
import { CORPUS, corpusText, read } from '../../reading/shared.ts';
import { type Result, rounded } from '../result.ts';
import { hasDesign, row } from './design.ts';

const PLAN_BYTES = 33_000;
const MAX_MS = 50;
const ROUNDS = 25;
/** Twice the time for twice the text, and what a busy machine adds. */
const MAX_GROWTH = 2.5;

/** Each without end, behind a line of prose so that it is read as a text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'one digit': '1',
  '((((': '(',
  'I.I.I.': 'I.',
  'combining marks': '\u0301',
  'right to left, zero width': '\u202e\u200bab ',
};
const HOSTILE_CHARS = 100_000;

export function speed(): Result[] {
  return [
    ...plain(),
    ...Object.entries(HOSTILE).map(([name, piece]) => growthRow(name, hostile(piece))),
  ];
}

function hostile(piece: string): (size: number) => string {
  return (size) => `Mời bà con họp bản.\n${piece.repeat((size * HOSTILE_CHARS) / piece.length)}`;
}

function plain(): Result[] {
  const texts = hasDesign ? CORPUS.map(corpusText) : [];
  const plan = planOf(texts[0] ?? '');
  for (const text of texts) read(text);
  return [
    row({ name: `a document of ${PLAN_BYTES / 1_000} KB`, unit: 'ms', aim: `< ${MAX_MS}` }, () => {
      const times = Array.from({ length: ROUNDS }, () => msOf(() => read(plan))).sort(
        (a, b) => a - b,
      );
      const median = times[ROUNDS >> 1] as number;
      const note = `median of ${ROUNDS}, quickest ${rounded(times[0] as number, 1)}; ${Buffer.byteLength(plan)} bytes`;
      return { value: rounded(median, 1), met: median < MAX_MS, note };
    }),
    row({ name: 'the whole corpus', unit: 'characters/s', aim: 'none set' }, () => {
      const chars = texts.reduce((sum, text) => sum + text.length, 0);
      const best = Math.min(...[1, 2, 3].map(() => msOf(() => texts.map((text) => read(text)))));
      return {
        value: Math.round((1_000 * chars) / best),
        met: true,
        note: 'after warm-up, one thread',
      };
    }),
    row(grows('the corpus'), () =>
      grown((size) =>
        Array(size * 4)
          .fill(plan)
          .join('\n\n'),
      ),
    ),
  ];
}

function planOf(text: string): string {
  const bytes = Buffer.from(text);
  return bytes
    .subarray(0, PLAN_BYTES)
    .toString('utf8')
    .replace(/\ufffd+$/u, '');
}

function msOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function growthRow(name: string, make: (size: number) => string): Result {
  const { value, met, note } = grown(make);
  return { ...grows(name), name: `reading: ${grows(name).name}`, value, met, note, peer: '' };
}

function grows(name: string): { name: string; unit: string; aim: string } {
  return {
    name: `${name}, twice as long`,
    unit: '× the time',
    aim: `≤ ${MAX_GROWTH}, linear is 2`,
  };
}

function grown(make: (size: number) => string): { value: number; met: boolean; note: string } {
  const ratio = growth(1, make, (text) => read(text));
  const chars = make(1).length;
  return {
    value: rounded(ratio),
    met: ratio <= MAX_GROWTH,
    note: `${chars} characters and twice as many, processor time`,
  };
}
