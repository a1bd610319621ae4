// Times inside a sentence: the hour alone on the day it is told of, else with its day.
// It must never know what happened then.
import type { Sentence } from '../errors.ts';
import { dayNumber, dayOf, VIETNAM_OFFSET_MS } from '../vietnam-time.ts';

/** @param nearMs the instant the sentence is about */
export function toldTime(atMs: number, nearMs: number): Sentence {
  const clock = new Date(atMs + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
  const [day, near] = [dayNumber(atMs), dayNumber(nearMs)];
  if (day === near) return { vi: clock, en: clock };
  const { year, month, day: ofMonth } = dayOf(day);
  const date = `${ofMonth}/${month}${year === dayOf(near).year ? '' : `/${year}`}`;
  return { vi: `${clock} ngày ${date}`, en: `${clock} on ${date}` };
}
