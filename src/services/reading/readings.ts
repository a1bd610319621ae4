// A commune's reading profile: its own, else its province's, else the product's.
// It must never know what an option does to a text; bulletins already made keep their sound.
import { profileProblem } from '../../domain/documents/reading-profile.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { tenantFor } from './lexicons.ts';
import type { Readings, ReadingView } from './reading-door.ts';
import { profileOf, reviseProfile } from './reading-order.ts';

export function makeReadings(deps: Deps): Readings {
  const view = (areaId: string): ReadingView => ({ areaId, ...profileOf(deps, areaId) });
  return {
    profile(actor, { areaId }) {
      tenantFor(deps, { actor, areaId, action: 'reading.view' });
      return view(areaId);
    },
    setProfile(actor, { areaId, profile }) {
      tenantFor(deps, { actor, areaId, action: 'reading.set' });
      const problem = profile && profileProblem(profile);
      if (problem) throw problem;
      deps.store.transaction(() => {
        deps.store.profiles.put(areaId, profile);
        reviseProfile(deps, areaId);
        const subject = `area:${areaId}`;
        const detail = { profile };
        record(deps, { actor, action: 'reading.set', subject, tenantId: areaId, detail });
      });
      deps.changes.tell({ kind: 'area', id: areaId, tenantId: areaId });
      return view(areaId);
    },
  };
}
