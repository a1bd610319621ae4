// Sends what waits in the outbox, one letter in flight, never in the way of a beat.
// It must never lose a letter to an outage, nor keep the source system's trouble from people.
import { afterFailure, LETTER_MAX_AGE_MS, nextTryMs } from '../../domain/source/letter-times.ts';
import type { OutboxLetter } from '../../domain/source/source-model.ts';
import type { Deps } from '../deps.ts';
import type { Contact } from './contact.ts';
import type { Delivered } from './source-port.ts';

export type Posting = {
  look(): void;
  /** resolves when nothing is under way: for tests */
  idle(): Promise<void>;
  stop(): void;
};

/** Longer than a letter of 200 KB takes on a bad line; then the other side hangs. */
const TIMEOUT_MS = 20_000;
/** After a long outage the letters go one after the other: so many, then a beat of rest for the disk. */
const AT_ONCE = 200;
const PRUNE_EVERY_MS = 3_600_000;
/** Two months: the monthly report adds the results of the month before. */
const KEPT_MS = 70 * 86_400_000;
const PRUNED_AT_ONCE = 500;

export function makePosting(deps: Deps, contact: Contact, chance: () => number): Posting {
  const abort = new AbortController();
  let running: Promise<void> | null = null;
  let failures = 0;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let pruneAtMs = Number.NEGATIVE_INFINITY;
  const send = async () => {
    for (let n = 0; n < AT_ONCE && !abort.signal.aborted; n += 1) {
      const letter = deps.store.letters.nextDue(deps.clock.wallMs());
      if (!letter) return;
      const outcome = await delivered(deps, letter, abort.signal);
      if (abort.signal.aborted) return;
      settle(deps, { letter, outcome, chance: chance() });
      if (outcome.kind === 'later') {
        failures += 1;
        const nowMs = deps.clock.monoMs();
        // all would meet the same: the others do not knock as well
        restUntilMs = nextTryMs({ nowMs, attempts: failures, chance: chance() });
        contact.failed(outcome.detail);
        return;
      }
      if (failures > 0) deps.store.letters.wake(deps.clock.wallMs());
      failures = 0;
      contact.met();
    }
  };
  return {
    look() {
      if (!deps.source.setting?.reachable || running || abort.signal.aborted) return;
      if (deps.clock.monoMs() >= pruneAtMs) {
        prune(deps);
        pruneAtMs = deps.clock.monoMs() + PRUNE_EVERY_MS;
      }
      if (deps.clock.monoMs() < restUntilMs) return;
      running = send()
        .catch((error) =>
          deps.log.error({ err: error }, 'the outbox to the source system stumbled'),
        )
        .finally(() => {
          running = null;
        });
    },
    idle: async () => {
      while (running) await running;
    },
    stop: () => abort.abort(),
  };
}

/** Never rejects: whatever the other side does is an outcome. */
async function delivered(
  deps: Deps,
  { id, kind, body }: OutboxLetter,
  signal: AbortSignal,
): Promise<Delivered> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    return await deps.source.deliver({ id, kind, body }, limit);
  } catch (error) {
    return { kind: 'later', detail: error instanceof Error ? error.message : 'ERROR' };
  }
}

function settle(
  { store, clock, log }: Deps,
  of: { letter: OutboxLetter; outcome: Delivered; chance: number },
): void {
  const { letter, outcome, chance } = of;
  if (outcome.kind === 'delivered') {
    store.letters.update({ ...letter, state: 'delivered', lastError: null });
    return;
  }
  const { detail } = outcome;
  const unwanted = outcome.kind === 'refused';
  const next = afterFailure(letter, { nowMs: clock.wallMs(), chance, detail, unwanted });
  store.letters.update(next);
  if (next.state === 'dropped')
    log.warn({ letterId: letter.id, kind: letter.kind, detail }, 'a letter was given up');
}

function prune({ store, clock }: Deps): void {
  const nowMs = clock.wallMs();
  const createdBeforeMs = nowMs - LETTER_MAX_AGE_MS;
  store.transaction(() => {
    store.letters.dropOlderThan({ createdBeforeMs, error: 'over 30 days old' });
    store.letters.prune({ beforeMs: nowMs - KEPT_MS, limit: PRUNED_AT_ONCE });
  });
}
