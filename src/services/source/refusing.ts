// What the source system's door does not let in: kept apart, written down, told to people, never in a flood.
// It must never decide what is refused.
import { createHash } from 'node:crypto';
import type { AppError, Fault } from '../../domain/errors.ts';
import { isRefused } from '../../domain/source/refused-words.ts';
import type { Refused, RefusedWhy, Via } from '../../domain/source/source-model.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import type { Parcel } from './source-port.ts';

/** Of 256 KB each these are 50 MB: enough to see a week's attack by, little enough to keep. */
const KEPT = 200;
const RAW_MAX_BYTES = 256 * 1024;
/** Lines and messages about strangers; the count goes on in the log. */
const TOLD_AN_HOUR = 20;
const HOUR_MS = 3_600_000;

export type Refusing = {
  /** @returns what the sender is told */
  refuse(parcel: Parcel, of: { fault: Refused; via: Via }): AppError;
};

export function makeRefusing(deps: Deps): Refusing {
  const allowed = makeAllowance({
    max: TOLD_AN_HOUR,
    windowMs: HOUR_MS,
    monoMs: deps.clock.monoMs,
  });
  return {
    refuse(parcel, { fault, via }) {
      const { why, place } = fault;
      const came = rowOf(deps, parcel);
      deps.log.warn({ why, place, via, bytes: parcel.body.length }, 'a bulletin was not taken');
      // a page that is fetched again brings what was refused in it again
      if (deps.store.refusals.has({ hash: came.hash, why })) return asError(fault);
      const claimed = claimOf(deps, parcel);
      // an emergency always: somebody tries to wake a village, or the source system is set up wrong
      if (!allowed(claimed.emergency ? 'emergency' : 'other')) return asError(fault);
      const row = { ...came, ...claimed, why, place, via };
      deps.store.transaction(() => {
        deps.store.refusals.insert(row, {
          raw: parcel.body.subarray(0, RAW_MAX_BYTES),
          kept: KEPT,
        });
        const action = claimed.emergency
          ? 'incident.source-emergency-refused'
          : 'service.source-refused';
        const detail = { why, place, externalId: claimed.externalId, sha256: row.hash };
        record(deps, {
          ...{ actor: null, action, subject: `refusal:${row.id}` },
          ...{ tenantId: provinceOf(deps), detail },
        });
      });
      tellRefused(deps, { title: claimed.title ?? '', why, emergency: claimed.emergency });
      return asError(fault);
    },
  };
}

/** Longer than a warning's title and text; a stranger's book is not read for its title. */
const CLAIM_MAX_BYTES = 16 * 1024;
const NO_CLAIM = { externalId: null, title: null, emergency: false };

/** What it says of itself, signed or not: for people to recognise it by. */
function claimOf(deps: Deps, parcel: Parcel) {
  if (parcel.body.length > CLAIM_MAX_BYTES) return NO_CLAIM;
  const read = deps.source.read(parcel);
  if (isRefused(read)) return NO_CLAIM;
  const { externalId, title, priority } = read;
  return { externalId, title, emergency: priority === 'emergency' };
}

function rowOf(deps: Deps, { body, contentType }: Parcel) {
  return {
    id: deps.ids.next(),
    atMs: deps.clock.wallMs(),
    hash: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
    contentType: contentType.slice(0, 100),
  };
}

export function provinceOf({ store }: Pick<Deps, 'store'>): string | null {
  return store.areas.all().find(({ kind }) => kind === 'province')?.id ?? null;
}

export function tellRefused(
  deps: Deps,
  of: { title: string; why: RefusedWhy; emergency: boolean; detail?: string },
): void {
  const tenantId = provinceOf(deps);
  if (tenantId !== null) deps.happenings.tell({ kind: 'source-refused', tenantId, ...of });
}

const FAULTS: Partial<Record<RefusedWhy, Fault>> = {
  unsigned: 'unauthenticated',
  'unknown-key': 'unauthenticated',
  'bad-signature': 'unauthenticated',
  'stale-signature': 'unauthenticated',
  contradictory: 'conflict',
  busy: 'world',
};

export function asError({ why, place, say }: Refused): AppError {
  return refusal(FAULTS[why] ?? 'caller', why, { ...say, ...(place === null ? {} : { place }) });
}
