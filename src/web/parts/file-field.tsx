// A file chosen from the phone or desk, with words in the page's language.
// It must never know what becomes of the file.
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { words } from '../words.ts';

/** What the service can open; anything else it refuses by name. */
const ACCEPTED = '.docx,.pdf,.txt,.md,.html,.htm,.png,.jpg,.jpeg,.tif,.tiff,text/*,application/pdf';

export function FileField({ label, file }: { label: string; file: Signal<File | null> }) {
  const id = useId();
  const w = words.value;
  return (
    <div class="field">
      <span class="label">{label}</span>
      <input
        id={id}
        class="unseen"
        type="file"
        accept={ACCEPTED}
        onChange={(event) => {
          file.value = event.currentTarget.files?.[0] ?? null;
        }}
      />
      {/* the browser's own words for this are in the browser's language, not the page's */}
      <div class="actions">
        <label for={id} class="button">
          {w.say.fileAct}
        </label>
        <span class="hint">{file.value?.name ?? w.say.fileNone}</span>
        {file.value !== null && (
          <button type="button" class="button button-quiet" onClick={() => (file.value = null)}>
            {w.common.remove}
          </button>
        )}
      </div>
    </div>
  );
}
