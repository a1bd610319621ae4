// Schedules that have not ended, read some at a time: a province's are tens of thousands of rows.
// It must never know what they are read for.
import type { Schedule } from '../../domain/model.ts';
import type { Piecemeal } from '../../domain/piecemeal.ts';
import type { Deps } from '../deps.ts';

/** Some milliseconds of rows between two breaths. */
const ROWS_AT_ONCE = 500;

/** By id; only those that are `wanted` are kept. */
export function* activeSchedules(
  { store }: Pick<Deps, 'store'>,
  wanted: (schedule: Schedule) => boolean,
): Piecemeal<Schedule[]> {
  const found: Schedule[] = [];
  let last: Schedule | undefined;
  do {
    const page = store.schedules.activeAfter(last?.id ?? null, ROWS_AT_ONCE);
    for (const one of page) if (wanted(one)) found.push(one);
    last = page.length < ROWS_AT_ONCE ? undefined : page.at(-1);
    yield;
  } while (last);
  return found;
}
