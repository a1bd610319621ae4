// Every loudspeaker by village, fact by fact, with what a person looks for: silent, on battery, hushed.
// It must never sum a speaker up in one light: each fact stands for itself.
import { type Signal, signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Installed } from '../../../http/schemas/site.ts';
import type { Speaker } from '../../../http/schemas/speaker.ts';
import { figure } from '../../format.ts';
import { Field } from '../../parts/field.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import type { Places } from '../../places.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import {
  counted,
  FILTERS,
  type Filter,
  found,
  isThere,
  type Village,
  villagesOf,
} from './filters.ts';
import { Enrolled, type Made } from './install-unit.tsx';
import { useKeptPlaces } from './kept-places.ts';
import { PoleTabs } from './pole-tabs.tsx';
import { SpeakerRow } from './speaker-row.tsx';
import type { Group } from './window.ts';
import { WindowList } from './window-list.tsx';

/** Kept while the page lives: who comes back from one speaker goes on where they were. */
const filter = signal<Filter>('all');
const sought = signal('');
let leftAtPx = 0;

export function Speakers() {
  const w = words.value.speakers;
  const places = useKeptPlaces();
  const mayAdd = holds('technician', 'administrator');
  const made = useSignal<Installed | null>(null);
  return (
    <Page
      title={w.title}
      aside={
        mayAdd && (
          <a class="button button-main" href="#/speakers/new">
            {w.addSite}
          </a>
        )
      }
    >
      <PoleTabs at="list" />
      <Shown ask={places}>
        {(known) =>
          known.speakers.length === 0 ? (
            <Empty title={w.empty} {...(mayAdd ? { hint: w.emptyHint } : {})} />
          ) : (
            <Found places={known} again={places.again} made={made} />
          )
        }
      </Shown>
      <Enrolled made={made} done={places.again} />
    </Page>
  );
}

/** A row on a phone, before one was measured. */
const ROW_PX = 190;

function Found({ places, again, made }: { places: Places; again: () => void; made: Made }) {
  const w = words.value;
  const villages = useMemo(() => villagesOf(places.nodes, places.speakers), [places]);
  const counts = useMemo(() => counted(places.speakers), [places]);
  const groups = useMemo(
    () => found(villages, { filter: filter.value, words: sought.value }).map(groupOf),
    [villages, filter.value, sought.value, w],
  );
  useWhereLeft();
  const online = places.speakers.filter(isThere).length;
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <>
      <p class="sum" role="status">
        {w.speakers.sum(online, places.speakers.length)}
        {shown < places.speakers.length && <small> {w.pole.shown(figure(shown))}</small>}
      </p>
      <Filters counts={counts} filter={filter} />
      <Field label={w.pole.search} value={sought} autocomplete="off" />
      {groups.length === 0 && <Empty title={w.pole.noneFound} hint={w.pole.noneFoundHint} />}
      <WindowList
        groups={groups}
        rowPx={ROW_PX}
        keyOf={({ site }) => site.id}
        draw={(speaker) => <SpeakerRow speaker={speaker} again={again} made={made} />}
      />
    </>
  );
}

function groupOf({ node, path, here }: Village): Group<Speaker> {
  const online = here.filter(isThere).length;
  const sum = words.value.speakers.sum(online, here.length);
  return {
    key: node.area.id,
    title: node.area.name,
    sum: path === '' ? sum : `${path} · ${sum}`,
    rows: here,
  };
}

type FiltersProps = { counts: Record<Filter, number>; filter: Signal<Filter> };
function Filters({ counts, filter: chosen }: FiltersProps) {
  const w = words.value.pole;
  return (
    <fieldset class="group group-quiet">
      <legend>{w.filter}</legend>
      <div class="taps filters">
        {FILTERS.filter((one) => counts[one] > 0 || one === chosen.value).map((one) => (
          <button
            key={one}
            type="button"
            class="tap"
            aria-pressed={chosen.value === one}
            onClick={() => {
              chosen.value = one;
            }}
          >
            {w.filters[one]} <span class="tap-count">{figure(counts[one])}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function useWhereLeft(): void {
  useEffect(() => {
    // another screen begins at its top, and so does this one unless it was left further down
    if (leftAtPx > 0) scrollTo(0, leftAtPx);
    const note = () => {
      leftAtPx = scrollY;
    };
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, []);
}
