// Adds a schedule, or changes one: which bulletins may be chosen, and where it goes when it is saved.
// It must never decide when anything airs.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Schedule, NewSchedule as Wish } from '../../http/schemas/schedule.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { givenBulletins } from '../assign-api.ts';
import { planNow } from '../clock.ts';
import { nextHalfHour } from '../format.ts';
import { sent } from '../kept.ts';
import { Empty, Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { type Places, usePlaces } from '../places.ts';
import { go } from '../router.ts';
import { scheduleApi } from '../schedule-api.ts';
import { said, words } from '../words.ts';
import { emptyFields, fieldsOf, type ScheduleFields } from './plan/schedule-fields.ts';
import { type Airable, ScheduleForm } from './plan/schedule-form.tsx';

/** @param params `at` (plan milliseconds), `area` (or several `areas`) and `bulletin`, as they were pressed elsewhere */
export function NewSchedule({ params }: { params: URLSearchParams }) {
  const w = words.value.plan;
  const name = `schedule.new.${params}`;
  const save = async (wish: Wish) => {
    await scheduleApi.add(wish);
    sent(name);
    go('/plan');
  };
  return (
    <Page title={w.addOne} back="#/plan">
      <Known>
        {(airable, places) => (
          <ScheduleForm
            {...{ name, airable, places, save, scheduleId: null, label: w.add }}
            initial={asPressed(params, airable)}
          />
        )}
      </Known>
    </Page>
  );
}

export function EditSchedule({ id }: { id: string }) {
  const w = words.value.schedule;
  const ask = useAsk({ ask: () => scheduleApi.one(id), key: id, on: ['schedule'] });
  return (
    <Page title={w.edit} back="#/plan/rules">
      <Shown ask={ask}>
        {(schedule) =>
          schedule.endedAtMs === null ? (
            <Known>{(airable, places) => <Changing {...{ schedule, airable, places }} />}</Known>
          ) : (
            <Empty title={w.over} />
          )
        }
      </Shown>
    </Page>
  );
}

type ChangingProps = { schedule: Schedule; airable: readonly Airable[]; places: Places };

/** The version it began with is what it changes: another's change in between is said, and the form waits. */
function Changing({ schedule, airable, places }: ChangingProps) {
  const w = words.value.schedule;
  const began = useRef(schedule).current;
  const name = `schedule.${began.id}.${began.version}`;
  const save = async (wish: Wish) => {
    await scheduleApi.change(began.id, { ...wish, version: began.version });
    sent(name);
    go('/plan/rules');
  };
  const seeNew = () => {
    sent(name);
    location.reload();
  };
  const initial = fieldsOf(began, emptyFields(today()));
  return (
    <>
      {schedule.version !== began.version && (
        <Notice tone="wait">
          <p>
            {w.changedMeanwhile} <strong>{said(schedule.says)}</strong>
          </p>
          <button type="button" class="button" onClick={seeNew}>
            {w.seeNew}
          </button>
        </Notice>
      )}
      <ScheduleForm
        {...{ name, initial, places, save, scheduleId: began.id, label: w.saveChange }}
        airable={airable.filter(({ tenantId }) => tenantId === began.tenantId)}
      />
    </>
  );
}

function Known(of: {
  children: (airable: readonly Airable[], places: Places) => ComponentChildren;
}) {
  const ask = useAsk({ ask: askAirable, on: ['bulletin', 'assignment'] });
  const places = usePlaces();
  return (
    <Shown ask={ask}>
      {(airable) =>
        airable.length === 0 ? (
          <NothingApproved />
        ) : (
          <Shown ask={places}>{(known) => of.children(airable, known)}</Shown>
        )
      }
    </Shown>
  );
}

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

function today(): { today: string; atMs: number } {
  const nowMs = planNow.peek();
  // Vietnam's day, whatever this machine's zone is
  const day = new Date(nowMs + 7 * 3_600_000).toISOString().slice(0, 10);
  return { today: day, atMs: nextHalfHour(nowMs) };
}

function asPressed(params: URLSearchParams, airable: readonly Airable[]): ScheduleFields {
  const empty = emptyFields(today());
  const wished = airable.find(({ id }) => id === params.get('bulletin'));
  const pressed = params.get('areas') ?? params.get('area') ?? '';
  return {
    ...empty,
    bulletinId: wished?.id ?? airable[0]?.id ?? '',
    areaIds: pressed.split(',').filter(Boolean),
    atMs: Number(params.get('at')) || empty.atMs,
  };
}
