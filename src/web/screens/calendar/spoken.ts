// One item of the calendar as words: what stands on it, and its whole name for whoever hears it.
// It must never word why an airing failed: that sentence comes from the service.
import { hour, length } from '../../format.ts';
import { said, words } from '../../words.ts';
import type { Item } from './items.ts';

/** "2 phút"; seconds only where there are any. */
export function lengthWord({ durationMs }: Item): string {
  const seconds = Math.round(durationMs / 1_000);
  const isWhole = seconds >= 60 && seconds % 60 === 0;
  return isWhole ? words.value.calendar.wholeMinutes(seconds / 60) : length(seconds);
}

export const stateWord = (item: Item): string => words.value.calendar.states[item.state];

/** "4/5 cụm loa", of what aired; of what is to come, how many say nothing */
export function countWord({ counts, silent }: Item): string | null {
  if (silent !== null) return words.value.calendar.silentOf(silent.silent, silent.all);
  if (counts === null || counts.all === 0) return null;
  return words.value.calendar.heard(counts.played + counts.partly, counts.all);
}

export function priorityWord({ priority }: Item): string | null {
  const w = words.value.calendar;
  if (priority === 'emergency') return words.value.say.emergency;
  return priority === 'priority' ? w.priority : null;
}

/** "17:30, Họp bản, 2 phút, bản Nà Cạn, sẵn sàng" */
export function nameOf(item: Item, where: string): string {
  const why = item.why === null ? null : said(item.why);
  return [
    hour(item.playAtMs),
    item.title,
    lengthWord(item),
    where,
    stateWord(item),
    countWord(item),
    priorityWord(item),
    item.isMoved ? words.value.calendar.moved : null,
    why,
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}

export function hindranceWord({ hindrance }: Item): string | null {
  if (hindrance === null) return null;
  const known: Readonly<Record<string, string>> = words.value.hindrance;
  return known[hindrance] ?? words.value.calendar.states.ended;
}
