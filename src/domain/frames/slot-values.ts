// What can stand in a gap: every value of a slot as pieces with prompts, and which pieces one value is said with.
// It must never know which of them are recorded, nor guess a value it does not know.
import { composed } from '../composed.ts';
import { DAY_MS, dayNumber, dayOf, midnightMs } from '../vietnam-time.ts';
import type { DayPart, FrameSlot, PlaceNames, SlotSpec } from './frame-model.ts';
import { spelled } from './numerals.ts';

export type ValuePiece = { key: string; prompt: string };
/** null: this is no value of that kind at all. */
export type Said = readonly ValuePiece[] | null;

const WEEKDAYS = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];
const NEAR = ['hôm nay', 'ngày mai', 'ngày kia'];

/** Everything that can be recorded for a slot, in the order a speaker says it. */
export function allPieces(slot: FrameSlot, places: PlaceNames): ValuePiece[] {
  switch (slot.kind) {
    case 'hour':
      return slot.said === 'whole'
        ? wholeHours(slot)
        : [...range(0, 23).map(hourPart), ...slot.minutes.map(minutePart)];
    case 'number':
      return numbersOf(slot).map(numberPiece);
    case 'date':
      return [
        ...(slot.near ? NEAR.map((_, days) => nearPiece(days)) : []),
        ...slot.order.flatMap(allDayParts),
      ];
    case 'place':
      return namesOf(slot, places).map(placePiece);
    case 'list':
      return slot.values.map(listPiece);
  }
}

/**
 * @param of.heardOn the one day on which it will be heard, as a number of days; null: on several, and then nothing is "today"
 */
export function saidWith(slot: SlotSpec, of: { value: string; heardOn: number | null }): Said {
  const value = plain(of.value);
  switch (slot.kind) {
    case 'hour':
      return hourSaid(slot, value);
    case 'number':
      return /^\d{1,6}$/u.test(value) ? [numberPiece(Number(value))] : null;
    case 'date':
      return dateSaid(slot, { value, heardOn: of.heardOn });
    case 'place':
      return value === '' ? null : [placePiece(value)];
    case 'list':
      return slot.values.map(plain).includes(value) ? [listPiece(value)] : null;
  }
}

export function plain(text: string): string {
  return composed(text).replace(/\s+/gu, ' ').trim();
}

type Hours = Extract<SlotSpec, { kind: 'hour' }>;

function hourSaid(slot: Hours, value: string): Said {
  const minutes = minutesOf(value);
  if (minutes === null) return null;
  if (slot.said === 'whole') return [wholeHour(minutes)];
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  if (minute === 0) return [hourPart(hour)];
  const parts = [hourPart(hour), minutePart(minute)];
  return slot.order === 'hour-minute' ? parts : parts.reverse();
}

/** Since midnight; null: no such hour. */
export function minutesOf(value: string): number | null {
  const found = /^([01]?\d|2[0-3])[:h]([0-5]\d)$/u.exec(value);
  return found && Number(found[1]) * 60 + Number(found[2]);
}

function wholeHours(slot: Extract<Hours, { said: 'whole' }>): ValuePiece[] {
  const step = slot.stepMinutes;
  const also = slot.also.flatMap((value) => minutesOf(value) ?? []);
  const all = [...range(0, 1_440 / step - 1).map((at) => at * step), ...also];
  return [...new Set(all)].sort((a, b) => a - b).map(wholeHour);
}

function wholeHour(minutes: number): ValuePiece {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const clock = `${two(hour)}:${two(minute)}`;
  const rest = minute === 0 ? '' : ` ${spelled(minute)}${minute === 30 ? '' : ' phút'}`;
  return { key: `hour:${clock}`, prompt: `${spelled(hour)} giờ${rest}` };
}

const hourPart = (hour: number) => ({ key: `hour-part:${hour}`, prompt: `${spelled(hour)} giờ` });
const minutePart = (minute: number) => ({
  key: `minute:${minute}`,
  prompt: `${spelled(minute)} phút`,
});
const numberPiece = (value: number) => ({ key: `number:${value}`, prompt: spelled(value) });
const nearPiece = (days: number) => ({ key: `near:${days}`, prompt: NEAR[days] as string });
const listPiece = (value: string) => ({ key: `value:${plain(value)}`, prompt: plain(value) });
/** "nà cạn" and "Nà Cạn" are one place. */
const placePiece = (name: string) => ({
  key: `place:${plain(name).toLowerCase()}`,
  prompt: plain(name),
});

function numbersOf(slot: Extract<SlotSpec, { kind: 'number' }>): number[] {
  const count = Math.floor((slot.to - slot.from) / slot.step);
  const stepped = range(0, count).map((at) => slot.from + at * slot.step);
  return [...new Set([...stepped, ...slot.also])].sort((a, b) => a - b);
}

function namesOf(slot: Extract<SlotSpec, { kind: 'place' }>, places: PlaceNames): string[] {
  const own = slot.areas === 'none' ? [] : places[slot.areas];
  const names = new Map([...own, ...slot.also].map((name) => [placePiece(name).key, plain(name)]));
  return [...names.values()];
}

function dateSaid(
  slot: Extract<SlotSpec, { kind: 'date' }>,
  { value, heardOn }: { value: string; heardOn: number | null },
): Said {
  const day = dayNumberOf(value);
  if (day === null) return null;
  const away = heardOn === null ? -1 : day - heardOn;
  if (slot.near && away >= 0 && away < NEAR.length) return [nearPiece(away)];
  const { weekday, day: ofMonth, month } = dayOf(day);
  const said = { weekday, day: ofMonth, month };
  return slot.order.map((part) => dayPart(part, said[part]));
}

/** Days since 1970 of "2026-11-25"; null: the calendar has no such day. */
export function dayNumberOf(value: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const number = Date.UTC(year, month - 1, day) / DAY_MS;
  const real = dayOf(number);
  return real.month === month && real.day === day ? dayNumber(midnightMs(number)) : null;
}

function allDayParts(part: DayPart): ValuePiece[] {
  const [from, to] = { weekday: [0, 6], day: [1, 31], month: [1, 12] }[part] as [number, number];
  return range(from, to).map((value) => dayPart(part, value));
}

function dayPart(part: DayPart, value: number): ValuePiece {
  const prompt = {
    weekday: () => WEEKDAYS[value] as string,
    day: () => (value <= 10 ? `mồng ${spelled(value)}` : `ngày ${spelled(value)}`),
    month: () => `tháng ${value === 4 ? 'tư' : spelled(value)}`,
  }[part]();
  return { key: `${part}:${value}`, prompt };
}

const two = (value: number) => String(value).padStart(2, '0');
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
