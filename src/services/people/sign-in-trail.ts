// What stays of sign-ins that did not succeed: a few audit lines an hour, so that guessing is seen.
// It must never keep what was typed: a password lands in the name's field sooner or later.
import type { Account } from '../../domain/model.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';

export type Refused = {
  action: 'session.refused' | 'session.throttled';
  /** null: no account of that name; all of them share one count */
  account: Account | null;
  address: string;
};
export type Trail = (refused: Refused) => void;

/** Enough to see that it happens and from where; a guesser must not fill the disk with it. */
const LINES_PER_HOUR = 6;
const HOUR_MS = 3_600_000;

export function makeTrail(deps: Deps): Trail {
  const may = makeAllowance({
    max: LINES_PER_HOUR,
    windowMs: HOUR_MS,
    monoMs: deps.clock.monoMs,
  });
  return ({ action, account, address }) => {
    const subject = `account:${account?.id ?? 'unknown'}`;
    if (!may(`${action} ${subject}`)) return;
    record(deps, { actor: null, action, subject, tenantId: null, detail: { address } });
  };
}
