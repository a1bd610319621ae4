// A frame with values becomes pieces in order, or says what is missing; a notice gives its values; villages give the turns.
// It must never need a recording.
import { describe, expect, test } from 'vitest';
import { checkFrame } from '../../../src/domain/frames/check-frame.ts';
import type { FrameValues, FrameWords } from '../../../src/domain/frames/frame-model.ts';
import { slotNamesOf, unsaidOf, valuesOfNotice } from '../../../src/domain/frames/from-notice.ts';
import { canBeSaid, sayingOf } from '../../../src/domain/frames/saying.ts';
import { turnsOf } from '../../../src/domain/frames/turns.ts';
import type { NoticeSlot } from '../../../src/domain/notices/notice-model.ts';
import { all, DAM, DATE, FLOW, HOUR, PLACE } from './sample.ts';

const VALUES: FrameValues = { gio: '15:00', ngay: '2026-11-25', 'khu-vuc': 'Nà Cạn' };
const say = (values: FrameValues, known = all()) =>
  sayingOf({ frame: DAM, values, known, heardOn: null });

describe('a frame with its values', () => {
  test('is its pieces in the order they are said; an empty gap that may be empty takes its sentence', () => {
    const saying = say(VALUES);
    expect(canBeSaid(saying)).toBe(true);
    expect(saying.sentences.map((row) => row.map(({ prompt }) => prompt))).toEqual([
      ['Hồ xả nước lúc', 'mười lăm giờ', 'thứ tư', 'ngày hai mươi lăm', 'tháng mười một'],
      ['Bà con ở', 'Nà Cạn', 'rời ngay khỏi lòng sông'],
    ]);
    expect(saying.text).toBe(
      'Hồ xả nước lúc mười lăm giờ, thứ tư ngày hai mươi lăm tháng mười một. Bà con ở Nà Cạn rời ngay khỏi lòng sông.',
    );
    expect(saying.durationMs).toBe(8_000 + 2 * 350);
    expect(say({ ...VALUES, 'luu-luong': '500' }).sentences[1]?.map(({ hash }) => hash)).toEqual([
      '#words:mỗi giây',
      '#number:500',
      '#words:mét khối',
    ]);
  });

  test('names what is missing and says nothing in its place', () => {
    const known = all({ without: ['mười lăm giờ'], unheard: ['Nà Cạn'] });
    const saying = say(VALUES, known);
    expect(canBeSaid(saying)).toBe(false);
    expect(saying.missing.map(({ prompt, why, slot }) => [prompt, why, slot])).toEqual([
      ['mười lăm giờ', 'not-recorded', 'gio'],
      ['Nà Cạn', 'not-confirmed', 'khu-vuc'],
    ]);
    // nobody recorded 7:05 or that village: it is asked for, not rounded
    const rare = say({ ...VALUES, gio: '7:05', 'khu-vuc': 'Huổi Sáy' });
    expect(rare.missing.map(({ prompt }) => prompt)).toEqual(['bảy giờ năm phút', 'Huổi Sáy']);
  });

  test('says which value is none, is empty, or belongs to no gap', () => {
    const saying = say({ gio: 'sáng', ngay: '', constructor: 'x' });
    expect(saying.problems).toEqual([
      { slot: 'constructor', code: 'no-such-slot' },
      { slot: 'gio', code: 'no-such-value' },
      { slot: 'ngay', code: 'empty' },
      { slot: 'khu-vuc', code: 'empty' },
    ]);
    expect(saying.text).toBe('Hồ xả nước lúc …, …. Bà con ở … rời ngay khỏi lòng sông.');
    const optional = { frame: { sentences: ['{luu-luong}'], slots: [FLOW] }, values: {} };
    expect(canBeSaid(sayingOf({ ...optional, known: all(), heardOn: null }))).toBe(false);
  });
});

describe('a notice', () => {
  const slot = (name: string, kind: NoticeSlot['kind']): NoticeSlot => ({
    ...{ name, kind, label: { vi: `mục ${name}`, en: name }, required: true },
    ...{ maxChars: 40, example: '' },
  });
  const template = {
    body: ['{gio} {khi} {luu-luong} {ho}'],
    slots: [
      slot('gio', 'hour'),
      slot('khi', 'span'),
      slot('luu-luong', 'text'),
      slot('ho', 'place'),
    ],
  };

  test('gives its values to the gaps of the same name, both ends of a span, figures without their dots', () => {
    const slots = { gio: '15:00', khi: '2026-11-25T07:00/2026-11-25T11:30', 'luu-luong': '1.500' };
    const from: FrameWords['slots'] = [
      ...[HOUR, FLOW, PLACE],
      { ...HOUR, name: 'khi-tu-gio' },
      { ...DATE, name: 'khi-den-ngay' },
    ];
    expect(valuesOfNotice({ slots: from }, { template, slots })).toEqual({
      ...{ gio: '15:00', 'luu-luong': '1500' },
      ...{ 'khi-tu-gio': '07:00', 'khi-den-ngay': '2026-11-25' },
    });
    expect(slotNamesOf(template)).toEqual([
      ...['gio', 'khi-tu-ngay', 'khi-tu-gio', 'khi-den-ngay', 'khi-den-gio', 'luu-luong', 'ho'],
    ]);
    expect(slotNamesOf({ ...template, body: ['{ho}'] })).toEqual(['ho']);
  });

  test('tells what it says in Vietnamese alone', () => {
    const slots = { gio: '15:00', ho: 'Nậm Mu', khi: 'hỏng', 'luu-luong': ' ' };
    expect(unsaidOf({ slots: [HOUR] }, { template, slots })).toEqual(['mục khi', 'mục ho']);
  });
});

