// Once an hour: sound that nobody will hear again gives room, least lately aired first; what will air, and what rows name, stays.
// It must never know files: the Studio and the pieces' room do.
import { airedBy } from '../../domain/airing/playlist.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';

/** A render of an hour ago is still somebody's; a disk does not fill within one. */
const EVERY_MS = 3_600_000;
/** Whoever sent it hears on the page for a day why it came back. */
const RETURNED_MS = DAY_MS;
/** Databases and journals need room to write at all: somebody must act before that. */
const LEAST_FREE = 0.1;

export type SoundKeeping = { look(): void; stop(): Promise<void> };

/** @param ready clips kept for emergencies, which no row names yet */
export function makeSoundKeeping(deps: Deps, ready: () => readonly string[]): SoundKeeping {
  const { clock, log } = deps;
  let lookedMs = Number.NEGATIVE_INFINITY;
  let under = Promise.resolve();
  return {
    look() {
      const monoMs = clock.monoMs();
      if (monoMs - lookedMs < EVERY_MS) return;
      lookedMs = monoMs;
      const says = (error: unknown) => log.warn({ err: error }, 'old sound could not be swept');
      // a disk that fails is said by whoever writes to it; in an hour it is tried again
      under = under
        .then(() => sweepClips(deps, ready))
        .catch(says)
        .then(() => warn(deps))
        .catch(says)
        .then(() => sweepPieces(deps))
        .catch(says);
    },
    stop: () => under,
  };
}

async function sweepClips(deps: Deps, ready: () => readonly string[]): Promise<void> {
  const { studio, store, clock, log } = deps;
  const will = new Set([...willAir(deps), ...ready()]);
  const returnedBeforeMs = clock.planMs() - RETURNED_MS;
  const { removed, bytes } = await studio.sweep({
    ...{ will, has: hasAired(deps) },
    named: (ids) => store.clips.named({ ids, returnedBeforeMs }),
    // one that was made ready while others went is named by memory alone
    release: (id) => !ready().includes(id) && store.clips.release({ id, returnedBeforeMs }),
  });
  if (removed > 0) log.info({ removed, bytes }, 'sound nobody will hear gave room');
}

/** Whatever became of the sweep: on a full disk that is what fails. */
async function warn({ studio, store, happenings, log }: Deps): Promise<void> {
  const freeShare = await studio.freeShare();
  if (freeShare >= LEAST_FREE) return;
  const freePercent = Math.floor(freeShare * 100);
  log.error({ freePercent }, 'the disk is nearly full: make room');
  for (const { id: tenantId, parentId } of store.areas.all())
    if (parentId === null) happenings.tell({ kind: 'disk-low', tenantId, freePercent });
}

/** Recorded pieces that were thrown away, or said anew. */
async function sweepPieces({ pieces, store, log }: Deps): Promise<void> {
  const removed = await pieces.sweep(store.framePieces.hashes());
  if (removed > 0) log.info({ removed }, 'recorded pieces nobody needs gave room');
}

/** Clips of every schedule that has times to come. */
function willAir({ store }: Deps): Set<string> {
  const bulletins = new Set(store.schedules.active().flatMap((schedule) => airedBy(schedule)));
  return new Set([...bulletins].flatMap((id) => store.bulletins.get(id)?.clipId ?? []));
}

function hasAired({ store, clock }: Deps): Set<string> {
  const nowMs = clock.planMs();
  const tenantIds = [...new Set(store.areas.all().map(({ tenantId }) => tenantId))];
  const span = { fromMs: nowMs - EVERY_MS * clock.speed(), toMs: nowMs };
  return new Set(store.airings.list({ tenantIds, ...span }).map(({ clipId }) => clipId));
}
