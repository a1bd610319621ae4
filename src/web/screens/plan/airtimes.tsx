// All coming times of one bulletin, village by village, with what is ready there; a page at a time.
// It must never compute a time or a readiness: the service's answer is shown.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Airtime, AirtimeList } from '../../../http/schemas/foresight.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { foresightApi } from '../../foresight-api.ts';
import { dayName, figure, hour } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { words } from '../../words.ts';

export function Airtimes({ bulletinId }: { bulletinId: string }) {
  const w = words.value.airtimes;
  const ask = useAsk({
    ask: () => foresightApi.airtimes(bulletinId, null),
    key: bulletinId,
    on: ['schedule', 'bulletin', 'hush'],
  });
  return (
    <Section title={w.title}>
      <Shown ask={ask}>
        {(first) =>
          first.airtimes.length === 0 ? (
            <p class="hint">
              {w.none} {w.noneHint}
            </p>
          ) : (
            <Pages bulletinId={bulletinId} first={first} />
          )
        }
      </Shown>
    </Section>
  );
}

/** More pages hang on the first: when that is asked again, they are dropped. */
function Pages({ bulletinId, first }: { bulletinId: string; first: AirtimeList }) {
  const rest = useSignal<readonly Airtime[]>([]);
  const next = useSignal(first.next);
  useEffect(() => {
    rest.value = [];
    next.value = first.next;
  }, [first]);
  const more = async () => {
    const page = await foresightApi.airtimes(bulletinId, next.value);
    rest.value = [...rest.value, ...page.airtimes];
    next.value = page.next;
  };
  return (
    <>
      <ul class="rows">
        {byOccurrence([...first.airtimes, ...rest.value]).map((there) => (
          <Line key={there[0]?.occurrenceId} there={there} />
        ))}
      </ul>
      {next.value !== null && <Act act={more}>{words.value.airtimes.more}</Act>}
    </>
  );
}

function byOccurrence(all: readonly Airtime[]): Airtime[][] {
  const found = new Map<string, Airtime[]>();
  for (const one of all) {
    const there = found.get(one.occurrenceId);
    if (there) there.push(one);
    else found.set(one.occurrenceId, [one]);
  }
  return [...found.values()];
}

/** One time, with its villages beneath. */
function Line({ there }: { there: readonly Airtime[] }) {
  const w = words.value;
  const [first] = there;
  if (!first) return null;
  const { playAtMs, hindrance } = first;
  return (
    <li class="row">
      <div class="row-body">
        <strong>
          {hour(playAtMs)} · {dayName(playAtMs, planNow.value)}
        </strong>
        {hindrance !== null && <span>{w.hindrance[hindrance]}</span>}
        <ul class="airtime-places">
          {there.map((one) => (
            <Village key={one.areaId} airtime={one} />
          ))}
        </ul>
      </div>
    </li>
  );
}

function Village({ airtime }: { airtime: Airtime }) {
  const w = words.value.airtimes;
  const { areaName, hindrance, speakers } = airtime;
  const { all, ready, ...rest } = speakers;
  const wanting = Object.entries(rest).filter(([, count]) => count > 0);
  const tone = hindrance !== null || ready === 0 ? 'bad' : wanting.length > 0 ? 'wait' : 'good';
  return (
    <li>
      {areaName}
      <Chip tone={tone}>{w.ready(figure(ready), figure(all))}</Chip>
      {wanting.map(([state, count]) => (
        <Chip key={state} tone="wait">
          {figure(count)} {w.state[state as keyof typeof w.state]}
        </Chip>
      ))}
    </li>
  );
}
