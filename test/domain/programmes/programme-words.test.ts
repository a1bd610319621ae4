// What the planner is told of a programme, and what a template may say.
// It must never be spoken to a village.
import { expect, test } from 'vitest';
import type { Missing } from '../../../src/domain/programmes/edition-plan.ts';
import {
  BARE,
  type ProgrammeTemplate,
  USUAL_CHOOSING,
  USUAL_PAUSES,
} from '../../../src/domain/programmes/programme-model.ts';
import {
  clockOf,
  sayBroken,
  sayLeftOut,
  sayMissing,
} from '../../../src/domain/programmes/programme-words.ts';
import { templateFault } from '../../../src/domain/programmes/template-faults.ts';

const names = (code: string) => (code === 'mww' ? 'Tiếng Mông' : code);
const missing: Missing = {
  ...{ originalId: '1', title: 'Họp bản', kind: 'item', language: 'mww', there: null },
};
const named = { originalId: '1', title: 'Họp bản' };

test('what is missing is named with its language and the reason', () => {
  expect(sayMissing(missing, names).vi).toBe('“Họp bản” chưa có bằng tiếng Mông.');
  const there = { bulletinId: 'x', why: 'making' as const };
  expect(sayMissing({ ...missing, there }, names)).toEqual({
    vi: '“Họp bản” bằng tiếng Mông đang tạo âm thanh.',
    en: '“Họp bản” in Tiếng Mông is having its sound made.',
  });
});

test('what is left out is named with what it needs', () => {
  const unsaid = { ...named, why: 'no-language' as const };
  expect(sayLeftOut({ ...unsaid, there: null }).vi).toContain('không có bản nào');
  const there = { bulletinId: '1', language: 'vie', why: 'expired' as const };
  expect(sayLeftOut({ ...unsaid, there }).vi).toBe('“Họp bản” bị bỏ ra: đã hết hạn.');
  const left = { ...named, why: 'no-room' as const, needsMs: 95_000, leftMs: 5_000 };
  expect(sayLeftOut(left).vi).toBe('“Họp bản” bị bỏ ra: cần 1:35, chỉ còn 0:05.');
  expect(clockOf(3_600_000)).toBe('60:00');
});

test('a part that broke says which, why and what to do', () => {
  const says = sayBroken({ bulletinId: 'b', title: 'Họp bản', why: 'expired' });
  expect(says.vi).toContain('“Họp bản” đã hết hạn');
  expect(says.en).toContain('Build it again');
});

type Written = Pick<ProgrammeTemplate, 'pauses' | 'repeats' | 'mostMinutes' | 'choosing'>;
const fine: Written = { ...BARE, choosing: USUAL_CHOOSING };

test.each<[string, Partial<Written>, string | null]>([
  ['as usual', {}, null],
  ['at its longest', { mostMinutes: 180 }, null],
  ['pauses of a minute', { pauses: { ...USUAL_PAUSES, betweenMs: 60_000 } }, 'pauses'],
  ['said nine times', { repeats: 9 }, 'repeats'],
  ['never said', { repeats: 0 }, 'repeats'],
  ['of no minutes', { mostMinutes: 0 }, 'mostMinutes'],
  ['from nowhere', { choosing: { ...USUAL_CHOOSING, given: false, own: false } }, 'choosing'],
  ['of no days', { choosing: { ...USUAL_CHOOSING, days: 0 } }, 'choosing'],
  ['of ninety bulletins', { choosing: { ...USUAL_CHOOSING, most: 90 } }, 'choosing'],
  ['never aired', { choosing: { ...USUAL_CHOOSING, airedFewerThan: 0 } }, 'choosing'],
])('a template %s', (_, of, place) => {
  expect(templateFault({ ...fine, ...of })?.place ?? null).toBe(place);
});
