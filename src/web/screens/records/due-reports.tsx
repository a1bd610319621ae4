// The days reports are due, with the days left; whoever may, writes their own.
// It must never count days: they come counted.
import { useSignal } from '@preact/signals';
import type { DeadlineList } from '../../../http/schemas/record.ts';
import { useAsk } from '../../ask.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Chip, type Tone } from '../../parts/icons.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { recordsApi } from '../../records-api.ts';
import { holds } from '../../session.ts';
import { codeOf } from '../../slug.ts';
import { words } from '../../words.ts';

type Due = DeadlineList['deadlines'][number];

export function DueReports({ areaId }: { areaId: string }) {
  const w = words.value.records;
  const ask = useAsk({ ask: () => recordsApi.deadlines(areaId), key: areaId, on: ['area'] });
  return (
    <Section title={w.deadlines}>
      <Shown ask={ask}>
        {({ deadlines }) => (
          <>
            <ul class="rows">
              {deadlines.map((due) => (
                <OneDue
                  key={due.code}
                  due={due}
                  all={deadlines}
                  areaId={areaId}
                  again={ask.again}
                />
              ))}
            </ul>
            {holds('operator', 'administrator') && (
              <NewDue key={deadlines.length} all={deadlines} areaId={areaId} again={ask.again} />
            )}
          </>
        )}
      </Shown>
    </Section>
  );
}

/** A week ahead somebody is told; in three days it has to be done. */
const toneOf = (days: number): Tone => (days <= 3 ? 'bad' : days <= 7 ? 'wait' : 'plain');

const bare = ({ code, title, month, day }: Due) => ({ code, title, month, day });

type Props = { all: readonly Due[]; areaId: string; again: () => void };

function OneDue({ due, all, areaId, again }: Props & { due: Due }) {
  const w = words.value;
  const [year, month, day] = due.dueDay.split('-').map(Number);
  const drop = async () => {
    const rest = all.filter(({ code }) => code !== due.code).map(bare);
    await recordsApi.setDeadlines({ areaId, deadlines: rest });
    again();
  };
  return (
    <li class="row">
      <span class="row-head">
        <strong>{due.title}</strong>
        <Chip tone={toneOf(due.daysLeft)}>{w.records.daysLeft(due.daysLeft)}</Chip>
      </span>
      <small>
        {day}/{month}/{year} · {due.month === null ? w.records.everyMonth : w.records.everyYear}
      </small>
      {holds('operator', 'administrator') && all.length > 1 && (
        <Act kind="quiet" act={drop}>
          {w.common.remove}
        </Act>
      )}
    </li>
  );
}

function NewDue({ all, areaId, again }: Props) {
  const w = words.value;
  const title = useSignal('');
  const month = useSignal('');
  const day = useSignal('10');
  const act = async () => {
    const code = codeOf('', title.value).slice(0, 40);
    const wish = {
      ...{ code, title: title.value.trim(), day: Number(day.value) },
      month: month.value === '' ? null : Number(month.value),
    };
    await recordsApi.setDeadlines({ areaId, deadlines: [...all.map(bare), wish] });
    again();
  };
  const months = Array.from({ length: 12 }, (_, n) => `${n + 1}`);
  return (
    <details class="fold">
      <summary>{w.records.addDeadline}</summary>
      <Form act={act} label={w.records.addDeadline} disabled={title.value.trim() === ''}>
        <Field label={w.records.deadlineTitle} value={title} required />
        <Choice
          label={w.records.deadlineMonth}
          value={month}
          options={[
            { value: '', label: w.records.everyMonth },
            ...months.map((value) => ({ value, label: w.records.ofMonth(Number(value)) })),
          ]}
        />
        <Field label={w.records.deadlineDay} type="number" value={day} required />
      </Form>
    </details>
  );
}
