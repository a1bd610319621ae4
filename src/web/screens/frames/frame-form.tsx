// The words of a frame as a form: sentences with gaps, and what can stand in each gap.
// It must never check a frame: the service does, and says what is wrong.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FrameWords } from '../../../http/schemas/frame.ts';
import { useAsk } from '../../ask.ts';
import { noticeApi } from '../../notice-api.ts';
import { Form } from '../../parts/act.tsx';
import { Choice, Field, LongField } from '../../parts/field.tsx';
import { LanguageChoice } from '../../parts/language-choice.tsx';
import { said, words } from '../../words.ts';
import { type Before, useFrameDraft } from './frame-draft.ts';
import {
  type Gap,
  gapNames,
  KINDS,
  type Kind,
  lacksFigure,
  MINUTES,
  slotOf,
  usualKind,
} from './gaps.ts';

type Props = {
  areaId: string;
  /** what is typed is kept in this browser under it until it is saved */
  kept: string;
  before?: Before;
  label: string;
  save(frame: FrameWords): Promise<unknown>;
  /** and what was typed is forgotten */
  saved?(): void;
};

export function FrameForm({ areaId, kept, before, label, save, saved }: Props) {
  const w = words.value.frames;
  const draft = useFrameDraft({ kept, before });
  const { name, text, templateId, language, filled } = draft;
  const ask = useAsk({ ask: () => noticeApi.templates(areaId), key: areaId });
  const templates = ask.answer.value?.templates.filter(({ hidden }) => !hidden) ?? [];
  const template = templates.find(({ id }) => id === templateId.value);
  const inNotice = (gap: string) => template?.slots.find((one) => one.name === gap);
  const isBefore = (gap: string) => before?.slots.find((one) => one.name === gap);
  const labelOf = (gap: string) => {
    const slot = inNotice(gap);
    return isBefore(gap)?.label ?? (slot ? said(slot.label) : gap);
  };
  const gapNow = (name: string): Gap =>
    filled[name] ?? { kind: usualKind(inNotice(name)?.kind), also: '' };
  const gaps = gapNames(text.value);
  const act = async () => {
    const slots = gaps.map((name) =>
      slotOf({ ...gapNow(name), name, label: labelOf(name), before: isBefore(name) }),
    );
    const lines = text.value.split('\n').map((line) => line.trim());
    await save({
      ...{ name: name.value, language: language.value, sentences: lines.filter(Boolean), slots },
      templateId: templateId.value === '' ? null : templateId.value,
    });
    draft.forget();
    saved?.();
  };
  const options = templates.map((one) => ({ value: one.id, label: said(one.title) }));
  const isUnready =
    [name, text].some(({ value }) => value.trim() === '') ||
    gaps.some((gap) => lacksFigure(gapNow(gap)));
  return (
    <div class="card">
      <Form act={act} label={label} disabled={isUnready}>
        <Field label={w.name} value={name} autocomplete="off" />
        <LanguageChoice value={language} />
        <Choice
          label={w.template}
          value={templateId}
          options={[{ value: '', label: w.noTemplate }, ...options]}
        />
        {template && (
          <p class="hint">{w.slotNames(template.slots.map((one) => `{${one.name}}`).join(' '))}</p>
        )}
        <LongField
          label={w.sentences}
          hint={w.sentencesHint}
          value={text}
          rows={5}
          maxLength={4_000}
        />
        {gaps.map((gap) => (
          <GapFields
            key={gap}
            label={labelOf(gap)}
            gap={gapNow(gap)}
            keep={(now) => draft.fill(gap, now)}
          />
        ))}
      </Form>
    </div>
  );
}

function GapFields(of: { label: string; gap: Gap; keep: (gap: Gap) => void }) {
  const w = words.value.frames;
  const kind = useSignal<string>(of.gap.kind);
  const also = useSignal(of.gap.also);
  // until somebody chose, what the notice says of it is right, and that may come late
  useEffect(() => {
    kind.value = of.gap.kind;
  }, [of.gap.kind, kind]);
  const keep = () => of.keep({ kind: kind.value as Kind, also: also.value });
  const options = KINDS.map((value) => ({ value, label: w.kinds[value] }));
  const isMinutes = of.gap.kind === 'hour-parts';
  return (
    <fieldset class="group" onInput={keep} onChange={keep}>
      <legend>{w.slot(of.label)}</legend>
      <Choice label={w.fill} value={kind} options={options} />
      {of.gap.kind !== 'date' && (
        <LongField
          label={isMinutes ? w.minutes : w.also}
          {...(isMinutes && { hint: w.minutesHint(MINUTES.join(', ')) })}
          value={also}
          rows={2}
          maxLength={13_000}
        />
      )}
    </fieldset>
  );
}
