// Holidays and days of mourning to come: the country's, the province's and the commune's own, which it may change.
// It must never know what a schedule does on them.
import { useSignal } from '@preact/signals';
import type { SpecialDay } from '../../../http/schemas/calendar.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { useKept } from '../../kept.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, usePlaces } from '../../places.ts';
import { scheduleApi } from '../../schedule-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

/** A year and a half: as far as anybody looks for a feast. */
const SHOWN_DAYS = 550;

export function SpecialDays() {
  const w = words.value.schedule;
  const places = usePlaces();
  const ask = useAsk({ ask: scheduleApi.specialDays, on: ['schedule'] });
  return (
    <Page title={w.days} back="#/plan/rules">
      <p class="hint">{w.daysHint}</p>
      <Shown ask={places}>
        {(known) => (
          <>
            {holds('planner', 'operator', 'approver', 'administrator') && (
              <NewDay places={known} again={ask.again} />
            )}
            <Shown ask={ask}>
              {({ days }) => <List days={days.filter(isShown)} places={known} again={ask.again} />}
            </Shown>
          </>
        )}
      </Shown>
    </Page>
  );
}

/** Vietnam's day, so many days from now. */
const day = (ahead: number): string =>
  new Date(planNow.peek() + 7 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);

const isShown = ({ fromDay, untilDay }: SpecialDay) =>
  untilDay >= day(0) && fromDay <= day(SHOWN_DAYS);

type ListProps = { days: readonly SpecialDay[]; places: Places; again: () => void };

function List({ days, places, again }: ListProps) {
  const w = words.value.schedule;
  if (days.length === 0) return <Empty title={w.noDays} />;
  return (
    <ul class="rows">
      {days.map((one) => (
        <li key={one.id} class="row">
          <span class="row-head">
            <strong>{one.name}</strong>{' '}
            <Chip tone={one.kind === 'mourning' ? 'wait' : 'plain'}>{w.kind[one.kind]}</Chip>
          </span>
          <span>{spanOf(one)}</span>
          <small>{one.tenantId === null ? w.country : places.name(one.tenantId)}</small>
          {one.note !== null && <small>{one.note}</small>}
          {one.mine && (
            <Confirm
              quiet
              label={w.dropDay}
              title={w.dropDaySure}
              ask={w.dropDayAsk}
              act={() => scheduleApi.dropSpecialDay(one.id).then(again)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

const dated = (iso: string) => iso.split('-').reverse().map(Number).join('/');

function spanOf({ fromDay, untilDay }: SpecialDay): string {
  return fromDay === untilDay ? dated(fromDay) : `${dated(fromDay)} – ${dated(untilDay)}`;
}

function NewDay({ places, again }: { places: Places; again: () => void }) {
  const w = words.value.schedule;
  const tenants = places.nodes.flatMap(({ area, children }) =>
    [area, ...children.map((child) => child.area)].filter(
      ({ kind }) => kind === 'province' || kind === 'commune',
    ),
  );
  const areaId = useSignal(tenants.at(-1)?.id ?? '');
  const kind = useSignal<string>('holiday');
  const name = useKept('special-day.name');
  const fromDay = useSignal(day(0));
  const untilDay = useSignal('');
  const add = async () => {
    const span = { fromDay: fromDay.value, untilDay: untilDay.value || fromDay.value };
    const wish = { name: name.value, kind: kind.value as SpecialDay['kind'], ...span };
    await scheduleApi.addSpecialDay({ areaId: areaId.value, ...wish });
    name.value = '';
    again();
  };
  return (
    <Section title={w.newDay}>
      <Form act={add} label={w.addDay} disabled={name.value.trim() === ''}>
        <Field label={w.dayName} value={name} />
        <Choice
          label={w.dayKind}
          value={kind}
          options={(['holiday', 'mourning'] as const).map((value) => ({
            value,
            label: w.kind[value],
          }))}
        />
        {tenants.length > 1 && (
          <Choice
            label={w.dayArea}
            value={areaId}
            options={tenants.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
        <div class="field-row">
          <DayField label={w.firstDay} value={fromDay} />
          <DayField label={w.lastDay} value={untilDay} />
        </div>
      </Form>
    </Section>
  );
}
