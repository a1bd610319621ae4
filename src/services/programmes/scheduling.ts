// Editions placed: an ordinary schedule for each, for exactly the villages it was built for; all of them or none.
// It must never check a schedule by itself: the calendar's own door does, with regulation and conflicts.
import type { Actor } from '../../domain/model.ts';
import type { ProgrammeEdition } from '../../domain/programmes/programme-model.ts';
import { sayBroken } from '../../domain/programmes/programme-words.ts';
import { acceptPlaced } from '../assign/answers.ts';
import type { Schedules } from '../calendar/calendar-door.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../refusals.ts';
import { bulletinsOf, editionFor } from './editions.ts';
import { brokenPart } from './joined.ts';
import type { Programmes } from './programmes-door.ts';

export type SchedulingParts = { deps: Deps; schedules: Pick<Schedules, 'create'> };

export function scheduling({ deps, schedules }: SchedulingParts): Programmes['schedule'] {
  return (actor, { bulletinIds, rule, air }) => {
    const action = 'schedule.create';
    const ids = [...new Set(bulletinIds)];
    const editions = ids.map((bulletinId) => editionFor(deps, { actor, action, bulletinId }));
    refuseSplit(editions);
    for (const edition of editions) refuseBroken(deps, edition);
    return deps.store.transaction(() =>
      editions.map((edition) => {
        const { bulletinId, areaIds } = edition;
        const wish = { bulletinId, areaIds, rule, ...(air ? { air } : {}) };
        const { schedule } = schedules.create(actor, wish);
        accept(deps, { actor, edition });
        return schedule;
      }),
    );
  };
}

/** What ended a moment ago was not looked at yet: placed now, it would sound. */
function refuseBroken(deps: Deps, { bulletinId, tenantId, broken }: ProgrammeEdition): void {
  const parts = deps.store.programmeEditions.parts(bulletinId);
  const found = broken ?? brokenPart(deps, { parts, tenantId });
  if (found !== null) throw refusal('conflict', 'part-broken', sayBroken(found));
}

/** What the province gave and a programme of the commune says is taken on, as if it were placed alone; what had no room is not. */
function accept(deps: Deps, { actor, edition }: { actor: Actor; edition: ProgrammeEdition }): void {
  const { tenantId, bulletinId: editionId } = edition;
  const said = bulletinsOf(deps, deps.store.programmeEditions.parts(editionId));
  const given = said.flatMap(({ id, originalId }) => [id, ...(originalId ? [originalId] : [])]);
  for (const bulletinId of new Set(given))
    acceptPlaced(deps, { actor, schedule: { bulletinId, tenantId } });
}

/** Two of them for one village would be heard one behind the other, in two orders of languages. */
function refuseSplit(editions: readonly ProgrammeEdition[]): void {
  const all = editions.flatMap(({ areaIds }) => areaIds);
  if (new Set(all).size === all.length) return;
  throw refusal('caller', 'same-places', {
    vi: 'Trong các chương trình đã chọn có hai bản cho cùng một thôn. Hãy chọn mỗi thôn một bản.',
    en: 'Two of the editions chosen are for one village. Choose one for each.',
    place: 'bulletinIds',
  });
}
