// Seasons as the schedule's form holds them: days as "16/4", times as they are said; and back from a rule.
// It must never know which day falls into which season: the service says when two of them meet.
import type { RepeatRule } from '../../../http/schemas/calendar.ts';
import { clock, type ReadClock, secondsOf } from './clock-texts.ts';

export type SeasonTexts = {
  /** "16/4" */
  from: string;
  until: string;
  times: readonly string[];
};
type Season = RepeatRule['seasons'][number];

/** As many as a rule may have (src/http/schemas/calendar.ts). */
export const SEASONS_MAX = 4;

/** Summer hours of commune radio hold from 16 April to 15 October. */
const SUMMER: SeasonTexts = { from: '16/4', until: '15/10', times: ['17:30'] };

/** The usual summer first; any other begins where the last one ends. */
export function oneMore(seasons: readonly SeasonTexts[]): SeasonTexts {
  const last = seasons.at(-1);
  return last === undefined
    ? SUMMER
    : { from: dayAfter(last.until), until: '', times: [...last.times] };
}

/** null: one of them is not filled in, or not understood */
export function seasonsOf(
  seasons: readonly SeasonTexts[],
  read: ReadClock,
): RepeatRule['seasons'] | null {
  const found = seasons.map((season): Season | null => {
    const at = secondsOf(season.times, read);
    const [from, until] = [monthDay(season.from), monthDay(season.until)];
    return at === null || from === null || until === null ? null : { from, until, at };
  });
  const known = found.filter((each) => each !== null);
  return known.length === found.length ? known : null;
}

export const seasonTexts = (seasons: RepeatRule['seasons']): SeasonTexts[] =>
  seasons.map(({ from, until, at }) => ({
    ...{ from: spoken(from), until: spoken(until) },
    times: at.map(clock),
  }));

/** "16/4" → "04-16" */
export function monthDay(text: string): string | null {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(text) ?? [];
  if (day === undefined || month === undefined) return null;
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const spoken = (day: string) => day.split('-').reverse().map(Number).join('/');

/** Of a leap year, so that 28 February is followed by the 29th. */
function dayAfter(text: string): string {
  const day = monthDay(text);
  const ms = day === null ? Number.NaN : Date.parse(`2028-${day}T00:00:00Z`);
  if (Number.isNaN(ms)) return '';
  return spoken(new Date(ms + 86_400_000).toISOString().slice(5, 10));
}
