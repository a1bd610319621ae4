// "Danger to life": makes of a priority notice an emergency, where its hour would hold it back; asked once more.
// It must never appear beside an ordinary template: a meeting wakes nobody, and the service refuses it.
import { useSignal } from '@preact/signals';
import type { Template } from '../../../http/schemas/notice.ts';
import { Dialog } from '../../parts/confirm.tsx';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words.ts';
import type { Draft, Kept } from './draft.ts';

type Priority = Template['priority'];

export const isUrgent = ({ urgent }: Pick<Kept, 'urgent'>, priority: Priority): boolean =>
  priority === 'emergency' || (priority === 'priority' && urgent);

type Props = { draft: Draft; priority: Priority; withinHours: boolean };

export function UrgentSwitch({ draft, priority, withinHours }: Props) {
  const asked = useSignal(false);
  const w = words.value.notice;
  const urgent = isUrgent(draft.is.value, priority);
  if (priority === 'emergency') return null;
  if (withinHours && !urgent) return null;
  if (priority !== 'priority') return <p class="hint">{w.outside}</p>;
  const flip = () => {
    if (urgent) draft.set({ urgent: false });
    else asked.value = true;
  };
  return (
    <>
      {urgent ? (
        <Notice tone="wait">{w.isUrgent}</Notice>
      ) : (
        <p class="hint">
          {w.outside} {w.outsideYet}
        </p>
      )}
      <button type="button" class="button" aria-pressed={urgent} onClick={flip}>
        {urgent ? w.notUrgent : w.urgent}
      </button>
      {asked.value && <Sure draft={draft} close={() => (asked.value = false)} />}
    </>
  );
}

function Sure({ draft, close }: { draft: Draft; close: () => void }) {
  const w = words.value.notice;
  return (
    <Dialog title={w.urgentSure} close={close}>
      <p>{w.urgentAsk}</p>
      <div class="actions">
        <button
          type="button"
          class="button button-danger"
          onClick={() => {
            draft.set({ urgent: true, when: 'now' });
            close();
          }}
        >
          {w.urgentYes}
        </button>
        <button type="button" class="button" onClick={close}>
          {words.value.common.cancel}
        </button>
      </div>
    </Dialog>
  );
}
