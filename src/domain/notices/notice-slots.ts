// One slot of a notice: what was typed, checked and written as an officer writes it ("7h30", "thứ Tư 25/11").
// It must never read a clock: now is given, and days are Vietnam's.
import { composed } from '../composed.ts';
import type { Sentence } from '../errors.ts';
import { DAY_MS, dayNumber, dayOf, midnightMs } from '../vietnam-time.ts';
import type { NoticeSlot, SlotProblem } from './notice-model.ts';

/** What of a slot belongs to the event: `atMs` of a day is its midnight, of an hour the time since midnight. */
export type WrittenSlot = { words: string; atMs: number | null; endMs: number | null };
type Outcome = WrittenSlot | SlotProblem;

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const MINUTE_MS = 60_000;
/** What is more than a year away is a slip of the finger. */
const FAR_MS = 366 * DAY_MS;

/** Composed Latin letters, digits and plain punctuation: no marks, no other scripts, nothing invisible. */
const PLAIN = /^[\p{Script=Latin}0-9 .,;:()'’"“”/%+–-]*$/u;
const LINK = /https?:|www\.|[a-z0-9-]\.(?:com|vn|net|org|info|xyz|top|io|me|ly)\b/i;

export function tidy(value: string): string {
  return composed(value)
    .replace(/ +/g, ' ')
    .trim()
    .replace(/[ .,;:]+$/, '');
}

export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

export const isProblem = (outcome: Outcome): outcome is SlotProblem => 'code' in outcome;

/** @param raw as it came; '' or blanks alone are empty */
export function writeSlot(slot: NoticeSlot, raw: string, nowMs: number): Outcome | null {
  const value = tidy(raw);
  if (value === '') return slot.required ? problem(slot, 'empty') : null;
  if (!PLAIN.test(value)) return problem(slot, 'bad-letters');
  if (value.length > slot.maxChars) return problem(slot, 'too-long');
  if (LINK.test(value)) return problem(slot, 'link');
  switch (slot.kind) {
    case 'day':
      return writeDay(slot, value, nowMs);
    case 'hour':
      return writeHour(slot, value);
    case 'span':
      return writeSpan(slot, value, nowMs);
    case 'phone':
      return writePhone(slot, value);
    case 'money':
      return writeMoney(slot, value);
    case 'choice':
      return slot.options?.includes(value) ? words(value) : problem(slot, 'not-an-option');
    default:
      return words(value);
  }
}

const words = (text: string): WrittenSlot => ({ words: text, atMs: null, endMs: null });

function writeDay(slot: NoticeSlot, value: string, nowMs: number): Outcome {
  const atMs = readDay(value);
  if (atMs === null) return problem(slot, 'no-such-day');
  if (Math.abs(atMs - nowMs) > FAR_MS) return problem(slot, 'too-far');
  return { words: dayWords(atMs, nowMs), atMs, endMs: atMs + DAY_MS };
}

function writeHour(slot: NoticeSlot, value: string): Outcome {
  const atMs = readHour(value);
  return atMs === null
    ? problem(slot, 'no-such-hour')
    : { words: hourWords(atMs), atMs, endMs: null };
}

function writeSpan(slot: NoticeSlot, value: string, nowMs: number): Outcome {
  const [from, to] = value.split('/').map(readInstant);
  if (from === undefined || to === undefined || value.split('/').length !== 2)
    return problem(slot, 'no-such-span');
  if (from === null || to === null) return problem(slot, 'no-such-day');
  const [fromMs, toMs] = [from.day + from.hour, to.day + to.hour];
  if (toMs <= fromMs) return problem(slot, 'end-before-start');
  if (Math.abs(fromMs - nowMs) > FAR_MS || toMs - nowMs > FAR_MS) return problem(slot, 'too-far');
  const day = (at: { day: number }) => dayWords(at.day, nowMs);
  const text =
    from.day === to.day
      ? `từ ${hourWords(from.hour)} đến ${hourWords(to.hour)} ${day(to)}`
      : `từ ${hourWords(from.hour)} ${day(from)} đến ${hourWords(to.hour)} ${day(to)}`;
  return { words: text, atMs: fromMs, endMs: toMs };
}

/** Emergency and hotline numbers, 1800 and 1900, mobiles and landlines as dialled at home or from abroad. */
const PHONE = /^(?:1\d{2}|1[89]00\d{4,6}|0\d{9,10}|\+84\d{9,10})$/;

function writePhone(slot: NoticeSlot, value: string): Outcome {
  const digits = value.replace(/[ .–-]/g, '');
  if (!PHONE.test(digits)) return problem(slot, 'no-phone');
  return words(digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3'));
}

function writeMoney(slot: NoticeSlot, value: string): Outcome {
  const digits = value.replace(/[ .]/g, '');
  if (!/^[1-9]\d*$/.test(digits)) return problem(slot, 'no-amount');
  return words(`${digits.replace(/\B(?=(\d{3})+$)/g, '.')} đồng`);
}

function readDay(value: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const dayNo = Date.UTC(year, month - 1, day) / DAY_MS;
  const real = dayOf(dayNo);
  return real.month === month && real.day === day ? midnightMs(dayNo) : null;
}

/** Milliseconds since midnight. */
function readHour(value: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value);
  return found && (Number(found[1]) * 60 + Number(found[2])) * MINUTE_MS;
}

function readInstant(value: string): { day: number; hour: number } | null {
  const [date = '', clock = ''] = value.split('T');
  const [day, hour] = [readDay(date), readHour(clock)];
  return day === null || hour === null ? null : { day, hour };
}

/** The weekday is computed and never typed; the year is said when it is another one. */
export function dayWords(atMs: number, nowMs: number): string {
  const { year, month, day, weekday } = dayOf(dayNumber(atMs));
  const thisYear = dayOf(dayNumber(nowMs)).year;
  return `${WEEKDAYS[weekday]} ${day}/${month}${year === thisYear ? '' : `/${year}`}`;
}

function hourWords(sinceMidnightMs: number): string {
  const minutes = sinceMidnightMs / MINUTE_MS;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}h${rest === 0 ? '' : String(rest).padStart(2, '0')}`;
}

type Code = keyof typeof SAY;
export function problem(slot: Pick<NoticeSlot, 'name' | 'label' | 'maxChars'>, code: Code) {
  const say = SAY[code](slot.maxChars);
  return {
    slot: slot.name,
    code,
    say: { vi: `${slot.label.vi}: ${say.vi}.`, en: `${slot.label.en}: ${say.en}.` },
  };
}

const SAY = {
  empty: () => ({ vi: 'còn trống', en: 'is empty' }),
  'bad-letters': () => ({
    vi: 'chỉ dùng chữ, số và dấu câu thường, trên một dòng',
    en: 'use letters, digits and plain punctuation only, on one line',
  }),
  'too-long': (max) => ({ vi: `nhiều nhất ${max} ký tự`, en: `at most ${max} characters` }),
  link: () => ({
    vi: 'không ghi địa chỉ trang mạng, loa không đọc rõ được',
    en: 'no web addresses: they cannot be said clearly',
  }),
  'no-such-day': () => ({ vi: 'lịch không có ngày này', en: 'the calendar has no such day' }),
  'no-such-hour': () => ({ vi: 'không có giờ này', en: 'there is no such hour' }),
  'no-such-span': () => ({ vi: 'cần giờ bắt đầu và kết thúc', en: 'needs a beginning and an end' }),
  'end-before-start': () => ({
    vi: 'giờ kết thúc phải sau giờ bắt đầu',
    en: 'the end must come after the beginning',
  }),
  'too-far': () => ({ vi: 'cách hôm nay hơn một năm', en: 'is more than a year away' }),
  past: () => ({ vi: 'việc này đã qua rồi', en: 'this is already past' }),
  'not-an-option': () => ({ vi: 'hãy chọn trong danh sách', en: 'choose one of the list' }),
  'no-phone': () => ({ vi: 'chưa đúng số điện thoại', en: 'is no telephone number' }),
  'no-amount': () => ({
    vi: 'chỉ ghi số tiền, ví dụ 30000',
    en: 'write the amount alone, as 30000',
  }),
} satisfies Record<string, (max: number) => Sentence>;
