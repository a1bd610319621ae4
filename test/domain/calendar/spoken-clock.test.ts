// Times as people write them, and the ones that are refused by name.
// It must never guess for them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf } from '../../../src/domain/calendar/repeat-words.ts';
import { readClock } from '../../../src/domain/calendar/spoken-clock.ts';
import { AppError } from '../../../src/domain/errors.ts';

const read = (text: string) => {
  const found = readClock(text);
  return found instanceof AppError ? found.code : clockOf(found);
};

test.each([
  ['5h chiều', '17:00'],
  ['17h30', '17:30'],
  ['17:30', '17:30'],
  ['17.30', '17:30'],
  ['17', '17:00'],
  ['5 giờ 15 sáng', '05:15'],
  ['5 giờ 15 phút sáng', '05:15'],
  ['5 giờ 5 phút', '05:05'],
  ['17:30:15', '17:30:15'],
  ['17h30p15s', '17:30:15'],
  ['17h30\'15"', '17:30:15'],
  ['5 giờ 30 phút 20 giây chiều', '17:30:20'],
  ['17h 30m', '17:30'],
  ['5:30 PM', '17:30'],
  ['5:30 p.m.', '17:30'],
  ['5pm', '17:00'],
  ['12 am', '00:00'],
  ['12:30 AM', '00:30'],
  ['12 PM', '12:00'],
  ['12h đêm', '00:00'],
  ['nửa đêm', '00:00'],
  ['Giữa trưa', '12:00'],
  ['0h', '00:00'],
  ['0h đêm', '00:00'],
  ['2h đêm', '02:00'],
  ['11h đêm', '23:00'],
  ['23h đêm', '23:00'],
  ['3h khuya', '03:00'],
  ['11h trưa', '11:00'],
  ['1h trưa', '13:00'],
  ['12h trưa', '12:00'],
  ['12h chiều', '12:00'],
  ['13h chiều', '13:00'],
  ['17h chiều', '17:00'],
  ['6h tối', '18:00'],
  ['8h tối', '20:00'],
  ['5h rưỡi chiều', '17:30'],
  ['5 rưỡi', '05:30'],
  ['5g30', '05:30'],
  ['  LÚC  17h30 ', '17:30'],
  ['5h sáng sớm', '05:00'],
  ['5h chiê\u0300u'.normalize('NFD'), '17:00'],
])('"%s" is %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['25h', 'no-such-hour', '25 giờ'],
  ['24h', 'no-such-hour', 'ngày hôm sau'],
  ['24:00', 'no-such-hour', 'ngày hôm sau'],
  ['24h30', 'no-such-hour', '24 giờ'],
  ['5h60', 'no-such-minute', '60'],
  ['5:10:61', 'no-such-minute', '61'],
  ['13h chiều?', 'clock-unread', '13h chiều?'],
  ['16h sáng', 'wrong-part-of-day', 'buổi sáng'],
  ['7h chiều', 'wrong-part-of-day', 'buổi chiều'],
  ['15h am', 'wrong-part-of-day', 'AM'],
  ['12h sáng', 'wrong-part-of-day', 'sáng'],
  ['17:3', 'clock-unread', '17:3'],
  ['1730', 'clock-unread', '1730'],
  ['', 'clock-unread', '17h30'],
  ['mỗi sáng', 'clock-unread', 'mỗi sáng'],
  ['-5h', 'clock-unread', '-5h'],
  ['<script>', 'clock-unread', '<script>'],
  ['constructor', 'clock-unread', 'constructor'],
  ['13h đêm', 'wrong-part-of-day', 'đêm'],
  ['9'.repeat(500), 'clock-unread', '9'],
])('"%s" is refused as %s', (text, code, named) => {
  const found = readClock(text) as AppError;
  expect(found).toMatchObject({ code, fault: 'caller', place: 'text' });
  expect(found.say.vi).toContain(named);
  expect(found.say.en.length).toBeGreaterThan(20);
});

test('a refusal quotes what was written, short and without signs that turn a line around', () => {
  const found = readClock(`\u202e${'x'.repeat(300)}`) as AppError;
  expect(found.say.vi).not.toContain('\u202e');
  expect(found.say.vi.length).toBeLessThan(160);
});

test('every second of a day is read back as it is shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_399 }), (second) => {
      expect(readClock(clockOf(second))).toBe(second);
    }),
    { numRuns: 300 },
  );
});

test('whatever is written, the answer is a second of the day or a refusal', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => {
      const found = readClock(text);
      if (found instanceof AppError) expect(found.say.vi).toContain('"');
      else expect(found >= 0 && found < 86_400 && Number.isInteger(found)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
