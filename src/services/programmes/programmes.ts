// The door of programmes, joined: templates, previews, building, placing.
// It must never hold a rule of its own.
import type { BulletinParts } from '../bulletins/bulletins.ts';
import type { Schedules } from '../calendar/calendar-door.ts';
import { tenantsSeenBy } from '../scope.ts';
import { building } from './building.ts';
import { editionFor, viewOf } from './editions.ts';
import { plannedFor, previewOf } from './previewing.ts';
import type { Programmes } from './programmes-door.ts';
import { rebuilding } from './rebuilding.ts';
import { scheduling } from './scheduling.ts';
import { makeTemplates } from './templates.ts';

export function makeProgrammes(
  parts: BulletinParts & { schedules: Pick<Schedules, 'create'> },
): Programmes {
  const { deps } = parts;
  return {
    ...makeTemplates(parts),
    preview: async (actor, wish) =>
      previewOf(deps, await plannedFor(deps, { actor, action: 'programme.view', wish })),
    build: building(parts),
    rebuild: rebuilding(parts),
    list: (actor, page) =>
      deps.store.programmeEditions
        .ofTenants(tenantsSeenBy(deps, actor), page)
        .map((edition) => viewOf(deps, edition)),
    get: (actor, { bulletinId }) =>
      viewOf(deps, editionFor(deps, { actor, action: 'programme.view', bulletinId })),
    schedule: scheduling(parts),
  };
}
