// What stands in the schedule's form, and the wish it makes; and a schedule put back into the form.
// It must never know a screen, nor read a time itself: seconds come from the service.
import type { AirRules, RepeatRule } from '../../../http/schemas/calendar.ts';
import type { NewSchedule, Schedule, ScheduleWish } from '../../../http/schemas/schedule.ts';
import { enSchedule } from '../../words/en-schedule.ts';
import { viSchedule } from '../../words/vi-schedule.ts';
import { words } from '../../words.ts';

export type How = 'once' | 'now' | 'repeat' | 'cron';
export type Every = RepeatRule['days']['every'];
type OnSpecial = RepeatRule['special']['holiday'];

/** Every field as it is typed: plain texts, so that a reload brings back what was written. */
export type ScheduleFields = {
  bulletinId: string;
  areaIds: readonly string[];
  how: How;
  atMs: number;
  every: Every;
  step: string;
  weekdays: readonly number[];
  /** "1, 15" and a word for the last */
  monthDays: string;
  nth: string;
  weekday: string;
  times: readonly string[];
  /** summer has hours of its own */
  seasonal: boolean;
  summerTimes: readonly string[];
  /** "16/4" */
  summerFrom: string;
  summerUntil: string;
  fromDay: string;
  untilDay: string;
  holiday: OnSpecial;
  mourning: OnSpecial;
  replaceWith: string;
  pattern: string;
  start: AirRules['start']['kind'];
  withinMinutes: string;
  missed: AirRules['missed']['kind'];
  lateMinutes: string;
  under: AirRules['under'];
  said: string;
  gapMinutes: string;
  filler: boolean;
};

export function emptyFields(of: { today: string; atMs: number }): ScheduleFields {
  return {
    ...{ bulletinId: '', areaIds: [], how: 'once', atMs: of.atMs, every: 'week', step: '1' },
    ...{ weekdays: [1, 2, 3, 4, 5], monthDays: '1', nth: '1', weekday: '1', times: ['17:30'] },
    // summer and winter hours of commune radio change on 16 April and 16 October
    ...{ seasonal: false, summerTimes: ['17:30'], summerFrom: '16/4', summerUntil: '15/10' },
    ...{ fromDay: of.today, untilDay: '', holiday: 'as-usual', mourning: 'skip', replaceWith: '' },
    ...{ pattern: '', start: 'after', withinMinutes: '15', missed: 'join', lateMinutes: '30' },
    ...{ under: 'pause', said: '1', gapMinutes: '5', filler: false },
  };
}

export type ReadClock = (text: string) => number | null;

/** null: something is still to be filled in, or not understood */
export function wishOf(fields: ScheduleFields, read: ReadClock): NewSchedule | null {
  const rule = ruleOf(fields, read);
  if (rule === null || fields.areaIds.length === 0 || fields.bulletinId === '') return null;
  const { bulletinId, areaIds } = fields;
  return { bulletinId, areaIds: [...areaIds], rule, air: airOf(fields) };
}

function ruleOf(fields: ScheduleFields, read: ReadClock): ScheduleWish | null {
  if (fields.how === 'once') return { kind: 'once', atMs: fields.atMs };
  if (fields.how === 'now') return { kind: 'now' };
  if (fields.how === 'cron') {
    const pattern = fields.pattern.trim();
    return pattern === '' ? null : { kind: 'cron', pattern };
  }
  const at = secondsOf(fields.times, read);
  const days = daysOf(fields);
  const seasons = seasonsOf(fields, read);
  if (at === null || days === null || seasons === null || fields.fromDay === '') return null;
  const { holiday, mourning, fromDay, untilDay } = fields;
  const replaces = holiday === 'replace' || mourning === 'replace';
  return {
    ...{ kind: 'repeat', days, at, seasons, fromDay, untilDay: untilDay || null },
    special: { holiday, mourning },
    replaceWith: replaces ? fields.replaceWith || null : null,
  };
}

function secondsOf(texts: readonly string[], read: ReadClock): number[] | null {
  const written = texts.filter((text) => text.trim() !== '');
  const found = written.map(read).filter((each) => each !== null);
  return found.length === written.length && found.length > 0 ? found : null;
}

function daysOf(fields: ScheduleFields): RepeatRule['days'] | null {
  const step = count(fields.step);
  if (step === null || step < 1) return null;
  const { every } = fields;
  if (every === 'day') return { every, step };
  if (every === 'week')
    return fields.weekdays.length === 0 ? null : { every, step, weekdays: [...fields.weekdays] };
  if (every === 'month-weekday')
    return { every, step, nth: Number(fields.nth), weekday: Number(fields.weekday) };
  const parts = fields.monthDays.split(/[\s,;]+/).filter(Boolean);
  const days = parts.map((part) => (LAST.has(part.toLowerCase()) ? -1 : count(part)));
  const known = days.filter((day) => day !== null);
  return known.length === days.length && known.length > 0 ? { every, step, days: known } : null;
}

