// Which three days of what aired are looked at, and the way to those before.
// It must never leave anything out without saying so.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api } from '../../api.ts';
import { planNow } from '../../clock.ts';
import { dayStartMs, when } from '../../format.ts';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words.ts';
import { type Item, itemsOf } from '../calendar/items.ts';
import { DAY_MS, dayOfIso } from '../calendar/span.ts';

const SHOWN_MS = 3 * DAY_MS;
/** What has just begun has an airing already. */
const JUST_BEGUN_MS = 60_000;

export type PastShown = { items: readonly Item[]; fromMs: number; toMs: number; isCut: boolean };
type PastSpan = {
  /** before that; null: before now */
  untilMs: Signal<number | null>;
  day: Signal<string>;
};

export function usePastSpan(): PastSpan {
  const untilMs = useSignal<number | null>(null);
  const day = useSignal('');
  useEffect(() => {
    const chosen = dayOfIso(day.value);
    if (chosen !== null) untilMs.value = dayStartMs(chosen + 1);
  }, [day.value]);
  return { untilMs, day };
}

/** The airings of three days, each with how it ended where it is known; of very many the latest. */
export async function askPast(untilMs: number | null): Promise<PastShown> {
  const toMs = untilMs ?? Math.ceil(planNow.peek()) + JUST_BEGUN_MS;
  const span = { fromMs: Math.max(0, toMs - SHOWN_MS), toMs };
  const [{ airings, cutAtMs }, { summaries }] = await Promise.all([
    api.airings(span),
    api.airingEnds(span),
  ]);
  // what still sounds is listed too, and waits for its end
  const nowMs = Number.POSITIVE_INFINITY;
  const items = itemsOf({ nowMs, occurrences: [], airings, summaries });
  return { items, fromMs: cutAtMs ?? span.fromMs, toMs, isCut: cutAtMs !== null };
}

type Props = { past: PastShown; of: PastSpan };

export function PastBar({ past, of }: Props) {
  const w = words.value.plan;
  const newest = () => {
    of.day.value = '';
    of.untilMs.value = null;
  };
  return (
    <>
      {of.untilMs.value !== null && (
        <p>
          {w.shownSpan(when(past.fromMs), when(past.toMs))}{' '}
          <button type="button" class="button" onClick={newest}>
            {w.newest}
          </button>
        </p>
      )}
      {past.isCut && <Notice tone="wait">{w.cutSpan(when(past.fromMs))}</Notice>}
    </>
  );
}

export function Older({ past, of }: Props) {
  const older = () => {
    of.day.value = '';
    of.untilMs.value = past.fromMs;
  };
  return (
    <button type="button" class="button" onClick={older}>
      {words.value.plan.older}
    </button>
  );
}
