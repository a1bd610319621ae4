// What the regulation refuses may be asked for: with a reason, for a second person to decide.
// It must never offer it where the hours are broken: no exception lifts those.
import { useSignal } from '@preact/signals';
import type { NewSchedule } from '../../../http/schemas/schedule.ts';
import { sent, useKept } from '../../kept.ts';
import { Act } from '../../parts/act.tsx';
import { LongField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { overrideApi } from '../../regulation-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

const LIFTED: ReadonlySet<string> = new Set([
  'too-many-sessions',
  'session-too-long',
  'wrong-order',
]);
const REASON_LEAST = 10;

/** @param code of the refusal; anything else offers nothing */
export function AskException({ code, wish }: { code: string | null; wish: NewSchedule }) {
  const w = words.value.regulation.overrides;
  // one schedule is asked about at a time
  const reason = useKept('override.ask');
  const isSent = useSignal(false);
  if (code === null || !LIFTED.has(code) || !holds('planner', 'author')) return null;
  if (isSent.value)
    return (
      <Notice tone="good">
        {w.sent} <a href="#/overrides">{w.link}</a>
      </Notice>
    );
  const act = async () => {
    await overrideApi.ask({ wish, reason: reason.value });
    sent('override.ask');
    isSent.value = true;
  };
  return (
    <div class="card form">
      <LongField label={w.reason} hint={w.reasonHint} value={reason} rows={3} maxLength={500} />
      <Act act={act} disabled={reason.value.trim().length < REASON_LEAST}>
        {w.ask}
      </Act>
    </div>
  );
}
