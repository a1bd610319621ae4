// The plan as a calendar: week and day over villages, what is ready, what stands in the way, what became of it.
// It must never compute a time, a conflict or a verdict.
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import '../../styles/calendar-screen.css';
import '../../styles/calendar-print.css';
import type { Regulation } from '../../../http/schemas/regulation.ts';
import { touches } from '../../area-tree.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { later } from '../../parts/later.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, usePlaces } from '../../places.ts';
import { go } from '../../router.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { PlanTabs } from '../plan/tabs.tsx';
import { askRules, askWeek, type Week } from './ask-week.ts';
import { Bar } from './bar.tsx';
import { type Clashing, useClashing } from './clashing.ts';
import { ColumnPages } from './column-pages.tsx';
import { columnPage, columnsOf, communeOf } from './columns.ts';
import { DayList, DayNotes } from './day-list.tsx';
import { Feeds } from './feeds.tsx';
import { ForeseenBar } from './foreseen.tsx';
import type { GridProps } from './grid.tsx';
import { ItemDialog } from './item-dialog.tsx';
import type { Item } from './items.ts';
import { Key } from './key.tsx';
import { type Looking, useLooking } from './looking.ts';
import { type Moves, MoveToast, useMoves } from './moves.tsx';
import { closedShades, quietShades, type Shade, specialHere, specialShades } from './shades.ts';
import { withSilent } from './silent.ts';
import { mondayOf, weekOf } from './span.ts';
import { WeekPrint } from './week-print.tsx';

/** Half of the screen's weight: a phone that shows the list never fetches it. */
const Grid = later<GridProps>(() => import('./grid.tsx').then((m) => m.Grid));

/** Two seconds of an office PC; beyond, what happens at once stands in hairlines nobody reads. */
const DRAWN_MAX = 400;

const ON = ['schedule', 'airing', 'hush', 'area', 'bulletin', 'clock'] as const;

export function CalendarScreen({ params }: { params: URLSearchParams }) {
  const w = words.value;
  const places = usePlaces();
  const looking = useLooking(params);
  return (
    <Page
      title={w.plan.title}
      aside={
        holds('author', 'planner', 'operator') && (
          <a class="button button-main" href={newAt({ atMs: null, areaId: looking.at.value })}>
            {w.plan.addOne}
          </a>
        )
      }
    >
      <PlanTabs view="calendar" />
      <Shown ask={places}>{(known) => <Looked looking={looking} places={known} />}</Shown>
    </Page>
  );
}

function Looked({ looking, places }: { looking: Looking; places: Places }) {
  const monday = mondayOf(looking.day.value);
  const week = useAsk({ ask: () => askWeek(monday), key: `${monday}`, on: ON });
  const communeId = communeOf(places.areas, looking.at.value);
  const rules = useAsk({ ask: () => askRules(communeId), key: communeId ?? '', on: ['area'] });
  const at = looking.at.value;
  return (
    <>
      <Bar looking={looking} places={places} />
      <Shown ask={week}>
        {(known) => (
          <Drawn
            {...{ looking, places }}
            week={{
              ...known,
              special: specialHere(known.special, { areas: places.areas, communeId }),
              items: withSilent(
                known.items.filter(
                  ({ areaIds }) => at === '' || touches(places.areas, { areaIds, at }),
                ),
                { ...places, nowMs: planNow.peek() },
              ),
            }}
            regulation={rules.answer.value}
            again={week.again}
          />
        )}
      </Shown>
    </>
  );
}

type DrawnProps = {
  looking: Looking;
  places: Places;
  week: Week;
  regulation: Regulation | null;
  again: () => void;
};

