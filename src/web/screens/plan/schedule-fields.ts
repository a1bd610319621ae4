// What stands in the schedule's form, and the wish it makes; and a schedule put back into the form.
// It must never know a screen, nor read a time itself: seconds come from the service.
import type { AirRules, RepeatRule } from '../../../http/schemas/calendar.ts';
import type { NewSchedule, Schedule, ScheduleWish } from '../../../http/schemas/schedule.ts';
import { enSchedule } from '../../words/en-schedule.ts';
import { viSchedule } from '../../words/vi-schedule.ts';
import { words } from '../../words.ts';
import { clock, type ReadClock, secondsOf } from './clock-texts.ts';
import { cronFields, cronWish, type KeptSpan } from './cron-texts.ts';
import { type SeasonTexts, seasonsOf, seasonTexts } from './season-texts.ts';

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
  /** parts of the year with times of their own */
  seasons: readonly SeasonTexts[];
  fromDay: string;
  untilDay: string;
  holiday: OnSpecial;
  mourning: OnSpecial;
  replaceWith: string;
  pattern: string;
  /** of a pattern being changed, to the millisecond */
  span: KeptSpan;
  start: AirRules['start']['kind'];
  withinMinutes: string;
  missed: AirRules['missed']['kind'];
  lateMinutes: string;
  under: AirRules['under'];
  said: string;
  gapMinutes: string;
  filler: boolean;
  /** what follows the bulletin while it fills */
  playlist: readonly string[];
};

export function emptyFields(of: { today: string; atMs: number }): ScheduleFields {
  return {
    ...{ bulletinId: '', areaIds: [], how: 'once', atMs: of.atMs, every: 'week', step: '1' },
    ...{ weekdays: [1, 2, 3, 4, 5], monthDays: '1', nth: '1', weekday: '1', times: ['17:30'] },
    ...{
      seasons: [],
      fromDay: of.today,
      untilDay: '',
      holiday: 'as-usual',
      mourning: 'skip',
      replaceWith: '',
    },
    ...{ pattern: '', start: 'after', withinMinutes: '15', missed: 'join', lateMinutes: '30' },
    ...{ under: 'pause', said: '1', gapMinutes: '5', filler: false, playlist: [] },
    span: { fromMs: null, untilMs: null },
  };
}

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
  if (fields.how === 'cron') return cronWish(fields);
  const at = secondsOf(fields.times, read);
  const days = daysOf(fields);
  const seasons = seasonsOf(fields.seasons, read);
  if (at === null || days === null || seasons === null || fields.fromDay === '') return null;
  const { holiday, mourning, fromDay, untilDay } = fields;
  const replaces = holiday === 'replace' || mourning === 'replace';
  return {
    ...{ kind: 'repeat', days, at, seasons, fromDay, untilDay: untilDay || null },
    special: { holiday, mourning },
    replaceWith: replaces ? fields.replaceWith || null : null,
  };
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

/** As either language's page writes it. */
const LAST = new Set([viSchedule, enSchedule].map(({ schedule }) => schedule.lastWord));

const count = (text: string): number | null => (/^\s*\d{1,3}\s*$/.test(text) ? Number(text) : null);
const MINUTE_MS = 60_000;
const minutes = (text: string, otherwise: number) => (count(text) ?? otherwise) * MINUTE_MS;

function airOf(fields: ScheduleFields): AirRules {
  const { start, missed, under, filler } = fields;
  const playlist = fields.playlist.filter((id) => id !== '');
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
    ...(filler && playlist.length > 0 ? { playlist } : {}),
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
  if (rule.kind === 'cron') return cronFields(rule);
  const { days, special, fromDay } = rule;
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
    seasons: seasonTexts(rule.seasons),
    ...{ fromDay, untilDay: rule.untilDay ?? '', replaceWith: rule.replaceWith ?? '' },
    ...{ holiday: special.holiday, mourning: special.mourning },
  };
}

function airFields({
  start,
  missed,
  under,
  times,
  gapMs,
  filler,
  playlist = [],
}: AirRules): Partial<ScheduleFields> {
  return {
    ...{ start: start.kind, missed: missed.kind, under, said: `${times}`, filler, playlist },
    ...(start.kind === 'within' ? { withinMinutes: `${start.withinMs / MINUTE_MS}` } : {}),
    ...(missed.kind === 'late' ? { lateMinutes: `${missed.untilMs / MINUTE_MS}` } : {}),
    ...(times > 1 ? { gapMinutes: `${gapMs / MINUTE_MS}` } : {}),
  };
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
  const seasons = fields.seasons.map((each) => ({ ...each, times: move(each.times) }));
  return { ...fields, times: move(fields.times), seasons };
}
