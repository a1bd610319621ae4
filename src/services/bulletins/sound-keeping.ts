// Once an hour: sound that nobody will hear again gives room, least lately aired first; what will air stays.
// It must never know files: the Studio does.
import { airedBy } from '../../domain/airing/playlist.ts';
import type { Deps } from '../deps.ts';

/** A render of an hour ago is still somebody's; a disk does not fill within one. */
const EVERY_MS = 3_600_000;

export type SoundKeeping = { look(): void; stop(): Promise<void> };

export function makeSoundKeeping(deps: Deps): SoundKeeping {
  const { clock, studio, log } = deps;
  let lookedMs = Number.NEGATIVE_INFINITY;
  let under = Promise.resolve();
  return {
    look() {
      const monoMs = clock.monoMs();
      if (monoMs - lookedMs < EVERY_MS) return;
      lookedMs = monoMs;
      const [will, has] = [willAir(deps), hasAired(deps)];
      under = under
        .then(() => studio.sweep({ will, has }))
        .then(({ removed, bytes }) => {
          if (removed > 0) log.info({ removed, bytes }, 'sound nobody will hear gave room');
        })
        // a disk that fails is said by whoever writes to it; in an hour it is tried again
        .catch((error) => log.warn({ err: error }, 'old sound could not be swept'));
    },
    stop: () => under,
  };
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
