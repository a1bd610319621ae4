// Tells how far something long is, often enough for a bar and no oftener.
// It must never know what is being done.
import { type MakingAt, timeLeft } from '../domain/sound/making-progress.ts';
import type { Deps } from './deps.ts';

/** A progress bar needs no more than four steps a second. */
const EVERY_MS = 250;

export type Progress = { step: string; done: number; total: number };

export function tellProgress(
  deps: Pick<Deps, 'clock' | 'changes'>,
  { id, tenantId }: { id: string; tenantId: string },
  onStep: (at: MakingAt) => void = () => undefined,
): (progress: Progress) => void {
  let last = { step: '', atMs: Number.NEGATIVE_INFINITY };
  let began = { step: '', atMs: deps.clock.monoMs() };
  return ({ step, done, total }) => {
    const nowMs = deps.clock.monoMs();
    if (step !== began.step) began = { step, atMs: nowMs };
    const leftMs = timeLeft({ step, done, total, stepMs: nowMs - began.atMs });
    onStep({ step, done, total, leftMs });
    const soon = nowMs - last.atMs < EVERY_MS;
    if (soon && step === last.step && done < total) return;
    last = { step, atMs: nowMs };
    deps.changes.tell({ kind: 'progress', id, tenantId, detail: { step, done, total, leftMs } });
  };
}
