// A notice as its maker sees it: where it stands, when it airs, how many poles have said it.
// It must never change anything.

import { HORIZON_MS, occurrencesOf } from '../../domain/airing/occurrences.ts';
import type { Airing, Bulletin, Schedule } from '../../domain/model.ts';
import { planFacts } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import type { NoticeAiring, NoticeBrief, NoticeTime, NoticeView } from './notice-door.ts';
import type { Notice } from './notice-store.ts';

export function briefOf(deps: Deps, notice: Notice): NoticeBrief {
  return briefFrom({ notice, ...partsOf(deps, notice) });
}

export function viewOf(deps: Deps, notice: Notice): NoticeView {
  const { bulletin, schedules } = partsOf(deps, notice);
  const { tenantId, text, priority, personalData, stateReason, expiresAtMs, clipId } = bulletin;
  const nameOf = (id: string) => deps.store.accounts.get(id)?.fullName ?? '';
  const approvals = deps.store.approvals
    .of(bulletin.id)
    .filter(({ version, voidedAtMs }) => version === bulletin.version && voidedAtMs === null);
  return {
    ...briefFrom({ notice, bulletin, schedules }),
    ...{ tenantId, text, priority, personalData, stateReason, expiresAtMs, clipId },
    authorName: nameOf(bulletin.authorId),
    approvedBy: approvals.map(({ approverId, standingId }) => ({
      name: nameOf(approverId),
      standing: standingId !== null,
    })),
    times: timesOf(deps, schedules),
  };
}

type Parts = { notice: Notice; bulletin: Bulletin; schedules: readonly Schedule[] };

function partsOf({ store }: Deps, { bulletinId }: Notice): Omit<Parts, 'notice'> {
  const bulletin = store.bulletins.get(bulletinId);
  if (!bulletin) throw missing();
  return { bulletin, schedules: store.schedules.ofBulletin(bulletinId) };
}

function briefFrom({ notice, bulletin, schedules }: Parts): NoticeBrief {
  return {
    id: bulletin.id,
    templateId: notice.templateId,
    title: bulletin.title,
    slots: notice.slots,
    repeats: bulletin.repeats,
    areaIds: [...new Set(schedules.flatMap(({ areaIds }) => areaIds))],
    state: bulletin.state,
    createdAtMs: bulletin.createdAtMs,
  };
}

function timesOf(deps: Deps, schedules: readonly Schedule[]): NoticeTime[] {
  const nowMs = deps.clock.planMs();
  const facts = planFacts(deps, { schedules, nowMs, horizonMs: HORIZON_MS });
  const due = new Map(
    occurrencesOf({ ...facts, waiting: true }).map((one) => [one.scheduleId, one]),
  );
  return schedules.map(({ id, rule, endedAtMs }) => {
    const made = deps.store.airings.ofSchedule(id).at(-1);
    return {
      scheduleId: id,
      atMs: rule.kind === 'cron' || rule.kind === 'repeat' ? null : rule.atMs,
      ended: endedAtMs !== null,
      hindrance: due.get(id)?.hindrance ?? null,
      airing: made ? airingOf(deps, made) : null,
    };
  });
}

function airingOf({ store }: Deps, { id, state, playAtMs }: Airing): NoticeAiring {
  const verdicts = store.airings.speakers(id).map(({ verdict }) => verdict);
  const given = verdicts.filter((verdict) => verdict !== null);
  const played = given.filter(({ kind }) => kind === 'played' || kind === 'partly-played').length;
  return { id, state, playAtMs, speakers: verdicts.length, played, failed: given.length - played };
}
