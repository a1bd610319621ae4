// "Send a trial": one message by one channel now, and whether it went.
// It must never say it arrived: only the person can see that.
import { useSignal } from '@preact/signals';
import type { Outer, Reached } from '../../../http/schemas/notification.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toldApi } from '../../told-api.ts';
import { words } from '../../words.ts';
import { whyWords } from './went.tsx';

export function Trial({ channel }: { channel: Outer }) {
  return <TrialOf act={() => toldApi.tryOut(channel)} by={words.value.told.by[channel]} />;
}

export function TrialOf({ act, by }: { act: () => Promise<Reached>; by: string }) {
  const answer = useSignal<Reached | null>(null);
  const w = words.value.told;
  const tryIt = async () => {
    answer.value = null;
    answer.value = await act();
  };
  return (
    <>
      <div class="actions">
        <Act act={tryIt}>{w.trial(by)}</Act>
      </div>
      {answer.value?.ok === true && <Notice tone="good">{w.trialSent}</Notice>}
      {answer.value?.ok === false && (
        <Notice tone="bad">
          {w.failed(by, whyWords(answer.value.reason, answer.value.detail))}
        </Notice>
      )}
    </>
  );
}
