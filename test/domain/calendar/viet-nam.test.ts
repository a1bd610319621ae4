// The country's holidays as they come with the product, held against the moon.
// It must never take a date on trust.
import { expect, test } from 'vitest';
import { countryDays } from '../../../src/special-days.ts';
import { lunarOf } from './lunar.ts';

const YEARS = [2026, 2027, 2028, 2029, 2030, 2031];
const named = (name: string, year: number) =>
  countryDays().filter((day) => day.name === name && day.fromDay.startsWith(`${year}`));
const before = (iso: string, days: number) =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

test.each([
  ['2025-01-29', 1, 1, false],
  ['2025-07-25', 1, 6, true],
  // where Vietnam and China disagree by a day, or by a month
  ['2007-02-17', 1, 1, false],
  ['1985-01-21', 1, 1, false],
])('the oracle knows that %s was day %i of month %i', (iso, day, month, leap) => {
  expect(lunarOf(iso)).toEqual({ day, month, leap });
});

test.each(YEARS)('%i has its seven occasions, Tết and Giỗ Tổ by the moon of Hà Nội', (year) => {
  const days = countryDays().filter(({ id }) => id.startsWith(`vn-${year}-`));
  expect(days).toHaveLength(7);
  const [tet] = named('Tết Nguyên đán', year);
  expect(lunarOf(before(tet?.fromDay ?? '', 1))).toMatchObject({ day: 1, month: 1 });
  expect(before(tet?.fromDay ?? '', 4)).toBe(tet?.untilDay);
  const [gioTo] = named('Giỗ Tổ Hùng Vương', year);
  expect(lunarOf(gioTo?.fromDay ?? '')).toEqual({ day: 10, month: 3, leap: false });
  const [national] = named('Quốc khánh', year);
  expect([national?.fromDay, national?.untilDay]).toContain(`${year}-09-02`);
  expect(before(national?.fromDay ?? '', 1)).toBe(national?.untilDay);
  for (const [name, day] of [
    ['Tết Dương lịch', '01-01'],
    ['Ngày Chiến thắng', '04-30'],
    ['Ngày Quốc tế Lao động', '05-01'],
    ['Ngày Văn hóa Việt Nam', '11-24'],
  ] as const)
    expect(named(name, year)).toMatchObject([
      { fromDay: `${year}-${day}`, untilDay: `${year}-${day}` },
    ]);
});

test('every one says by what it is a holiday, and is nobody’s to change', () => {
  for (const { note, tenantId, kind } of countryDays()) {
    expect(note).toMatch(/Điều 112|Nghị quyết 80-NQ\/TW/);
    expect({ tenantId, kind }).toEqual({ tenantId: null, kind: 'holiday' });
  }
});
