// Quick notices: what will be said, and the whole way from filled slots to bulletin and schedules in one step.
// It must never know a template's words: src/domain writes the text, the reading room reads it.

import { regulationFor } from '../../domain/airing/hours-of-sites.ts';
import { checkSchedule } from '../../domain/airing/schedule-rules.ts';
import { tenantChain } from '../../domain/areas.ts';
import { USUAL_RULES } from '../../domain/calendar/calendar-model.ts';
import { NO_SPECIAL_DAYS } from '../../domain/calendar/recurrence.ts';
import type { Actor, Bulletin, Schedule } from '../../domain/model.ts';
import { goodTimes } from '../../domain/notices/notice-times.ts';
import { personalHints } from '../../domain/personal/personal-hints.ts';
import { hoursOfSite } from '../../domain/regulation/zone-hours.ts';
import { may } from '../../domain/rights.ts';
import { regulations, sitesWithUnits } from '../airing/plan.ts';
import type { Making } from '../bulletins/making.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { beginToo, sayToo } from '../frames/spoken-too.ts';
import { tenantFor } from '../reading/lexicons.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import { refuseUnregulated } from '../regulation/schedule-faults.ts';
import { permit, treeOf } from '../scope.ts';
import type { NoticePreview, Notices, NoticeWish } from './notice-door.ts';
import {
  bulletinOf,
  distinct,
  type Read,
  readNotice,
  scheduleOf,
  standingsFor,
} from './notice-draft.ts';
import type { Notice } from './notice-store.ts';
import { changed, templateOf } from './notice-templates.ts';
import { briefOf, viewOf } from './notice-views.ts';

type Parts = { deps: Deps; making: Making };
type Made = Pick<Notices, 'preview' | 'create' | 'list' | 'get' | 'byWish'>;

export function makeNotices(parts: Parts): Made {
  const { deps } = parts;
  const { notices } = deps.store;
  return {
    preview(actor, wish) {
      const read = readWish(deps, actor, wish);
      return previewOf(deps, { actor, ...read });
    },
    create: create(parts),
    list(actor, { areaId, beforeId, limit }) {
      const { id: tenantId } = tenantFor(deps, { actor, areaId, action: 'notice.view' });
      return notices.list({ tenantId, beforeId, limit }).map((notice) => briefOf(deps, notice));
    },
    get: (actor, { bulletinId }) => viewOf(deps, seen(deps, actor, notices.get(bulletinId))),
    byWish(actor, { wishId }) {
      const notice = notices.byWish({ madeBy: actor.accountId, wishId });
      return viewOf(deps, seen(deps, actor, notice));
    },
  };
}

function seen(deps: Deps, actor: Actor, notice: Notice | null): Notice {
  if (!notice) throw missing();
  permit(deps, { actor, action: 'notice.view', tenantId: notice.tenantId });
  return notice;
}

/** @throws AppError when it is not theirs, or the template is not what was shown */
function readWish(deps: Deps, actor: Actor, wish: NoticeWish): Read {
  const area = tenantFor(deps, { actor, areaId: wish.areaId, action: 'notice.create' });
  const { templateId, templateHash: seenHash, slots } = wish;
  const template = templateOf(deps, { tenantId: area.id, templateId });
  if (!template || template.hidden) throw missing();
  if (template.hash !== seenHash)
    throw changed(deps, { tenantId: area.id, now: template, seenHash });
  const { repeats, urgent = false } = wish;
  return readNotice(deps, { area, template, slots, repeats, urgent });
}

function previewOf(deps: Deps, of: Read & { actor: Actor }): NoticePreview {
  const { area, written, spoken } = of;
  const { title, text, event, expiresAtMs, problems } = written;
  const tree = treeAbove(deps.store.areas, area.id);
  const regulation = regulationFor({ tree, areaId: area.id, regulations: regulations(deps) });
  const hours = regulation
    ? hoursOfSite(regulation, 'ordinary')
    : { utcOffsetMin: 420, windows: [] };
  const nowMs = deps.clock.planMs();
  const personal = personalHints(text).map(({ kind, at, length }) => ({
    kind,
    text: text.slice(at, at + length),
  }));
  const [standing] = standingsFor(deps, of);
  return {
    ...{ title, text, event, expiresAtMs, problems, personal },
    spoken: spoken.sentences,
    seconds: spoken.seconds,
    doubts: spoken.doubts,
    times: goodTimes({
      ...{ hours, nowMs, expiresAtMs, durationMs: spoken.seconds * 1_000 },
      eventMs: event?.startMs ?? null,
    }),
    approver: standing ? (deps.store.accounts.get(standing.approverId)?.fullName ?? '') : null,
  };
}

