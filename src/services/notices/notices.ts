// Quick notices: what will be said, and the whole way from filled slots to bulletin and schedules in one step.
// It must never know a template's words: src/domain writes the text, the reading room reads it.

import { regulationFor } from '../../domain/airing/hours-of-sites.ts';
import { repeated } from '../../domain/airing/repeats.ts';
import { checkSchedule } from '../../domain/airing/schedule-rules.ts';
import { tenantChain } from '../../domain/areas.ts';
import { USUAL_RULES } from '../../domain/calendar/calendar-model.ts';
import { NO_SPECIAL_DAYS } from '../../domain/calendar/recurrence.ts';
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Actor, Area, Bulletin, Schedule, ScheduleRule } from '../../domain/model.ts';
import { type NoticeText, noticeText } from '../../domain/notices/notice-text.ts';
import { goodTimes } from '../../domain/notices/notice-times.ts';
import { personalHints } from '../../domain/personal/personal-hints.ts';
import { hoursOfSite } from '../../domain/regulation/zone-hours.ts';
import { may } from '../../domain/rights.ts';
import { regulations, sitesWithUnits } from '../airing/plan.ts';
import type { Making } from '../bulletins/making.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { sayToo } from '../frames/spoken-too.ts';
import { tenantFor } from '../reading/lexicons.ts';
import { orderOf } from '../reading/reading-order.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import { refuseUnregulated } from '../regulation/schedule-faults.ts';
import { permit, treeOf } from '../scope.ts';
import type {
  NoticePreview,
  NoticeRule,
  Notices,
  NoticeWish,
  TemplateView,
} from './notice-door.ts';
import { standingsThatCover } from './notice-standings.ts';
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
      return previewOf(deps, { actor, wish, ...read });
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

type Read = {
  area: Area;
  template: TemplateView;
  priority: Bulletin['priority'];
  written: NoticeText;
  spoken: SpokenText;
};
type SpokenText = {
  sentences: readonly string[];
  seconds: number;
  doubts: readonly { text: string; reason: string }[];
};

/** @throws AppError when it is not theirs, or the template is not what was shown */
function readWish(deps: Deps, actor: Actor, wish: NoticeWish): Read {
  const area = tenantFor(deps, { actor, areaId: wish.areaId, action: 'notice.create' });
  const { templateId, templateHash: seenHash, slots } = wish;
  const template = templateOf(deps, { tenantId: area.id, templateId });
  if (!template || template.hidden) throw missing();
  if (template.hash !== seenHash)
    throw changed(deps, { tenantId: area.id, now: template, seenHash });
  const priority = priorityOf(template, wish.urgent ?? false);
  const nowMs = deps.clock.planMs();
  const written = noticeText({ template, slots, commune: area.name, nowMs });
  const spoken = speak(deps, { area, written, repeats: wish.repeats });
  return { area, template, priority, written, spoken };
}

/** A lost child at night is danger to life; a fee that is due never is, whatever is ticked. */
function priorityOf({ priority }: TemplateView, urgent: boolean): Bulletin['priority'] {
  if (!urgent) return priority;
  if (priority === 'normal')
    throw refusal('caller', 'not-urgent', {
      vi: 'Mẫu thông thường không phát khẩn cấp được: hãy dùng mẫu ưu tiên hoặc mẫu khẩn cấp.',
      en: 'An ordinary template cannot be an emergency: use a priority or an emergency one.',
      place: 'urgent',
    });
  return 'emergency';
}

/** A text with holes is not read out: "vân vân" would stand where the hour belongs. */
function speak(
  deps: Deps,
  { area, written, repeats }: { area: Area; written: NoticeText; repeats: number },
): SpokenText {
  const order = orderOf(deps, { tenantId: area.id, documentId: null });
  const read = deps.reader.readShort(written.text, order);
  const all = repeated(read.sentences, repeats).map((words) => ({ words }));
  const seconds = deps.reader.seconds(all, order.profile);
  if (written.gaps) return { sentences: [], seconds, doubts: [] };
  const doubts = read.doubts.map(({ text, reason }) => ({ text, reason }));
  return { sentences: read.sentences, seconds, doubts };
}

