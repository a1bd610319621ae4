// A notice as it would be: its words, how long they take, whose standing approval covers them, and its bulletin and times.
// It must never write anything, nor check a time: notices.ts does when it is sent.
import { repeated } from '../../domain/airing/repeats.ts';
import { USUAL_RULES } from '../../domain/calendar/calendar-model.ts';
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Actor, Area, Bulletin, Schedule, ScheduleRule } from '../../domain/model.ts';
import type { SlotValues, StandingApproval } from '../../domain/notices/notice-model.ts';
import { type NoticeText, noticeText } from '../../domain/notices/notice-text.ts';
import type { Deps } from '../deps.ts';
import { orderOf } from '../reading/reading-order.ts';
import { refusal } from '../refusals.ts';
import type { NoticeRule, TemplateView } from './notice-door.ts';
import { standingsThatCover } from './notice-standings.ts';

export type Read = {
  area: Area;
  template: TemplateView;
  slots: SlotValues;
  repeats: number;
  priority: Bulletin['priority'];
  written: NoticeText;
  spoken: SpokenText;
};
type SpokenText = {
  sentences: readonly string[];
  seconds: number;
  doubts: readonly { text: string; reason: string }[];
};

/** @throws AppError when it may not be as urgent as that */
export function readNotice(
  deps: Deps,
  of: Pick<Read, 'area' | 'template' | 'slots' | 'repeats'> & { urgent: boolean },
): Read {
  const { area, template, slots, repeats, urgent } = of;
  const priority = priorityOf(template, urgent);
  const nowMs = deps.clock.planMs();
  const written = noticeText({ template, slots, commune: area.name, nowMs });
  const spoken = speak(deps, { area, written, repeats });
  return { area, template, slots, repeats, priority, written, spoken };
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

export function standingsFor(deps: Deps, of: Read & { actor: Actor }): StandingApproval[] {
  const { actor, area, template, priority, slots } = of;
  const [authorId, writerIds] = [actor.accountId, [actor.accountId]];
  const bulletin = { tenantId: area.id, version: 1, priority, authorId, writerIds };
  const notice = { templateId: template.id, templateHash: template.hash, slots };
  return standingsThatCover(deps, { notice, bulletin });
}

export function bulletinOf(
  deps: Deps,
  of: Read & { actor: Actor; personalData: boolean },
): Bulletin {
  const { actor, area, template, priority, written, repeats } = of;
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
    repeats,
    expiresAtMs: written.expiresAtMs,
    // what the template says stands: a person may only add the mark
    personalData: template.personalData || of.personalData,
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

export type SingleRule = Exclude<ScheduleRule, { kind: 'cron' | 'repeat' }>;

export function scheduleOf(
  deps: Deps,
  of: { actor: Actor; bulletin: Bulletin; areaIds: readonly string[]; rule: SingleRule },
): Schedule {
  const { actor, bulletin, areaIds, rule } = of;
  const { id: bulletinId, tenantId } = bulletin;
  const nowMs = deps.clock.planMs();
  const createdAtMs =
    rule.kind === 'once' && rule.atMs !== null ? Math.min(nowMs, rule.atMs) : nowMs;
  return {
    ...{ id: deps.ids.next(), tenantId, bulletinId, rule, createdAtMs },
    ...{ areaIds: [...new Set(areaIds)], createdBy: actor.accountId, sinceMs: 0 },
    ...{ endedAtMs: null, air: USUAL_RULES, version: 1 },
  };
}

/** The same time twice is one. */
export function distinct(rules: readonly NoticeRule[]): SingleRule[] {
  const byTime = new Map(rules.map((rule) => [rule.kind === 'now' ? null : rule.atMs, rule]));
  return [...byTime.values()].map((rule) => (rule.kind === 'now' ? { ...rule, atMs: null } : rule));
}
