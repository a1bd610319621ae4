// Asks the source system for what is new, page after page, and lets each in as if it had been brought.
// It must never hold up a beat, nor go past what it could not take.
import { AppError } from '../../domain/errors.ts';
import { nextTryMs } from '../../domain/source/letter-times.ts';
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
      running = pullAll(of, abort.signal)
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

async function pullAll(
  { deps, arriving }: { deps: Deps; arriving: Arriving },
  signal: AbortSignal,
): Promise<void> {
  const { settings } = deps.store;
  for (let page = 0; page < PAGES_AT_ONCE && !signal.aborted; page += 1) {
    const since = settings.get(CURSOR) ?? '';
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const { parcels, next, more } = await deps.source.pull({ since, signal: limit });
    for (const parcel of parcels) if (!take(deps, arriving, parcel)) return;
    // what was taken is known by its name: a kill between the two takes it again, once
    if (next !== since) settings.put(CURSOR, next);
    if (!more || next === since) return;
  }
}

/** False where it may be taken in a minute: the cursor stays before it. */
function take(deps: Deps, arriving: Arriving, parcel: Parcel): boolean {
  try {
    arriving.take(parcel, 'pull');
    return true;
  } catch (error) {
    // refused, written down and told: asking for it again would not change it
    if (error instanceof AppError) return error.code !== 'busy';
    deps.log.error({ err: error }, 'a bulletin of the source system could not be kept');
    return false;
  }
}
