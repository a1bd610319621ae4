// The verdict of a speaker that was never sent its airing: the service was away, or something hindered it.
// It must never be given where receipts say more: the domain's verdict comes first.

import { type VerdictOf, verdictOfSilence } from '../../domain/airing/verdicts.ts';
import type { Airing, Hindrance, Verdict, VerdictReason } from '../../domain/model.ts';

export function verdictOfMissed(of: VerdictOf): Verdict {
  const silent = verdictOfSilence({ ...of, status: null, unitRemoved: false });
  if (silent.reason !== 'offline') return silent;
  return { ...silent, reason: 'late', detail: 'not-sent' };
}

/** Without sound or speakers there is nobody to give a verdict to: only the audit says so. */
export type SaidHindrance = Extract<Hindrance, VerdictReason>;

export function isSaid(hindrance: Hindrance): hindrance is SaidHindrance {
  return hindrance !== 'no-clip' && hindrance !== 'no-speakers';
}

/** Its time came and something stood in its way: no speaker heard of it, and each is told why. */
export function verdictOfHindered(of: {
  airing: Airing;
  siteId: string;
  hindrance: SaidHindrance;
  nowMs: number;
}): Verdict {
  const { hindrance: reason, ...silent } = of;
  const verdict = verdictOfSilence({ ...silent, receipts: [], status: null, unitRemoved: false });
  return { ...verdict, kind: 'skipped-by-rule', reason, detail: null };
}
