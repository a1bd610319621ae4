// The words of a frame as a form: sentences with gaps, and what can stand in each gap.
// It must never check a frame: the service does, and says what is wrong.
import { type Signal, useSignal } from '@preact/signals';
import type { FrameWords } from '../../../http/schemas/frame.ts';
import { useAsk } from '../../ask.ts';
import { sent, useKept } from '../../kept.ts';
import { noticeApi } from '../../notice-api.ts';
import { Form } from '../../parts/act.tsx';
import { Choice, Field, LongField } from '../../parts/field.tsx';
import { LanguageChoice } from '../../parts/language-choice.tsx';
import { said, words } from '../../words.ts';
import {
  type Gap,
  gapNames,
  gapOf,
  KINDS,
  type Kind,
  type Slots,
  slotOf,
  usualKind,
} from './gaps.ts';

type Filled = Readonly<Record<string, Gap>>;
export type Before = Omit<FrameWords, 'slots' | 'sentences'> & {
  sentences: readonly string[];
  slots: Slots;
};
type Props = {
  areaId: string;
  /** what is typed is kept in this browser under it until it is saved */
  kept: string;
  before?: Before;
  label: string;
  save(frame: FrameWords): Promise<unknown>;
};

export function FrameForm({ areaId, kept, before, label, save }: Props) {
  const w = words.value.frames;
  const name = useKept(`${kept}.name`, before?.name);
  const text = useKept(`${kept}.text`, before?.sentences.join('\n'));
  const templateId = useKept(`${kept}.template`, before?.templateId ?? '');
  const language = useKept(`${kept}.language`, before?.language ?? 'blt');
  const filled = useSignal<Filled>(
    Object.fromEntries((before?.slots ?? []).map((slot) => [slot.name, gapOf(slot)])),
  );
  const ask = useAsk({ ask: () => noticeApi.templates(areaId), key: areaId });
  const templates = ask.answer.value?.templates.filter(({ hidden }) => !hidden) ?? [];
  const template = templates.find(({ id }) => id === templateId.value);
  const inNotice = (gap: string) => template?.slots.find((one) => one.name === gap);
  const isBefore = (gap: string) => before?.slots.find((one) => one.name === gap);
  const labelOf = (gap: string) => {
    const slot = inNotice(gap);
    return slot ? said(slot.label) : (isBefore(gap)?.label ?? gap);
  };
  const gaps = gapNames(text.value);
  const act = async () => {
    const slots = gaps.map((gap) => {
      const one = filled.value[gap] ?? { kind: usualKind(inNotice(gap)?.kind), also: '' };
      return slotOf({ ...one, name: gap, label: labelOf(gap), before: isBefore(gap) });
    });
    const lines = text.value.split('\n').map((line) => line.trim());
    await save({
      ...{ name: name.value, language: language.value, sentences: lines.filter(Boolean), slots },
      templateId: templateId.value === '' ? null : templateId.value,
    });
    sent(...['name', 'text', 'template', 'language'].map((one) => `${kept}.${one}`));
  };
  const options = templates.map((one) => ({ value: one.id, label: said(one.title) }));
  return (
    <div class="card">
      <Form act={act} label={label} disabled={name.value.trim() === '' || text.value.trim() === ''}>
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
            {...{ gap, filled, label: labelOf(gap), usual: usualKind(inNotice(gap)?.kind) }}
          />
        ))}
      </Form>
    </div>
  );
}

function GapFields(of: { gap: string; label: string; filled: Signal<Filled>; usual: Kind }) {
  const w = words.value.frames;
  const { gap, filled, usual } = of;
  const kind = useSignal<string>(filled.value[gap]?.kind ?? usual);
  const also = useSignal(filled.value[gap]?.also ?? '');
  const keep = () => {
    filled.value = { ...filled.value, [gap]: { kind: kind.value as Kind, also: also.value } };
  };
  const options = KINDS.map((value) => ({ value, label: w.kinds[value] }));
  return (
    <fieldset class="group" onInput={keep} onChange={keep}>
      <legend>{w.slot(of.label)}</legend>
      <Choice label={w.fill} value={kind} options={options} />
      {kind.value !== 'date' && <Field label={w.also} value={also} autocomplete="off" />}
    </fieldset>
  );
}
