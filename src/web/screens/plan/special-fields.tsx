// What a repeating schedule does on holidays and in days of mourning.
// It must never know which days these are.
import type { Signal } from '@preact/signals';
import { Choice } from '../../parts/field.tsx';
import { words } from '../../words.ts';
import type { FieldSignals } from './fields-kept.ts';

type Props = { fields: FieldSignals; bulletins: readonly { id: string; title: string }[] };

export function SpecialFields({ fields, bulletins }: Props) {
  const w = words.value.schedule;
  const { holiday, mourning, replaceWith } = fields;
  const wishes = (['as-usual', 'skip', 'only', 'replace'] as const).map((value) => ({
    value,
    label: w.onSpecial[value],
  }));
  const replaces = holiday.value === 'replace' || mourning.value === 'replace';
  const others = bulletins
    .filter(({ id }) => id !== fields.bulletinId.value)
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <div class="field-row">
        <Choice label={w.holiday} value={holiday as Signal<string>} options={wishes} />
        <Choice label={w.mourning} value={mourning as Signal<string>} options={wishes} />
      </div>
      {replaces && (
        <Choice
          label={w.replaceWith}
          value={replaceWith}
          options={[{ value: '', label: w.choose }, ...others]}
        />
      )}
      <p class="hint">
        <a href="#/plan/days">{w.toDays}</a>
      </p>
    </>
  );
}