function seasonsOf(fields: ScheduleFields, read: ReadClock): RepeatRule['seasons'] | null {
  if (!fields.seasonal) return [];
  const at = secondsOf(fields.summerTimes, read);
  const [from, until] = [monthDay(fields.summerFrom), monthDay(fields.summerUntil)];
  return at === null || from === null || until === null ? null : [{ from, until, at }];
}

/** As either language's page writes it. */
const LAST = new Set([viSchedule, enSchedule].map(({ schedule }) => schedule.lastWord));

/** "16/4" → "04-16" */
function monthDay(text: string): string | null {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(text) ?? [];
  if (day === undefined || month === undefined) return null;
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const count = (text: string): number | null => (/^\s*\d{1,3}\s*$/.test(text) ? Number(text) : null);
const MINUTE_MS = 60_000;
const minutes = (text: string, otherwise: number) => (count(text) ?? otherwise) * MINUTE_MS;

function airOf(fields: ScheduleFields): AirRules {
  const { start, missed, under, filler } = fields;
  const times = count(fields.said) ?? 1;
  return {
    start:
      start === 'within'
        ? { kind: start, withinMs: minutes(fields.withinMinutes, 15) }
        : { kind: start },
    missed:
      missed === 'late'
        ? { kind: missed, untilMs: minutes(fields.lateMinutes, 30) }
        : { kind: missed },
    ...{ under, filler, times },
    gapMs: times > 1 ? minutes(fields.gapMinutes, 0) : 0,
  };
}

/** A schedule as its maker would have filled it in. */
export function fieldsOf(schedule: Schedule, empty: ScheduleFields): ScheduleFields {
  const { rule, bulletinId, areaIds, air } = schedule;
  return { ...empty, bulletinId, areaIds, ...ruleFields(rule), ...airFields(air) };
}

function ruleFields(rule: Schedule['rule']): Partial<ScheduleFields> {
  if (rule.kind === 'once') return { how: 'once', atMs: rule.atMs };
  if (rule.kind === 'now') return { how: 'now' };
  if (rule.kind === 'cron') return { how: 'cron', pattern: rule.pattern };
  const { days, special, fromDay } = rule;
  const [season] = rule.seasons;
  return {
    ...{ how: 'repeat', every: days.every, step: `${days.step}`, times: rule.at.map(clock) },
    ...(days.every === 'week' ? { weekdays: days.weekdays } : {}),
    ...(days.every === 'month'
      ? {
          monthDays: days.days
            .map((day) => (day === -1 ? words.peek().schedule.lastWord : day))
            .join(', '),
        }
      : {}),
    ...(days.every === 'month-weekday' ? { nth: `${days.nth}`, weekday: `${days.weekday}` } : {}),
    ...(season ? seasonFields(season) : {}),
    ...{ fromDay, untilDay: rule.untilDay ?? '', replaceWith: rule.replaceWith ?? '' },
    ...{ holiday: special.holiday, mourning: special.mourning },
  };
}

function seasonFields({ from, until, at }: RepeatRule['seasons'][number]): Partial<ScheduleFields> {
  const spoken = (day: string) => day.split('-').reverse().map(Number).join('/');
  return {
    ...{ seasonal: true, summerTimes: at.map(clock) },
    ...{ summerFrom: spoken(from), summerUntil: spoken(until) },
  };
}

function airFields({
  start,
  missed,
  under,
  times,
  gapMs,
  filler,
}: AirRules): Partial<ScheduleFields> {
  return {
    ...{ start: start.kind, missed: missed.kind, under, said: `${times}`, filler },
    ...(start.kind === 'within' ? { withinMinutes: `${start.withinMs / MINUTE_MS}` } : {}),
    ...(missed.kind === 'late' ? { lateMinutes: `${missed.untilMs / MINUTE_MS}` } : {}),
    ...(times > 1 ? { gapMinutes: `${gapMs / MINUTE_MS}` } : {}),
  };
}

export function clock(second: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const short = `${two(Math.floor(second / 3_600))}:${two(Math.floor(second / 60) % 60)}`;
  return second % 60 === 0 ? short : `${short}:${two(second % 60)}`;
}

/** All of its times later or earlier by so much: what a way out of a conflict asks for; null where it cannot be said so. */
export function shifted(
  fields: ScheduleFields,
  by: { shiftMs: number; read: ReadClock },
): ScheduleFields | null {
  if (fields.how === 'once') return { ...fields, atMs: fields.atMs + by.shiftMs };
  if (fields.how !== 'repeat') return null;
  const move = (texts: readonly string[]) =>
    texts.map((text) => {
      const second = by.read(text);
      const later = second === null ? null : second + Math.round(by.shiftMs / 1_000);
      return later === null || later < 0 || later > 86_399 ? text : clock(later);
    });
  return { ...fields, times: move(fields.times), summerTimes: move(fields.summerTimes) };
}
