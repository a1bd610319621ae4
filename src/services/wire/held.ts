// Whether the loudspeakers have the sound of an airing already, so that no chunk of it need be paid for again.
// It must never take silence for having it: each says so by its own receipt for this very airing.
import type { Airing } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';

/** REAL milliseconds a unit may take over a poor link: the clock is asked first, then the card is read. */
const PATIENCE_MS = 20_000;
const STEP_MS = 250;
/** Of the time left before its first word at most so much is spent on waiting. */
const SHARE_OF_LEAD = 0.25;

/** After the manifest went out. Asked only where the same sound was stored before by somebody who is there. */
export async function heldByAll(
  deps: Deps,
  of: { airing: Airing; stopped(): boolean; wait(ms: number): Promise<void> },
): Promise<boolean> {
  const { store, clock } = deps;
  const { airing } = of;
  const before = store.airings.lastOfClip(airing.clipId, airing.id);
  if (before === null) return false;
  let lacking = present(deps, airing.id);
  if (!lacking.some((siteId) => hasStored(deps, before, siteId))) return false;
  const leftMs = (airing.playAtMs - clock.planMs()) / clock.speed();
  const patienceMs = Math.min(PATIENCE_MS, leftMs * SHARE_OF_LEAD);
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += STEP_MS) {
    lacking = lacking.filter((siteId) => !hasStored(deps, airing.id, siteId));
    if (lacking.length === 0) return true;
    if (of.stopped()) return false;
    await of.wait(STEP_MS);
  }
  return false;
}

/** Who is away asks for what it lacks when it is back. */
function present({ store }: Deps, airingId: string): string[] {
  return store.airings
    .speakers(airingId)
    .filter(({ siteId, unitId }) => {
      const last = store.statuses.get(siteId);
      return last?.status.online === true && last.status.unitId === unitId;
    })
    .map(({ siteId }) => siteId);
}

function hasStored({ store }: Deps, airingId: string, siteId: string): boolean {
  return store.receipts.of(airingId, siteId).some(({ event }) => event === 'stored');
}
