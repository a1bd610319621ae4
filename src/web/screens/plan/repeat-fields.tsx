// When a schedule repeats: its days, its times, those of its seasons, from when to when.
// It must never know which times it leads to.

import { DayField } from '../../parts/day-field.tsx';
import { Choice, Days, Field } from '../../parts/field.tsx';
import { words } from '../../words.ts';
import { ClockList } from './clock-list.tsx';
import type { Fault } from './fault.ts';
import type { FieldSignals } from './fields-kept.ts';
import { SeasonList } from './season-list.tsx';

export function RepeatFields({ fields, fault }: { fields: FieldSignals; fault: Fault | null }) {
  const w = words.value.schedule;
  const { seasons, times } = fields;
  return (
    <>
      <DayFields fields={fields} />
      <ClockList
        legend={seasons.value.length > 0 ? w.otherTimes : w.times}
        times={times.value}
        change={(next) => {
          times.value = next;
        }}
      />
      <SeasonList seasons={seasons} fault={fault} />
      <div class="field-row">
        <DayField label={w.fromDay} value={fields.fromDay} />
        <DayField label={w.untilDay} value={fields.untilDay} />
      </div>
    </>
  );
}

function DayFields({ fields }: { fields: FieldSignals }) {
  const w = words.value.schedule;
  const { every, weekdays } = fields;
  const unit =
    every.value === 'day' ? w.unit.day : every.value === 'week' ? w.unit.week : w.unit.month;
  return (
    <>
      <Choice
        label={w.every}
        value={every as never}
        options={(['day', 'week', 'month', 'month-weekday'] as const).map((value) => ({
          value,
          label: w.everyNames[value],
        }))}
      />
      <Field label={w.step(unit)} value={fields.step} hint={w.stepHint(unit)} />
      {every.value === 'week' && (
        <Days
          legend={words.value.plan.days}
          names={words.value.dayShort}
          long={words.value.day}
          chosen={weekdays.value}
          change={(next) => {
            weekdays.value = next;
          }}
        />
      )}
      {every.value === 'month' && (
        <Field label={w.monthDays} hint={w.monthDaysHint} value={fields.monthDays} />
      )}
      {every.value === 'month-weekday' && (
        <div class="field-row">
          <Choice
            label={w.nth}
            value={fields.nth}
            options={['1', '2', '3', '4', '5', '-1'].map((value, n) => ({
              value,
              label: w.nthNames[n] ?? value,
            }))}
          />
          <Choice
            label={w.weekday}
            value={fields.weekday}
            options={words.value.day.map((label, n) => ({ value: `${n + 1}`, label }))}
          />
        </div>
      )}
    </>
  );
}
