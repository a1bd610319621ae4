// Times, lengths and figures as a person here reads them: Vietnam's time, 24 hours.
// It must never know where a figure comes from.
import { language, words } from './words.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const ZONE_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const locale = () => (language.value === 'vi' ? 'vi-VN' : 'en-GB');

/** Day/month and 24 hours in both languages: browsers' own Vietnamese writes 22-11. */
const parts = (ms: number, wanted: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hourCycle: 'h23', ...wanted }).format(ms);

export const hour = (ms: number): string => parts(ms, { hour: '2-digit', minute: '2-digit' });
export const hourSeconds = (ms: number): string =>
  parts(ms, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const shortDate = (ms: number): string => parts(ms, { day: '2-digit', month: '2-digit' });
export const when = (ms: number): string => `${hour(ms)} ${shortDate(ms)}`;

/** The local day as a number, for grouping and for "today". */
export const dayNumber = (ms: number): number => Math.floor((ms + ZONE_OFFSET_MS) / DAY_MS);
export const dayStartMs = (day: number): number => day * DAY_MS - ZONE_OFFSET_MS;

export function dayName(ms: number, nowMs: number): string {
  const ahead = dayNumber(ms) - dayNumber(nowMs);
  const { today, tomorrow, day } = words.value;
  // day 0 of the epoch was a Thursday
  const weekday = day[(dayNumber(ms) + 3) % 7] ?? '';
  const date = `${weekday} ${shortDate(ms)}`;
  if (ahead === 0) return `${today}, ${date}`;
  return ahead === 1 ? `${tomorrow}, ${date}` : date;
}

export function length(seconds: number): string {
  const whole = Math.round(seconds);
  return words.value.minutes(Math.floor(whole / 60), whole % 60);
}

export const figure = (value: number, digits = 0): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);

export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
export const minuteOf = (clock: string): number | null => {
  const found = /^(\d{2}):(\d{2})/.exec(clock);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
};

/** A first guess for a time field: the next full half hour, with a while to get ready. */
export const nextHalfHour = (nowMs: number): number =>
  Math.ceil((nowMs + 10 * 60_000) / 1_800_000) * 1_800_000;
