// Days as texts write them, to ISO 8601 and back to what is read.
// It must never know today.

/** "05/4/2026", "5-4-2026", "05 tháng 4 năm 2026": three groups each. */
export const DAY =
  '(?:(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})|(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4}))(?!\\d)';
const FIRST = new RegExp(`ngày\\s+${DAY}`, 'u');

/** The groups of one DAY in a match, from `at`; null where there is no such day. */
export function isoDay(match: RegExpMatchArray, at = 1): string | null {
  const parts = [0, 1, 2].map((index) => match[at + index] ?? match[at + index + 3]);
  if (parts.includes(undefined)) return null;
  const [day, month, year] = parts as [string, string, string];
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The first "ngày …" of a line. */
export function dateOf(line: string): string | null {
  const match = FIRST.exec(line);
  return match === null ? null : isoDay(match);
}

export function daysAfter(iso: string, days: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** "2026-04-05" → "05/04/2026", which the grammar reads. */
export function writtenDay(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${year}`;
}
