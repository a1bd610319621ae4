// Writes the answer to one report, and says what of it stands on the public page.
// It must never make public what looks like somebody's own without asking once more.
import { type Signal, useSignal } from '@preact/signals';
import type { Report } from '../../../http/schemas/report.ts';
import { sent, useKept } from '../../kept.ts';
import { Form } from '../../parts/act.tsx';
import { LongField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { reportsApi } from '../../reports-api.ts';
import { words } from '../../words.ts';

export function AnswerForm({ report, done }: { report: Report; done: () => void }) {
  const w = words.value;
  const kept = `report.${report.id}`;
  const answer = useKept(kept, report.answer ?? '');
  const answerPublic = useSignal(report.answerPublic);
  const textPublic = useSignal(report.textPublic);
  /** the very words somebody was asked to look at again */
  const doubted = useSignal<string | null>(null);
  const act = async () => {
    const shown = answerPublic.value
      ? `${answer.value}\n${textPublic.value ? report.text : ''}`
      : '';
    const named = shown.trim() !== '' && doubted.value !== shown && (await isNamed(shown));
    doubted.value = named ? shown : null;
    if (named) return;
    await reportsApi.answer(report.id, {
      ...{ answer: answer.value, answerPublic: answerPublic.value },
      textPublic: answerPublic.value && textPublic.value,
    });
    sent(kept);
    done();
  };
  return (
    <Form act={act} label={w.reports.send} disabled={answer.value.trim() === ''}>
      <LongField
        label={w.reports.yourAnswer}
        hint={w.reports.answerHint}
        value={answer}
        rows={4}
        maxLength={1_000}
      />
      <Tick label={w.reports.answerPublic} hint={w.reports.answerPublicHint} is={answerPublic} />
      {answerPublic.value && report.text !== '' && (
        <Tick label={w.reports.textPublic} hint={w.reports.textPublicHint} is={textPublic} />
      )}
      {doubted.value !== null && <Notice tone="wait">{w.reports.named}</Notice>}
      <button type="button" class="button" onClick={done}>
        {w.common.cancel}
      </button>
    </Form>
  );
}

const isNamed = async (text: string): Promise<boolean> =>
  (await reportsApi.hints(text)).hints.length > 0;

export function Tick(of: { label: string; hint?: string; is: Signal<boolean> }) {
  return (
    <label class="pick">
      <input
        type="checkbox"
        checked={of.is.value}
        onChange={() => {
          of.is.value = !of.is.value;
        }}
      />
      <span>
        {of.label}
        {of.hint && <small>{of.hint}</small>}
      </span>
    </label>
  );
}
