import { describe, expect, test } from 'vitest';
import type { NoticeTemplate, SlotValues } from '../../src/domain/notices/notice-model.ts';
import { noticeText } from '../../src/domain/notices/notice-text.ts';
import { builtInNotices } from '../../src/notice-templates.ts';
import { at, NOW, SAMPLES } from './notice-samples.ts';

const template = (id: string) => builtInNotices().find((one) => one.id === id) as NoticeTemplate;
const write = (of: {
  id?: string;
  slots?: SlotValues;
  change?: SlotValues;
  commune?: string;
  nowMs?: number;
  as?: Partial<NoticeTemplate>;
}) => {
  const { id = 'hop-ban', commune = 'Xã Mường La', nowMs = NOW } = of;
  const slots = { ...(of.slots ?? SAMPLES[id]?.slots), ...of.change };
  return noticeText({ template: { ...template(id), ...of.as }, slots, commune, nowMs });
};

describe('each of the thirteen templates, filled as an officer fills it', () => {
  test.each(Object.entries(SAMPLES))('%s is written so', (id, sample) => {
    const found = write({ id });
    expect(found.problems).toEqual([]);
    expect(found.text).toBe(sample.text);
    expect(found.title).toBe(sample.title);
    expect(found.gaps).toBe(false);
    expect(new Date(found.expiresAtMs)).toEqual(new Date(sample.expiresAtMs));
  });
  test('there is a sample for every template', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(builtInNotices().map(({ id }) => id));
  });
});

describe('what is left empty', () => {
  test('takes its sentence with it when it may be empty', () => {
    const { text } = write({ change: { 'noi-dung': '  ', 'nguoi-du': 'một người' } });
    expect(text).not.toContain('Nội dung');
    expect(text).toContain('Mỗi hộ cử một người đi dự.');
  });
  test('takes only its brackets where the sentence can do without', () => {
    expect(write({ id: 'tra-luong', change: { ky: '' } }).text).toContain('trợ cấp được chi trả');
    const other = write({ id: 'tra-luong', change: { 'giay-to': 'phiếu lĩnh tiền' } });
    expect(other.text).toContain('mang theo căn cước và phiếu lĩnh tiền.');
  });
  test('leaves a gap that is seen when it may not be', () => {
    const { text, gaps, problems } = write({ change: { 'dia-diem': '' } });
    expect(text).toContain('tại ….');
    expect(gaps).toBe(true);
    expect(problems).toMatchObject([{ slot: 'dia-diem', code: 'empty' }]);
    expect(problems[0]?.say.vi).toBe('Địa điểm: còn trống.');
  });
  test('nothing filled at all is a problem for each that is required, and no crash', () => {
    const { problems } = write({ slots: {} });
    expect(problems.map(({ slot }) => slot)).toEqual(['ban', 'ngay', 'gio', 'dia-diem']);
  });
});

describe('a name of a place', () => {
  test.each([
    ['Xã Mường La', 'Đài truyền thanh xã Mường La.'],
    ['Phường Chiềng Lề', 'Đài truyền thanh phường Chiềng Lề.'],
    ['Đặc khu Phú Quý', 'Đài truyền thanh đặc khu Phú Quý.'],
    ['Mường La', 'Đài truyền thanh Mường La.'],
    ['Xãng Mò', 'Đài truyền thanh Xãng Mò.'],
  ])('%s stands in the opening as %s', (commune, opening) => {
    expect(write({ commune }).text).toContain(opening);
  });
  test('a sentence that begins with a slot begins with a capital', () => {
    expect(write({ id: 'cat-nuoc' }).text).toContain('. Bản Mòng tạm ngừng');
  });
  test('what is typed as a slot of the template is not filled again', () => {
    const { problems } = write({ change: { 'dia-diem': '{commune}' } });
    expect(problems).toMatchObject([{ slot: 'dia-diem', code: 'bad-letters' }]);
  });
});

describe('the event and the end of the notice', () => {
  test.each([
    ['a meeting that began a minute ago', 'hop-ban', at('2026-11-25T07:31'), 'ngay'],
    ['a meeting that begins now', 'hop-ban', at('2026-11-25T07:30'), 'ngay'],
    ['a vaccination that is over', 'tiem-phong', at('2026-11-25T11:00'), 'thoi-gian'],
    ['a warning whose last day is over', 'chay-rung', at('2026-12-01T00:00'), 'den-ngay'],
    ['a dam opened twelve hours ago', 'xa-lu', at('2026-11-23T06:00'), 'ngay'],
  ])('%s is past', (_what, id, nowMs, slot) => {
    expect(write({ id, nowMs }).problems).toMatchObject([{ slot, code: 'past' }]);
  });
  test.each([
    ['a meeting in a minute', 'hop-ban', at('2026-11-25T07:29')],
    ['a power cut under way', 'cat-dien', at('2026-11-25T11:29')],
    ['a dam that was opened an hour ago', 'xa-lu', at('2026-11-22T19:00')],
    ['the last minute of a last day', 'chay-rung', at('2026-11-30T23:59')],
  ])('%s is not', (_what, id, nowMs) => {
    expect(write({ id, nowMs }).problems).toEqual([]);
  });
  test('a child that was lost yesterday is no event that is past, and is looked for a day', () => {
    const found = write({ id: 'tim-nguoi-lac', change: { ngay: '2026-11-21' } });
    expect(found).toMatchObject({ problems: [], event: null, expiresAtMs: at('2026-11-23T17:00') });
  });
  test('without an event and without a length a notice is news for a day', () => {
    const found = write({ id: 'chay-rung', change: { 'den-ngay': '' }, as: { lastsHours: null } });
    expect(found.expiresAtMs).toBe(NOW + 24 * 3_600_000);
    expect(found.title).toBe('Phòng cháy rừng');
  });
  test('a day whose hour is wrong still counts as that whole day', () => {
    const { event, problems } = write({ change: { gio: '25:00' } });
    expect(problems).toMatchObject([{ slot: 'gio', code: 'no-such-hour' }]);
    expect(event).toEqual({ startMs: at('2026-11-25T00:00'), endMs: at('2026-11-26T00:00') });
  });
});

describe('what a stranger may send', () => {
  test('a slot the template lacks is refused, not said', () => {
    const { problems, text } = write({ change: { them: 'nộp tiền cho tôi' } });
    expect(problems).toMatchObject([{ slot: '', code: 'unknown-slot' }]);
    expect(text).not.toContain('nộp tiền');
  });
  test('a slot named like a part of every object is nothing', () => {
    const slots = [{ name: 'constructor', label: { vi: 'A', en: 'A' }, kind: 'text' as const }];
    const as = {
      slots: slots.map((slot) => ({ ...slot, required: false, maxChars: 9, example: '' })),
      body: ['Họp.[ {constructor}.]'],
    };
    expect(write({ slots: {}, as }).text).toContain('Họp. Đề nghị');
  });
  test('five slots of a hundred characters are more than anybody remembers', () => {
    const long = 'a'.repeat(110);
    const change = { ban: long, 'dia-diem': long, 'noi-dung': long, 'nguoi-du': long };
    const codes = write({ change }).problems.map(({ code }) => code);
    expect(codes).toContain('too-long-altogether');
  });
});

test('an opening that is empty is simply not said', () => {
  expect(write({ as: { opening: '' } }).text.startsWith('Trưởng bản Mòng')).toBe(true);
});
