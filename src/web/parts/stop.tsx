// The one large red button that silences a commune, always in sight of whoever may press it.
// It must never say "stopped" before the service did.
import { useSignal } from '@preact/signals';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';
import { StopDialog } from './stop-dialog.tsx';
import { STOPPERS } from './stopping.ts';

export function Stop() {
  return holds(...STOPPERS) ? <StopButton /> : null;
}

function StopButton() {
  const w = words.value.stop;
  // known before it is needed: when somebody presses, the line may be the trouble
  const known = useAsk({ ask: api.areas, on: ['area'] });
  const open = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="stop"
        onClick={() => {
          open.value = true;
        }}
      >
        <svg class="stop-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M8 2h8l6 6v8l-6 6H8l-6-6V8l6-6Z" />
          <path class="stop-bar" d="M7 12h10" />
        </svg>
        <span>{w.act}</span>
      </button>
      {open.value && (
        <StopDialog
          areas={known.answer.value?.areas ?? []}
          close={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}
