// What is known of a speaker, fact by fact, each in words with how good it is.
// It must never sum facts up: a speaker that is online may still hold nothing for tomorrow.
import type { Speaker } from '../../../http/schemas/speaker.ts';
import { dayNumber, figure, hour, when } from '../../format.ts';
import type { Tone } from '../../parts/icons.tsx';
import { words } from '../../words.ts';
import { age, ago } from './ages.ts';
import { stateOf } from './filters.ts';

export type Fact = { name: string; says: string; tone: Tone };

/** A listener hears two speakers apart from a tenth of a second on (devices/PROTOCOL.md). */
const CLOCK_OFF_MS = 50;
const BATTERY_LOW = 30;

const LINK_TONE: Record<Speaker['link']['state'], Tone> = {
  online: 'good',
  late: 'wait',
  silent: 'bad',
  never: 'bad',
  'no-unit': 'plain',
};

export function linkOf(speaker: Speaker, nowMs: number): Fact {
  const { link, heardAtMs, online } = speaker;
  const w = words.value;
  const tone = LINK_TONE[stateOf(speaker)];
  const fact = (says: string): Fact => ({ name: w.pole.link, says, tone });
  if (link.state === 'no-unit') return fact(w.speakers.noUnit);
  if (link.state === 'never' || heardAtMs === null) return fact(w.speakers.never);
  if (link.state === 'online') return fact(online ? w.speakers.online : w.pole.justGone);
  if (link.state === 'late') return fact(w.pole.late);
  const since = link.sinceMs ?? heardAtMs;
  return fact(`${w.speakers.since(when(since))} (${age(since, nowMs)})`);
}

export function heardOf({ heardAtMs }: Speaker, nowMs: number): Fact | null {
  const w = words.value.pole;
  if (heardAtMs === null) return null;
  return { name: w.heard, says: ago(heardAtMs, nowMs), tone: 'plain' };
}

export function powerOf({ power }: Speaker): Fact {
  const w = words.value.pole;
  if (power === null) return { name: w.power, says: w.powerUnknown, tone: 'plain' };
  const { source, batteryPercent } = power;
  const percent = batteryPercent === null ? null : figure(batteryPercent);
  if (source === 'mains')
    return {
      name: w.power,
      says: percent === null ? w.mains : w.mainsBattery(percent),
      tone: 'good',
    };
  const tone = batteryPercent !== null && batteryPercent < BATTERY_LOW ? 'bad' : 'wait';
  return { name: w.power, says: percent === null ? w.battery : w.batteryAt(percent), tone };
}

export function clockOf({ clockErrorMs }: Speaker): Fact {
  const w = words.value;
  if (clockErrorMs === null) return { name: w.pole.clock, says: w.speakers.noClock, tone: 'wait' };
  const off = Math.abs(clockErrorMs);
  const says = w.pole.off(off < 1_000 ? `${figure(off, 1)} ms` : `${figure(off / 1_000, 1)} s`);
  return { name: w.pole.clock, says, tone: off > CLOCK_OFF_MS ? 'wait' : 'good' };
}

/** What is planned is sent half an hour before: that nothing is held of it is no fault. */
export function holdsOf({ holds: { due, held, planned } }: Speaker): Fact {
  const w = words.value.pole;
  if (due === 0) {
    const says = planned === 0 ? w.nothingDue : w.toSend(planned);
    return { name: w.holds, says, tone: 'plain' };
  }
  const tone: Tone = held >= due ? 'good' : held === 0 ? 'bad' : 'wait';
  const says = [w.held(held, due), ...(planned === 0 ? [] : [w.moreToSend(planned)])].join('; ');
  return { name: w.holds, says, tone };
}

export function simOf({ sim }: Speaker): Fact | null {
  const w = words.value.pole;
  if (!sim?.warn || sim.renewsAtMs === null) return null;
  return { name: w.sim, says: w.simDue(day(sim.renewsAtMs)), tone: 'bad' };
}

export function lastOf({ lastVerdict }: Speaker): Fact {
  const w = words.value;
  const name = w.speakers.last;
  if (lastVerdict === null) return { name, says: w.speakers.noLast, tone: 'plain' };
  const reason = w.reason[lastVerdict.reason];
  const says = `${w.verdict[lastVerdict.kind]}${reason && ` (${reason})`}, ${lastVerdict.title}, ${when(lastVerdict.playAtMs)}`;
  return { name, says, tone: VERDICT_TONE[lastVerdict.kind] };
}

export const VERDICT_TONE: Record<NonNullable<Speaker['lastVerdict']>['kind'], Tone> = {
  played: 'good',
  'partly-played': 'wait',
  'pre-empted': 'wait',
  'skipped-by-rule': 'plain',
  failed: 'bad',
};

/** Until when, in the fewest words: the hour today, else with the day. */
export function untilWords(untilMs: number, nowMs: number): string {
  const isMidnight = hour(untilMs) === '00:00';
  if (isMidnight && dayNumber(untilMs - 1) === dayNumber(nowMs)) return words.value.hush.endOfDay;
  return dayNumber(untilMs) === dayNumber(nowMs) ? hour(untilMs) : when(untilMs);
}

/** Day, month and year, as on a bill. */
export const day = (ms: number): string =>
  new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');
