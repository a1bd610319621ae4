// The country's holidays that come with the product: config/calendar/viet-nam.json, read and checked once.
// It must never know a commune, nor what a schedule does on such a day.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountryDay } from './domain/calendar/calendar-model.ts';
import { checkSpecialDay } from './domain/calendar/special-day.ts';
import { AppError } from './domain/errors.ts';
import { projectRoot } from './project-root.ts';

/** A dozen a year for a generation; a file above this is no list of feasts. */
const MAX_DAYS = 400;

let loaded: readonly CountryDay[] | null = null;

/** @throws AppError that says what to put right: at the service's start, not on the feast */
export function countryDays(): readonly CountryDay[] {
  loaded ??= loadDays(join(projectRoot, 'config', 'calendar', 'viet-nam.json'));
  return loaded;
}

type Written = Omit<CountryDay, 'tenantId' | 'kind'>;

export function loadDays(path: string): readonly CountryDay[] {
  try {
    const { days } = JSON.parse(readFileSync(path, 'utf8')) as { days: Written[] };
    if (days.length > MAX_DAYS) throw new Error(`${days.length} > ${MAX_DAYS}`);
    if (new Set(days.map(({ id }) => id)).size < days.length) throw new Error('an id twice');
    return days.map((written) => {
      const day: CountryDay = { ...written, tenantId: null, kind: 'holiday' };
      const fault = checkSpecialDay(day);
      if (fault) throw fault;
      return day;
    });
  } catch (cause) {
    throw broken(path, cause);
  }
}

function broken(path: string, cause: unknown): AppError {
  return new AppError({
    code: 'broken-calendar',
    fault: 'ours',
    say: {
      vi: `Tệp ngày nghỉ ${path} hỏng: ${String(cause)}. Hãy sửa lại tệp này.`,
      en: `The list of holidays ${path} is broken: ${String(cause)}. Put this file right.`,
    },
    cause,
  });
}