function Drawn({ looking, places, week, regulation, again }: DrawnProps) {
  const w = words.value.calendar;
  const opened = useSignal<Item | null>(null);
  const moves = useMoves(again);
  const clashing = useClashing();
  const { items, special } = week;
  const monday = mondayOf(looking.day.value);
  const shades = useMemo(
    () => shadesOf({ monday, regulation, special }),
    [monday, regulation, special, w],
  );
  return (
    <>
      {!week.whole && <Notice tone="wait">{w.notWhole}</Notice>}
      <Canvas
        {...{ looking, places, items, special, shades, moves, clashing }}
        open={(item) => {
          opened.value = item;
        }}
      />
      <Key />
      <Feet places={places} at={looking.at.value} />
      <ForeseenBar foreseen={clashing.foreseen.value} />
      <MoveToast moves={moves} />
      {opened.value !== null && (
        <ItemDialog
          key={opened.value.id}
          item={opened.value}
          places={places}
          close={() => {
            opened.value = null;
          }}
          move={(toMs, reason) => moves.make(opened.value as Item, { toMs, reason })}
        />
      )}
      <WeekPrint
        day={looking.day.value}
        {...{ items, special, places }}
        placeName={placeName(places, looking.at.value)}
      />
    </>
  );
}

type CanvasProps = Omit<DrawnProps, 'week' | 'regulation' | 'again'> & {
  items: readonly Item[];
  special: Week['special'];
  shades: readonly Shade[];
  moves: Moves;
  clashing: Clashing;
  open: (item: Item) => void;
};

function Canvas({ looking, moves, clashing, ...shared }: CanvasProps) {
  const { items, special, shades, places } = shared;
  const at = looking.at.value;
  const day = looking.day.value;
  const page = useSignal(0);
  const all = useMemo(() => columnsOf(places.nodes, at), [places.nodes, at]);
  const paged = useMemo(() => columnPage(all, page.value), [all, page.value]);
  const { columns } = paged;
  const isCrowded = items.length > DRAWN_MAX;
  const view = isCrowded ? 'list' : looking.view.value;
  if (view === 'list')
    return (
      <>
        {isCrowded && <Notice tone="wait">{words.value.calendar.crowded(items.length)}</Notice>}
        <DayList looking={looking} {...shared} />
      </>
    );
  return (
    <>
      {view === 'day' && <DayNotes {...{ day, special, shades }} />}
      {view === 'day' && <ColumnPages of={paged} page={page} />}
      <Grid
        {...shared}
        {...{ view, columns }}
        key={view}
        day={view === 'week' ? mondayOf(day) : day}
        mayMove={holds('author', 'planner', 'operator')}
        dragging={clashing.look}
        dropped={({ item, toMs, putBack }) => moves.drop(item, { toMs, back: putBack })}
        empty={({ atMs, areaId }) => go(newAt({ atMs, areaId: areaId ?? at }).slice(1))}
      />
    </>
  );
}

function Feet({ places, at }: { places: Places; at: string }) {
  return (
    <div class="calendar-feet">
      <button type="button" class="button" onClick={() => print()}>
        {words.value.calendar.print}
      </button>
      <Feeds places={places} at={at} />
    </div>
  );
}

function shadesOf(of: {
  monday: number;
  regulation: Regulation | null;
  special: Week['special'];
}): Shade[] {
  const days = weekOf(of.monday);
  const { closed, quiet } = words.value.calendar;
  const rules = of.regulation;
  return [
    ...specialShades({ special: of.special, days }),
    ...closedShades({ windows: rules?.hours.windows ?? null, days, name: closed }),
    ...quietShades({ windows: rules?.rules.quiet ?? [], days, name: quiet }),
  ];
}

function placeName({ areas, name, nodes }: Places, at: string): string {
  const only = communeOf(areas, at);
  if (at === '') return only === null ? nodes.map(({ area }) => area.name).join(', ') : name(only);
  const communeId = communeOf(areas, at);
  return communeId === null || communeId === at ? name(at) : `${name(at)}, ${name(communeId)}`;
}

/** The form for a new schedule, with what was pressed already in it. */
function newAt({ atMs, areaId }: { atMs: number | null; areaId: string }): string {
  const query = new URLSearchParams();
  if (atMs !== null) query.set('at', `${atMs}`);
  if (areaId !== '') query.set('area', areaId);
  return `#/plan/new${query.size > 0 ? `?${query}` : ''}`;
}
