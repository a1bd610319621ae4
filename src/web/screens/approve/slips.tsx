// The slip to sign elsewhere, the signed ones that came back, and what is in them; none of them approves.
// It must never call a signature good: it says what was checked and what nobody vouches for.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Slip } from '../../../http/schemas/approval.ts';
import { approveApi } from '../../approve-api.ts';
import { type Ask, useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Failure, Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { ApiFailure } from '../../send.ts';
import { holds } from '../../session.ts';
import { said, words } from '../../words.ts';

type Props = { id: string; contentHash: string };

export function Slips({ id, contentHash }: Props) {
  const w = words.value.approve.slip;
  const ask = useAsk({ ask: () => approveApi.slips(id), key: id, on: ['bulletin'] });
  const count = ask.answer.value?.slips.length ?? 0;
  return (
    <details class="fold" open={count > 0}>
      <summary>
        <h2 class="fold-title">
          {w.title}
          {count > 0 && ` (${count})`}
        </h2>
      </summary>
      <div class="slips">
        <p class="hint">{w.hint}</p>
        <div class="actions">
          <a class="button" href={approveApi.slipUrl(id)} download>
            {w.print}
          </a>
          {holds('author', 'approver') && <Upload id={id} again={ask.again} />}
        </div>
        <Shown ask={ask as Ask<{ slips: Slip[] }>}>
          {({ slips }) => (
            <ul class="rows">
              {slips.map((slip) => (
                <OneSlip key={slip.id} slip={slip} current={slip.contentHash === contentHash} />
              ))}
            </ul>
          )}
        </Shown>
      </div>
    </details>
  );
}

function Upload({ id, again }: { id: string; again: () => void }) {
  const field = useId();
  const state = useSignal<'none' | 'taking' | 'taken'>('none');
  const failure = useSignal<ApiFailure | null>(null);
  const w = words.value.approve.slip;
  const take = async (file: File | undefined) => {
    if (file === undefined || state.value === 'taking') return;
    state.value = 'taking';
    failure.value = null;
    try {
      await approveApi.takeSlip(id, file);
      state.value = 'taken';
      again();
    } catch (reason) {
      state.value = 'none';
      if (!(reason instanceof ApiFailure)) throw reason;
      failure.value = reason;
    }
  };
  return (
    <>
      <input
        id={field}
        class="unseen"
        type="file"
        accept="application/pdf,.pdf"
        onChange={(event) => {
          const input = event.currentTarget;
          // chosen again after a refusal, the same file is tried again
          void take(input.files?.[0]).finally(() => {
            input.value = '';
          });
        }}
      />
      <label for={field} class="button" aria-busy={state.value === 'taking'}>
        {state.value === 'taking' ? w.taking : w.choose}
      </label>
      {state.value === 'taken' && <Notice tone="good">{w.taken}</Notice>}
      {failure.value && <Failure failure={failure.value} />}
    </>
  );
}

function OneSlip({ slip, current }: { slip: Slip; current: boolean }) {
  const w = words.value.approve.slip;
  return (
    <li class="row">
      <strong>
        {slip.file.name ?? w.title}
        {!current && ` (${w.old})`}
      </strong>
      <small>{w.by(slip.uploadedByName, when(slip.atMs))}</small>
      {slip.scanned && <p>{w.scanned}</p>}
      {!slip.scanned && slip.signatures.length === 0 && <p>{w.unsigned}</p>}
      {slip.signatures.map((signature, index) => (
        <Signature key={index} signature={signature} />
      ))}
      <a class="button button-quiet" href={approveApi.slipFileUrl(slip.id)} download>
        {w.save}
      </a>
    </li>
  );
}

function Signature({ signature }: { signature: Slip['signatures'][number] }) {
  const { signer, organisation, signedAt, intact, whole, trusted, problem } = signature;
  const w = words.value.approve.slip;
  const who = [signer ?? w.nobody, organisation].filter((one) => one !== null).join(', ');
  return (
    <div class="signature">
      <p>
        {w.signer(who)}
        {signedAt !== null && ` · ${when(Date.parse(signedAt))}`}
      </p>
      <small>
        {intact ? w.intact : w.broken}
        {intact && trusted === false && `; ${w.unvouched}`}
      </small>
      {problem !== null && !(intact && whole) && <small>{said(problem)}</small>}
    </div>
  );
}
