// The sites that stay silent through something planned, each with until when and why.
// It must never decide who is silent: the service says it with the plan.
import type { HushedSite } from '../../../http/schemas/hush.ts';
import { words } from '../../words.ts';
import { nowish } from './ages.ts';
import { untilWords } from './facts.ts';

/** A commune's day of mourning may hush every pole: the first few are named. */
const NAMED = 3;

export function HushedLine({ hushed }: { hushed: readonly HushedSite[] }) {
  const w = words.value.hush;
  if (hushed.length === 0) return null;
  const nowMs = nowish.value;
  const rest = hushed.length - NAMED;
  return (
    <span class="hushed">
      {hushed.slice(0, NAMED).map(({ siteId, siteName, untilMs, reason }) => (
        <span key={siteId}>
          {w.siteUntil(siteName, w.toFor(untilWords(untilMs, nowMs), reason))}
        </span>
      ))}
      {rest > 0 && <span>{w.andMore(rest)}</span>}
    </span>
  );
}
