// How severe an emergency of the source system is among emergencies, as its message said.
// It must never decide which is heard: the arbiter does (devices/rules).
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';

/** undefined: nobody said, and it stands where an officer's own does (src/domain/airing/air-terms.ts) */
export function severityOf(
  { store }: Pick<Deps, 'store'>,
  { id, priority }: Pick<Bulletin, 'id' | 'priority'>,
): number | undefined {
  return priority === 'emergency' ? store.incomingParts.ofBulletin(id)?.order : undefined;
}
