// Who hears a bulletin: places, speakers online, people, sites that are hushed; and when.
// It must never plan anything.
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import type { Schedule, ScheduleOutlook } from '../../../http/schemas/schedule.ts';
import { find, heardBy, type Node, touches } from '../../area-tree.ts';
import { planNow } from '../../clock.ts';
import { figure, when } from '../../format.ts';
import type { Places } from '../../places.ts';
import { said, words } from '../../words.ts';
import { fateOf, prospectOf } from './prospect.ts';

export function Reach({ view, places }: { view: BulletinView; places: Places }) {
  const w = words.value;
  const outlook = new Map(view.outlook.map((one) => [one.scheduleId, one]));
  // one whose hour passed before anybody approved is shown too: it is what was asked for
  const open = view.schedules.filter(({ id, endedAtMs }) => endedAtMs === null || outlook.has(id));
  if (open.length === 0) return <p>{prospectOf(view, planNow.peek()).says}</p>;
  return (
    <ul class="rows">
      {open.map((schedule) => {
        const heard = heardBy(places.nodes, new Set(schedule.areaIds));
        const people = peopleAt(places.nodes, schedule.areaIds);
        return (
          <li key={schedule.id} class="row">
            <strong>{said(schedule.says)}</strong>
            <span>{schedule.areaIds.map(places.name).join(', ')}</span>
            <small>
              {w.approvals.hearsSpeakers(heard.speakers, heard.online)}
              {people > 0 && ` · ${w.approve.people(figure(people))}`}
            </small>
            <Fate schedule={schedule} outlook={outlook.get(schedule.id)} />
            {view.bulletin.priority === 'emergency' ? (
              <HeardYet places={places} areaIds={schedule.areaIds} />
            ) : (
              <Hushed sites={outlook.get(schedule.id)?.hushed ?? []} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Fate({ schedule, outlook }: { schedule: Schedule; outlook: ScheduleOutlook | undefined }) {
  if (outlook === undefined) return null;
  const { airs, says } = fateOf(schedule, outlook, planNow.peek());
  if (airs) return <small>{says}</small>;
  return <strong class="hushed-line">{says}</strong>;
}

/** At the hour it airs, as the service found: a hush that is over by then silences nobody. */
function Hushed({ sites }: { sites: ScheduleOutlook['hushed'] }) {
  return (
    <>
      {sites.map(({ siteId, siteName, untilMs, reason }) => (
        <small key={siteId} class="hushed-line">
          {words.value.approve.hushed(siteName, when(untilMs))}: {reason}
        </small>
      ))}
    </>
  );
}

/** No hush holds an emergency back: whoever approves may send somebody to that house first. */
function HeardYet({ places, areaIds }: { places: Places; areaIds: readonly string[] }) {
  const now = planNow.peek();
  const hushed = places.speakers.filter(
    ({ hush, site }) =>
      hush !== null && hush.untilMs > now && touches(places.areas, { areaIds, at: site.areaId }),
  );
  return (
    <>
      {hushed.map(({ site, hush }) => (
        <small key={site.id} class="hushed-line">
          {words.value.approve.hushedYet(site.name, when(hush?.untilMs ?? 0))}: {hush?.reason}
        </small>
      ))}
    </>
  );
}

/** Of the fewest areas that say it: a village's people inside a commune chosen whole count once. */
function peopleAt(nodes: readonly Node[], areaIds: readonly string[]): number {
  const inside = (id: string) =>
    areaIds.some((other) => other !== id && find(find(nodes, other)?.children ?? [], id) !== null);
  return areaIds
    .filter((id) => !inside(id))
    .reduce((sum, id) => sum + peopleOf(find(nodes, id)), 0);
}

function peopleOf(node: Node | null): number {
  if (node === null) return 0;
  return node.area.population ?? node.children.reduce((sum, child) => sum + peopleOf(child), 0);
}
