// One bulletin that was given: its words and sound, how each commune stands, and what may be done about it.
// It must never change the bulletin: it is the province's.
import { type Signal, useSignal } from '@preact/signals';
import type {
  AssignmentPart,
  AssignmentView,
  PartState,
} from '../../../http/schemas/assignment.ts';
import { useAsk } from '../../ask.ts';
import { assignApi } from '../../assign-api.ts';
import { dayStartMs, when } from '../../format.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Choice } from '../../parts/field.tsx';
import { Empty, Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Player } from '../../parts/player.tsx';
import { Shown } from '../../parts/shown.tsx';
import { words } from '../../words.ts';
import { Answering } from './answering.tsx';
import { Counts } from './assignments.tsx';
import { StateChip, StateLine } from './state-line.tsx';

export function OneAssignment({ id }: { id: string }) {
  const on = ['assignment', 'schedule', 'airing'] as const;
  const ask = useAsk({ ask: () => assignApi.one(id), key: id, on });
  const title = ask.answer.value?.title ?? words.value.common.loading;
  return (
    <Page title={title} back="#/assign">
      <Shown ask={ask}>{(view) => <Body view={view} again={ask.again} />}</Shown>
    </Page>
  );
}

type Props = { view: AssignmentView; again: () => void };

function Body({ view, again }: Props) {
  const w = words.value.assign;
  return (
    <>
      <div class="card">
        <p>
          {w.times(view.leastAirings)} · {w.dueBy(when(view.dueAtMs))}
          {view.own === null && ` · ${w.communes(view.communes)}`}
        </p>
        {view.note !== null && <p>{view.note}</p>}
        {view.withdrawnAtMs !== null && <Notice tone="wait">{w.withdrawn}</Notice>}
        <p class="chips">{view.own === null && <Counts one={view} />}</p>
        {view.own !== null && (
          <>
            <p class="chips">
              <StateChip state={view.own.standing.state} />
            </p>
            <p>
              <StateLine part={view.own} />
            </p>
            <Answering view={view} part={view.own} again={again} />
          </>
        )}
        <p class="hint">{w.counts}</p>
      </div>
      {view.own === null && <Board view={view} again={again} />}
      <Section title={w.listen}>
        {view.own !== null && <p class="hint">{w.noChange}</p>}
        {view.clip === null ? <p>{view.bulletin.text}</p> : <Player clip={view.clip} />}
      </Section>
    </>
  );
}

type Filter = PartState | 'behind' | '';
const FILTERS: Filter[] = [
  '',
  'behind',
  'waiting',
  'accepted',
  'placed',
  'declined',
  'overdue',
  'aired',
];

function Board({ view, again }: Props) {
  const w = words.value.assign;
  const filter = useSignal<string>('');
  const shown = view.parts.filter(fits(filter.value as Filter));
  const label = (one: Filter) => {
    const n = one === '' ? view.communes : view.counts[one];
    return `${one === '' ? w.all : one === 'behind' ? w.behind : w.states[one]} (${n})`;
  };
  const options = FILTERS.map((one) => ({ value: one, label: label(one) }));
  return (
    <Section title={w.progress}>
      {view.gives && view.withdrawnAtMs === null && <FollowUp view={view} again={again} />}
      <Choice label={w.filter} value={filter} options={options} />
      {shown.length === 0 && <Empty title={w.nobody} />}
      <ul class="rows assign-board">
        {shown.map((part) => (
          <li key={part.communeId} class="row">
            <span class="row-head">
              <strong>{part.communeName}</strong>
              <StateChip state={part.standing.state} />
            </span>
            <StateLine part={part} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const fits =
  (filter: Filter) =>
  ({ standing }: AssignmentPart): boolean =>
    filter === '' || (filter === 'behind' ? standing.behind : standing.state === filter);

function FollowUp({ view, again }: Props) {
  const w = words.value.assign;
  const said = useSignal<number | null>(null);
  const due = useSignal('');
  const remind = async () => {
    said.value = (await assignApi.remind(view.id)).reminded;
    again();
  };
  const withdraw = () => assignApi.withdraw(view.id).then(again);
  return (
    <div class="card">
      <div class="actions">
        {view.counts.behind > 0 && (
          <Act kind="main" act={remind}>
            {w.remind(view.counts.behind)}
          </Act>
        )}
        <Confirm label={w.withdraw} title={w.withdraw} ask={w.withdrawAsk} act={withdraw} quiet />
      </div>
      <p role="status">{said.value !== null && w.remindedNow(said.value)}</p>
      <Extend id={view.id} due={due} again={again} />
    </div>
  );
}

function Extend({ id, due, again }: { id: string; due: Signal<string>; again: () => void }) {
  const w = words.value.assign;
  const act = async () => {
    await assignApi.extend(id, endOfDayMs(due.value));
    due.value = '';
    again();
  };
  return (
    <details class="fold">
      <summary>{w.extend}</summary>
      <Form act={act} label={w.extend} disabled={due.value === ''}>
        <DayField label={w.extendTo} value={due} />
      </Form>
    </details>
  );
}

/** "2026-12-11" → its last second in Vietnam: a deadline is a day, and the evening of it still counts. */
export function endOfDayMs(day: string): number {
  const dayNo = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  return dayStartMs(dayNo + 1) - 1_000;
}
