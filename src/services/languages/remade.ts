// A variant whose words or recording were made anew: from now on it is of the original as it stands.
// It must never judge whether the new words mean the same: its approver does.
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { hashOf } from '../sound/kept-recording.ts';

/** Within the transaction of the change; of what is no variant nothing is written. */
export function remade(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { id: bulletinId, originalId }: Pick<Bulletin, 'id' | 'originalId'>,
  byId: string,
): void {
  const original = originalId === null ? null : store.bulletins.get(originalId);
  if (original === null) return;
  const originalHash = hashOf(original.text);
  const atMs = clock.wallMs();
  store.variants.put({ bulletinId, originalId: original.id, originalHash, byId, atMs });
}
