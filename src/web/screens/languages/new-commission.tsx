// A recording asked of a collaborator: who, until when, for what; and the link, shown once.
// It must never send the link itself: officers write to their collaborators as they always do.
import { useSignal } from '@preact/signals';
import type { Bulletin } from '../../../http/schemas/bulletin.ts';
import type { CommissionMade } from '../../../http/schemas/commission.ts';
import { planNow } from '../../clock.ts';
import { sent, useKept } from '../../kept.ts';
import { commissionApi } from '../../languages-api.ts';
import { Form } from '../../parts/act.tsx';
import { CopyBox } from '../../parts/copy.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { LanguageChoice } from '../../parts/language-choice.tsx';
import { words } from '../../words.ts';

/** The day in Vietnam, UTC+7, of the plan's clock. */
const inAWeek = (): string =>
  new Date(planNow.peek() + (7 * 24 + 7) * 3_600_000).toISOString().slice(0, 10);

export function NewCommission({ bulletin }: { bulletin: Bulletin }) {
  const { id } = bulletin;
  const kept = `commission.${id}`;
  const usual = bulletin.originalId === null ? 'mww' : bulletin.language;
  const language = useKept(`${kept}.language`, usual);
  const name = useKept(`${kept}.name`);
  const contact = useKept(`${kept}.contact`);
  const due = useKept(`${kept}.due`, inAWeek());
  const fee = useKept(`${kept}.fee`);
  const made = useSignal<CommissionMade | null>(null);
  const w = words.value.recordings;
  const act = async () => {
    made.value = await commissionApi.ask(id, {
      ...{ language: language.value, collaboratorName: name.value.trim(), dueDay: due.value },
      ...{ contactNote: contact.value.trim() || null, feeNote: fee.value.trim() || null },
    });
    for (const one of [name, contact, fee]) one.value = '';
    sent(`${kept}.name`, `${kept}.contact`, `${kept}.fee`);
  };
  return (
    <details class="fold">
      <summary>{w.ask}</summary>
      <p class="hint">
        {w.intro} <a href="#/recordings">{w.title}</a>
      </p>
      <Form act={act} label={w.make} disabled={name.value.trim() === '' || due.value === ''}>
        {bulletin.originalId === null && <LanguageChoice value={language} />}
        <Field label={w.name} value={name} autocomplete="off" />
        <Field label={w.contact} hint={w.contactHint} value={contact} autocomplete="off" />
        <DayField label={w.due} value={due} />
        <Field label={w.fee} value={fee} autocomplete="off" />
      </Form>
      {made.value !== null && (
        <>
          <p role="status">{w.once}</p>
          <CopyBox text={made.value.url} />
        </>
      )}
    </details>
  );
}
