// New spare units, this once: the file for each box, and a sheet of labels to stick on.
// It must never be shown again: a secret that can be asked for twice is no secret.
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { SparesMade } from '../../../http/schemas/spare.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { labelSheet } from '../../pole-api.ts';
import { words } from '../../words.ts';
import { shortUnit } from './label.ts';

export function MadeSpares({ made }: { made: SparesMade['spares'] }) {
  const w = words.value.spares;
  const sheet = useSignal<string | null>(null);
  const failed = useSignal(false);
  const print = async () => {
    const pdf = await labelSheet(made.map(({ label }) => label));
    failed.value = pdf === null;
    if (pdf !== null) sheet.value = URL.createObjectURL(pdf);
  };
  return (
    <Section title={w.made(made.length)}>
      <Notice tone="wait">{w.onceOnly}</Notice>
      <div class="actions">
        {sheet.value === null ? (
          <Act kind="main" act={print}>
            {w.labels}
          </Act>
        ) : (
          <a class="button button-main" href={sheet.value} download="vang-xa-nhan.pdf">
            {w.labelsReady}
          </a>
        )}
      </div>
      {failed.value && <Notice tone="bad">{words.value.common.noAnswer}</Notice>}
      <ul class="rows">
        {made.map((one) => (
          <li key={one.spare.id} class="row">
            <strong>{shortUnit(one.spare.id)}</strong>
            <code class="label-text">{one.label}</code>
            <File name={one.spare.id} enrolment={one.enrolment} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function File({ name, enrolment }: { name: string; enrolment: object }) {
  const w = words.value.speakers;
  const address = useMemo(() => {
    const text = JSON.stringify(enrolment, null, 2);
    return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  }, [enrolment]);
  return (
    <a class="button" download={`${name}.enrolment.json`} href={address}>
      {w.download}
      <span class="unseen"> {shortUnit(name)}</span>
    </a>
  );
}
