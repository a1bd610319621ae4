// Something shown once, to be copied or saved now: a link, an enrolment file.
// It must never send it anywhere.
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { words } from '../words.ts';

export function CopyBox({ text, file }: { text: string; file?: string }) {
  const copied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    copied.value = true;
  };
  const address = useMemo(
    () => URL.createObjectURL(new Blob([text], { type: 'application/json' })),
    [text],
  );
  const w = words.value;
  return (
    <div class="copy">
      <textarea readOnly rows={file ? 10 : 3} value={text} aria-label={w.common.copy} />
      <div class="actions">
        {/* without https a browser gives no clipboard: the text can still be marked by hand */}
        {window.isSecureContext && (
          <button type="button" class="button" onClick={copy}>
            {w.common.copy}
          </button>
        )}
        {file && (
          <a class="button button-main" download={file} href={address}>
            {w.speakers.download}
          </a>
        )}
        <span role="status">{copied.value ? w.common.copied : ''}</span>
      </div>
    </div>
  );
}
