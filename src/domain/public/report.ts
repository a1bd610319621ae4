// What a villager reports of a loudspeaker: what may be said, when two are one, what becomes of it.
// It must never know who reported: there is no field for it.
import { composed } from '../composed.ts';
import { DAY_MS } from '../vietnam-time.ts';

/** quá ồn · không nghe rõ · nói sai */
export const REPORT_KINDS = ['noise', 'unclear', 'wrong'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
/** new: nobody looked · seen: somebody did · answered */
export type ReportState = 'new' | 'seen' | 'answered';

export type Report = {
  id: string;
  tenantId: string;
  /** by which whoever wrote it finds the answer; nothing else leads to it */
  number: string;
  airingId: string | null;
  /** the village, when one was chosen */
  areaId: string | null;
  siteId: string | null;
  kind: ReportKind;
  text: string;
  /** how often the very same was said */
  count: number;
  firstAtMs: number;
  lastAtMs: number;
  state: ReportState;
  answer: string | null;
  answeredBy: string | null;
  answeredAtMs: number | null;
  /** the answer stands on the commune's page */
  answerPublic: boolean;
  /** and so do the villager's own words */
  textPublic: boolean;
};

/** A page of an exercise book: what cannot be said in it is said at the office. */
export const REPORT_TEXT_MAX = 500;

/** What is said again within a day, while nobody has answered, is the same report. */
export const SAME_FOR_MS = DAY_MS;

/** Signs nobody sees are dropped, breaths made one: "Ồn  quá" and "Ồn quá" are the same words. */
export function reportText(written: string): string {
  const seen = composed(written).replace(/\s+/gu, ' ').replace(/\p{C}/gu, '');
  return [...seen.trim()].slice(0, REPORT_TEXT_MAX).join('').trim();
}

/** Without the letters that are misread on paper: no I, L, O, U, 0, 1. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const NUMBER_CHARS = 8;
/** 30^8 = 6.6 × 10^11 numbers: who has one has it from the page that gave it. */
export function reportNumber(random: Uint8Array): string {
  return [...random.slice(0, NUMBER_CHARS)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** As it was copied from a note: in small letters, with a hyphen or blanks. */
export function numberAsKept(written: string): string {
  return written
    .slice(0, 40)
    .toUpperCase()
    .replace(/[^2-9A-Z]/gu, '')
    .slice(0, NUMBER_CHARS);
}
