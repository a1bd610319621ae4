// When a schedule repeats: its days, its times, summer and winter, from when to when.
// It must never know which times it leads to.

import { DayField } from '../../parts/day-field.tsx';
import { Choice, Days, Field } from '../../parts/field.tsx';
import { words } from '../../words.ts';
import { ClockList } from './clock-list.tsx';
import type { FieldSignals } from './fields-kept.ts';

export function RepeatFields({ fields }: { fields: FieldSignals }) {
  const w = words.value.schedule;
  const { seasonal } = fields;
  return (
    <>
      <DayFields fields={fields} />
      <ClockList legend={seasonal.value ? w.winterTimes : w.times} times={fields.times} />
      <label class="pick">
        <input
          type="checkbox"
          checked={seasonal.value}
          onChange={(event) => {
            seasonal.value = event.currentTarget.checked;
            // the usual pair: an hour later while days are long
            if (seasonal.value && fields.times.value.join() === '17:30')
              fields.times.value = ['16:30'];
          }}
        />
        <span>
          {w.seasonal}
          <small>{w.seasonalHint}</small>
        </span>
      </label>
      {seasonal.value && (
        <>
          <div class="field-row">
            <Field label={w.summerFrom} value={fields.summerFrom} />
            <Field label={w.summerUntil} value={fields.summerUntil} />
          </div>
          <ClockList legend={w.summerTimes} times={fields.summerTimes} />
        </>
      )}
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
