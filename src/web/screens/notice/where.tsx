// Where a notice is heard: every village at first, and how many poles and people that is.
// It must never know what is announced.
import { find, type Node } from '../../area-tree.ts';
import { figure, hour } from '../../format.ts';
import { Group } from '../../parts/field.tsx';
import type { Places } from '../../places.ts';
import { words } from '../../words.ts';
import type { Draft } from './draft.ts';

export type Heard = {
  areaIds: readonly string[];
  speakers: number;
  online: number;
  people: number;
};

/** Villages that can be heard; one commune alone stands for all of them, poles of its own too. */
export function heardOf(places: Places, areaId: string, without: readonly string[]): Heard {
  const top = find(places.nodes, areaId);
  const villages = (top?.children ?? []).filter(({ speakers }) => speakers > 0);
  const chosen = villages.filter(({ area }) => !without.includes(area.id));
  const whole = top !== null && top.speakers > 0 && chosen.length === villages.length;
  const counted: readonly Node[] = whole ? [top] : chosen;
  const sum = (of: (node: Node) => number) => counted.reduce((all, node) => all + of(node), 0);
  const inVillages = chosen.reduce((all, { area }) => all + (area.population ?? 0), 0);
  return {
    areaIds: counted.map(({ area }) => area.id),
    speakers: sum((node) => node.speakers),
    online: sum((node) => node.online),
    people: inVillages || (whole ? (top.area.population ?? 0) : 0),
  };
}

type Props = {
  draft: Draft;
  places: Places;
  areaId: string;
  without: readonly string[];
  urgent: boolean;
  /** when it would be heard, as far as is chosen */
  timesMs: readonly number[];
};

export function Where({ draft, places, areaId, without, urgent, timesMs }: Props) {
  const w = words.value;
  const villages = find(places.nodes, areaId)?.children ?? [];
  const flip = (id: string) =>
    draft.set({
      without: without.includes(id) ? without.filter((one) => one !== id) : [...without, id],
    });
  const all = villages.filter(({ speakers }) => speakers > 0).map(({ area }) => area.id);
  return (
    <div class="card">
      {urgent && <p>{w.notice.chooseUrgent}</p>}
      {all.length > 1 && (
        <div class="actions">
          <button type="button" class="button" onClick={() => draft.set({ without: [] })}>
            {w.notice.everywhere}
          </button>
          <button type="button" class="button" onClick={() => draft.set({ without: all })}>
            {w.notice.nowhere}
          </button>
        </div>
      )}
      <Group quiet legend={w.notice.where}>
        {villages.map(({ area, speakers, online }) => (
          <label key={area.id} class="pick">
            <input
              type="checkbox"
              disabled={speakers === 0}
              checked={speakers > 0 && !without.includes(area.id)}
              onChange={() => flip(area.id)}
            />
            <span>
              {area.name}
              <small>
                {speakers === 0 ? w.hindrance['no-speakers'] : w.speakers.sum(online, speakers)}
                {area.population !== null && ` · ${w.notice.people(figure(area.population))}`}
              </small>
            </span>
          </label>
        ))}
      </Group>
      <Hears heard={heardOf(places, areaId, without)} />
      <Hushed {...{ places, areaId, without, urgent, timesMs }} />
    </div>
  );
}

export function Hears({ heard }: { heard: Heard }) {
  const w = words.value.notice;
  if (heard.speakers === 0) return <p role="status">{w.nobody}</p>;
  const people = heard.people > 0 ? `, ${w.people(figure(heard.people))}` : '';
  return (
    <p class="hears" role="status">
      {w.hears(heard.online, heard.speakers)}
      {people}
    </p>
  );
}

/** They stay silent, and who announces knows it before; what is danger to life they say all the same. */
function Hushed({ places, areaId, without, urgent, timesMs }: Omit<Props, 'draft'>) {
  const w = words.value.notice;
  const mine = places.speakers.filter(
    ({ site, hush }) =>
      hush !== null &&
      site.tenantId === areaId &&
      !without.includes(site.areaId) &&
      timesMs.some((atMs) => atMs < hush.untilMs),
  );
  if (mine.length === 0) return null;
  const says = urgent ? w.hushedYet : w.hushed;
  return (
    <ul class="hint">
      {mine.map(({ site, hush }) => (
        <li key={site.id}>
          {says(site.name, hour(hush?.untilMs ?? 0))}: {hush?.reason}
        </li>
      ))}
    </ul>
  );
}
