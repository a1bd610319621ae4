// Bulletins in the order they air: added, moved by buttons that keep their focus, taken out.
// It must never know how long they are, nor in which languages they exist.
import type { Signal } from '@preact/signals';
import { AddOne } from '../../parts/add-one.tsx';
import { words } from '../../words.ts';
import type { Item } from './programmes.tsx';

/** As many as one programme takes (src/domain/programmes/programme-model.ts). */
const ITEMS_MAX = 30;

type Props = {
  value: Signal<readonly string[]>;
  items: readonly Item[];
  titleOf(id: string): string;
};

export function ItemList({ value, items, titleOf }: Props) {
  const w = words.value.programme;
  const move = (place: number, by: 1 | -1) => {
    const next = [...value.value];
    const [moved] = next.splice(place, 1);
    if (moved !== undefined) next.splice(place + by, 0, moved);
    value.value = next;
  };
  const last = value.value.length - 1;
  return (
    <fieldset class="group">
      <legend>{w.items}</legend>
      {value.value.length > 1 && <p class="hint">{w.itemsHint}</p>}
      {value.value.length > 0 && (
        <ol class="rows order-list">
          {value.value.map((id, place) => (
            <li key={id} class="row order-row">
              <span>{titleOf(id)}</span>
              <Tool label={w.up(titleOf(id))} off={place === 0} act={() => move(place, -1)}>
                ↑
              </Tool>
              <Tool label={w.down(titleOf(id))} off={place === last} act={() => move(place, 1)}>
                ↓
              </Tool>
              <Tool
                label={w.drop(titleOf(id))}
                act={() => (value.value = value.value.filter((other) => other !== id))}
              >
                ×
              </Tool>
            </li>
          ))}
        </ol>
      )}
      {value.value.length < ITEMS_MAX && (
        <AddOne
          value={value}
          items={items.filter(({ id }) => !value.value.includes(id))}
          label={w.choose}
          none={w.chooseNone}
          add={w.add}
        />
      )}
    </fieldset>
  );
}

/** At rest, not gone: whoever moves by keyboard stays where they are. */
function Tool(of: { label: string; off?: boolean; act: () => unknown; children: string }) {
  return (
    <button
      type="button"
      class="button button-quiet"
      aria-label={of.label}
      aria-disabled={of.off ?? false}
      onClick={() => !of.off && of.act()}
    >
      {of.children}
    </button>
  );
}
