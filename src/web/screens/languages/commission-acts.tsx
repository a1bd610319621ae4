// What can be done about one commissioned recording: remind, invite a listener, judge it, note what was paid, revoke it.
// It must never decide who may judge what: the service refuses.
import { type Signal, useSignal } from '@preact/signals';
import type { Commission, CommissionMade } from '../../../http/schemas/commission.ts';
import { api } from '../../api.ts';
import { useKept } from '../../kept.ts';
import { commissionApi } from '../../languages-api.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { CopyBox } from '../../parts/copy.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { holds, session } from '../../session.ts';
import { words } from '../../words.ts';

type Props = { commission: Commission; again: () => void };

export function CommissionActs({ commission, again }: Props) {
  const w = words.value.recordings;
  const { id, state } = commission;
  const open = state === 'asked' || state === 'sent' || state === 'returned';
  const mayEdit = holds('author', 'planner', 'operator', 'administrator');
  return (
    <>
      {state === 'sent' && <Judge commission={commission} again={again} />}
      {commission.offered && holds('author') && (
        <>
          <p class="hint">{w.offered}</p>
          <Confirm
            label={w.take}
            title={w.takeSure}
            ask={w.takeAsk}
            act={() => commissionApi.take(id).then(again)}
          />
        </>
      )}
      {open && mayEdit && <Remind commission={commission} again={again} />}
      {open && mayEdit && <Invite commission={commission} again={again} />}
      {mayEdit && <Notes commission={commission} again={again} />}
      {open && mayEdit && (
        <Confirm
          quiet
          label={w.revoke}
          title={w.revokeSure}
          ask={w.revokeAsk}
          act={() => commissionApi.revoke(id).then(again)}
        />
      )}
    </>
  );
}

function Judge({ commission, again }: Props) {
  const w = words.value.recordings;
  const why = useKept(`commission.${commission.id}.why`);
  const { id, clipId, contentHash } = commission;
  if (clipId === null || contentHash === null) return null;
  const judge = (confirmed: boolean) => {
    const remark = confirmed ? null : why.value.trim() || null;
    return commissionApi.judge(id, { contentHash, confirmed, remark }).then(again);
  };
  return (
    <div class="commission-judge">
      {/* biome-ignore lint/a11y/useMediaCaption: its words stand on the bulletin's page */}
      <audio controls preload="none" src={api.soundUrl(clipId)} aria-label={w.listen} />
      {holds('author', 'planner', 'operator', 'approver') && (
        <>
          {commission.createdBy === session.value?.account.id ? (
            <p class="hint">{w.notByAsker}</p>
          ) : (
            <Confirm
              quiet
              label={w.confirm}
              title={w.confirmSure}
              ask={w.confirmAsk}
              act={() => judge(true)}
            />
          )}
          <Field label={w.why} value={why} autocomplete="off" />
          <Act act={() => judge(false)} disabled={why.value.trim() === ''}>
            {w.sendBack}
          </Act>
        </>
      )}
    </div>
  );
}

function Remind({ commission }: Props) {
  const w = words.value.recordings;
  const due = useSignal('');
  const made = useSignal<CommissionMade | null>(null);
  const act = async () => {
    made.value = await commissionApi.renew(commission.id, due.value || null);
  };
  return (
    <div>
      <DayField label={w.newDue} value={due} />
      <p class="hint">{w.renewHint}</p>
      <Act act={act}>{w.renew}</Act>
      <Once made={made} says={w.once} />
    </div>
  );
}

function Invite({ commission }: Props) {
  const w = words.value.recordings;
  const name = useKept(`commission.${commission.id}.listener`, commission.listenerName ?? '');
  const made = useSignal<CommissionMade | null>(null);
  const act = async () => {
    made.value = await commissionApi.invite(commission.id, name.value.trim());
  };
  return (
    <div>
      <Field label={w.listener} hint={w.listenerHint} value={name} autocomplete="off" />
      <Act act={act} disabled={name.value.trim() === ''}>
        {w.invite}
      </Act>
      <Once made={made} says={w.onceListener} />
    </div>
  );
}

/** Drawn anew with the row, it would be gone: it stays until the fold is closed. */
function Once({ made, says }: { made: Signal<CommissionMade | null>; says: string }) {
  if (made.value === null) return null;
  return (
    <>
      <p role="status">{says}</p>
      <CopyBox text={made.value.url} />
    </>
  );
}

function Notes({ commission, again }: Props) {
  const w = words.value.recordings;
  const kept = `commission.${commission.id}`;
  const fee = useKept(`${kept}.fee`, commission.feeNote ?? '');
  const paid = useKept(`${kept}.paid`, commission.paidNote ?? '');
  const act = async () => {
    const notes = { feeNote: fee.value.trim() || null, paidNote: paid.value.trim() || null };
    await commissionApi.note(commission.id, notes);
    again();
  };
  return (
    <Form act={act} label={w.saveNotes}>
      <Field label={w.fee} value={fee} autocomplete="off" />
      <Field label={w.paid} value={paid} autocomplete="off" />
    </Form>
  );
}
