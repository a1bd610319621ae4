// The thread that prints: one paper at a time, its bytes handed over and not copied.
// It must never know who asked, nor keep anything of what it printed.
import { parentPort } from 'node:worker_threads';
import type { Paper } from '../services/approval/papers-port.ts';
import { print } from './printing.ts';
import { recordWord } from './record-word.ts';
import { definitionOf } from './sheets.ts';

export type Printed = { id: number; bytes: Uint8Array } | { id: number; trace: string };

const bytesOf = (paper: Paper) =>
  paper.kind === 'record' && paper.format === 'docx'
    ? recordWord(paper)
    : print(definitionOf(paper));

parentPort?.on('message', ({ id, paper }: { id: number; paper: Paper }) => {
  bytesOf(paper).then(
    (bytes) =>
      parentPort?.postMessage({ id, bytes } satisfies Printed, [bytes.buffer as ArrayBuffer]),
    (error: unknown) => {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, trace } satisfies Printed);
    },
  );
});
