// The door of quick notices as types: templates, what will be said, going, what became of it, who stands.
// It must never know routes or rows, nor how any of it is done.
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, AiringState, Bulletin, Hindrance } from '../../domain/model.ts';
import type {
  NoticeTemplate,
  SlotProblem,
  SlotValues,
  StandingApproval,
} from '../../domain/notices/notice-model.ts';
import type { StandingFault } from '../../domain/notices/notice-standing.ts';
import type { NoticeEvent } from '../../domain/notices/notice-text.ts';
import type { GoodTimes } from '../../domain/notices/notice-times.ts';

export type TemplateView = NoticeTemplate & {
  hash: string;
  version: number;
  from: 'built-in' | 'changed' | 'own';
  hidden: boolean;
};
/** All of a template but its id. */
export type TemplateWords = Omit<NoticeTemplate, 'id'>;

export type NoticeWish = {
  areaId: string;
  templateId: string;
  /** of the words as they were shown */
  templateHash: string;
  slots: SlotValues;
  repeats: number;
  /** danger to life: an emergency, though its template is only a priority one */
  urgent?: boolean;
};
export type NoticeRule = { kind: 'now' } | { kind: 'once'; atMs: number };

export type PersonalFound = { kind: string; text: string };
export type NoticePreview = {
  title: string;
  text: string;
  /** as the loudspeaker will say it, once; empty while the text has gaps */
  spoken: readonly string[];
  /** of all times it is said */
  seconds: number;
  event: NoticeEvent | null;
  expiresAtMs: number;
  problems: readonly SlotProblem[];
  personal: readonly PersonalFound[];
  doubts: readonly { text: string; reason: string }[];
  times: GoodTimes;
  /** whose standing approval covers it; null: it waits for an approver */
  approver: string | null;
};

export type NoticeBrief = {
  id: string;
  templateId: string;
  title: string;
  slots: SlotValues;
  repeats: number;
  areaIds: readonly string[];
  state: Bulletin['state'];
  createdAtMs: number;
};
export type NoticeAiring = {
  id: string;
  state: AiringState;
  playAtMs: number;
  speakers: number;
  played: number;
  failed: number;
};
export type NoticeTime = {
  scheduleId: string;
  /** null: as soon as it is approved */
  atMs: number | null;
  ended: boolean;
  hindrance: Hindrance | null;
  airing: NoticeAiring | null;
};
export type NoticeView = NoticeBrief & {
  tenantId: string;
  text: string;
  priority: Bulletin['priority'];
  personalData: boolean;
  stateReason: string | null;
  expiresAtMs: number | null;
  clipId: string | null;
  authorName: string;
  approvedBy: readonly { name: string; standing: boolean }[];
  times: readonly NoticeTime[];
};

export type StandingView = StandingApproval & {
  approverName: string;
  templateTitle: Sentence | null;
  inForce: boolean;
  /** why it is not */
  reason: { code: StandingFault; say: Sentence } | null;
};
export type Standings = {
  standings: readonly StandingView[];
  /** who may make notices here, to be named */
  makers: readonly { accountId: string; name: string }[];
};

export type Notices = {
  templates(actor: Actor, input: { areaId: string }): TemplateView[];
  addTemplate(actor: Actor, input: { areaId: string; template: TemplateWords }): TemplateView;
  /** @throws AppError `template-changed` when somebody else was faster */
  setTemplate(
    actor: Actor,
    input: {
      areaId: string;
      templateId: string;
      seenHash: string;
      hidden: boolean;
      template: TemplateWords;
    },
  ): TemplateView;
  /** back to the product's words; a commune's own is gone */
  dropTemplate(actor: Actor, input: { areaId: string; templateId: string }): void;

  preview(actor: Actor, input: NoticeWish): NoticePreview;
  /** bulletin, schedules and all; the same wish twice is one notice */
  create(
    actor: Actor,
    input: NoticeWish & {
      wishId: string;
      areaIds: readonly string[];
      rules: readonly NoticeRule[];
      personalData?: boolean;
    },
  ): NoticeView;
  list(
    actor: Actor,
    input: { areaId: string; beforeId: string | null; limit: number },
  ): NoticeBrief[];
  get(actor: Actor, input: { bulletinId: string }): NoticeView;
  /** what became of a wish whose answer was lost */
  byWish(actor: Actor, input: { wishId: string }): NoticeView;

  standings(actor: Actor, input: { areaId: string }): Standings;
  stand(
    actor: Actor,
    input: {
      areaId: string;
      templateId: string;
      templateHash: string;
      untilMs: number;
      emergency: boolean;
      accountIds: readonly string[] | null;
    },
  ): StandingView;
  unstand(actor: Actor, input: { areaId: string; standingId: string }): void;
};
