// What the colours and signs of the calendar mean.
// It must never leave one out that is drawn.
import { words } from '../../words.ts';
import { type ItemState, SIGNS, TONES } from './items.ts';

export function Key() {
  const w = words.value.calendar;
  return (
    <details class="calendar-key">
      <summary>{w.key}</summary>
      <ul>
        {(Object.keys(SIGNS) as ItemState[]).map((state) => (
          <li key={state}>
            <span class={`item-mark item-${TONES[state]}`}>
              {SIGNS[state]} {w.states[state]}
            </span>
          </li>
        ))}
        {(['closed', 'quiet'] as const).map((kind) => (
          <li key={kind}>
            <span class={`key-shade shade-${kind}`} aria-hidden="true" /> {w[kind]}
          </li>
        ))}
        {(['holiday', 'mourning'] as const).map((kind) => (
          <li key={kind}>
            <span class={`key-shade shade-${kind}`} aria-hidden="true" /> {w.special[kind]}
          </li>
        ))}
      </ul>
    </details>
  );
}
