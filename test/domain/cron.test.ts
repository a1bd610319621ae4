// When patterns fire, in Vietnam's time: known dates, patterns that never fire, and agreement with node-cron itself.
// It must never know schedules.
import fc from 'fast-check';
import nodeCron from 'node-cron';
import { afterEach, expect, test, vi } from 'vitest';
import {
  type CronFields,
  nextOccurrence,
  occurrencesBetween,
} from '../../src/domain/airing/cron.ts';
import { DAY_MS } from '../../src/domain/vietnam-time.ts';
import { at } from './samples.ts';

const SEED = Number(process.env.SEED ?? 20_261_205);
console.log(`cron properties: SEED=${SEED}`);

afterEach(() => {
  vi.useRealTimers();
});

const fieldsOf = (pattern: string): CronFields => nodeCron.parse(pattern);
const spoken = (atMs: number) =>
  new Date(atMs + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const first = (pattern: string, count: number, from = at('2026-12-05', '12:00')) =>
  occurrencesBetween({
    fields: fieldsOf(pattern),
    fromMs: from,
    toMs: from + 800 * DAY_MS,
    limit: count,
  }).map(spoken);

test.each([
  ['every day at five in the afternoon', '0 17 * * *', ['2026-12-05 17:00', '2026-12-06 17:00']],
  ['weekdays only', '30 5 * * 1-5', ['2026-12-07 05:30', '2026-12-08 05:30']],
  ['Sunday as 0 or 7', '0 17 * * 7', ['2026-12-06 17:00', '2026-12-13 17:00']],
  ['just after midnight', '1 0 * * *', ['2026-12-06 00:01', '2026-12-07 00:01']],
  ['the last day of the month', '0 17 L * *', ['2026-12-31 17:00', '2027-01-31 17:00']],
  ['three days before it', '0 17 L-3 * *', ['2026-12-28 17:00', '2027-01-28 17:00']],
  ['the working day nearest the 15th', '0 7 15W * *', ['2026-12-15 07:00', '2027-01-15 07:00']],
  ['a 1st on Saturday moves on', '0 7 1W 5 *', ['2027-05-03 07:00', '2028-05-01 07:00']],
  ['a 31st on Sunday moves back', '0 7 31W 1 *', ['2027-01-29 07:00', '2028-01-31 07:00']],
  ['the last working day', '0 7 LW * *', ['2026-12-31 07:00', '2027-01-29 07:00']],
  ['the second Friday', '0 7 * * 5#2', ['2026-12-11 07:00', '2027-01-08 07:00']],
  ['the last Friday', '0 7 * * 5L', ['2026-12-25 07:00', '2027-01-29 07:00']],
  ['both days must agree (AND)', '0 7 1-7 * 1', ['2026-12-07 07:00', '2027-01-04 07:00']],
  ['29 February', '0 7 29 2 *', ['2028-02-29 07:00']],
  ['one minute written twice', '0,0 17 * * *', ['2026-12-05 17:00', '2026-12-06 17:00']],
])('%s: %s', (_, pattern, expected) => {
  expect(first(pattern, expected.length)).toEqual(expected);
});

test('the span has its start inside and its end outside', () => {
  const [fromMs, toMs] = [at('2026-12-05', '17:00'), at('2026-12-06', '17:00')];
  const found = occurrencesBetween({ fields: fieldsOf('0 17 * * *'), fromMs, toMs, limit: 9 });
  expect(found).toEqual([fromMs]);
});

test('no more than the limit are named', () => {
  expect(first('* * * * * *', 3)).toHaveLength(3);
});

test('a fifth Friday in February is found however many years away', () => {
  const found = nextOccurrence(fieldsOf('0 7 * 2 5#5'), at('2026-12-05', '12:00'));
  expect(spoken(found ?? 0)).toBe('2036-02-29 07:00');
});

test.each(['0 7 L-30 2 *', '0 7 31W 2 *'])('%s never fires', (pattern) => {
  expect(nextOccurrence(fieldsOf(pattern), at('2026-12-05', '12:00'))).toBeNull();
});

test('a token no parser would hand out never fires', () => {
  const fields = { ...fieldsOf('0 7 * * *'), dayOfMonth: ['?'] };
  expect(nextOccurrence(fields, at('2026-12-05', '12:00'))).toBeNull();
  const other = { ...fieldsOf('0 7 * * *'), dayOfWeek: ['?'] };
  expect(nextOccurrence(other, at('2026-12-05', '12:00'))).toBeNull();
});

// ---- agreement with node-cron ----

const pick = (...values: string[]) => fc.constantFrom(...values);
const list = (item: fc.Arbitrary<string>) =>
  fc.array(item, { minLength: 1, maxLength: 2 }).map((items) => items.join(','));
const between = (min: number, max: number) => fc.integer({ min, max }).map(String);
const field = (min: number, max: number, names: string[] = []) =>
  fc.oneof(
    fc.constant('*'),
    list(between(min, max)),
    fc.tuple(between(min, max), between(min, max)).map(([a, b]) => `${a}-${b}`),
    fc.integer({ min: 2, max: 7 }).map((step) => `*/${step}`),
    ...(names.length > 0 ? [list(pick(...names))] : []),
  );
const pattern = fc
  .tuple(
    pick('', '0 ', '30 ', '*/20 '),
    field(0, 59),
    field(0, 23),
    field(1, 31, ['L', 'L-2', 'L-30', '1W', '15W', '30W', '31W', 'LW', '15']),
    field(1, 12, ['jan', 'feb', '2']),
    field(0, 7, ['5L', '7L', '0L', '1#1', '7#3', '5#5', 'mon', 'sun']),
  )
  .map(([second, ...rest]) => second + rest.join(' '))
  .filter((text) => nodeCron.validate(text));
const instant = fc.integer({ min: at('2026-01-01', '00:00'), max: at('2032-12-31', '00:00') });

const taskOf = (text: string) =>
  nodeCron.createTask(text, () => undefined, { timezone: 'Asia/Ho_Chi_Minh' });

test('the next three times are those node-cron would run, for any pattern', () => {
  vi.useFakeTimers({ toFake: ['Date'] }); // node-cron walks from the machine's clock
  const property = fc.property(pattern, instant, (text, someMs) => {
    const fromMs = Math.floor(someMs / 1_000) * 1_000;
    const toMs = fromMs + 400 * DAY_MS;
    vi.setSystemTime(fromMs - 1);
    const mine = occurrencesBetween({ fields: fieldsOf(text), fromMs, toMs, limit: 3 });
    const theirs = nextThree(taskOf(text)).filter((atMs) => atMs < toMs);
    expect([text, mine]).toEqual([text, theirs]);
  });
  fc.assert(property, { seed: SEED, numRuns: 120 });
});

test('a time taken anywhere fires for us exactly when it matches for node-cron', () => {
  const property = fc.property(pattern, instant, (text, someMs) => {
    const atMs = Math.floor(someMs / 60_000) * 60_000;
    const span = { fields: fieldsOf(text), fromMs: atMs, toMs: atMs + 1, limit: 1 };
    expect([text, occurrencesBetween(span).length]).toEqual([
      text,
      taskOf(text).match(new Date(atMs)) ? 1 : 0,
    ]);
  });
  fc.assert(property, { seed: SEED, numRuns: 400 });
});

/** No next match within a hundred years is an exception there, and nothing here. */
function nextThree(task: ReturnType<typeof taskOf>): number[] {
  try {
    return task.getNextRuns(3).map((date) => date.getTime());
  } catch {
    return [];
  }
}
