// Published regulations to begin from: what each is, who published it, and what it would change here.
// It must never save anything: a template fills the form below.
import { useSignal } from '@preact/signals';
import type { ApprovalMode } from '../../../http/schemas/approval.ts';
import type { RegulationTemplate } from '../../../http/schemas/regulation.ts';
import { useAsk } from '../../ask.ts';
import { Radios } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { regulationApi } from '../../regulation-api.ts';
import { said, words } from '../../words.ts';
import { changedParts, type Draft, fromTemplate } from './draft.ts';

type Props = {
  before: Draft;
  draft: Draft;
  /** `approval`: who approves by the template; null where it does not say */
  take: (next: Draft, approval: ApprovalMode | null) => void;
};

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
  const { templates, before, draft, take } = of;
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
      {one && <Offered one={one} before={before} take={take} />}
    </>
  );
}

function Offered(of: Pick<Props, 'before' | 'take'> & { one: RegulationTemplate }) {
  const w = words.value.regulation;
  const { approval } = of.one;
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
      {approval && <p>{w.approval[approval]}</p>}
      <button type="button" class="button" onClick={() => of.take(next, approval ?? null)}>
        {w.take}
      </button>
    </div>
  );
}
