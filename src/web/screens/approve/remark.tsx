// Why something goes back to its author: reasons to press, and room for words; kept while the page is.
// It must never know what is done with the remark.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Act } from '../../parts/act.tsx';
import { Dialog } from '../../parts/confirm.tsx';
import { Group, LongField } from '../../parts/field.tsx';
import { recall, remember } from '../../remember.ts';
import { words } from '../../words.ts';

type Props = {
  title: string;
  hint?: string;
  send: string;
  /** under this name the words are kept, should the page be reloaded */
  keep: string;
  danger?: boolean;
  act: (remark: string) => Promise<void>;
  close: () => void;
};

/** The service keeps 1,000 characters. */
const REMARK_MAX = 1_000;

export function RemarkDialog({ title, hint, send, keep, danger = false, act, close }: Props) {
  const w = words.value.approve.back;
  const remark = useSignal(recall(keep) ?? '');
  useEffect(() => remember(keep, remark.value), [remark.value]);
  const parts = remark.value.split('; ').map((one) => one.trim());
  const flip = (reason: string) => {
    const others = parts.filter((one) => one !== reason && one !== '');
    remark.value = (parts.includes(reason) ? others : [...others, reason]).join('; ');
  };
  const go = async () => {
    await act(remark.value.trim().slice(0, REMARK_MAX));
    remember(keep, null);
  };
  return (
    <Dialog title={title} close={close}>
      {hint && <p>{hint}</p>}
      <Group legend={w.why} quiet>
        <div class="quick">
          {w.quick.map((reason) => (
            <button
              key={reason}
              type="button"
              class="button"
              aria-pressed={parts.includes(reason)}
              onClick={() => flip(reason)}
            >
              {reason}
            </button>
          ))}
        </div>
      </Group>
      <LongField label={w.remark} value={remark} rows={3} />
      <div class="actions">
        <Act kind={danger ? 'danger' : 'main'} disabled={remark.value.trim() === ''} act={go}>
          {send}
        </Act>
        <button type="button" class="button" onClick={close}>
          {words.value.common.cancel}
        </button>
      </div>
    </Dialog>
  );
}
