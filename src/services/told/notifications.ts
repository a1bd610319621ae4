// Telling people, joined: what happens is gathered, told when due, sent, kept for a season and forgotten.
// It must never hold up a beat: every look is rows and the starting of sends, never their end.
import type { Deps } from '../deps.ts';
import { makeGathering } from './notifications-gathering.ts';
import { makeNotificationSending } from './notifications-sending.ts';
import { tellDue } from './notifications-telling.ts';

export type Notifications = {
  /** one beat's worth */
  look(): void;
  /** resolves when nothing is under way: for tests */
  idle(): Promise<void>;
  stop(): void;
};

/** Long enough to answer "was I told?", short enough that lists of who was told what do not pile up. */
const KEPT_MS = 90 * 86_400_000;
const PRUNE_EVERY_MS = 3_600_000;
/** A tenth of a second of deleting. */
const PRUNED_AT_ONCE = 500;

export function makeNotifications(deps: Deps): Notifications {
  const gathering = makeGathering(deps);
  const sending = makeNotificationSending(deps);
  let pruneAtMs = deps.clock.monoMs();
  const prune = () => {
    if (deps.clock.monoMs() < pruneAtMs) return;
    const before = deps.clock.wallMs() - KEPT_MS;
    const gone = deps.store.transaction(() =>
      deps.store.notifications.prune(before, PRUNED_AT_ONCE),
    );
    // what is left goes with the next beats, a little at a time
    if (gone < PRUNED_AT_ONCE) pruneAtMs = deps.clock.monoMs() + PRUNE_EVERY_MS;
  };
  return {
    look() {
      gathering.flush();
      tellDue(deps);
      sending.look();
      prune();
    },
    idle: sending.idle,
    stop() {
      gathering.flush();
      sending.stop();
    },
  };
}
