// The two sides of the editor where they do not fit beside each other: one is seen, two buttons change it.
// It must never know what stands on a side.
import type { Signal } from '@preact/signals';

export type Side = 'source' | 'script';

/** On a desk both sides are seen, and these are not (editor.css). */
export function Tabs({ side, names }: { side: Signal<Side>; names: Record<Side, string> }) {
  return (
    <div class="editor-tabs">
      {(['source', 'script'] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="editor-tab"
          aria-pressed={side.value === one}
          onClick={() => {
            side.value = one;
          }}
        >
          {names[one]}
        </button>
      ))}
    </div>
  );
}
