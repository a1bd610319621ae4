// A template and its filled slots as the text an officer would write, with what is wrong and until when it holds.
// It must never know who asks, nor how the text is read aloud.
import type { NoticeTemplate, SlotProblem, SlotValues } from './notice-model.ts';
import { dayWords, isProblem, problem, type WrittenSlot, writeSlot } from './notice-slots.ts';

const HOUR_MS = 3_600_000;
/** Nobody is invited to what has begun; a repetition that starts late is still let go to its end. */
const EVENT_GRACE_MS = 10 * 60_000;
/** Without any event a notice is news for a day. */
const NEWS_HOURS = 24;
/** Two minutes of speech: nobody at a pole keeps more in mind. */
export const ALL_SLOTS_CHARS = 400;
const GAP = '…';

export type NoticeText = {
  title: string;
  text: string;
  /** the text has holes: something required is empty or wrong */
  gaps: boolean;
  problems: readonly SlotProblem[];
  /** null: nothing of it happens at a time */
  event: NoticeEvent | null;
  expiresAtMs: number;
};
export type NoticeEvent = { startMs: number; endMs: number | null };

export type ToWrite = {
  template: NoticeTemplate;
  slots: SlotValues;
  /** as in "Xã Mường La" */
  commune: string;
  nowMs: number;
};

export function noticeText({ template, slots, commune, nowMs }: ToWrite): NoticeText {
  const { written, problems } = writeAll({ template, slots, nowMs });
  const event = eventOf(template, written);
  const expiresAtMs = expiryOf(template, { event, nowMs });
  const past = event && isPast(template, { event, nowMs });
  const all = [...problems, ...(past ? pastProblem(template) : [])];
  const wordsOf = (name: string) =>
    name === 'commune' ? lowered(commune) : (written.get(name)?.words ?? null);
  const required = new Set(template.slots.filter((slot) => slot.required).map(({ name }) => name));
  const body = template.body.map((sentence) => said(sentence, { wordsOf, required }));
  const frame = (text: string) => said(text, { wordsOf, required });
  const text = [frame(template.opening), ...body, frame(template.closing)]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  const day = event ? `, ${dayWords(event.startMs, nowMs)}` : '';
  const title = `${template.title.vi}${day}`;
  return { title, text, gaps: text.includes(GAP), problems: all, event, expiresAtMs };
}

type Written = ReadonlyMap<string, WrittenSlot>;

function writeAll(of: Omit<ToWrite, 'commune'>): { written: Written; problems: SlotProblem[] } {
  const written = new Map<string, WrittenSlot>();
  const problems: SlotProblem[] = [];
  for (const slot of of.template.slots) {
    const outcome = writeSlot(slot, filled(of.slots, slot.name), of.nowMs);
    if (outcome === null) continue;
    if (isProblem(outcome)) problems.push(outcome);
    else written.set(slot.name, outcome);
  }
  const known = new Set(of.template.slots.map(({ name }) => name));
  const strange = Object.keys(of.slots).filter((name) => !known.has(name));
  if (strange.length > 0) problems.push(UNKNOWN);
  const chars = Object.values(of.slots).reduce((sum, value) => sum + value.length, 0);
  if (chars > ALL_SLOTS_CHARS) problems.push(TOO_MUCH);
  return { written, problems };
}

/** Only what was sent: a slot named "constructor" has nothing from anywhere else. */
function filled(slots: SlotValues, name: string): string {
  return Object.hasOwn(slots, name) ? (slots[name] as string) : '';
}

const UNKNOWN: SlotProblem = {
  slot: '',
  code: 'unknown-slot',
  say: {
    vi: 'Mẫu này không có một trong các mục đã điền. Hãy mở lại mẫu.',
    en: 'This template lacks one of the slots that were filled. Open it again.',
  },
};
const TOO_MUCH: SlotProblem = {
  slot: '',
  code: 'too-long-altogether',
  say: {
    vi: `Các mục cộng lại nhiều nhất ${ALL_SLOTS_CHARS} ký tự, dài hơn thì không ai nhớ được.`,
    en: `All slots together may have ${ALL_SLOTS_CHARS} characters: nobody remembers more.`,
  },
};

function eventOf(template: NoticeTemplate, written: Written): NoticeEvent | null {
  const at = (kind: 'span' | 'day' | 'hour') => {
    const slot = template.slots.find((one) => one.event && one.kind === kind);
    return slot && written.get(slot.name);
  };
  const span = at('span');
  if (span && span.atMs !== null) return { startMs: span.atMs, endMs: span.endMs };
  const day = at('day');
  if (!day || day.atMs === null) return null;
  const hour = at('hour');
  if (hour && hour.atMs !== null) return { startMs: day.atMs + hour.atMs, endMs: null };
  return { startMs: day.atMs, endMs: day.endMs };
}

type Facts<E> = { event: E; nowMs: number };

function expiryOf(
  { lastsHours }: NoticeTemplate,
  { event, nowMs }: Facts<NoticeEvent | null>,
): number {
  if (event === null) return nowMs + (lastsHours ?? NEWS_HOURS) * HOUR_MS;
  if (event.endMs !== null) return event.endMs;
  return event.startMs + (lastsHours === null ? EVENT_GRACE_MS : lastsHours * HOUR_MS);
}

/** Nobody is invited to what has begun; of what lasts (a dam that is open) one may still tell. */
function isPast({ lastsHours }: NoticeTemplate, { event, nowMs }: Facts<NoticeEvent>): boolean {
  return nowMs >= (event.endMs ?? event.startMs + (lastsHours ?? 0) * HOUR_MS);
}

function pastProblem({ slots }: NoticeTemplate): SlotProblem[] {
  const when = slots.filter(({ event, kind }) => event && kind !== 'hour').slice(0, 1);
  return when.map((slot) => problem(slot, 'past'));
}

const SLOT = /\{([a-z][a-z0-9-]*)\}/g;
export const slotsIn = (sentence: string): string[] =>
  [...sentence.matchAll(SLOT)].map(([, name]) => name as string);

type Words = { wordsOf(name: string): string | null; required: ReadonlySet<string> };

/** null: an empty slot that may be empty takes its sentence with it. */
function said(sentence: string, { wordsOf, required }: Words): string | null {
  const isEmpty = (name: string) => wordsOf(name) === null;
  const kept = sentence.replace(/\[([^\][]*)\]/g, (_, part: string) =>
    slotsIn(part).some(isEmpty) ? '' : part,
  );
  if (slotsIn(kept).some((name) => isEmpty(name) && !required.has(name))) return null;
  const text = kept.replace(SLOT, (_, name: string) => wordsOf(name) ?? GAP);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Đài truyền thanh xã Mường La": the kind of a place is a common word in the middle of a sentence. */
function lowered(commune: string): string {
  return commune.replace(/^(Xã|Phường|Thị trấn|Đặc khu|Tỉnh|Thành phố)(?= )/, (kind) =>
    kind.toLowerCase(),
  );
}
