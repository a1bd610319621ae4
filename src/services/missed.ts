// The verdict of a speaker that was never sent its airing: the service or its broker was away.
// It must never be given where receipts say more: the domain's verdict comes first.
import type { Verdict } from '../domain/model.ts';
import { type VerdictOf, verdictOfSilence } from '../domain/verdicts.ts';

export function verdictOfMissed(of: VerdictOf): Verdict {
  const silent = verdictOfSilence({ ...of, status: null, unitRemoved: false });
  if (silent.reason !== 'offline') return silent;
  return { ...silent, reason: 'late', detail: 'not-sent' };
}