function create({ deps, making }: Parts): Notices['create'] {
  const { store } = deps;
  return (actor, wish) => {
    // before anything is checked: what was true then need not be true any more
    const { wishId, slots } = wish;
    const before = store.notices.byWish({ madeBy: actor.accountId, wishId });
    if (before) return viewOf(deps, seen(deps, actor, before));
    const read = readWish(deps, actor, wish);
    const [problem] = read.written.problems;
    if (problem)
      throw refusal('caller', 'bad-slots', { ...problem.say, place: `slots.${problem.slot}` });
    const { personalData = false } = wish;
    const bulletin = bulletinOf(deps, { ...read, actor, personalData });
    const schedules = schedulesOf(deps, { actor, bulletin, wish, seconds: read.spoken.seconds });
    making.refuseIfFull(bulletin);
    const { templateId, templateHash } = wish;
    const { id: bulletinId, tenantId, createdAtMs } = bulletin;
    const madeBy = actor.accountId;
    const { area, template, spoken } = read;
    const { areaIds, rules } = wish;
    const stoodFor = bulletin.standingId !== null;
    const of = { area, template, slots, areaIds, rules, stoodFor };
    const said = store.transaction(() => {
      store.bulletins.insert(bulletin);
      store.notices.insert({
        ...{ bulletinId, tenantId, templateId, templateHash, slots, wishId, madeBy, createdAtMs },
      });
      for (const schedule of schedules) store.schedules.insert(schedule);
      const placed = schedules.map(({ rule }) => rule);
      const urgent = wish.urgent ? { urgent: true } : {};
      const detail = { title: bulletin.title, templateId, areaIds, rules: placed, ...urgent };
      const subject = `bulletin:${bulletinId}`;
      record(deps, { actor, action: 'notice.create', subject, tenantId, detail });
      const sent = { actor, original: bulletin, schedules, seconds: spoken.seconds };
      return sayToo(deps, { ...sent, ...of });
    });
    deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
    for (const { id } of schedules) deps.changes.tell({ kind: 'schedule', id, tenantId });
    making.want(bulletinId);
    beginToo({ deps, making }, { original: bulletin, said });
    return viewOf(deps, seen(deps, actor, store.notices.get(bulletinId)));
  };
}

type Wish = Parameters<Notices['create']>[1];

/** The same checks as for any schedule, with the length as it is estimated. */
function schedulesOf(
  deps: Deps,
  of: { actor: Actor; bulletin: Bulletin; wish: Wish; seconds: number },
): Schedule[] {
  const { actor, bulletin, wish } = of;
  const { tenantId } = bulletin;
  const chain = tenantChain(treeAbove(deps.store.areas, tenantId), tenantId);
  if (!may(actor, 'schedule.create', chain)) throw missing();
  const nowMs = deps.clock.planMs();
  const facts = {
    ...{ bulletin, nowMs, fields: null, tree: treeOf(deps), sites: sitesWithUnits(deps) },
    ...{ areaIds: wish.areaIds, clip: { durationMs: of.seconds * 1_000 } },
    regulations: regulations(deps),
    ...{ air: USUAL_RULES, special: NO_SPECIAL_DAYS },
  };
  return distinct(wish.rules).map((rule) => {
    const fault = checkSchedule({ ...facts, rule });
    if (fault) throw fault;
    const schedule = scheduleOf(deps, { actor, bulletin, areaIds: wish.areaIds, rule });
    const unsaved = { bulletin, durationMs: facts.clip.durationMs };
    refuseUnregulated(deps, { schedule, unsaved });
    return schedule;
  });
}
