// A cron pattern's text parsed by node-cron, as the domain expands it (issue #2, 3).
// It must never know when a pattern fires: src/domain/airing/cron.ts does.
import { parse, validateDetailed } from 'node-cron';
import type { CronFields } from '../../domain/airing/cron.ts';
import { neverFires } from '../../domain/airing/schedule-problems.ts';
import { refusal } from '../refusals.ts';

/** Patterns differ little between communes; a parse is 20 µs, the plan asks for each every few seconds. */
const KEPT_MAX = 1_000;
const kept = new Map<string, CronFields | null>();

/** null: node-cron cannot read it */
export function fieldsOf(pattern: string): CronFields | null {
  const known = kept.get(pattern);
  if (known !== undefined) return known;
  const fields = validateDetailed(pattern).valid ? parse(pattern) : null;
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(pattern, fields);
  return fields;
}

/**
 * null: readable, but node-cron itself sees that it can never fire (30 February)
 * @throws AppError that names the wrong field, as node-cron names it
 */
export function readPattern(pattern: string): CronFields | null {
  const fields = fieldsOf(pattern);
  if (fields) return fields;
  const [first] = validateDetailed(pattern).errors;
  if (first?.message.includes('impossible day of month')) return null;
  // node-cron calls 30 February unreadable; to a planner it is a day that never comes
  if (first?.message.includes('impossible day')) throw neverFires(`“${pattern}”`);
  const where = first ? ` (${first.field}: ${first.value ?? ''})` : '';
  throw refusal('caller', 'bad-pattern', {
    vi: `Không đọc được mẫu giờ "${pattern}"${where}. Mẫu gồm phút, giờ, ngày, tháng, thứ; ví dụ "0 17 * * 1-6".`,
    en: `The pattern "${pattern}" cannot be read${where}. It has minute, hour, day, month, weekday; for example "0 17 * * 1-6".`,
    place: 'rule.pattern',
  });
}
