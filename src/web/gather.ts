// Makes one call of many that come close together, and never lets a steady stream of them put it off for good.
// It must never know what is called.

/** A hundred speakers that come back at once are one question, not a hundred. */
export const GATHER_MS = 300;
/** An airing's receipts come for minutes: a screen is not older than this while they do. */
export const GATHERED_MS = 2_000;

export type Gathering = { add(): void; stop(): void };

export function gather(call: () => void): Gathering {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let latestMs: number | null = null;
  return {
    add() {
      // not the wall's clock: an office PC's may be set back meanwhile
      const nowMs = performance.now();
      latestMs ??= nowMs + GATHERED_MS;
      clearTimeout(waiting);
      const restMs = Math.max(0, Math.min(GATHER_MS, latestMs - nowMs));
      waiting = setTimeout(() => {
        latestMs = null;
        call();
      }, restMs);
    },
    stop() {
      clearTimeout(waiting);
      latestMs = null;
    },
  };
}
