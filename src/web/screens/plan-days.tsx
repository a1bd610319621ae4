// The plan and what aired, day by day and hour by hour, each line with why not or how it ended.
// It must never compute a time or a verdict.
import type { ComponentChildren } from 'preact';
import type { Airing } from '../../http/schemas/airing.ts';
import type { PlannedOccurrence } from '../../http/schemas/schedule.ts';
import { api } from '../api.ts';
import { touches } from '../area-tree.ts';
import { useAsk } from '../ask.ts';
import { planNow } from '../clock.ts';
import { dayName, dayNumber, hour, length } from '../format.ts';
import { DayField } from '../parts/day-field.tsx';
import { Chip, type Tone } from '../parts/icons.tsx';
import { Empty } from '../parts/notice.tsx';
import { Shown } from '../parts/shown.tsx';
import type { Places } from '../places.ts';
import { said, words } from '../words.ts';
import { type Item, type ItemTone, TONES } from './calendar/items.ts';
import { countWord, stateWord } from './calendar/spoken.ts';
import { OnlyThis } from './plan/only-this.tsx';
import { askPast, Older, PastBar, usePastSpan } from './plan/past.tsx';
import { HushedLine } from './pole/hushed-line.tsx';

type Props = { places: Places; at: string };
type Planned = { playAtMs: number; areaIds: readonly string[] };

export function Ahead({ places, at }: Props) {
  const w = words.value.plan;
  const ask = useAsk({ ask: api.plan, on: ['schedule', 'bulletin', 'airing', 'area', 'hush'] });
  return (
    <Shown ask={ask}>
      {({ occurrences, nowMs }) => {
        const shown = occurrences.filter(heardAt(places, at));
        if (shown.length === 0) return <Empty title={w.empty} />;
        return byDay(shown, nowMs, (one) => <Coming key={one.id} one={one} places={places} />);
      }}
    </Shown>
  );
}

export function Past({ places, at }: Props) {
  const w = words.value.plan;
  const of = usePastSpan();
  const untilMs = of.untilMs.value;
  const ask = useAsk({ ask: () => askPast(untilMs), key: String(untilMs), on: ['airing'] });
  return (
    <>
      <DayField label={w.untilDay} value={of.day} />
      <Shown ask={ask}>
        {(past) => {
          const shown = past.items
            .filter(heardAt(places, at))
            .filter(({ playAtMs }) => playAtMs <= planNow.peek())
            .sort((a, b) => b.playAtMs - a.playAtMs);
          return (
            <>
              <PastBar past={past} of={of} />
              {shown.length === 0 && <Empty title={w.emptyPast} />}
              {byDay(shown, planNow.peek(), (one) => (
                <Gone key={one.id} one={one} places={places} />
              ))}
              <Older past={past} of={of} />
            </>
          );
        }}
      </Shown>
    </>
  );
}

const heardAt =
  ({ areas }: Places, at: string) =>
  ({ areaIds }: Planned): boolean =>
    at === '' || touches(areas, { areaIds, at });

function byDay<T extends Planned>(
  all: readonly T[],
  nowMs: number,
  row: (one: T) => ComponentChildren,
): ComponentChildren {
  const days = new Map<number, T[]>();
  for (const one of all) {
    const day = dayNumber(one.playAtMs);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days].map(([day, ones]) => (
    <section key={day} class="section">
      <h2>{dayName(ones[0]?.playAtMs ?? nowMs, nowMs)}</h2>
      <ul class="rows timed">{ones.map(row)}</ul>
    </section>
  ));
}

function Line(of: {
  one: Planned & { title: string; durationMs: number; priority: string };
  places: Places;
  href: string;
  chip: ComponentChildren;
  children?: ComponentChildren;
  /** buttons stand beside the link, never in it */
  after?: ComponentChildren;
}) {
  const { one } = of;
  return (
    <li>
      <a class="row row-timed" href={of.href}>
        <time class="at">{hour(one.playAtMs)}</time>
        <span class="row-body">
          <strong>{one.title}</strong>
          <small>
            {one.areaIds.map(of.places.name).join(', ')} · {length(one.durationMs / 1_000)}
          </small>
          <span class="chips">
            {one.priority === 'emergency' && <Chip tone="urgent">{words.value.say.emergency}</Chip>}
            {of.chip}
          </span>
          {of.children}
        </span>
      </a>
      {of.after}
    </li>
  );
}

function Coming({ one, places }: { one: PlannedOccurrence; places: Places }) {
  const w = words.value;
  const href = one.airingId === null ? `#/say/${one.bulletinId}` : `#/airing/${one.airingId}`;
  const state = one.airing ?? 'planned';
  return (
    <Line
      one={one}
      places={places}
      href={href}
      chip={one.hindrance === null && <Chip tone={TONE[state]}>{w.airing[state]}</Chip>}
      after={<OnlyThis one={one} />}
    >
      {one.special !== null && <span class="hint">{one.special}</span>}
      {one.hindrance !== null && <span class="wrong">{w.hindrance[one.hindrance]}</span>}
      <HushedLine hushed={one.hushed ?? []} />
    </Line>
  );
}

/** How many heard it, and of the first that did not, why. */
function Gone({ one, places }: { one: Item; places: Places }) {
  const counted = countWord(one);
  return (
    <Line
      one={one}
      places={places}
      href={`#/airing/${one.airingId}`}
      chip={
        <Chip tone={one.state === 'aired' ? 'good' : ENDS[TONES[one.state]]}>
          {stateWord(one)}
          {counted !== null && ` · ${counted}`}
        </Chip>
      }
    >
      {one.why !== null && <span class="hint">{said(one.why)}</span>}
    </Line>
  );
}

const ENDS: Record<ItemTone, Tone> = {
  ...{ good: 'good', wait: 'wait', bad: 'bad', plain: 'plain', live: 'wait', off: 'plain' },
};

const TONE: Record<Airing['state'], Tone> = {
  planned: 'plain',
  sending: 'wait',
  sent: 'wait',
  closed: 'plain', // done is not heard: how it ended is said speaker by speaker
  cancelled: 'bad',
};
