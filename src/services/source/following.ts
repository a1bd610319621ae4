// What becomes of what came in: emergencies approved once their sound is there, states told as they change.
// It must never look at every row each second: only at what a change named, and at all of it now and then.
import { isDone } from '../../domain/source/letters.ts';
import type { IncomingRow, IncomingState } from '../../domain/source/source-model.ts';
import { stoppedSince } from '../airing/stopped-since.ts';
import { submitByItself } from '../approval/judging.ts';
import type { Deps } from '../deps.ts';
import type { Change } from '../ports.ts';
import { approveByTrust } from './by-trust.ts';
import { givenLines, giveWhenApproved } from './given.ts';
import type { Letterbox } from './letterbox.ts';
import { provinceOf, tellRefused } from './refusing.ts';
import { type PartNow, viewParts } from './source-views.ts';
import { trustsInForce } from './trusting.ts';

export type Following = { look(): void; stop(): void };

/** More changes than this between two beats: all that is open is looked at instead. */
const NAMED_MAX = 500;
/** What a change did not name, and what a run that was killed left. */
const SWEEP_EVERY_MS = 60_000;
/** At its end nothing more becomes of it but airings, each of which is told by itself. */
const ORDER: readonly IncomingState[] = ['received', 'accepted', 'approved', 'scheduled', 'aired'];

export function makeFollowing(deps: Deps, letterbox: Letterbox): Following {
  const named = new Set<string>();
  let sweepAtMs = Number.NEGATIVE_INFINITY;
  const stop = deps.changes.listen((change) => {
    const bulletinId = bulletinOf(deps, change);
    const part = bulletinId === null ? null : deps.store.incomingParts.ofBulletin(bulletinId);
    if (part) named.add(part.incomingId);
    if (named.size > NAMED_MAX) sweepAtMs = Number.NEGATIVE_INFINITY;
  });
  return {
    look() {
      if (deps.source.setting === null) return;
      const nowMs = deps.clock.monoMs();
      const sweeps = nowMs >= sweepAtMs;
      if (!sweeps && named.size === 0) return;
      if (sweeps) sweepAtMs = nowMs + SWEEP_EVERY_MS;
      const rows = sweeps
        ? deps.store.incoming.open()
        : [...named].flatMap((id) => deps.store.incoming.get(id) ?? []);
      named.clear();
      for (const row of rows) follow(deps, { row, letterbox });
    },
    stop,
  };
}

function bulletinOf({ store }: Deps, { kind, id }: Change): string | null {
  if (kind === 'bulletin') return id;
  if (kind === 'schedule') return store.schedules.get(id)?.bulletinId ?? null;
  if (kind === 'assignment') return store.assignments.get(id)?.bulletinId ?? null;
  if (kind === 'airing') return store.airings.get(id)?.bulletinId ?? null;
  return null;
}

type Row = { row: IncomingRow; letterbox: Letterbox };

/** One that stumbles keeps no other from the air. */
function follow(deps: Deps, { row, letterbox }: Row): void {
  if (!ORDER.includes(row.state) || row.state === 'aired') return;
  try {
    for (const now of viewParts(deps, row.id)) goOn(deps, { row, now });
    // going on may have written why it cannot
    tellState(deps, { row: deps.store.incoming.get(row.id) ?? row, letterbox });
  } catch (error) {
    deps.log.error({ err: error, incomingId: row.id }, 'a bulletin of the source system is stuck');
  }
}

/** Its sound is there, or cannot be made: an emergency goes on by the trust, or asks an approver. */
function goOn(deps: Deps, { row, now }: { row: IncomingRow; now: PartNow }): void {
  const { bulletin, part } = now;
  if (part.gives) {
    giveWhenApproved(deps, { row, now });
    return;
  }
  if (row.priority !== 'emergency' || part.role === 'frame') return;
  // named by its change once, so it is told once; the sweep finds it accepted still
  if (bulletin.state === 'failed')
    tellRefused(deps, {
      ...{ title: row.title, why: 'not-made', emergency: true },
      ...(bulletin.stateReason !== null && { detail: bulletin.stateReason }),
    });
  if (bulletin.state !== 'ready') return;
  const trust = trustsInForce(deps).find(({ keyId }) => keyId === row.keyId);
  const clip = bulletin.clipId === null ? null : deps.store.clips.get(bulletin.clipId);
  // nobody trusts it blindly, or a person changed the words that were signed: an approver is asked, urgently
  const own = part.byTrust && bulletin.version === 1 && !isStopped(deps, now);
  if (!own || !trust || !clip) {
    submitByItself(deps, { bulletinId: bulletin.id });
    return;
  }
  deps.store.transaction(() => approveByTrust(deps, { bulletin, clip, trust, row }));
  const { id, tenantId } = bulletin;
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
}

/** It was meant as well, though its sound was still being made: a person decides. */
function isStopped(deps: Deps, { bulletin, tenantId }: PartNow): boolean {
  const province = provinceOf(deps);
  const tenantIds = province === null ? [tenantId] : [tenantId, province];
  return stoppedSince(deps, { bulletin, tenantIds, sinceId: bulletin.id, beginsAtMs: null });
}

function tellState(deps: Deps, { row, letterbox }: Row): void {
  const state = stateOf(deps, row);
  if (state === row.toldState && !letterbox.isNews(row)) return;
  const next = { ...row, state, toldState: state };
  deps.store.transaction(() => {
    deps.store.incoming.update(next);
    letterbox.acknowledge(next);
  });
  deps.changes.tell({ kind: 'source', id: row.id, tenantId: null });
}

/** The furthest any of its communes has come; it never goes back. */
function stateOf(deps: Deps, { id, state }: IncomingRow): IncomingState {
  const reached = viewParts(deps, id).map((now) => reachedBy(deps, now));
  const furthest = Math.max(...[state, ...reached].map((one) => ORDER.indexOf(one)));
  return ORDER[furthest] ?? state;
}

function reachedBy(deps: Deps, { bulletin, part, scheduled, aired }: PartNow): IncomingState {
  const given = part.gives ? givenLines(deps, bulletin.id) : null;
  // given to many it is at its end when each of them is
  if (aired && (!given || isDone(given))) return 'aired';
  const approved = bulletin.state === 'approved';
  if (approved && scheduled) return 'scheduled';
  return approved ? 'approved' : 'accepted';
}
