// A broken edition whose time comes is built anew without what may not be said: one part is no reason for silence.
// It must never wait longer than its people need: until the last hour they mend it as they wish.
import { airedBy } from '../../domain/airing/playlist.ts';
import type { ProgrammeEdition } from '../../domain/programmes/programme-model.ts';
import type { BulletinParts } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { nextTimeOf } from './next-time.ts';
import { rebuildAlone } from './rebuilding.ts';

export type Mending = { look(): void; stop(): void };

/** Whoever changes a word has it approved again within the morning; an hour before its time nobody is waited for. */
const BEFORE_MS = 3_600_000;
/** What cannot be built now may be in ten minutes: six times before it is over. */
const AGAIN_MS = 600_000;
/** Editions of a province that break in one day; of an older one it is tried once more. */
const REMEMBERED_MAX = 500;

type Coming = { edition: ProgrammeEdition; playAtMs: number };

export function makeMending(parts: BulletinParts): Mending {
  const { deps } = parts;
  const tried = new Map<string, number>();
  let stopped = false;
  return {
    look() {
      const monoMs = deps.clock.monoMs();
      for (const coming of comingSoon(deps)) {
        const key = `${coming.edition.bulletinId}@${coming.playAtMs}`;
        const lastMs = tried.get(key);
        if (lastMs !== undefined && monoMs - lastMs < AGAIN_MS) continue;
        tried.set(key, monoMs);
        const [oldest] = tried.keys();
        if (tried.size > REMEMBERED_MAX && oldest !== undefined) tried.delete(oldest);
        const isFirst = lastMs === undefined;
        void mend(parts, { ...coming, isFirst, isOver: () => stopped });
      }
    },
    stop() {
      stopped = true;
    },
  };
}

/** Broken, and to be heard within the hour. */
function comingSoon(deps: Deps): Coming[] {
  const { store, clock } = deps;
  const untilMs = clock.planMs() + BEFORE_MS;
  const ids = new Set(store.schedules.active().flatMap(airedBy));
  return [...ids].flatMap((id): Coming[] => {
    const edition = store.programmeEditions.get(id);
    if (!edition?.broken) return [];
    const playAtMs = nextTimeOf(deps, id);
    return playAtMs === null || playAtMs >= untilMs ? [] : [{ edition, playAtMs }];
  });
}

/** Whoever answers for what is heard is told at once, whichever way it went. */
async function mend(
  parts: BulletinParts,
  of: Coming & { isFirst: boolean; isOver(): boolean },
): Promise<void> {
  const { deps } = parts;
  const { edition, playAtMs } = of;
  const { bulletinId, tenantId, builtBy: authorId } = edition;
  const title = deps.store.bulletins.get(bulletinId)?.title ?? '';
  const soon = true;
  const rebuilt = await rebuildAlone(parts, edition).then(
    () => true,
    (error) => {
      deps.log.warn({ err: error, bulletinId }, 'a programme could not be built anew by itself');
      return false;
    },
  );
  if (of.isOver() || (!rebuilt && !of.isFirst)) return;
  const told = { bulletinId, tenantId, title, authorId, rebuilt, playAtMs, soon };
  deps.happenings.tell({ kind: 'programme-broken', ...told });
}
