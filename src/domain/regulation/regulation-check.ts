// Whether a regulation, or a template of one, can stand: its windows, zones, volumes and numbers.
// It must never know who writes it, nor what is planned under it.
import type { AllowedHours, HoursWindow } from '../../../devices/protocol/index.ts';
import { APPROVAL_MODES } from '../approval/approval-group.ts';
import { AppError, type Sentence } from '../errors.ts';
import { VIETNAM_OFFSET_MS } from '../vietnam-time.ts';
import {
  LEVELS,
  type RegulationRules,
  type RegulationTemplate,
  SPECIAL_ZONES,
  ZONES,
} from './regulation-model.ts';
import { hoursOfSite, volumesOfSite } from './zone-hours.ts';

const UTC_OFFSET_MIN = VIETNAM_OFFSET_MS / 60_000;
/** What a policy carries to a pole (devices/protocol/terms.ts, orders.ts). */
const WINDOWS_MAX = 28;
const VOLUMES_MAX = 24;

/** @returns the first thing wrong, or null when it may stand */
export function regulationFault(of: {
  hours: AllowedHours;
  rules: RegulationRules;
}): AppError | null {
  const { hours, rules } = of;
  // schedules and the sentences about them are Vietnam's time; other hours would be silently moved
  if (hours.utcOffsetMin !== UTC_OFFSET_MIN) return notVietnamsTime();
  if (hours.windows.some(isEmpty)) return emptyWindow('hours.windows');
  for (const zone of SPECIAL_ZONES)
    if (rules.zones[zone]?.some(isEmpty)) return emptyWindow(`rules.zones.${zone}`);
  if (rules.quiet.some(isEmpty)) return emptyWindow('rules.quiet');
  if (rules.volumes.some(isEmpty)) return emptyWindow('rules.volumes');
  for (const zone of ZONES) {
    if (hoursOfSite(of, zone).windows.length > WINDOWS_MAX) return tooManyWindows();
    if (volumesOfSite(rules, zone).length > VOLUMES_MAX) return tooManyVolumes();
  }
  return null;
}

const SPAN_KEYS = ['fromMinute', 'toMinute'] as const;

/** A file is no request: nothing has looked at its shape before. */
export function templateFault(template: RegulationTemplate): string | null {
  const { id, name, source, notes, windows, rules, approval } = template;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id) || id.length > 40) return 'id';
  for (const sentence of [name, source, notes])
    if (!isSentence(sentence)) return 'name|source|notes';
  const zones = SPECIAL_ZONES.flatMap((zone) => rules.zones[zone] ?? []);
  for (const window of [...windows, ...zones, ...rules.quiet])
    if (!isWindow(window)) return 'windows';
  for (const cap of rules.volumes)
    if (!isSpan(cap) || !ZONES.includes(cap.zone) || !isWithin(cap.percent, [0, 100]))
      return 'volumes';
  const { sessionsPerDay, minutesPerSession, sessionGapMinutes, order } = rules;
  if (sessionsPerDay !== null && !isWithin(sessionsPerDay, [1, 24])) return 'sessionsPerDay';
  if (minutesPerSession !== null && !isWithin(minutesPerSession, [1, 1_440]))
    return 'minutesPerSession';
  if (!isWithin(sessionGapMinutes, [1, 240])) return 'sessionGapMinutes';
  if (!order.every((level) => LEVELS.includes(level))) return 'order';
  if (approval !== undefined && !APPROVAL_MODES.includes(approval)) return 'approval';
  const hours = { utcOffsetMin: UTC_OFFSET_MIN, windows: windows as HoursWindow[] };
  return regulationFault({ hours, rules: { ...rules, template: id } })?.code ?? null;
}

type Span = { fromMinute: number; toMinute: number };

function isEmpty({ fromMinute, toMinute }: Span): boolean {
  return fromMinute >= toMinute;
}

function isSpan(span: Span): boolean {
  return SPAN_KEYS.every((key) => isWithin(span[key], [0, 1_440]));
}

function isWindow(window: HoursWindow): boolean {
  return (
    isSpan(window) && window.days.length > 0 && window.days.every((day) => isWithin(day, [1, 7]))
  );
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function isSentence({ vi, en }: Sentence): boolean {
  return [vi, en].every((text) => text.trim() !== '' && text.length <= 600);
}

function notVietnamsTime() {
  return fault('not-vietnams-time', 'hours.utcOffsetMin', {
    vi: 'Giờ phát tính theo giờ Việt Nam (UTC+7), utcOffsetMin phải là 420.',
    en: 'Allowed hours are in the time of Vietnam (UTC+7); utcOffsetMin must be 420.',
  });
}

function emptyWindow(place: string) {
  return fault('empty-window', place, {
    vi: 'Giờ bắt đầu phải trước giờ kết thúc. Qua nửa đêm thì chia thành hai khung giờ.',
    en: 'A window must start before it ends. Across midnight, make it two windows.',
  });
}

function tooManyWindows() {
  return fault('too-many-windows', 'rules.quiet', {
    vi: `Trừ giờ yên tĩnh ra thì còn quá ${WINDOWS_MAX} khung giờ, loa không nhớ hết. Hãy gộp bớt khung giờ hoặc giờ yên tĩnh.`,
    en: `Less the quiet hours there are more than ${WINDOWS_MAX} windows, which is more than a speaker keeps. Use fewer windows or quiet hours.`,
  });
}

function tooManyVolumes() {
  return fault('too-many-volumes', 'rules.volumes', {
    vi: `Mỗi khu vực nhiều nhất ${VOLUMES_MAX} mức âm lượng theo giờ. Hãy gộp bớt.`,
    en: `A zone has ${VOLUMES_MAX} volumes by hour at most. Use fewer.`,
  });
}

function fault(code: string, place: string, say: Sentence): AppError {
  return new AppError({ code, fault: 'caller', say, place });
}
