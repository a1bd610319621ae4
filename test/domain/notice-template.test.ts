import { describe, expect, test } from 'vitest';
import type { NoticeSlot, NoticeTemplate } from '../../src/domain/notices/notice-model.ts';
import { checkTemplate, templateHash } from '../../src/domain/notices/notice-template.ts';
import { builtInNotices } from '../../src/notice-templates.ts';

const base: NoticeTemplate = {
  id: 'thu',
  title: { vi: 'Thử', en: 'Try' },
  icon: 'meeting',
  category: 'community',
  priority: 'normal',
  personalData: false,
  lastsHours: null,
  opening: 'Đây là Đài truyền thanh {commune}.',
  body: ['Họp {ngay}[, tại {noi}].'],
  closing: 'Xin cảm ơn.',
  slots: [
    {
      name: 'ngay',
      label: { vi: 'Ngày', en: 'Day' },
      kind: 'day',
      required: true,
      maxChars: 10,
      example: '2026-11-25',
      event: true,
    },
    {
      name: 'noi',
      label: { vi: 'Nơi', en: 'Place' },
      kind: 'place',
      required: false,
      maxChars: 80,
      example: 'nhà văn hóa',
    },
  ],
};
const slot = (of: Partial<NoticeSlot>): Partial<NoticeTemplate> => ({
  slots: [base.slots[0] as NoticeSlot, { ...(base.slots[1] as NoticeSlot), ...of }],
});
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...(base.slots[1] as NoticeSlot), name: `m${n}` }));

test.each(builtInNotices().map((one) => [one.id, one] as const))('%s can be filled', (_id, one) => {
  expect(checkTemplate(one)).toBeNull();
});

describe('what a template may not be', () => {
  test.each<[string, Partial<NoticeTemplate>, string]>([
    ['an id with a slash', { id: 'a/b' }, 'id'],
    ['an icon that is a path', { icon: '../x' }, 'id'],
    ['no English name', { title: { vi: 'Thử', en: ' ' } }, 'title'],
    ['a name of 61 letters', { title: { vi: 'a'.repeat(61), en: 'a' } }, 'title'],
    ['a name with markup', { title: { vi: '<b>', en: 'a' } }, 'title'],
    ['a category nobody knows', { category: 'x' as 'health' }, 'category'],
    ['a priority nobody knows', { priority: 'x' as 'normal' }, 'priority'],
    ['no time at all', { lastsHours: 0 }, 'lastsHours'],
    ['half an hour', { lastsHours: 0.5 }, 'lastsHours'],
    ['more than a week', { lastsHours: 169 }, 'lastsHours'],
    ['eleven slots', { slots: many(11) }, 'slots'],
    ['two slots of one name', { slots: [...base.slots, ...base.slots] }, 'slots'],
    ['a slot that is the commune', slot({ name: 'commune' }), 'slots.commune'],
    ['a slot named with a capital', slot({ name: 'Noi' }), 'slots.Noi'],
    ['a slot without a name for people', slot({ label: { vi: '', en: '' } }), 'slots.noi'],
    ['a kind nobody knows', slot({ kind: 'x' as 'text' }), 'slots.noi'],
    ['a slot of no length', slot({ maxChars: 0 }), 'slots.noi'],
    ['a slot of 121 letters', slot({ maxChars: 121 }), 'slots.noi'],
    ['a slot of half a letter', slot({ maxChars: 1.5 }), 'slots.noi'],
    ['an example with markup', slot({ example: '<i>' }), 'slots.noi'],
    ['an endless example', slot({ example: 'a'.repeat(121) }), 'slots.noi'],
    ['a place that is an event', slot({ event: true }), 'slots.noi'],
    ['a choice of nothing', slot({ kind: 'choice' }), 'slots.noi'],
    ['options without a choice', slot({ options: ['a'] }), 'slots.noi'],
    ['thirteen options', slot({ kind: 'choice', options: [...'abcdefghijklm'] }), 'slots.noi'],
    ['an empty option', slot({ kind: 'choice', options: [''] }), 'slots.noi'],
    ['an option with a blank', slot({ kind: 'choice', options: [' a'] }), 'slots.noi'],
    ['an option too long', slot({ kind: 'choice', maxChars: 1, options: ['ab'] }), 'slots.noi'],
    ['an option with markup', slot({ kind: 'choice', options: ['<a>'] }), 'slots.noi'],
    ['no sentence', { body: [] }, 'body'],
    ['nine sentences', { body: Array(9).fill('Họp {ngay} {noi}.') }, 'body'],
    ['a blank sentence', { body: [...base.body, ' '] }, 'body'],
    ['a sentence of 301 letters', { body: ['a'.repeat(301)] }, 'body'],
    ['a sentence with markup', { body: ['<b>{ngay}</b> {noi}'] }, 'body'],
    ['a brace left open', { body: ['Họp {ngay} {noi'] }, 'body'],
    ['a bracket left open', { body: ['Họp {ngay} [{noi}'] }, 'body'],
    ['brackets in brackets', { body: ['Họp {ngay} [a [{noi}]]'] }, 'body'],
    ['a slot that is not there', { body: ['Họp {ngay} {noi} {gio}.'] }, 'body'],
    ['a slot nobody would say', { body: ['Họp {ngay}.'] }, 'body'],
    ['a slot in the opening', { opening: 'Bản {noi}.' }, 'opening'],
    ['a slot in the closing', { closing: 'Cảm ơn {noi}.' }, 'closing'],
    ['an endless opening', { opening: 'a'.repeat(301) }, 'opening'],
    ['a closing with markup', { closing: '<a>' }, 'closing'],
  ])('%s', (_what, change, place) => {
    const fault = checkTemplate({ ...base, ...change });
    expect(fault).toMatchObject({ code: 'bad-template', fault: 'caller', place });
  });
  test('the base itself is fine, with a length and without frame', () => {
    expect(checkTemplate(base)).toBeNull();
    expect(checkTemplate({ ...base, lastsHours: 24, opening: '', closing: '' })).toBeNull();
    const choice = slot({ kind: 'choice', options: ['mỗi hộ'] });
    expect(checkTemplate({ ...base, ...choice })).toBeNull();
  });
});

describe('the hash', () => {
  const was = templateHash(base);
  test.each<[string, Partial<NoticeTemplate>]>([
    ['opening', { opening: 'Xin chào.' }],
    ['body', { body: ['Họp {ngay} tại {noi}.'] }],
    ['closing', { closing: 'Hết.' }],
    ['title', { title: { vi: 'Khác', en: 'Try' } }],
    ['priority', { priority: 'emergency' }],
    ['length', { lastsHours: 3 }],
    ['mark of personal data', { personalData: true }],
    ['longest slot', slot({ maxChars: 81 })],
    ['slot that must be filled', slot({ required: true })],
    ['kind of a slot', slot({ kind: 'text' })],
    ['options', slot({ kind: 'choice', options: ['a'] })],
  ])('changes with the %s', (_what, change) => {
    expect(templateHash({ ...base, ...change })).not.toBe(was);
  });
  test.each<[string, Partial<NoticeTemplate>]>([
    ['icon', { icon: 'fire' }],
    ['English name', { title: { vi: 'Thử', en: 'Other' } }],
    ['example', slot({ example: 'chợ' })],
    ['label', slot({ label: { vi: 'Ở đâu', en: 'Where' } })],
  ])('and not with the %s, which nobody hears', (_what, change) => {
    expect(templateHash({ ...base, ...change })).toBe(was);
  });
});
