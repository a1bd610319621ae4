// How severe an emergency is among emergencies: as the source system's message said, in another language just behind itself.
// It must never decide which is heard: the arbiter does (devices/rules).
import { EMERGENCY_ORDER } from '../../domain/airing/air-terms.ts';
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';

/** undefined: nobody said, and it stands where an officer's own does (src/domain/airing/air-terms.ts) */
export function severityOf(
  { store }: Pick<Deps, 'store'>,
  { id, priority, originalId }: Pick<Bulletin, 'id' | 'priority' | 'originalId'>,
): number | undefined {
  if (priority !== 'emergency') return undefined;
  if (originalId === null) return store.incomingParts.ofBulletin(id)?.order;
  // an emergency is never kept waiting by itself in another language
  return (store.incomingParts.ofBulletin(originalId)?.order ?? EMERGENCY_ORDER) + 1;
}
