// Waits for something to become true, asked at intervals, with a bound and a sentence for when it passes.
// It must never know what is waited for.
import { setTimeout as pause } from 'node:timers/promises';
import { DemoFault, type Sentence } from './fault.ts';

export type Patience = {
  everyMs: number;
  /** real milliseconds without any sign of life */
  limitMs: number;
  late: Sentence;
  /** a process that must live meanwhile */
  alive: Promise<never>;
};

/** @returns the first answer that is not null; `ask` may tell of signs of life, which renew the limit */
export async function until<T>(
  patience: Patience,
  ask: (alive: () => void) => Promise<T | null>,
): Promise<T> {
  const now = (): number => performance.now();
  let lastSignMs = now();
  const sign = (): void => {
    lastSignMs = now();
  };
  for (;;) {
    const answer = await Promise.race([ask(sign), patience.alive]);
    if (answer !== null) return answer;
    if (now() - lastSignMs > patience.limitMs) throw new DemoFault(patience.late);
    await Promise.race([pause(patience.everyMs), patience.alive]);
  }
}
