// A recording asked of a collaborator (cộng tác viên) by a link: from asked to heard by a second speaker of the language.
// It must never know a token, a file or a page; what time it is, is an argument.
import { composed } from '../composed.ts';
import { DAY_MS, VIETNAM_OFFSET_MS } from '../vietnam-time.ts';

/**
 * asked: nothing came yet · sent: waits for a second speaker · returned: with a remark, to be said again ·
 * confirmed: it is the bulletin's sound · revoked: its links are closed
 */
export type CommissionState = 'asked' | 'sent' | 'returned' | 'confirmed' | 'revoked';
export type Commission = {
  id: string;
  tenantId: string;
  bulletinId: string; // whose sound it becomes: a variant, or a bulletin in its own language
  language: string;
  collaboratorName: string;
  contactNote: string | null; // how to reach them: seen by those who ask for recordings, and by nobody else
  dueDay: string; // YYYY-MM-DD in Vietnam
  feeNote: string | null; // what was agreed
  paidNote: string | null; // what was paid, when, by whom
  tokenHash: string; // of the collaborator's link
  listenerName: string | null;
  listenerHash: string | null; // of the second speaker's link; null: somebody with an account listens
  state: CommissionState;
  openedAtMs: number | null; // the link was looked at
  speakerName: string | null; // as whoever sent it wrote
  clipId: string | null;
  contentHash: string | null; // what a second speaker confirms is this and nothing else
  textHash: string | null; // the words that were on the page
  sentAtMs: number | null;
  sends: number; // how often something came
  remark: string | null;
  judgedBy: string | null; // name
  judgedById: string | null; // account, where it was one
  judgedAtMs: number | null;
  remindedAtMs: number | null;
  dueToldAtMs: number | null;
  createdBy: string;
  createdAtMs: number;
};

/** Who is a day late is still let in; a month later the bulletin is another. */
export const GRACE_DAYS = 3;
/** A recording asked for half a year ahead is a recording nobody remembers. */
export const DUE_DAYS_MAX = 180;

/** The midnight with which the day ends, in Vietnam; null: no such day. */
export function endOfDayMs(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return null;
  const startMs = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(startMs) || !new Date(startMs).toISOString().startsWith(day)) return null;
  return startMs - VIETNAM_OFFSET_MS + DAY_MS;
}

/** A day that can still be kept, and is not out of sight. */
export function dueFits(day: string, nowMs: number): boolean {
  const endMs = endOfDayMs(day);
  return endMs !== null && endMs > nowMs && endMs <= nowMs + DUE_DAYS_MAX * DAY_MS;
}

export const isOpen = ({ state }: Pick<Commission, 'state'>): boolean =>
  state === 'asked' || state === 'sent' || state === 'returned';

/** Whose turn it is passed: nothing came, or what came was sent back, and the day is over. */
export function isOverdue(of: Pick<Commission, 'state' | 'dueDay'>, nowMs: number): boolean {
  const waits = of.state === 'asked' || of.state === 'returned';
  return waits && (endOfDayMs(of.dueDay) ?? 0) <= nowMs;
}

/** Closed links answer as if they had never been. */
export function linkLives(of: Pick<Commission, 'state' | 'dueDay'>, nowMs: number): boolean {
  if (of.state === 'revoked') return false;
  return nowMs < (endOfDayMs(of.dueDay) ?? 0) + GRACE_DAYS * DAY_MS;
}

/** Each that was sent stays on the disk, for somebody listened to it: more than thirty are a script. */
export const SENDS_MAX = 30;

/** Sent again until a second speaker has confirmed it. */
export function sendable(of: Pick<Commission, 'state' | 'sends'>): boolean {
  return isOpen(of) && of.sends < SENDS_MAX;
}

export type Sent = Pick<Commission, 'speakerName' | 'clipId' | 'contentHash' | 'textHash'>;

/** What was said of an earlier recording is not said of this one. */
export function sent(before: Commission, of: Sent & { nowMs: number }): Commission {
  const { nowMs, ...recording } = of;
  const unheard = { remark: null, judgedBy: null, judgedById: null, judgedAtMs: null };
  return {
    ...before,
    ...recording,
    ...unheard,
    state: 'sent',
    sentAtMs: nowMs,
    sends: before.sends + 1,
  };
}

export type Listener = { name: string; accountId: string | null };
export type Judgement = { contentHash: string; listener: Listener; nowMs: number };
export type NotJudged = 'nothing-to-judge' | 'another-sound' | 'same-person';

/** Why this person cannot judge this sound, or null: another person than the one who speaks, of what is there now. */
export function notJudged(
  of: Pick<Commission, 'state' | 'contentHash' | 'collaboratorName' | 'speakerName'>,
  { contentHash, listener }: Judgement,
): NotJudged | null {
  if (of.state !== 'sent') return 'nothing-to-judge';
  if (of.contentHash !== contentHash) return 'another-sound';
  const speakers = [of.collaboratorName, of.speakerName ?? ''];
  return speakers.some((name) => isSameName(name, listener.name)) ? 'same-person' : null;
}

export function judged(
  before: Commission,
  of: Judgement & { verdict: 'confirmed' | 'returned'; remark: string | null },
): Commission {
  const { listener, nowMs, verdict, remark } = of;
  const by = { judgedBy: listener.name, judgedById: listener.accountId, judgedAtMs: nowMs };
  return { ...before, ...by, state: verdict, remark };
}

/** However it is capitalised, spaced or decorated: "Giàng A Páo" is "giàng  a páo". */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  return a !== '' && a === b;
}

function plainName(name: string): string {
  return composed(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
