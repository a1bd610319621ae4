// Small orders on their way to the broker: in turn, tried again, never awaited by who posts them.
// It must never be the only memory of an order: rows bring it back at a speaker's next hello.
import type { Log, Wire } from '../ports.ts';

export type Outbox = {
  /** `make` runs when its turn has come; null: no longer needed. Urgent ones overtake all others. */
  post(topic: string, make: () => Uint8Array | null, of?: Manner): void;
  /** resolves when everything posted so far is sent or given up */
  idle(): Promise<void>;
  stop(): void;
};

/** A province rejoining within a minute: 5,000 speakers, each a policy and a few orders. */
const WAITING_MAX = 20_000;
/** A policy, its acks and a day's open airings; more for one speaker is a box gone mad. */
const PER_TOPIC_MAX = 64;
/** PUBACKs outstanding at once: enough for a far broker, few enough for Mosquitto's inflight limit. */
const AT_ONCE = 16;
/** A stop does not wait for sixteen slow acknowledgements of ordinary orders. */
const URGENT_AT_ONCE = 16;
/** Ten tries a second apart outlive a broker's restart. */
const TRIES_MAX = 10;
const RETRY_MS = 1_000;

type Manner = { urgent?: boolean; retain?: boolean };
type Letter = Required<Manner> & {
  topic: string;
  make: () => Uint8Array | null;
  tries: number;
};

export function makeOutbox(of: { wire: Wire; log: Log; retryMs?: number }): Outbox {
  const queues = makeQueues();
  const watchers: (() => void)[] = [];
  let running = 0;
  let dropped = 0;
  let pause: NodeJS.Timeout | null = null;
  const resume = () => {
    pause = null;
    while (!pause && running < AT_ONCE + URGENT_AT_ONCE) {
      const letter = running < AT_ONCE ? queues.next() : queues.nextUrgent();
      if (!letter) break;
      void send(letter);
    }
    if (running === 0 && queues.empty()) for (const done of watchers.splice(0)) done();
  };
  const send = async (letter: Letter) => {
    running += 1;
    if (await sent(of.wire, letter)) queues.done(letter);
    else retry(letter);
    running -= 1;
    if (!pause) resume();
  };
  const retry = (letter: Letter) => {
    // while the broker is away nothing is counted: waiting is not failing
    const tries = letter.tries + (of.wire.connected() ? 1 : 0);
    if (tries < TRIES_MAX) queues.back({ ...letter, tries });
    else {
      queues.done(letter);
      of.log.warn({ topic: letter.topic }, 'an order could not be sent');
    }
    pause ??= setTimeout(resume, of.retryMs ?? RETRY_MS).unref();
  };
  return {
    post(topic, make, { urgent = false, retain = false } = {}) {
      if (!queues.add({ topic, make, urgent, retain, tries: 0 })) {
        dropped += 1;
        if ((dropped & (dropped - 1)) === 0) of.log.warn({ dropped, topic }, 'the outbox is full');
        return;
      }
      if (!pause) resume();
    },
    idle: () =>
      new Promise((resolve) => {
        watchers.push(resolve);
        if (!pause) resume();
      }),
    stop() {
      queues.clear();
      if (pause) clearTimeout(pause);
      resume();
    },
  };
}

/** Two queues, one overtaking the other. Who posts too much is refused: nobody else's letter falls. */
function makeQueues() {
  const urgent: Letter[] = [];
  const ordinary: Letter[] = [];
  /** ordinary letters of a topic that wait or are on their way */
  const open = new Map<string, number>();
  const laneOf = (letter: Letter) => (letter.urgent ? urgent : ordinary);
  const count = ({ topic, urgent: counts }: Letter, by: number) => {
    if (counts) return;
    const left = (open.get(topic) ?? 0) + by;
    if (left > 0) open.set(topic, left);
    else open.delete(topic);
  };
  return {
    next: () => urgent.shift() ?? ordinary.shift(),
    nextUrgent: () => urgent.shift(),
    empty: () => urgent.length + ordinary.length === 0,
    /** false: refused */
    add(letter: Letter): boolean {
      const lane = laneOf(letter);
      const flood = !letter.urgent && (open.get(letter.topic) ?? 0) >= PER_TOPIC_MAX;
      if (flood || lane.length >= WAITING_MAX) return false;
      lane.push(letter);
      count(letter, 1);
      return true;
    },
    back: (letter: Letter) => void laneOf(letter).unshift(letter),
    done: (letter: Letter) => count(letter, -1),
    clear() {
      urgent.length = 0;
      ordinary.length = 0;
      open.clear();
    },
  };
}

async function sent(wire: Wire, letter: Letter): Promise<boolean> {
  if (!wire.connected()) return false;
  try {
    const bytes = letter.make();
    if (bytes) await wire.publish(letter.topic, bytes, { qos: 1, retain: letter.retain });
    return true;
  } catch {
    return false;
  }
}
