// Weekly repetitions as a person picks them, to and from the cron pattern the service keeps.
// It must never expand a pattern: which times it leads to is the service's to say.
/** days: 1 = Monday … 7 = Sunday, as in a commune's hours */
export type Weekly = { clock: string; days: readonly number[] };

export function patternOf({ clock, days }: Weekly): string | null {
  const found = /^(\d{2}):(\d{2})$/.exec(clock);
  if (found === null || days.length === 0) return null;
  const list = [...days].sort((a, b) => a - b).map((day) => day % 7);
  const week = days.length === 7 ? '*' : list.join(',');
  return `${Number(found[2])} ${Number(found[1])} * * ${week}`;
}

/** null: not a pattern of this simple kind; then it is shown as it is */
export function weeklyOf(pattern: string): Weekly | null {
  const found = /^(\d{1,2}) (\d{1,2}) \* \* (\*|[\d,-]+)$/.exec(pattern.trim());
  if (found === null) return null;
  const [, minute = '', hour = '', week = ''] = found;
  const days = week === '*' ? [1, 2, 3, 4, 5, 6, 7] : daysOf(week);
  return { clock: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, days };
}

function daysOf(week: string): number[] {
  const all = week.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  });
  return [...new Set(all.map((day) => (day === 0 ? 7 : day)))].sort((a, b) => a - b);
}
