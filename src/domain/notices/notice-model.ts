// The nouns of the quick notice: a template with slots, what fills them, and who stands for a template.
// It must never know files, rows or screens.
import type { Priority } from '../../../devices/protocol/index.ts';
import type { Sentence } from '../errors.ts';

/**
 * text, people: words · place: words, suggested from earlier notices · day: "2026-11-25" · hour: "07:30" ·
 * span: "2026-11-25T07:00/2026-11-25T11:30" · phone, money: digits · choice: one of the options
 */
export const SLOT_KINDS = [
  'text',
  'place',
  'day',
  'hour',
  'span',
  'people',
  'phone',
  'money',
  'choice',
] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];
export type NoticeSlot = {
  name: string;
  label: Sentence;
  kind: SlotKind;
  required: boolean;
  maxChars: number;
  example: string;
  /** of a day, hour or span: when what is announced happens, so that the notice ends with it */
  event?: boolean;
  /** of a choice */
  options?: readonly string[];
};

export const NOTICE_CATEGORIES = [
  'community',
  'health',
  'utility',
  'welfare',
  'security',
  'disaster',
] as const;
export type NoticeCategory = (typeof NOTICE_CATEGORIES)[number];

/**
 * Sentences as an announcer says them. `{name}` is a slot, `{commune}` the commune; `[…]` is left out
 * when a slot inside is empty, and so is a whole sentence with an empty slot that may be empty.
 */
export type NoticeTemplate = {
  id: string;
  title: Sentence;
  icon: string;
  category: NoticeCategory;
  priority: Priority;
  personalData: boolean;
  /** how long it is worth hearing: after the event's hour, or after now when there is no event */
  lastsHours: number | null;
  opening: string;
  body: readonly string[];
  closing: string;
  slots: readonly NoticeSlot[];
};

/** Slot name → what was typed or picked, in the kind's own form. */
export type SlotValues = Readonly<Record<string, string>>;
/** `slot` is '' when all of them together are meant. */
export type SlotProblem = { slot: string; code: string; say: Sentence };

/** đứng tên mẫu: an approver's word, given in advance for these very words of a template. */
export type StandingApproval = {
  id: string;
  tenantId: string;
  templateId: string;
  templateHash: string;
  /** how the commune's texts were read when it was given; '' of before that was kept */
  readingKey: string;
  approverId: string;
  /** also when the template's priority is emergency */
  emergency: boolean;
  /** who may make notices under it; null: whoever may make notices */
  accountIds: readonly string[] | null;
  untilMs: number;
  createdAtMs: number;
  endedAtMs: number | null;
};
