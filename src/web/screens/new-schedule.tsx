// Adds a schedule: an approved bulletin, places, once or repeating, with the times it leads to.
// It must never expand a pattern itself: the service says the next five.
import { type Signal, useSignal } from '@preact/signals';
import type { BulletinBrief } from '../../http/schemas/bulletin.ts';
import type { Occurrence, ScheduleWish, NewSchedule as Wish } from '../../http/schemas/schedule.ts';
import { api } from '../api.ts';
import { fewest, within } from '../area-tree.ts';
import { useAsk } from '../ask.ts';
import { givenBulletins } from '../assign-api.ts';
import { planNow } from '../clock.ts';
import { clockOf, dayName, hour, nextHalfHour } from '../format.ts';
import { useKept } from '../kept.ts';
import { Act } from '../parts/act.tsx';
import { AreaPicker } from '../parts/area-picker.tsx';
import { Choice, Days, Field, Radios } from '../parts/field.tsx';
import { Clock, Moment } from '../parts/moment.tsx';
import { Empty } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { type Places, usePlaces } from '../places.ts';
import { patternOf } from '../repeat.ts';
import { go } from '../router.ts';
import { words } from '../words.ts';
import { HushedLine } from './pole/hushed-line.tsx';

/** @param params `at` (plan milliseconds), `area` (or several `areas`) and `bulletin`, as they were pressed elsewhere */
export function NewSchedule({ params }: { params: URLSearchParams }) {
  const w = words.value.plan;
  const ask = useAsk({ ask: askAirable, on: ['bulletin', 'assignment'] });
  const places = usePlaces();
  return (
    <Page title={w.addOne} back="#/plan">
      <Shown ask={ask}>
        {(approved) => {
          if (approved.length === 0) return <NothingApproved />;
          return (
            <Shown ask={places}>
              {(known) => <Fields approved={approved} places={known} params={params} />}
            </Shown>
          );
        }}
      </Shown>
    </Page>
  );
}

type Airable = Pick<BulletinBrief, 'id' | 'title' | 'tenantId'>;

/** The commune's own, and what the province gave it. */
async function askAirable(): Promise<Airable[]> {
  const [{ bulletins }, given] = await Promise.all([api.bulletins(), givenBulletins()]);
  return [...bulletins.filter(({ state }) => state === 'approved'), ...given];
}

function NothingApproved() {
  const w = words.value;
  return (
    <Empty title={w.plan.noBulletin}>
      <a class="button" href="#/say">
        {w.nav.say}
      </a>
    </Empty>
  );
}

type When = {
  how: Signal<'once' | 'weekly' | 'cron'>;
  at: Signal<number>;
  minute: Signal<number>;
  days: Signal<readonly number[]>;
  pattern: Signal<string>;
};

type FieldsProps = { approved: Airable[]; places: Places; params: URLSearchParams };
function Fields({ approved, places, params }: FieldsProps) {
  const w = words.value;
  const wished = approved.find(({ id }) => id === params.get('bulletin'));
  const bulletinId = useSignal(wished?.id ?? approved[0]?.id ?? '');
  const pressed = params.get('areas') ?? params.get('area') ?? '';
  const chosen = useSignal<ReadonlySet<string>>(new Set(pressed.split(',').filter(Boolean)));
  const time: When = {
    how: useSignal<'once' | 'weekly' | 'cron'>('once'),
    at: useSignal(Number(params.get('at')) || nextHalfHour(planNow.peek())),
    minute: useSignal(17 * 60 + 15),
    days: useSignal<readonly number[]>([1, 2, 3, 4, 5]),
    pattern: useKept('schedule.pattern'),
  };
  const rule = ruleOf(time);
  const tenantId = approved.find(({ id }) => id === bulletinId.value)?.tenantId ?? '';
  const nodes = within(places.nodes, tenantId);
  const areaIds = fewest(nodes, chosen.value);
  const wish: Wish | null =
    rule === null || areaIds.length === 0 ? null : { bulletinId: bulletinId.value, areaIds, rule };
  const options = approved.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <Section title={w.plan.bulletin} step={1}>
        <Choice label={w.plan.bulletin} value={bulletinId} options={options} />
      </Section>
      <Section title={w.say.where} step={2}>
        <AreaPicker nodes={nodes} chosen={chosen} legend={w.say.where} />
      </Section>
      <Section title={w.plan.how} step={3}>
        <WhenFields time={time} />
      </Section>
      <Finish key={JSON.stringify(wish)} wish={wish} lacking={areaIds.length === 0} />
    </>
  );
}

function ruleOf({ how, at, minute, days, pattern }: When): ScheduleWish | null {
  if (how.value === 'once') return { kind: 'once', atMs: at.value };
  const wanted =
    how.value === 'cron'
      ? pattern.value.trim()
      : patternOf({ clock: clockOf(minute.value), days: days.value });
  return wanted ? { kind: 'cron', pattern: wanted } : null;
}

function WhenFields({ time }: { time: When }) {
  const w = words.value;
  const { how, at, minute, days, pattern } = time;
  return (
    <>
      <Radios
        quiet
        legend={w.plan.how}
        value={how.value}
        options={[
          { value: 'once', label: w.plan.once },
          { value: 'weekly', label: w.plan.repeat },
          { value: 'cron', label: w.plan.pattern },
        ]}
        choose={(value) => {
          how.value = value as 'once' | 'weekly' | 'cron';
        }}
      />
      {how.value === 'once' && <Moment value={at} />}
      {how.value === 'weekly' && (
        <>
          <Clock
            label={w.plan.time}
            minute={minute.value}
            set={(next) => {
              minute.value = next;
            }}
          />
          <Days
            legend={w.plan.days}
            names={w.dayShort}
            long={w.day}
            chosen={days.value}
            change={(next) => {
              days.value = next;
            }}
          />
        </>
      )}
      {how.value === 'cron' && (
        <Field label={w.plan.pattern} hint={w.plan.patternHint} value={pattern} />
      )}
    </>
  );
}

/** First see what it leads to, then add it: another wish is another preview. */
function Finish({ wish, lacking }: { wish: Wish | null; lacking: boolean }) {
  const next = useSignal<readonly Occurrence[] | null>(null);
  const w = words.value;
  if (wish === null) return <p class="card">{lacking ? w.say.noPlace : w.say.noTime}</p>;
  const preview = async () => {
    next.value = (await api.preview(wish)).next;
  };
  const add = async () => {
    await api.addSchedule(wish);
    go('/plan');
  };
  return (
    <div class="card">
      {next.value !== null && <NextFive next={next.value} />}
      <div class="actions">
        <Act act={preview}>{w.plan.preview}</Act>
        <Act kind="main" act={add}>
          {w.plan.add}
        </Act>
      </div>
    </div>
  );
}

function NextFive({ next }: { next: readonly Occurrence[] }) {
  const w = words.value;
  if (next.length === 0) return <p class="wrong">{w.plan.never}</p>;
  return (
    <div role="status">
      <h3>{w.plan.nextFive}</h3>
      <ul>
        {next.map((one) => (
          <li key={one.id}>
            <strong>{hour(one.playAtMs)}</strong> {dayName(one.playAtMs, planNow.peek())}
            {one.hindrance !== null && <span class="wrong"> {w.hindrance[one.hindrance]}</span>}
            <HushedLine hushed={one.hushed ?? []} />
          </li>
        ))}
      </ul>
    </div>
  );
}
