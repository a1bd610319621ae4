// What will air in the next 72 hours, what aired in the last, and the schedules behind it.
// It must never compute a time: the service's plan is shown as it is.
import { type Signal, useSignal } from '@preact/signals';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { givenBulletins } from '../assign-api.ts';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { ScheduleLine } from '../parts/schedule-line.tsx';
import { Shown } from '../parts/shown.tsx';
import { type Places, usePlaces } from '../places.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';
import { OrderCards } from './plan/order-card.tsx';
import { PlanTabs } from './plan/tabs.tsx';
import { Ahead, Past } from './plan-days.tsx';

type View = 'ahead' | 'past' | 'rules';

export function Plan({ view }: { view: View }) {
  const w = words.value.plan;
  const places = usePlaces();
  const at = useSignal('');
  const mayAdd = holds('author', 'planner', 'operator');
  return (
    <Page
      title={w.title}
      aside={
        mayAdd && (
          <>
            <a class="button" href="#/programmes">
              {words.value.programme.title}
            </a>
            <a class="button button-main" href="#/plan/new">
              {w.addOne}
            </a>
          </>
        )
      }
    >
      <PlanTabs view={view} />
      <Shown ask={places}>
        {(known) => (
          <>
            {view !== 'rules' && <Filter places={known} at={at} />}
            {view === 'ahead' && holds('operator', 'planner', 'approver') && <OrderCards />}
            {view === 'ahead' && <Ahead places={known} at={at.value} />}
            {view === 'past' && <Past places={known} at={at.value} />}
            {view === 'rules' && <Rules places={known} />}
          </>
        )}
      </Shown>
    </Page>
  );
}

function Filter({ places, at }: { places: Places; at: Signal<string> }) {
  const w = words.value.plan;
  const options = places.areas
    .filter(({ kind }) => kind !== 'province')
    .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
    .map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label={w.filter} value={at} options={[{ value: '', label: w.all }, ...options]} />;
}

function Rules({ places }: { places: Places }) {
  const w = words.value.plan;
  const ask = useAsk({ ask: askRules, on: ['schedule', 'bulletin'] });
  return (
    <Shown ask={ask}>
      {({ schedules, titles }) => {
        const open = schedules.filter(({ endedAtMs }) => endedAtMs === null);
        if (open.length === 0) return <Empty title={w.emptyRules} />;
        return (
          <>
            <p>
              <a href="#/plan/days">{words.value.schedule.days}</a> ·{' '}
              <a href="#/overrides">{words.value.regulation.overrides.link}</a>
            </p>
            <ul class="rows">
              {open.map((schedule) => (
                <ScheduleLine
                  key={schedule.id}
                  schedule={schedule}
                  places={places}
                  again={ask.again}
                  title={titles.get(schedule.bulletinId) ?? schedule.bulletinId}
                />
              ))}
            </ul>
          </>
        );
      }}
    </Shown>
  );
}

async function askRules() {
  const [{ schedules }, { bulletins }, given] = await Promise.all([
    api.schedules(),
    api.bulletins(),
    givenBulletins(),
  ]);
  const titles = [...given, ...bulletins].map(({ id, title }) => [id, title] as const);
  return { schedules, titles: new Map(titles) };
}
