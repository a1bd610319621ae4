// One day, as the browser's own calendar picks it, said again day first: a browser may write the month first.
// It must never know what the day is for.
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';

export function DayField({ label, value }: { label: string; value: Signal<string> }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        {label}
        {value.value !== '' && ` (${value.value.split('-').reverse().join('/')})`}
      </label>
      <input
        id={id}
        type="date"
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
