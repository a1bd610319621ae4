// How many reports are taken from one address and for one commune, and with how much of what they say.
// It must never keep an address: a hash under a salt that is thrown away each day is all it knows.
import { createHmac, randomBytes } from 'node:crypto';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { makeAllowance } from '../allowance.ts';

/** whole: as written · tap: counted, without its words · none: told to ring */
export type Taken = 'whole' | 'tap' | 'none';
export type ReportLimits = { take(of: { tenantId: string; address: string }): Taken };

const HOUR_MS = 3_600_000;
/** Nobody writes more; a whole village behind one address of a mobile network still taps. */
const WHOLE_OF_ADDRESS = 6;
const TAPS_OF_ADDRESS = 30;
/** A commune of 10,000 people after its worst hour; each is a row of half a kilobyte. */
const WHOLE_OF_COMMUNE = 200;
/** Each is one written row and one event: one in four seconds. */
const TAPS_OF_COMMUNE = 1_000;

export function makeReportLimits(monoMs: () => number): ReportLimits {
  const hourly = (max: number) => makeAllowance({ max, windowMs: HOUR_MS, monoMs });
  const address = { whole: hourly(WHOLE_OF_ADDRESS), tap: hourly(TAPS_OF_ADDRESS) };
  const commune = { whole: hourly(WHOLE_OF_COMMUNE), tap: hourly(TAPS_OF_COMMUNE) };
  const hashed = dailyHash(monoMs);
  return {
    take({ tenantId, address: from }) {
      const key = hashed(networkOf(from));
      if (!address.tap(key) || !commune.tap(tenantId)) return 'none';
      // the address first: what one script has used up is not taken from the commune
      return address.whole(key) && commune.whole(tenantId) ? 'whole' : 'tap';
    },
  };
}

/** A household of IPv6 has 2^64 addresses: its network (/64) is what counts. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  while (tail !== undefined && groups.length < 4) groups.push('0');
  return groups.slice(0, 4).join(':');
}

/** Yesterday's hashes mean nothing today, to anybody. */
function dailyHash(monoMs: () => number): (text: string) => string {
  let salt = randomBytes(32);
  let sinceMs = monoMs();
  return (text) => {
    if (monoMs() - sinceMs >= DAY_MS) {
      salt = randomBytes(32);
      sinceMs = monoMs();
    }
    return createHmac('sha256', salt).update(text).digest('base64url');
  };
}
