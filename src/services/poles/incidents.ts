// What should not have happened on the wire: counted, logged, and written down, but never in a flood.
// It must never carry what a stranger sent: only who it claimed to be, and what was wrong.

import type { Site } from '../../domain/model.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';

export type Incidents = {
  /** never throws: brokers call it where an exception would take the whole service down */
  /** `siteId` as claimed; the line goes to that site's tenant when there is such a site */
  report(kind: IncidentKind, siteId: string, detail?: Record<string, string>): void;
};
export type IncidentKind =
  | 'connection-refused'
  | 'forged-receipt'
  | 'wrong-receipt'
  | 'receipt-flood'
  | 'wrong-unit'
  | 'other-key';

/** A box that is wrong is wrong every few seconds: six lines an hour each, sixty for all strangers. */
const PER_SITE = 6;
const ALL_STRANGERS = 60;
const HOUR_MS = 3_600_000;

/** What a technician must see at the pole; who merely knocks at the broker is the audit's. */
const SEEN_AS: Partial<Record<IncidentKind, 'wrong-unit' | 'astray'>> = {
  'wrong-unit': 'wrong-unit',
  'other-key': 'wrong-unit',
  'forged-receipt': 'astray',
  'wrong-receipt': 'astray',
  'receipt-flood': 'astray',
};

export type Strayed = (site: Site, of: { kind: 'wrong-unit' | 'astray'; what: string }) => void;

export function makeIncidents(deps: Deps, strayed: Strayed = () => undefined): Incidents {
  const counts = new Map<IncidentKind, number>();
  const allowed = makeAllowance({
    max: (key) => (key === 'stranger' ? ALL_STRANGERS : PER_SITE),
    windowMs: HOUR_MS,
    monoMs: deps.clock.monoMs,
  });
  const write: Incidents['report'] = (kind, siteId, detail = {}) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const site = deps.store.sites.get(siteId);
    if (!allowed(site ? `${kind}:${siteId}` : 'stranger')) return;
    deps.log.warn({ speakerId: siteId, kind, count, ...detail }, 'incident');
    record(deps, {
      actor: null,
      action: `incident.${kind}`,
      subject: `speaker:${siteId}`,
      tenantId: site?.tenantId ?? null,
      detail: { count, ...detail },
    });
    const seenAs = SEEN_AS[kind];
    if (site && seenAs) strayed(site, { kind: seenAs, what: kind });
  };
  return {
    report(kind, siteId, detail) {
      try {
        write(kind, siteId, detail);
      } catch (error) {
        // a full or locked database: the log is what is left
        deps.log.error({ err: error, speakerId: siteId, kind }, 'an incident was not written down');
      }
    },
  };
}
