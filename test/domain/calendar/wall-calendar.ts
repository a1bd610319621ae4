// A wall calendar: every day of a span asked by its name, with plain dates, whether a rule fires on it.
// It must never share a line with what it judges.
import type { RepeatRule } from '../../../src/domain/calendar/calendar-model.ts';

const DAY = 86_400_000;

/** Every day of the span is asked by its name, with plain dates. */
export function oracle(
  rule: RepeatRule,
  from: number,
  days: number,
  feasts: ReadonlyMap<string, string>,
) {
  const found: string[] = [];
  for (let n = 0; n < days; n += 1) {
    const date = new Date(from + n * DAY + 7 * 3_600_000);
    const iso = date.toISOString().slice(0, 10);
    if (iso < rule.fromDay || (rule.untilDay !== null && iso > rule.untilDay)) continue;
    const first = new Date(`${rule.fromDay}T00:00:00Z`);
    const [d, w] = [date.getUTCDate(), date.getUTCDay() === 0 ? 7 : date.getUTCDay()];
    const lastOfMonth = new Date(
      Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
    ).getUTCDate();
    const passed = Math.round((Date.parse(`${iso}T00:00:00Z`) - first.getTime()) / DAY);
    const monday = (x: Date) => Math.round(x.getTime() / DAY - ((x.getUTCDay() + 6) % 7));
    const months =
      (date.getUTCFullYear() - first.getUTCFullYear()) * 12 +
      date.getUTCMonth() -
      first.getUTCMonth();
    const { days: p } = rule;
    let hit = false;
    if (p.every === 'day') hit = passed % p.step === 0;
    else if (p.every === 'week')
      hit =
        p.weekdays.includes(w) &&
        ((monday(new Date(`${iso}T00:00:00Z`)) - monday(first)) / 7) % p.step === 0;
    else if (months % p.step !== 0) hit = false;
    else if (p.every === 'month')
      hit = p.days.some((x) => x === d || (x === -1 && d === lastOfMonth));
    else {
      const same: number[] = [];
      for (let x = 1; x <= lastOfMonth; x += 1) if ((x - d) % 7 === 0) same.push(x);
      hit = w === p.weekday && (p.nth === -1 ? same.at(-1) === d : same[p.nth - 1] === d);
    }
    const kind = feasts.get(iso) as 'holiday' | 'mourning' | undefined;
    const wish = kind ? rule.special[kind] : 'as-usual';
    const onlySome = Object.values(rule.special).includes('only');
    if (!hit || wish === 'skip' || (onlySome && wish !== 'only' && wish !== 'replace')) continue;
    const mmdd = iso.slice(5);
    const season = rule.seasons.find(({ from: a, until: b }) =>
      a <= b ? a <= mmdd && mmdd <= b : mmdd >= a || mmdd <= b,
    );
    for (const s of [...new Set(season?.at ?? rule.at)].sort((a, b) => a - b))
      found.push(
        `${iso} ${new Date(s * 1_000).toISOString().slice(11, 19)}${wish === 'replace' ? ' other' : ''}`,
      );
  }
  return found;
}