describe('villages of several languages', () => {
  test('hear the Vietnamese first, then their own order, one after the other', () => {
    const lengths = new Map([
      ['blt', 20_000],
      ['hmn', 30_000],
    ]);
    const villages = [
      { areaId: 'a', languages: ['vie', 'blt', 'hmn'] },
      { areaId: 'b', languages: ['hmn', 'vie', 'blt'] },
      { areaId: 'c', languages: ['vie'] },
      { areaId: 'd', languages: ['blt', 'khm'] },
    ];
    expect(turnsOf({ villages, lengths, vietnameseMs: 10_000 })).toEqual([
      { language: 'blt', offsetMs: 12_000, areaIds: ['a', 'd'] },
      { language: 'hmn', offsetMs: 34_000, areaIds: ['a'] },
      { language: 'hmn', offsetMs: 12_000, areaIds: ['b'] },
      { language: 'blt', offsetMs: 44_000, areaIds: ['b'] },
    ]);
  });
});

describe('a frame as it is written', () => {
  const check = (of: Partial<FrameWords>) => checkFrame({ ...DAM, ...of })?.place ?? null;
  const parts = { ...HOUR, said: 'parts', order: 'hour-minute', minutes: [20] };
  const choice = { name: 'gio', label: 'Chọn', required: true, kind: 'list', values: ['112'] };
  const only = (slot: object) => ({
    slots: [slot] as FrameWords['slots'],
    sentences: ['Lúc {gio}.'],
  });
  const many = Array.from({ length: 201 }, (_, at) => `b${at}`);

  test('is taken when every gap is known, used and can be recorded', () => {
    expect(check({})).toBeNull();
    for (const slot of [HOUR, parts, choice, { ...FLOW, name: 'gio' }, { ...DATE, name: 'gio' }])
      expect(check(only(slot))).toBeNull();
    expect(check(only({ ...PLACE, name: 'gio', areas: 'none' }))).toBeNull();
  });

  test.each([
    ['name', { name: '<script>' }],
    ['name', { name: '…' }],
    ['language', { language: 'vie' }],
    ['sentences', { sentences: [] }],
    ['sentences', { sentences: Array<string>(13).fill('Lúc {gio}') }],
    ['sentences', { sentences: ['. ,'] }],
    ['sentences', { sentences: ['a'.repeat(301)] }],
    ['sentences', { sentences: ['<b>{gio}</b>'] }],
    ['sentences', { sentences: [...DAM.sentences, '{ai}'] }],
    ['sentences', { sentences: ['Lúc {gio}.'] }],
    ['slots', { slots: Array(9).fill(HOUR) }],
    ['slots', { slots: [HOUR, HOUR] }],
    ['slots.Giờ', only({ ...HOUR, name: 'Giờ' })],
    ['slots.gio', only({ ...HOUR, label: '' })],
    ['slots.gio', only({ ...HOUR, also: ['25:00'] })],
    ['slots.gio', only({ ...parts, minutes: [60] })],
    ['slots.gio', only({ ...FLOW, name: 'gio', from: 9, to: 1 })],
    ['slots.gio', only({ ...FLOW, name: 'gio', from: 0, to: 10_000, step: 1 })],
    ['slots.gio', only({ ...DATE, name: 'gio', order: [] })],
    ['slots.gio', only({ ...DATE, name: 'gio', order: ['day', 'day'] })],
    ['slots.gio', only({ ...PLACE, name: 'gio', areas: 'none', also: [] })],
    ['slots.gio', only({ ...PLACE, name: 'gio', also: many })],
    ['slots.gio', only({ ...choice, values: [] })],
    ['slots.gio', only({ ...choice, values: ['<i>'] })],
    ['slots.gio', only({ ...choice, values: ['--'] })],
  ])('is refused at %s', (place, of) => {
    expect(check(of as Partial<FrameWords>)).toBe(place);
  });

  test('is refused when nobody could finish recording it', () => {
    const slots = ['a', 'b', 'c', 'd'].map((name) => ({ ...choice, name, values: many.slice(1) }));
    expect(check({ slots: slots as FrameWords['slots'], sentences: ['{a} {b} {c} {d}'] })).toBe(
      'slots',
    );
  });
});
