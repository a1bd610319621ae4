// Asks the source system for what is new, page after page, and lets each in as if it had been brought.
// It must never hold up a beat, nor forget what it could not take, nor let that keep the others out.
import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import { nextTryMs } from '../../domain/source/letter-times.ts';
import { emergenciesFirst } from '../../domain/source/page-order.ts';
import { isRefused } from '../../domain/source/refused-words.ts';
import type { Deps } from '../deps.ts';
import type { Arriving } from './arriving.ts';
import type { Contact } from './contact.ts';
import type { Parcel } from './source-port.ts';

export type Pulling = { look(): void; idle(): Promise<void>; stop(): void };

const CURSOR = 'source.cursor';
/** A page is at most a hundred messages of 256 KB. */
const TIMEOUT_MS = 30_000;
/** After an outage; what is left is fetched at the next turn. */
const PAGES_AT_ONCE = 20;
/** What cannot be kept so often, over a minute or more, is no passing trouble: it is refused by name. */
const TRIES_MAX = 5;
/** A few messages each fail at most; more is the disk, and all of them start anew. */
const TRIED_MAX = 1_000;

export function makePulling(of: {
  deps: Deps;
  arriving: Arriving;
  contact: Contact;
  chance(): number;
}): Pulling {
  const { deps, contact, chance } = of;
  const abort = new AbortController();
  let running: Promise<void> | null = null;
  let failures = 0;
  let dueMs = Number.NEGATIVE_INFINITY;
  const tries = new Map<string, number>();
  const rest = (setting: { pullEveryMs: number }) => {
    const nowMs = deps.clock.monoMs();
    dueMs =
      failures === 0
        ? nowMs + setting.pullEveryMs
        : nextTryMs({ nowMs, attempts: failures, chance: chance() });
  };
  return {
    look() {
      const { setting } = deps.source;
      if (!setting?.reachable || running || abort.signal.aborted) return;
      if (deps.clock.monoMs() < dueMs) return;
      running = pullAll({ deps, arriving: of.arriving, tries }, abort.signal)
        .then(() => {
          failures = 0;
          contact.met();
        })
        .catch((error) => {
          failures += 1;
          if (!abort.signal.aborted) contact.failed(error instanceof Error ? error.message : '');
        })
        .finally(() => {
          rest(setting);
          running = null;
        });
    },
    idle: async () => {
      while (running) await running;
    },
    stop: () => abort.abort(),
  };
}

type Pulled = { deps: Deps; arriving: Arriving; tries: Map<string, number> };

async function pullAll(pulled: Pulled, signal: AbortSignal): Promise<void> {
  const { source, store } = pulled.deps;
  let since = store.settings.get(CURSOR) ?? '';
  let isAllTaken = true;
  for (let page = 0; page < PAGES_AT_ONCE && !signal.aborted; page += 1) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const { parcels, next, more } = await source.pull({ since, signal: limit });
    for (const parcel of inOrder(pulled.deps, parcels))
      if (!take(pulled, parcel)) isAllTaken = false;
    // what was taken is known by its name: a kill between the two, or a page fetched again, takes it once
    if (isAllTaken && next !== since) store.settings.put(CURSOR, next);
    if (!more || next === since) return;
    since = next;
  }
}

function inOrder({ source }: Deps, parcels: readonly Parcel[]): Parcel[] {
  return emergenciesFirst(
    parcels.map((one) => {
      const read = source.read(one);
      return { one, said: isRefused(read) ? null : read };
    }),
  );
}

/** False where it may be taken in a minute: the cursor stays before it, the others are let in. */
function take({ deps, arriving, tries }: Pulled, parcel: Parcel): boolean {
  try {
    arriving.take(parcel, 'pull');
    return true;
  } catch (error) {
    // refused, written down and told: asking for it again would not change it
    if (error instanceof AppError) return error.code !== 'busy';
    deps.log.error({ err: error }, 'a bulletin of the source system could not be kept');
  }
  const hash = createHash('sha256').update(parcel.body).digest('hex');
  const tried = (tries.get(hash) ?? 0) + 1;
  if (tries.size >= TRIED_MAX) tries.clear();
  tries.set(hash, tried);
  if (tried < TRIES_MAX) return false;
  tries.delete(hash);
  return giveUp({ deps, arriving }, parcel);
}

/** Where not even that can be written down, it is asked for again. */
function giveUp({ deps, arriving }: Pick<Pulled, 'deps' | 'arriving'>, parcel: Parcel): boolean {
  try {
    arriving.giveUp(parcel, 'pull');
    return true;
  } catch (error) {
    deps.log.error({ err: error }, 'nor could it be written down');
    return false;
  }
}
