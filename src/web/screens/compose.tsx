// Writes a new bulletin: the text, how the loudspeaker will read it, then its sound.
// It must never know where or when it will air: that comes once it can be heard.
import { type Signal, useSignal } from '@preact/signals';
import type { TakenDocument } from '../../http/schemas/document.ts';
import { api } from '../api.ts';
import { useKept } from '../kept.ts';
import { Form } from '../parts/act.tsx';
import { Choice, Field, LongField } from '../parts/field.tsx';
import { FileField } from '../parts/file-field.tsx';
import { Section } from '../parts/page.tsx';
import type { Places } from '../places.ts';
import { tenantsHeld } from '../places-held.ts';
import { words } from '../words.ts';
import { MakeSound } from './make-sound.tsx';

export type Draft = {
  areaId: Signal<string>;
  title: Signal<string>;
  text: Signal<string>;
  file: Signal<File | null>;
};

export function Compose({ places }: { places: Places }) {
  const tenants = tenantsHeld(places.areas, 'author');
  const draft: Draft = {
    areaId: useSignal(tenants[0]?.id ?? ''),
    title: useKept('draft.title'),
    text: useKept('draft.text'),
    file: useSignal<File | null>(null),
  };
  const read = useSignal<TakenDocument | null>(null);
  if (read.value !== null) {
    const { document, reading } = read.value;
    const back = () => {
      read.value = null;
    };
    return (
      <MakeSound
        draft={draft}
        from={{ documentId: document.id, part: null, reading }}
        back={back}
      />
    );
  }
  const act = async () => {
    const { areaId, file, text } = draft;
    read.value = await (file.value === null
      ? api.readText(areaId.value, text.value)
      : api.readFile(areaId.value, file.value));
  };
  const w = words.value.say;
  const tenantOptions = tenants.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title={w.write} step={1}>
      <Form
        act={act}
        label={w.read}
        disabled={draft.file.value === null && draft.text.value.trim() === ''}
      >
        {tenants.length > 1 && (
          <Choice label={w.tenant} value={draft.areaId} options={tenantOptions} />
        )}
        <LongField label={w.text} hint={w.textHint} value={draft.text} rows={7} />
        <FileField label={w.file} file={draft.file} />
        <Field
          label={`${w.heading} (${words.value.common.optional})`}
          value={draft.title}
          autocomplete="off"
        />
      </Form>
    </Section>
  );
}
