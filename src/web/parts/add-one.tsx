// One more of a list: chosen first, then added by a button, so that a keyboard does not add while it looks.
// It must never know what is listed.
import { type Signal, useSignal } from '@preact/signals';
import { Choice } from './field.tsx';

export function AddOne(of: {
  value: Signal<readonly string[]>;
  items: readonly { id: string; title: string }[];
  label: string;
  /** what stands there while nothing is chosen */
  none: string;
  add: string;
}) {
  const chosen = useSignal('');
  const isThere = of.items.some(({ id }) => id === chosen.value); // it may have gone meanwhile
  const options = of.items.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <Choice
        label={of.label}
        value={chosen}
        options={[{ value: '', label: of.none }, ...options]}
      />
      <button
        type="button"
        class="button button-quiet"
        disabled={!isThere}
        onClick={() => {
          of.value.value = [...of.value.value, chosen.value];
          chosen.value = '';
        }}
      >
        {of.add}
      </button>
    </>
  );
}
