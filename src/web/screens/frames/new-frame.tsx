// A new frame: sentences with gaps, and what can stand in each gap.
// It must never check a frame: the service does, and says what is wrong.
import { type Signal, useSignal } from '@preact/signals';
import type { FrameSlot, FrameWords } from '../../../http/schemas/frame.ts';
import { useAsk } from '../../ask.ts';
import { framesApi } from '../../frames-api.ts';
import { sent, useKept } from '../../kept.ts';
import { noticeApi } from '../../notice-api.ts';
import { Form } from '../../parts/act.tsx';
import { Choice, Field, LongField } from '../../parts/field.tsx';
import { LanguageChoice } from '../../parts/language-choice.tsx';
import { go } from '../../router.ts';
import { said, words } from '../../words.ts';

type Kind = keyof typeof words.value.frames.kinds;
const KINDS: readonly Kind[] = ['hour', 'hour-parts', 'date', 'place', 'number', 'list'];
type Filled = Record<string, { kind: Kind; also: string }>;
const GAPS = /\{([a-z][a-z0-9-]{0,23})\}/gu;

export function NewFrame({ areaId }: { areaId: string }) {
  const w = words.value.frames;
  const kept = `frame.${areaId}`;
  const name = useKept(`${kept}.name`);
  const text = useKept(`${kept}.text`);
  const templateId = useKept(`${kept}.template`);
  const language = useKept(`${kept}.language`, 'blt');
  const filled = useSignal<Filled>({});
  const ask = useAsk({ ask: () => noticeApi.templates(areaId), key: areaId });
  const templates = ask.answer.value?.templates.filter(({ hidden }) => !hidden) ?? [];
  const template = templates.find(({ id }) => id === templateId.value);
  const gaps = [...new Set([...text.value.matchAll(GAPS)].map((found) => found[1] as string))];
  const labelOf = (gap: string) => {
    const slot = template?.slots.find((one) => one.name === gap);
    return slot ? said(slot.label) : gap;
  };
  const kindOf = (gap: string): Kind => {
    const kind = template?.slots.find((one) => one.name === gap)?.kind;
    return kind === 'hour' ? 'hour' : kind === 'day' ? 'date' : kind === 'place' ? 'place' : 'list';
  };
  const act = async () => {
    const slots = gaps.map((gap) => {
      const { kind, also } = filled.value[gap] ?? { kind: kindOf(gap), also: '' };
      return slotOf({ name: gap, label: labelOf(gap), kind, also });
    });
    const sentences = text.value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const frame: FrameWords = {
      ...{ name: name.value, language: language.value, sentences, slots },
      templateId: templateId.value === '' ? null : templateId.value,
    };
    const made = await framesApi.add(areaId, frame);
    sent(...['name', 'text', 'template', 'language'].map((one) => `${kept}.${one}`));
    go(`/frames/${made.id}`);
  };
  const options = templates.map((one) => ({ value: one.id, label: said(one.title) }));
  return (
    <div class="card">
      <Form act={act} label={w.add} disabled={name.value.trim() === '' || text.value.trim() === ''}>
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
          <Gap key={gap} gap={gap} label={labelOf(gap)} filled={filled} usual={kindOf(gap)} />
        ))}
      </Form>
    </div>
  );
}

function Gap(of: { gap: string; label: string; filled: Signal<Filled>; usual: Kind }) {
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

/** Minutes that anybody announces; others are added by hand. */
const MINUTES = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55];

function slotOf(of: { name: string; label: string; kind: Kind; also: string }): FrameSlot {
  const also = of.also
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const base = { name: of.name, label: of.label, required: true };
  const numbers = also.map(Number).filter((one) => Number.isInteger(one) && one >= 0);
  switch (of.kind) {
    case 'hour':
      return { ...base, kind: 'hour', said: 'whole', stepMinutes: 30, also };
    case 'hour-parts':
      return { ...base, kind: 'hour', said: 'parts', order: 'hour-minute', minutes: MINUTES };
    case 'date':
      return { ...base, kind: 'date', near: true, order: ['weekday', 'day', 'month'] };
    case 'place':
      return { ...base, kind: 'place', areas: 'villages', also };
    case 'number': {
      const [first = 0] = numbers;
      return { ...base, kind: 'number', from: first, to: first, step: 1, also: numbers };
    }
    case 'list':
      return { ...base, kind: 'list', values: also };
  }
}
