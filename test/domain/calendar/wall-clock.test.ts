// Wall-clock in Asia/Ho_Chi_Minh on a machine in any zone: the same rules give the same instants everywhere.
// It must never run in this process alone: a zone is set before Node starts.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = `
import { firingsBetween, NO_SPECIAL_DAYS } from './src/domain/calendar/recurrence.ts';
import { faultOfRepeat } from './src/domain/calendar/rule-faults.ts';
import { repeat } from './test/domain/calendar/rules.ts';
import { occurrencesBetween } from './src/domain/airing/cron.ts';
import { spokenTime } from './src/domain/vietnam-time.ts';
const span = { fromMs: Date.parse('2027-12-30T00:00:00+07:00'), toMs: Date.parse('2028-03-05T00:00:00+07:00'), limit: 999 };
const rule = repeat({ at: [0, 1, 86399], seasons: [{ from: '02-29', until: '03-01', at: [43200] }] });
const fields = { second: [59], minute: [59], hour: [23], dayOfMonth: ['L'], month: [1,2,3,4,5,6,7,8,9,10,11,12], dayOfWeek: [0,1,2,3,4,5,6] };
console.log(JSON.stringify([
  firingsBetween({ rule, special: NO_SPECIAL_DAYS, ...span }).map((f) => f.atMs),
  occurrencesBetween({ fields, ...span }),
  faultOfRepeat(rule),
  spokenTime(span.fromMs),
]));
`;

test('New Year, leap day, midnight and the last second of a year are the same in every zone', () => {
  const said = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Apia'].map((TZ) =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], {
      cwd: root,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  );
  expect(new Set(said).size).toBe(1);
  const [times, last, fault, spoken] = JSON.parse(said[0] ?? '') as [
    number[],
    number[],
    null,
    { vi: string },
  ];
  const iso = (ms: number) => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19);
  expect(times.slice(4, 9).map(iso)).toEqual([
    '2027-12-31T00:00:01',
    '2027-12-31T23:59:59',
    '2028-01-01T00:00:00',
    '2028-01-01T00:00:01',
    '2028-01-01T23:59:59',
  ]);
  expect(times.map(iso).filter((each) => each.includes('-02-29'))).toEqual(['2028-02-29T12:00:00']);
  expect(last.map(iso)).toEqual([
    '2027-12-31T23:59:59',
    '2028-01-31T23:59:59',
    '2028-02-29T23:59:59',
  ]);
  expect([fault, spoken.vi]).toEqual([null, '00:00 ngày 30/12/2027']);
}, 60_000);

test("no rule of time asks this machine's zone", () => {
  const local =
    /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|toLocale(Date|Time)?String|new Date\(\d+,/;
  for (const room of ['src/domain/calendar', 'src/domain/airing', 'src/services/calendar'])
    for (const file of readdirSync(join(root, room)))
      if (file.endsWith('.ts'))
        expect([file, local.test(readFileSync(join(root, room, file), 'utf8'))]).toEqual([
          file,
          false,
        ]);
});
