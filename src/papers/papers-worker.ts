// The thread that prints: one paper at a time, its bytes handed over and not copied.
// It must never know who asked, nor keep anything of what it printed.
import { parentPort } from 'node:worker_threads';
import type { Paper } from '../services/approval/papers-port.ts';
import { print } from './printing.ts';
import { definitionOf } from './sheets.ts';

export type Printed = { id: number; bytes: Uint8Array } | { id: number; trace: string };

parentPort?.on('message', ({ id, paper }: { id: number; paper: Paper }) => {
  print(definitionOf(paper)).then(
    (bytes) =>
      parentPort?.postMessage({ id, bytes } satisfies Printed, [bytes.buffer as ArrayBuffer]),
    (error: unknown) => {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, trace } satisfies Printed);
    },
  );
});
