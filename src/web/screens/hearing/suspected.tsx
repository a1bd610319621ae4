// What looks personal in a bulletin: marked with one button, or answered with a reason; the answer stays to be seen.
// It must never decide what is personal.
import type { PersonalView } from '../../../http/schemas/personal.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { sent, useKept } from '../../kept.ts';
import { Act, Form } from '../../parts/act.tsx';
import { LongField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { personalApi } from '../../personal-api.ts';
import { reportsApi } from '../../reports-api.ts';
import { holds } from '../../session.ts';
import { said, words } from '../../words.ts';

type Of = { bulletin: { id: string; version: number; personalData: boolean } };

export function Suspected({ bulletin }: Of) {
  const { id, version, personalData } = bulletin;
  const ask = useAsk({
    ask: () => personalApi.of(id),
    key: `${id} ${version} ${personalData}`,
    on: ['bulletin'],
  });
  const view = ask.answer.value;
  // while it is not known nothing is said: sending asks again
  if (view === null || view.marked) return null;
  if (view.answer !== null && !view.suspected) return <Answered answer={view.answer} />;
  return view.suspected ? <Question id={id} view={view} again={ask.again} /> : null;
}

function Answered({ answer }: { answer: NonNullable<PersonalView['answer']> }) {
  const { reason, byName, atMs } = answer;
  return <p class="hint">{words.value.hearing.answered(reason, byName, when(atMs))}</p>;
}

function Question({ id, view, again }: { id: string; view: PersonalView; again: () => void }) {
  const w = words.value.hearing;
  const reason = useKept(`personal.${id}`);
  const may = holds('author') || holds('approver') || holds('operator') || holds('administrator');
  const mark = async () => {
    await reportsApi.markPersonal(id);
    again();
  };
  const answer = async () => {
    await personalApi.answer(id, reason.value.trim());
    sent(`personal.${id}`);
    again();
  };
  return (
    <section class="card suspected" aria-label={w.title}>
      <Notice tone="wait">{w.looks}</Notice>
      <Found view={view} />
      <p class="hint">{w.meanwhile}</p>
      {may && (
        <>
          <Act act={mark}>{w.mark}</Act>
          <details class="fold">
            <summary>{w.not}</summary>
            <Form act={answer} label={w.send} disabled={reason.value.trim() === ''}>
              <LongField label={w.why} hint={w.whyHint} value={reason} rows={2} maxLength={500} />
            </Form>
          </details>
        </>
      )}
    </section>
  );
}

/** More are as good as these: one is reason enough. */
const SHOWN = 5;

function Found({ view }: { view: PersonalView }) {
  const more = view.found.length - SHOWN;
  return (
    <ul>
      {view.found.slice(0, SHOWN).map((one) => (
        <li key={`${one.place} ${one.kind} ${one.at}`}>
          <mark>{one.words}</mark> {said(one.say)}
        </li>
      ))}
      {more > 0 && <li>{words.value.hearing.more(more)}</li>}
    </ul>
  );
}
