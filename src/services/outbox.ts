// Small orders on their way to the broker: in turn, tried again, never awaited by who posts them.
// It must never be the only memory of an order: rows bring it back at a speaker's next hello.
import type { Log, Wire } from './ports.ts';

export type Outbox = {
  /** `make` runs when its turn has come; null: no longer needed */
  post(topic: string, make: () => Uint8Array | null): void;
  /** resolves when everything posted so far is sent or given up */
  idle(): Promise<void>;
  stop(): void;
};

/** A province rejoining within a minute: 5,000 speakers, each a policy and a few orders. */
const WAITING_MAX = 20_000;
/** PUBACKs outstanding at once: enough for a far broker, few enough for Mosquitto's inflight limit. */
const AT_ONCE = 16;
/** Ten tries a second apart outlive a broker's restart. */
const TRIES_MAX = 10;
const RETRY_MS = 1_000;

type Letter = { topic: string; make: () => Uint8Array | null; tries: number };

export function makeOutbox(of: { wire: Wire; log: Log; retryMs?: number }): Outbox {
  const queue: Letter[] = [];
  const watchers: (() => void)[] = [];
  let running = 0;
  let dropped = 0;
  let pause: NodeJS.Timeout | null = null;
  const resume = () => {
    pause = null;
    while (!pause && running < AT_ONCE && queue.length > 0) void send(queue.shift() as Letter);
    if (running === 0 && queue.length === 0) for (const done of watchers.splice(0)) done();
  };
  const send = async (letter: Letter) => {
    running += 1;
    if (!(await sent(of.wire, letter))) retry(letter);
    running -= 1;
    if (!pause) resume();
  };
  const retry = (letter: Letter) => {
    // while the broker is away nothing is counted: waiting is not failing
    const tries = letter.tries + (of.wire.connected() ? 1 : 0);
    if (tries < TRIES_MAX) queue.unshift({ ...letter, tries });
    else of.log.warn({ topic: letter.topic }, 'an order could not be sent');
    pause ??= setTimeout(resume, of.retryMs ?? RETRY_MS).unref();
  };
  return {
    post(topic, make) {
      if (queue.length >= WAITING_MAX) {
        queue.shift();
        dropped += 1;
        if ((dropped & (dropped - 1)) === 0) of.log.warn({ dropped }, 'the outbox is full');
      }
      queue.push({ topic, make, tries: 0 });
      if (!pause) resume();
    },
    idle: () =>
      new Promise((resolve) => {
        watchers.push(resolve);
        if (!pause) resume();
      }),
    stop() {
      queue.length = 0;
      if (pause) clearTimeout(pause);
      resume();
    },
  };
}

async function sent(wire: Wire, letter: Letter): Promise<boolean> {
  if (!wire.connected()) return false;
  try {
    const bytes = letter.make();
    if (bytes) await wire.publish(letter.topic, bytes, { qos: 1 });
    return true;
  } catch {
    return false;
  }
}
