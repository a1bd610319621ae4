// Asking again: how often, after how long, and all lanes together when the service says it is asked too much.
// It must never know the network, sentences or what a fault looked like before it was a fault.
import { setTimeout as sleep } from 'node:timers/promises';
import { type SoundCode, SoundError } from '../../errors.ts';
import type { Fault } from './faults.ts';
import type { AzurePatience } from './settings.ts';

export const USUAL_PATIENCE: AzurePatience = {
  // The first sound comes within 0.3 s from the same continent, 1 s over a bad mobile line; ten is a dead line.
  silenceMs: 10_000,
  // A minute covers a free key's "20 a minute"; beyond it another voice is better than waiting.
  totalMs: 60_000,
  firstWaitMs: 250,
};

/** Throttling ends by waiting; a dead line is better told soon, so that the next voice stands in. */
const TRIES: Partial<Record<SoundCode, number>> = { 'voice-throttled': 8, 'voice-slow': 2 };
const USUAL_TRIES = 5;
const MAX_WAIT_MS = 8_000;

export type Outcome<T> = { heard: T } | { fault: Fault };

/** Shared by the lanes of one key: what one is told, all keep. */
export type Gate = { heldUntilMs: number };

export type Persisting<T> = {
  ask(): Promise<Outcome<T>>;
  gate: Gate;
  patience: AzurePatience;
  signal: AbortSignal;
  /** what goes into the error; the fault's own words may hold a key */
  told(said: string): string;
};

/** @throws SoundError the fault's code after the last try; stopped */
export async function persist<T>(persisting: Persisting<T>): Promise<T> {
  const { ask, gate, patience, signal } = persisting;
  const startMs = performance.now();
  for (let tries = 1; ; tries += 1) {
    await pass(persisting);
    const outcome = await ask();
    if ('heard' in outcome) return outcome.heard;
    const { fault } = outcome;
    const spentMs = performance.now() - startMs;
    const waitMs = nextWaitMs({ fault, tries, spentMs, patience, chance: Math.random() });
    if (waitMs === null) throw new SoundError(fault.code, new Error(persisting.told(fault.said)));
    if (fault.code === 'voice-throttled')
      gate.heldUntilMs = Math.max(gate.heldUntilMs, performance.now() + waitMs);
    else await pause(waitMs, signal);
  }
}

export type Tried = {
  fault: Fault;
  tries: number;
  spentMs: number;
  patience: AzurePatience;
  /** 0 to 1 */
  chance: number;
};

/** Doubled each time and spread by half, so that lanes do not come back together; null: no more. */
export function nextWaitMs({ fault, tries, spentMs, patience, chance }: Tried): number | null {
  if (!fault.again || tries >= (TRIES[fault.code] ?? USUAL_TRIES)) return null;
  const doubled = patience.firstWaitMs * 2 ** (tries - 1) * (0.5 + chance);
  const told = fault.retryAfterMs === null ? 0 : fault.retryAfterMs + chance * patience.firstWaitMs;
  const waitMs = Math.max(told, Math.min(MAX_WAIT_MS, doubled));
  return spentMs + waitMs > patience.totalMs ? null : waitMs;
}

/** Whoever comes while the gate is held waits with the others, then a little each, not all in one moment. */
async function pass<T>({ gate, patience, signal }: Persisting<T>): Promise<void> {
  if (signal.aborted) throw new SoundError('stopped', signal.reason);
  for (;;) {
    const waitMs = gate.heldUntilMs - performance.now();
    if (waitMs <= 0) return;
    await pause(waitMs + Math.random() * patience.firstWaitMs, signal);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (cause) {
    throw new SoundError('stopped', cause);
  }
}
