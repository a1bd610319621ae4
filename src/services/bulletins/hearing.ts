// Whose ears a clip is for: whoever sees a bulletin that has it, for two may share one sound.
// It must never know where the file lies.
import type { Actor, Clip } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import { tenantsSeenBy } from '../scope.ts';

export function heard(deps: Deps, { actor, clipId }: { actor: Actor; clipId: string }): Clip {
  const { store } = deps;
  const clip = store.clips.get(clipId);
  if (!clip) throw missing();
  const tenants = tenantsSeenBy(deps, actor);
  const owner = store.bulletins.get(clip.bulletinId);
  const seen =
    (owner && tenants.includes(owner.tenantId)) ||
    store.bulletins.ofClip(clipId).some(({ tenantId }) => tenants.includes(tenantId)) ||
    // the province's, given to a commune of theirs to air
    (owner && store.assignments.hasPart({ bulletinId: owner.id, communeIds: tenants }));
  if (!seen) throw missing();
  return clip;
}
