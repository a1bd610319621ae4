// What follows a bulletin that fills gaps: more bulletins, in an order changed by buttons.
// It must never know how long they are, nor when they are heard.
import type { Signal } from '@preact/signals';
import { AddOne } from '../../parts/add-one.tsx';
import { words } from '../../words.ts';

/** With the bulletin itself twenty (src/http/schemas/calendar.ts). */
const MORE_MAX = 19;

type Props = {
  value: Signal<readonly string[]>;
  bulletins: readonly { id: string; title: string }[];
};

export function Playlist({ value, bulletins }: Props) {
  const w = words.value.schedule.playlist;
  const titleOf = (id: string) => bulletins.find((one) => one.id === id)?.title ?? id;
  const up = (place: number) => {
    const next = [...value.value];
    const [moved] = next.splice(place, 1);
    if (moved !== undefined) next.splice(place - 1, 0, moved);
    value.value = next;
  };
  const drop = (place: number) => {
    value.value = value.value.filter((_, other) => other !== place);
  };
  return (
    <fieldset class="group">
      <legend>{w.legend}</legend>
      <p class="hint">{w.hint}</p>
      {value.value.length > 0 && (
        <ol class="rows order-list">
          {value.value.map((id, place) => (
            // the same bulletin may stand in it twice
            <li key={`${place} ${id}`} class="row order-row">
              <span>{titleOf(id)}</span>
              {place > 0 && (
                <Tool label={w.up(titleOf(id))} act={() => up(place)}>
                  ↑
                </Tool>
              )}
              <Tool label={w.drop(titleOf(id))} act={() => drop(place)}>
                ×
              </Tool>
            </li>
          ))}
        </ol>
      )}
      {value.value.length < MORE_MAX && (
        <AddOne
          value={value}
          items={bulletins}
          label={w.next}
          none={words.value.schedule.choose}
          add={w.add}
        />
      )}
    </fieldset>
  );
}

function Tool(of: { label: string; act: () => void; children: string }) {
  return (
    <button type="button" class="button button-quiet" aria-label={of.label} onClick={of.act}>
      {of.children}
    </button>
  );
}
