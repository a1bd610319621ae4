// How fast a document is read once the process is warm, and how that grows with its size.
// It must never know what is read, only how long it took.
import { availableParallelism, loadavg } from 'node:os';
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
    row(
      { name: `a document of ${PLAN_BYTES / 1_000} KB`, unit: 'ms of a core', aim: `< ${MAX_MS}` },
      () => {
        const runs = Array.from({ length: ROUNDS }, () => timesOf(() => read(plan)));
        const busyMs = median(runs.map((run) => run.busyMs));
        const clockMs = median(runs.map((run) => run.clockMs));
        const load = `load ${rounded(loadavg()[0] ?? 0, 1)} on ${availableParallelism()} cores`;
        const note = `median of ${ROUNDS}; by the clock ${rounded(clockMs, 1)} ms, ${load}`;
        return { value: rounded(busyMs, 1), met: busyMs < MAX_MS, note };
      },
    ),
    row({ name: 'the whole corpus', unit: 'characters/s of a core', aim: 'none set' }, () => {
      const chars = texts.reduce((sum, text) => sum + text.length, 0);
      const best = Math.min(
        ...[1, 2, 3].map(() => timesOf(() => texts.map((text) => read(text))).busyMs),
      );
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

/** What the work cost the processor, and how long it took beside all that runs here. */
function timesOf(work: () => unknown): { busyMs: number; clockMs: number } {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { busyMs: (user + system) / 1_000, clockMs: performance.now() - began };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] as number;
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
