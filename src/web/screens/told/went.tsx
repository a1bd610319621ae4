// How messages went, one line a channel: sent when, or not and why.
// It must never show where to.
import type { DeliveryShown } from '../../../http/schemas/notification.ts';
import { when } from '../../format.ts';
import { words } from '../../words.ts';

export function Went({ deliveries }: { deliveries: readonly DeliveryShown[] }) {
  if (deliveries.length === 0) return null;
  return (
    <ul class="went">
      {deliveries.map((one) => (
        <li key={`${one.channel} ${one.changedAtMs}`} class={`went-${one.state}`}>
          {wentWords(one)}
        </li>
      ))}
    </ul>
  );
}

export function wentWords(one: DeliveryShown): string {
  const w = words.value.told;
  const channel = w.by[one.channel];
  const at = when(one.changedAtMs);
  if (one.state === 'sent') return w.sent(at, channel);
  if (one.state === 'delivered') return w.delivered(at, channel);
  const why = whyWords(one.reason, one.detail);
  if (one.state === 'failed') return w.failed(channel, why);
  if (one.nextAtMs === null || one.tries === 0)
    return w.waits(channel, when(one.nextAtMs ?? one.changedAtMs));
  return w.again(channel, why, when(one.nextAtMs));
}

export function whyWords(reason: string | null, detail: string | null): string {
  const why = words.value.told.why[reason ?? ''] ?? reason ?? '';
  return detail === null ? why : `${why} (${detail})`;
}
