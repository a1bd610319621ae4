// The SIM card of a pole: whose, which number and plan, when it must be paid again.
// It must never guess a date: what was not typed is not known.
import { useSignal } from '@preact/signals';
import { figure } from '../../format.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { poleApi } from '../../pole-api.ts';
import { words } from '../../words.ts';
import { dayMs, isoDay } from './days.ts';
import { simOf } from './facts.ts';
import { Fold } from './fold.tsx';
import type { Part } from './one-speaker.tsx';

export function SimForm({ detail: { speaker, sim }, changed }: Part) {
  const w = words.value.pole;
  const carrier = useSignal(sim?.carrier ?? '');
  const number = useSignal(sim?.number ?? '');
  const plan = useSignal(sim?.plan ?? '');
  const renews = useSignal(isoDay(sim?.renewsAtMs ?? null));
  const saved = useSignal(false);
  const { id } = speaker.site;
  const save = async () => {
    const typed = {
      carrier: carrier.value.trim(),
      number: number.value.trim(),
      plan: plan.value.trim(),
      renewsAtMs: dayMs(renews.value),
    };
    await poleApi.change(id, { sim: typed });
    saved.value = true;
    changed();
  };
  const remove = async () => {
    await poleApi.change(id, { sim: null });
    for (const field of [carrier, number, plan, renews]) field.value = '';
    changed();
  };
  const due = simOf(speaker);
  return (
    <Fold title={[w.sim, sim?.carrier, sim?.plan].filter(Boolean).join(' · ')} open={due !== null}>
      {due && <Notice tone="bad">{due.says}</Notice>}
      {speaker.bytesThisMonth !== null && (
        <p class="hint">
          {w.bytes}: {w.megabytes(figure(speaker.bytesThisMonth / 1e6, 1))}
        </p>
      )}
      <Form act={save} label={w.simSave}>
        <Field label={w.carrier} hint={w.carrierHint} value={carrier} autocomplete="off" />
        <Field label={w.number} value={number} autocomplete="off" />
        <Field label={w.plan} value={plan} autocomplete="off" />
        <DayField label={w.renews} value={renews} />
        <p class="hint">{w.renewsHint}</p>
      </Form>
      <span role="status">{saved.value ? words.value.common.saved : ''}</span>
      {sim !== null && (
        <Confirm quiet label={w.simRemove} title={w.simRemove} ask={w.simRemoveAsk} act={remove} />
      )}
    </Fold>
  );
}