function previewOf(deps: Deps, of: Read & { actor: Actor; wish: NoticeWish }): NoticePreview {
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

function standingsFor(deps: Deps, of: Read & { actor: Actor; wish: NoticeWish }) {
  const { actor, area, priority, wish } = of;
  const { templateId, templateHash, slots } = wish;
  const [authorId, writerIds] = [actor.accountId, [actor.accountId]];
  const bulletin = { tenantId: area.id, version: 1, priority, authorId, writerIds };
  return standingsThatCover(deps, { notice: { templateId, templateHash, slots }, bulletin });
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
    const bulletin = bulletinOf(deps, { ...read, actor, wish });
    const schedules = schedulesOf(deps, { actor, bulletin, wish, seconds: read.spoken.seconds });
    making.refuseIfFull(bulletin);
    const { templateId, templateHash } = wish;
    const { id: bulletinId, tenantId, createdAtMs } = bulletin;
    const madeBy = actor.accountId;
    store.transaction(() => {
      store.bulletins.insert(bulletin);
      store.notices.insert({
        ...{ bulletinId, tenantId, templateId, templateHash, slots, wishId, madeBy, createdAtMs },
      });
      for (const schedule of schedules) store.schedules.insert(schedule);
      const rules = schedules.map(({ rule }) => rule);
      const urgent = wish.urgent ? { urgent: true } : {};
      const detail = { title: bulletin.title, templateId, areaIds: wish.areaIds, rules, ...urgent };
      const subject = `bulletin:${bulletinId}`;
      record(deps, { actor, action: 'notice.create', subject, tenantId, detail });
    });
    deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
    for (const { id } of schedules) deps.changes.tell({ kind: 'schedule', id, tenantId });
    making.want(bulletinId);
    const { area, template } = read;
    const { areaIds, rules } = wish;
    const stoodFor = bulletin.standingId !== null;
    const said = { actor, original: bulletin, schedules, seconds: read.spoken.seconds };
    sayToo({ deps, making }, { ...said, area, template, slots, areaIds, rules, stoodFor });
    return viewOf(deps, seen(deps, actor, store.notices.get(bulletinId)));
  };
}

type Wish = Parameters<Notices['create']>[1];

function bulletinOf(deps: Deps, of: Read & { actor: Actor; wish: Wish }): Bulletin {
  const { actor, area, template, priority, written, wish } = of;
  const [standing] = standingsFor(deps, of);
  return {
    id: deps.ids.next(),
    tenantId: area.id,
    documentId: null,
    documentPart: null,
    originalId: null,
    title: written.title,
    text: written.text,
    genre: 'notice',
    // a template is written in Vietnamese
    language: VIETNAMESE,
    priority,
    drill: false,
    maxSeconds: null,
    repeats: wish.repeats,
    expiresAtMs: written.expiresAtMs,
    // what the template says stands: a person may only add the mark
    personalData: template.personalData || (wish.personalData ?? false),
    standingId: standing?.id ?? null,
    submitsItself: true,
    state: 'making',
    stateReason: null,
    version: 1,
    clipId: null,
    authorId: actor.accountId,
    writerIds: [actor.accountId],
    createdAtMs: deps.clock.wallMs(),
  };
}

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
    const createdAtMs =
      rule.kind === 'once' && rule.atMs !== null ? Math.min(nowMs, rule.atMs) : nowMs;
    const schedule: Schedule = {
      ...{ id: deps.ids.next(), tenantId, bulletinId: bulletin.id, rule, createdAtMs },
      ...{
        areaIds: [...new Set(wish.areaIds)],
        createdBy: actor.accountId,
        sinceMs: 0,
        endedAtMs: null,
      },
      ...{ air: USUAL_RULES, version: 1 },
    };
    const unsaved = { bulletin, durationMs: facts.clip.durationMs };
    refuseUnregulated(deps, { schedule, unsaved });
    return schedule;
  });
}

function distinct(
  rules: readonly NoticeRule[],
): Exclude<ScheduleRule, { kind: 'cron' | 'repeat' }>[] {
  const byTime = new Map(rules.map((rule) => [rule.kind === 'now' ? null : rule.atMs, rule]));
  return [...byTime.values()].map((rule) => (rule.kind === 'now' ? { ...rule, atMs: null } : rule));
}
