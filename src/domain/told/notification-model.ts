// The nouns of telling people: what is told, to whom it may go, by which channels, and how it went.
// It must never know tables, routes, gateways or mail servers.
import type { HappeningKind } from './happening.ts';

/** app: the list on the screen, always there · the others leave the house */
export const CHANNELS = ['app', 'push', 'mail', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];
export type Outward = Exclude<Channel, 'app'> | 'webhook';
export type Language = 'vi' | 'en';

/** Minutes of the day in Vietnam; a span may pass midnight. */
export type Quiet = { fromMinute: number; toMinute: number };

/** What one person decided; a kind that is not named follows their roles. */
export type ToldSettings = {
  accountId: string;
  choices: Partial<Record<HappeningKind, readonly Channel[]>>;
  quiet: Quiet | null;
  language: Language;
  /** SMS without diacritics: 160 letters in one message instead of 70 */
  plainSms: boolean;
};

/** What a message may say: names of things, never of people, never a bulletin's text. */
export type Facts = {
  /** bulletin, airing, site or report; null when there are several */
  subjectId: string | null;
  names: readonly string[];
  /** how many airings were stopped, or speakers failed */
  amount: number | null;
  outOf: number | null;
  drill: boolean;
  /** what stood in the way, or what a villager reports: a code that has words here; null: several */
  reason: string | null;
  /** since when, or until when */
  atMs: number | null;
};

/** One thing told, or several of a kind in one commune that became one. */
export type Notification = {
  id: string;
  tenantId: string;
  kind: HappeningKind;
  groupKey: string;
  urgent: boolean;
  /** whose bulletin it is, when that matters */
  authorId: string | null;
  /** who may not act on it, so need not hear of it */
  exceptIds: readonly string[];
  count: number;
  /** how many of them people have been told of */
  toldCount: number;
  facts: Facts;
  openedAtMs: number;
  /** when it is next looked at; null: nothing is left to tell */
  dueAtMs: number | null;
  /** until then more of the same join it */
  closesAtMs: number;
};

export type DeliveryState = 'waiting' | 'sent' | 'delivered' | 'failed';
/** Why a message did not go, or not yet; a code that the screens' words turn into a sentence. */
export type DeliveryReason =
  | 'no-answer'
  | 'busy'
  | 'refused'
  | 'bad-answer'
  | 'gone'
  | 'forbidden-address'
  | 'not-set-up'
  | 'no-address'
  | 'too-many'
  | 'too-old'
  | 'no-longer-theirs';
