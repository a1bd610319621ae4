// One report: what was said, about which airing, its state, its answer and what may be done with it.
// It must never send an answer nobody wrote.
import { useSignal } from '@preact/signals';
import type { Report } from '../../../http/schemas/report.ts';
import { when } from '../../format.ts';
import { useKept } from '../../kept.ts';
import { Act } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Chip } from '../../parts/icons.tsx';
import { reportsApi } from '../../reports-api.ts';
import { go } from '../../router.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { AnswerForm } from './answer-form.tsx';

const TONE = { new: 'urgent', seen: 'wait', answered: 'good' } as const;

export function OneReport({ report }: { report: Report }) {
  const w = words.value.reports;
  const { kind, count, state, text, airing, number } = report;
  return (
    <li class="row">
      <span class="row-head">
        <strong>
          {w.kind[kind]}
          {count > 1 && ` · ${w.times(count)}`}
        </strong>
        <Chip tone={TONE[state]}>{w.state[state]}</Chip>
      </span>
      {text !== '' && <q class="report-text">{text}</q>}
      {airing && (
        <p>
          {w.about}: <a href={`#/airing/${airing.id}`}>{airing.title}</a> ({when(airing.playAtMs)})
        </p>
      )}
      <small>
        {when(report.lastAtMs)} · {w.number} {number}
      </small>
      <Answered report={report} />
      <Doing report={report} />
    </li>
  );
}

function Answered({ report }: { report: Report }) {
  const w = words.value.reports;
  if (report.answer === null) return null;
  return (
    <div class="notice notice-good">
      <p class="report-answer">{report.answer}</p>
      <small>
        {report.answeredByName !== null && w.by(report.answeredByName)}
        {report.answerPublic && ` · ${w.public}`}
      </small>
    </div>
  );
}

function Doing({ report }: { report: Report }) {
  const w = words.value.reports;
  const open = useSignal(false);
  if (open.value) return <AnswerForm report={report} done={() => (open.value = false)} />;
  const { airing } = report;
  return (
    <div class="actions">
      <button type="button" class="button button-main" onClick={() => (open.value = true)}>
        {report.answer === null ? w.answer : w.change}
      </button>
      {report.state === 'new' && <Act act={() => reportsApi.see(report.id)}>{w.seen}</Act>}
      {report.answer !== null && holds('author') && <ToBulletin answer={report.answer} />}
      {airing && !airing.personalData && report.kind === 'wrong' && (
        <Confirm
          quiet
          label={w.hide}
          title={w.hideSure}
          ask={w.hideAsk}
          act={() => reportsApi.markPersonal(airing.bulletinId)}
        />
      )}
      {airing?.personalData && <small>{w.hidden}</small>}
    </div>
  );
}

/** Answers to citizens are broadcast (Nghị định 49/2024 Art. 8); a draft that waits there is not lost. */
function ToBulletin({ answer }: { answer: string }) {
  const w = words.value.reports;
  const title = useKept('draft.title');
  const text = useKept('draft.text');
  const write = () => {
    if (title.value === '') title.value = w.bulletinTitle;
    text.value = text.value.trim() === '' ? answer : `${text.value}\n\n${answer}`;
    go('/say');
  };
  return (
    <button type="button" class="button" onClick={write}>
      {w.toBulletin}
    </button>
  );
}
