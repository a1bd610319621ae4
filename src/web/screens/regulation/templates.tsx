// Published regulations to begin from: what each is, who published it, and what it would change here.
// It must never save anything: a template fills the form below.
import { useSignal } from '@preact/signals';
import type { RegulationTemplate } from '../../../http/schemas/regulation.ts';
import { useAsk } from '../../ask.ts';
import { Radios } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { regulationApi } from '../../regulation-api.ts';
import { said, words } from '../../words.ts';
import { changedParts, type Draft, fromTemplate } from './draft.ts';

type Props = { before: Draft; draft: Draft; set: (next: Draft) => void };

export function Templates(of: Props) {
  const ask = useAsk({ ask: regulationApi.templates });
  return (
    <Section title={words.value.regulation.template}>
      <Shown ask={ask}>{({ templates }) => <Choose templates={templates} {...of} />}</Shown>
    </Section>
  );
}

function Choose(of: Props & { templates: readonly RegulationTemplate[] }) {
  const w = words.value.regulation;
  const { templates, before, draft, set } = of;
  const chosen = useSignal<string>(draft.rules.template ?? '');
  const one = templates.find(({ id }) => id === chosen.value);
  return (
    <>
      <Radios
        quiet
        legend={w.template}
        value={chosen.value}
        options={templates.map(({ id, name, source }) => ({
          value: id,
          label: said(name),
          hint: said(source),
        }))}
        choose={(id) => {
          chosen.value = id;
        }}
      />
      {one && <Offered one={one} before={before} set={set} />}
    </>
  );
}

function Offered(of: { one: RegulationTemplate; before: Draft; set: (next: Draft) => void }) {
  const w = words.value.regulation;
  const next = fromTemplate(of.one);
  const changed = changedParts(of.before, next).map((part) => w.part[part]);
  return (
    <div class="card">
      <p>{said(of.one.notes)}</p>
      {changed.length > 0 ? (
        <p>{w.changes(changed.join(', '))}</p>
      ) : (
        <Notice tone="good">{w.sameAsTemplate}</Notice>
      )}
      <button type="button" class="button" onClick={() => of.set(next)}>
        {w.take}
      </button>
    </div>
  );
}
