// The words and slots of one template, to be changed; what is typed stays when the service refuses it.
// It must never know whether the words can be spoken.
import { type Signal, useSignal } from '@preact/signals';
import type { NoticeCategory, TemplateWords } from '../../../http/schemas/notice.ts';
import { Form } from '../../parts/act.tsx';
import { Choice, Field, LongField } from '../../parts/field.tsx';
import { words } from '../../words.ts';
import { SlotRow } from './slot-row.tsx';

type Props = {
  template: TemplateWords;
  save: (template: TemplateWords) => Promise<unknown>;
  cancel: () => void;
};
type Priority = TemplateWords['priority'];

export function TemplateForm({ template, save, cancel }: Props) {
  const w = words.value.notice.ofTemplates;
  const form = useForm(template);
  return (
    <Form act={() => save(form.read())} label={words.value.common.save}>
      <Field label={w.name} value={form.vi} autocomplete="off" required />
      <Field label={w.nameEn} value={form.en} autocomplete="off" required />
      <Choice label={w.category} value={form.category} options={optionsOf(w.categories)} />
      <Choice label={w.priority} value={form.priority} options={optionsOf(w.priorities)} />
      <LongField label={w.opening} value={form.opening} rows={2} />
      <LongField label={w.body} hint={w.bodyHint} value={form.body} rows={6} />
      <LongField label={w.closing} value={form.closing} rows={2} />
      <Field label={w.lasts} value={form.lasts} type="number" autocomplete="off" />
      <label class="pick">
        <input
          type="checkbox"
          checked={form.personal.value}
          onChange={() => (form.personal.value = !form.personal.value)}
        />
        <span>{w.personal}</span>
      </label>
      <Slots slots={form.slots} />
      <button type="button" class="button" onClick={cancel}>
        {words.value.common.cancel}
      </button>
    </Form>
  );
}

const optionsOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

function useForm(template: TemplateWords) {
  const fields = {
    vi: useSignal(template.title.vi),
    en: useSignal(template.title.en),
    category: useSignal<string>(template.category),
    priority: useSignal<string>(template.priority),
    opening: useSignal(template.opening),
    body: useSignal(template.body.join('\n')),
    closing: useSignal(template.closing),
    lasts: useSignal(template.lastsHours === null ? '' : `${template.lastsHours}`),
    personal: useSignal(template.personalData),
    slots: useSignal(template.slots),
  };
  const lines = (text: string) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean);
  return {
    ...fields,
    read: (): TemplateWords => ({
      title: { vi: fields.vi.value.trim(), en: fields.en.value.trim() },
      icon: template.icon,
      category: fields.category.value as NoticeCategory,
      priority: fields.priority.value as Priority,
      personalData: fields.personal.value,
      lastsHours: fields.lasts.value === '' ? null : Number(fields.lasts.value),
      opening: fields.opening.value.trim(),
      body: lines(fields.body.value),
      closing: fields.closing.value.trim(),
      slots: fields.slots.value,
    }),
  };
}

function Slots({ slots }: { slots: Signal<TemplateWords['slots']> }) {
  const w = words.value.notice.ofTemplates;
  const add = () => {
    const label = { vi: '', en: '' };
    const name = `m${slots.value.length + 1}`;
    const fresh = { name, label, kind: 'text' as const, required: true, maxChars: 80, example: '' };
    slots.value = [...slots.value, fresh];
  };
  return (
    <>
      <h3>{w.slots}</h3>
      {slots.value.map((slot, at) => (
        <SlotRow
          // its place is its name: names are typed here
          key={at}
          slot={slot}
          number={at + 1}
          change={(next) => (slots.value = slots.value.map((one, n) => (n === at ? next : one)))}
          drop={() => (slots.value = slots.value.filter((_, n) => n !== at))}
        />
      ))}
      <button type="button" class="button" onClick={add}>
        {w.addSlot}
      </button>
    </>
  );
}
