// A schedule made or changed: bulletin, places, when, special days and rules of the air, with what it leads to.
// It must never expand a rule or judge a conflict: the service answers while it is filled in.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { NewSchedule as Wish } from '../../../http/schemas/schedule.ts';
import { fewest, within } from '../../area-tree.ts';
import { Act } from '../../parts/act.tsx';
import { AreaPicker } from '../../parts/area-picker.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Choice, Field, Radios } from '../../parts/field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import type { Places } from '../../places.ts';
import { words } from '../../words.ts';
import { Standing } from '../languages/standing.tsx';
import { AirFields } from './air-fields.tsx';
import { readClock } from './clock-list.tsx';
import { Conflicts } from './conflicts.tsx';
import type { Fault } from './fault.ts';
import { type FieldSignals, setAll, useFields, valuesOf } from './fields-kept.ts';
import { type Move, moved } from './moved.ts';
import { NextFive, useSettled } from './next-five.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import { type How, type ScheduleFields, wishOf } from './schedule-fields.ts';
import { SpecialFields } from './special-fields.tsx';

export type Airable = { id: string; title: string; tenantId: string };
type Props = {
  /** under which what is typed is kept */
  name: string;
  initial: ScheduleFields;
  airable: readonly Airable[];
  places: Places;
  /** the schedule being changed */
  scheduleId: string | null;
  label: string;
  save: (wish: Wish) => Promise<unknown>;
};

export function ScheduleForm(of: Props) {
  const w = words.value;
  const { airable, places } = of;
  const fields = useFields(of.name, of.initial);
  const chosen = useSignal<ReadonlySet<string>>(new Set(fields.areaIds.peek()));
  const tenantId = airable.find(({ id }) => id === fields.bulletinId.value)?.tenantId ?? '';
  const nodes = within(places.nodes, tenantId);
  const areaIds = fewest(nodes, chosen.value);
  // the tree's ticks are the form's too: a reload brings them back
  useEffect(() => {
    fields.areaIds.value = areaIds;
  }, [areaIds.join()]);
  const wish = wishOf({ ...valuesOf(fields), areaIds }, readClock);
  const fault = useSignal<Fault | null>(null);
  const options = airable.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <Section title={w.plan.bulletin} step={1}>
        <Choice label={w.plan.bulletin} value={fields.bulletinId} options={options} />
      </Section>
      <Section title={w.say.where} step={2}>
        <AreaPicker nodes={nodes} chosen={chosen} legend={w.say.where} />
        <Standing bulletinId={fields.bulletinId.value} areaIds={areaIds} />
        <ByLanguages bulletinId={fields.bulletinId.value} areaIds={areaIds} />
      </Section>
      <Section title={w.plan.how} step={3}>
        <WhenFields fields={fields} airable={airable} fault={wish && fault.value} />
        <AirFields fields={fields} bulletins={airable} />
      </Section>
      <Finish {...{ of, fields, wish, fault }} lacking={areaIds.length === 0} />
    </>
  );
}

/** One bulletin as a programme of its own: each village hears it in its order of languages. */
function ByLanguages({ bulletinId, areaIds }: { bulletinId: string; areaIds: readonly string[] }) {
  const w = words.value.programme;
  return (
    <p>
      <a class="button button-quiet" href={`#/programmes?items=${bulletinId}&areas=${areaIds}`}>
        {w.oneByLanguages}
      </a>{' '}
      <span class="hint">{w.oneByLanguagesHint}</span>
    </p>
  );
}

type WhenProps = { fields: FieldSignals; airable: readonly Airable[]; fault: Fault | null };

function WhenFields({ fields, airable, fault }: WhenProps) {
  const w = words.value;
  const { how } = fields;
  const kinds: readonly How[] = ['once', 'now', 'repeat', 'cron'];
  return (
    <>
      <Radios
        quiet
        legend={w.plan.how}
        value={how.value}
        options={kinds.map((value) => ({ value, label: w.schedule.how[value] }))}
        choose={(value) => {
          how.value = value as How;
        }}
      />
      {how.value === 'once' && <Moment value={fields.atMs} seconds />}
      {how.value === 'repeat' && (
        <>
          <RepeatFields fields={fields} fault={fault} />
          <SpecialFields fields={fields} bulletins={airable} />
        </>
      )}
      {how.value === 'cron' && (
        <>
          <Field label={w.plan.pattern} hint={w.plan.patternHint} value={fields.pattern} />
          <div class="field-row">
            <DayField label={w.schedule.fromDay} value={fields.fromDay} />
            <DayField label={w.schedule.untilDay} value={fields.untilDay} />
          </div>
          <SpecialFields fields={fields} bulletins={airable} />
        </>
      )}
    </>
  );
}

type FinishProps = {
  of: Props;
  fields: FieldSignals;
  wish: Wish | null;
  fault: Signal<Fault | null>;
  lacking: boolean;
};

function Finish({ of, fields, wish, fault, lacking }: FinishProps) {
  const w = words.value;
  const settled = useSettled(wish);
  if (wish === null) return <p class="card">{lacking ? w.say.noPlace : w.schedule.lacking}</p>;
  const { scheduleId } = of;
  const tried = settled ?? wish;
  const except = scheduleId === null ? {} : { exceptScheduleId: scheduleId };
  const after = (way: Move) => moved(valuesOf(fields), { ...way, read: readClock });
  const move = (way: Move) => {
    const there = after(way);
    if (there) setAll(fields, there);
  };
  const canMove = (way: Move) => after(way) !== null;
  return (
    <div class="card">
      <NextFive wish={scheduleId === null ? tried : { ...tried, scheduleId }} fault={fault} />
      <Conflicts wish={{ ...tried, ...except }} move={move} canMove={canMove} />
      <div class="actions">
        <Act kind="main" act={() => of.save(wish)}>
          {of.label}
        </Act>
      </div>
    </div>
  );
}
