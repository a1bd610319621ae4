// Holds a stream of frames to so many bytes a millisecond, by waiting after each.
// It must never know what is sent, nor where.
import type { Clock } from '../ports.ts';

/** called after each frame; resolves when the next one may go */
export type Pacer = (bytes: number) => Promise<void>;

export function makePacer(of: {
  bytesPerMs: number;
  clock: Pick<Clock, 'monoMs'>;
  wait?: ((ms: number) => Promise<void>) | undefined;
}): Pacer {
  const { clock, wait = sleep } = of;
  const startedMs = clock.monoMs();
  let bytes = 0;
  return async (more) => {
    bytes += more;
    const aheadMs = bytes / of.bytesPerMs - (clock.monoMs() - startedMs);
    if (aheadMs > 1) await wait(aheadMs);
  };
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
