import { describe, expect, test } from 'vitest';
import { cleanName, cut, smsText, withoutMarks } from '../../src/domain/told/notification-text.ts';
import {
  afterQuiet,
  firstSettings,
  lifeMs,
  nextTryMs,
  TRIES_MAX,
} from '../../src/domain/told/notification-times.ts';

const at = (clock: string) => Date.parse(`2026-12-05T${clock}:00+07:00`);

describe('letters that leave the house', () => {
  test.each([
    ['a header forged', 'Họp\r\nBcc: x@y', 'Họp Bcc: x@y'],
    ['a name turned around', 'a\u202Efdp.exe', 'afdp.exe'],
    ['marks nobody sees', '\u200Fxin\u0000chào\u2066', 'xinchào'],
    ['spaces', '  a \t\n b ', 'a b'],
  ])('%s is cleaned', (_what, written, clean) => {
    expect(cleanName(written)).toBe(clean);
  });

  test('500 letters become 80, whole letters and not halves of them', () => {
    expect([...cleanName('ắ'.repeat(500))]).toHaveLength(80);
    expect(cut('😀😀😀', 2)).toBe('😀…');
    expect(cut('ab', 2)).toBe('ab');
  });

  test('without diacritics every letter is in the plain alphabet of SMS', () => {
    expect(withoutMarks('Đập ở bản Mòng: “xả lũ” – 3 giờ… · ‘nhanh’ 😀{}')).toBe(
      'Dap o ban Mong: "xa lu" - 3 gio... - \'nhanh\' ',
    );
  });

  const link = 'https://v.vn/#/told';
  test.each([
    ['fits', 'Loa im lặng', true, `Loa im lang\n${link}`],
    ['keeps its marks when asked', 'Loa im lặng', false, `Loa im lặng\n${link}`],
    ['is cut to leave room for the way', 'ă'.repeat(300), true, `${'a'.repeat(137)}...\n${link}`],
    ['is cut at two messages', 'ă'.repeat(300), false, `${'ă'.repeat(111)}...\n${link}`],
  ])('an SMS %s', (_what, says, plain, text) => {
    expect(smsText({ says, link, plain })).toBe(text);
  });

  test('an address that would fill the message is left out', () => {
    const far = `https://${'x'.repeat(90)}.vn/#/told`;
    expect(smsText({ says: 'Loa im lặng', link: far, plain: true })).toBe('Loa im lang');
    expect(smsText({ says: 'a'.repeat(200), link: far, plain: true })).toHaveLength(160);
  });
});

describe('when it goes', () => {
  const night = { fromMinute: 1_260, toMinute: 360 };
  const noon = { fromMinute: 690, toMinute: 810 };
  test.each([
    ['20:59', night, false, '20:59'],
    ['05:59', night, false, '06:00'],
    ['00:00', night, false, '06:00'],
    ['06:00', night, false, '06:00'],
    ['12:00', noon, false, '13:30'],
    ['11:29', noon, false, '11:29'],
    ['13:30', noon, false, '13:30'],
    ['23:00', null, false, '23:00'],
    ['23:00', { fromMinute: 60, toMinute: 60 }, false, '23:00'],
    ['23:00', night, true, '23:00'],
  ])('at %s with %j, urgent %s: %s', (clock, quiet, urgent, wanted) => {
    expect(afterQuiet({ nowMs: at(clock), quiet, urgent })).toBe(at(wanted));
  });

  test('late in the evening waits for the next morning', () => {
    const { quiet } = firstSettings('lan');
    expect(afterQuiet({ nowMs: at('21:00'), quiet, urgent: false })).toBe(at('06:00') + 86_400_000);
  });

  test('tries lie further and further apart, and end', () => {
    const nowMs = at('12:00');
    const next = (tries: number, of: object = {}) =>
      nextTryMs({ nowMs, tries, sinceMs: nowMs, urgent: false, askedMs: 0, ...of });
    const waits = Array.from({ length: TRIES_MAX }, (_, n) => next(n + 1));
    expect(waits.at(-1)).toBeNull();
    const real = waits.slice(0, -1).map((atMs) => (atMs ?? 0) - nowMs);
    expect(real).toEqual([...real].sort((a, b) => a - b));
    expect(next(1, { askedMs: 120_000 })).toBe(nowMs + 120_000);
    expect(next(1, { sinceMs: nowMs - lifeMs(false) })).toBeNull();
    expect(next(6, { sinceMs: nowMs - lifeMs(true) + 60_000, urgent: true })).toBeNull();
  });
});
