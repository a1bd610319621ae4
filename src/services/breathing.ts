// Runs long work in pieces between which requests and the heartbeat have their turn.
// It must never know what the work is.
import type { Piecemeal } from '../domain/piecemeal.ts';
import type { Clock } from './ports.ts';

/** Far under the beat's second, and no request waits noticeably for another (issue #5: conflicts of a province). */
const AT_ONCE_MS = 10;

export async function breathing<T>(
  { clock }: { clock: Pick<Clock, 'monoMs'> },
  work: Piecemeal<T>,
): Promise<T> {
  let fromMs = clock.monoMs();
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    if (clock.monoMs() - fromMs < AT_ONCE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    fromMs = clock.monoMs();
  }
}
