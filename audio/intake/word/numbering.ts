// Word's automatic numbers: which label each numbered paragraph shows ("Điều 3.", "b)", "-").
// It must never know the text of a paragraph.
import { type Counting, counted } from '../markup/counting.ts';
import { LEVELS, type Level, type NumberingTables, type Plan } from './numbering-tables.ts';

export type Numbered = { num: string; level: number };

const COUNTINGS: Readonly<Record<string, Counting>> = {
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
};

/** Counts through a document, paragraph by paragraph; '' where nothing is shown. */
export function startCounting(tables: NumberingTables): (paragraph: Numbered) => string {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return ({ num: id, level: at }) => {
    const num = tables.nums.get(id);
    const found = num && planOf(tables, num.plan);
    if (!num || !found || !(at >= 0 && at < LEVELS)) return '';
    const levels = (index: number) => num.own[index] ?? found.plan.levels[index];
    const counts = counters.get(found.id) ?? [];
    counters.set(found.id, counts);
    const restart = begun.has(`${id}/${at}`) ? undefined : num.starts.get(at);
    begun.add(`${id}/${at}`);
    counts[at] = restart ?? (counts[at] ?? (levels(at)?.start ?? 1) - 1) + 1;
    counts.length = at + 1;
    return labelOf(levels, counts, at);
  };
}

/** A plan may only point to a style whose own plan has the levels (17.9.21). */
function planOf(tables: NumberingTables, id: string): { id: string; plan: Plan } | null {
  const plan = tables.plans.get(id);
  if (!plan?.numStyleLink) return plan ? { id, plan } : null;
  for (const [other, meant] of tables.plans)
    if (meant.styleLink === plan.numStyleLink) return { id: other, plan: meant };
  return { id, plan };
}

function labelOf(
  levels: (index: number) => Level | undefined,
  counts: readonly (number | undefined)[],
  at: number,
): string {
  const level = levels(at);
  if (level === undefined || level.format === 'none') return '';
  if (level.format === 'bullet') return /^[+o]$/u.test(level.pattern) ? '+' : '-';
  return level.pattern.replace(/%([1-9])/gu, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = levels(index)?.format ?? 'decimal';
    const value = counts[index] ?? levels(index)?.start ?? 1;
    if (format === 'decimalZero' && value < 10) return `0${value}`;
    return counted(value, COUNTINGS[format] ?? 'decimal');
  });
}
