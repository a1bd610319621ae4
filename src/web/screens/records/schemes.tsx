// The schemes (đề án) airings count for: listed, and made by who may; and those of one bulletin.
// It must never count airings.
import { useSignal } from '@preact/signals';
import type { Scheme } from '../../../http/schemas/record.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { Act, Form } from '../../parts/act.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { recordsApi } from '../../records-api.ts';
import { holds } from '../../session.ts';
import { codeOf } from '../../slug.ts';
import { words } from '../../words.ts';

export function Schemes(of: { areaId: string; list: readonly Scheme[]; again: () => void }) {
  const w = words.value.records;
  const name = useSignal('');
  const from = useSignal(`${new Date(planNow.peek()).getUTCFullYear()}-01-01`);
  const until = useSignal('');
  const act = async () => {
    await recordsApi.addScheme({
      ...{ areaId: of.areaId, code: codeOf('', name.value).slice(0, 40), name: name.value.trim() },
      ...{ fromDay: from.value, untilDay: until.value === '' ? null : until.value },
    });
    name.value = '';
    of.again();
  };
  return (
    <Section title={w.schemes}>
      <p class="hint">{w.schemesHint}</p>
      {of.list.length > 0 && (
        <ul class="rows">
          {of.list.map(({ id, name: called, fromDay, untilDay }) => (
            <li key={id} class="row">
              <strong>{called}</strong>
              <small>{spanOf(fromDay, untilDay)}</small>
            </li>
          ))}
        </ul>
      )}
      {holds('author', 'administrator') && (
        <details class="fold">
          <summary>{w.addScheme}</summary>
          <Form act={act} label={w.addScheme} disabled={name.value.trim() === ''}>
            <Field label={w.schemeName} value={name} required />
            <DayField label={w.fromDay} value={from} />
            <DayField label={w.untilDay} value={until} />
          </Form>
        </details>
      )}
    </Section>
  );
}

const dated = (iso: string) => iso.split('-').reverse().map(Number).join('/');
const spanOf = (fromDay: string, untilDay: string | null) =>
  untilDay === null
    ? words.value.records.since(dated(fromDay))
    : `${dated(fromDay)} – ${dated(untilDay)}`;

/** Which of them this bulletin counts for: ticked, then saved at once. */
export function BulletinSchemes({ bulletinId }: { bulletinId: string }) {
  const w = words.value;
  const all = useAsk({ ask: recordsApi.schemes });
  const own = useAsk({ ask: () => recordsApi.schemesOf(bulletinId), key: bulletinId });
  const ticked = useSignal<ReadonlySet<string> | null>(null);
  const saved = useSignal(false);
  const list = all.answer.value?.schemes ?? [];
  const known = own.answer.value;
  if (list.length === 0 || known === null) return null;
  const chosen = ticked.value ?? new Set(known.schemes.map(({ id }) => id));
  const turn = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    ticked.value = next;
    saved.value = false;
  };
  const save = async () => {
    await recordsApi.setSchemes(bulletinId, [...chosen]);
    saved.value = true;
  };
  return (
    <details class="fold">
      <summary>{w.records.countsFor(chosen.size)}</summary>
      {list.map(({ id, name }) => (
        <label key={id} class="pick">
          <input
            type="checkbox"
            checked={chosen.has(id)}
            disabled={!holds('author', 'operator')}
            onChange={() => turn(id)}
          />
          <span>{name}</span>
        </label>
      ))}
      {holds('author', 'operator') && <Act act={save}>{w.common.save}</Act>}
      {saved.value && <Notice tone="good">{w.common.saved}</Notice>}
    </details>
  );
}
