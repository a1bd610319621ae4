// Numbers compared, profiles chosen and bounded, warnings worded.
// It must never know rows or routes.
import { describe, expect, test } from 'vitest';
import { numberKey } from '../../src/domain/documents/document-number.ts';
import { warningOf } from '../../src/domain/documents/document-warnings.ts';
import type { ReadingProfile } from '../../src/domain/documents/reading-model.ts';
import {
  chosenProfile,
  PROFILE_BOUNDS,
  profileProblem,
} from '../../src/domain/documents/reading-profile.ts';
import { isoDay } from '../../src/domain/vietnam-time.ts';
import { at, profile } from './samples.ts';

describe('a number is one number however it is spaced', () => {
  test.each([
    ['1009/QĐ-UBND', '1009/QĐ-UBND'],
    ['Số: 09/QĐ – UBND', '9/QĐ-UBND'],
    ['số 9/qđ-ubnd', '9/QĐ-UBND'],
    ['12 /2026/ NQ‑HĐND', '12/2026/NQ-HĐND'],
    ['0/QĐ', '0/QĐ'],
    ['9/QĐ-UBND'.normalize('NFD'), '9/QĐ-UBND'],
    ['/QĐ-UBND', null],
    ['', null],
    [null, null],
  ])('%s', (written, key) => {
    expect(numberKey(written)).toBe(key);
  });
});

describe('a profile', () => {
  test('in bounds is fine', () => {
    expect(profileProblem(profile())).toBeNull();
  });

  test.each(
    (Object.keys(PROFILE_BOUNDS) as (keyof typeof PROFILE_BOUNDS)[]).flatMap((name) => [
      [name, PROFILE_BOUNDS[name].min - 1] as const,
      [name, PROFILE_BOUNDS[name].max + 1] as const,
      [name, PROFILE_BOUNDS[name].min + 0.5] as const,
      [name, Number.NaN] as const,
    ]),
  )('whose %s is %s is refused with its bounds', (name, value) => {
    const problem = profileProblem(profile({ [name]: value } as Partial<ReadingProfile>));
    expect(problem).toMatchObject({ code: 'profile-out-of-bounds', place: `profile.${name}` });
    expect(problem?.say.en).toContain(`${PROFILE_BOUNDS[name].min} to ${PROFILE_BOUNDS[name].max}`);
  });

  test.each([
    ['its own', profile({ linh: 'lẻ' }), profile({ nghin: 'ngàn' }), 'own'],
    ['its province’s', null, profile({ nghin: 'ngàn' }), 'province'],
    ['the product’s', null, null, 'default'],
  ] as const)('is %s, the nearest there is', (_, own, province, from) => {
    const product = profile({ frame: 'none' });
    const chosen = chosenProfile({ own, province, product });
    expect(chosen).toEqual({ from, profile: own ?? province ?? product });
  });
});

describe('a bulletin’s page warns of a document', () => {
  test.each([
    ['draft', false, 'draft', /dự thảo đang lấy ý kiến/],
    ['draft', true, 'comments-over', /hết hạn góp ý/],
    ['not-yet-in-force', false, 'not-yet-in-force', /chưa có hiệu lực/],
    ['amended', false, 'amended', /sửa đổi/],
    ['repealed', true, 'repealed', /hết hiệu lực/],
  ] as const)('%s, lapsed %s', (kind, lapsed, code, words) => {
    const warning = warningOf({ number: '9/QĐ-UBND', standing: { kind, lapsed } });
    const unsure = warningOf({ number: null, standing: { kind, lapsed }, confirmed: false });
    expect(unsure?.say.vi).toContain('Chưa ai xác nhận');
    expect(warning?.say.vi).not.toContain('xác nhận');
    expect(warning).toMatchObject({ code, number: '9/QĐ-UBND' });
    expect(warning?.say.vi).toMatch(words);
    expect(warning?.say.en).toContain('9/QĐ-UBND');
  });

  test('by no number when it has none', () => {
    const { say } =
      warningOf({ number: null, standing: { kind: 'repealed', lapsed: false } }) ?? {};
    expect(say?.vi).toBe('Văn bản đã hết hiệu lực.');
  });

  test.each(['in-force', null] as const)('not when it is %s', (kind) => {
    expect(warningOf({ number: null, standing: { kind, lapsed: false } })).toBeNull();
  });
});

test('a day is Vietnam’s day', () => {
  expect(isoDay(at('2026-12-05', '00:30'))).toBe('2026-12-05');
  expect(isoDay(at('2026-12-05', '23:59'))).toBe('2026-12-05');
});
