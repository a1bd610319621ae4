// Logs, figures, forms and deadlines as pure decisions.
// It must never know rows or files.
import { describe, expect, test } from 'vitest';
import { areaTree } from '../../src/domain/areas.ts';
import type { Area } from '../../src/domain/model.ts';
import { bothSums, figuresOf, settingOf } from '../../src/domain/records/record-figures.ts';
import { logLine, minutesOf, shortReason } from '../../src/domain/records/record-log.ts';
import type { LoggedAiring } from '../../src/domain/records/record-model.ts';
import {
  daysUntil,
  isToldNow,
  nextDue,
  spanOfPeriod,
  spokenPeriod,
} from '../../src/domain/records/record-months.ts';
import {
  figureRows,
  filled,
  type RecordTemplate,
  subtitleOf,
  templateFault,
} from '../../src/domain/records/record-template.ts';

const at = (text: string) => Date.parse(`${text}:00+07:00`);
const village = { ...{ speakers: 3, played: 1, partly: 1, preempted: 0, skipped: 0, failed: 1 } };
const airing = (of: Partial<LoggedAiring> = {}): LoggedAiring => ({
  ...{ airingId: 'a', tenantId: 'xa', bulletinId: 'b', documentId: null, documentPart: null },
  ...{ title: 'Tiêm chủng', origin: 'own', priority: 'normal', drill: false, cancelled: false },
  ...{ synthetic: null, personal: false },
  ...{ playAtMs: at('2026-12-05T17:00'), durationMs: 145_000 },
  villages: [{ areaId: 'Bản Mòng', ...village }],
  reasons: [
    { kind: 'played', reason: 'whole', count: 1 },
    { kind: 'failed', reason: 'offline', count: 1 },
    { kind: 'partly-played', reason: 'late', count: 2 },
    { kind: 'skipped-by-rule', reason: 'expired', count: 1 },
  ],
  ...of,
});
const lineOf = (of: Partial<LoggedAiring> = {}) =>
  logLine(airing(of), { number: 7, nameOf: (id) => id });

describe('A line of the log', () => {
  test('says when, what, from whom, how long, where, by how many and why not by the others', () => {
    expect(lineOf()).toEqual({
      ...{ number: 7, day: '05/12/2026', time: '17:00:00', title: 'Tiêm chủng' },
      ...{
        origin: 'Tự sản xuất',
        priority: 'Thông thường',
        minutes: 2.4,
        commune: 'xa',
        voice: 'Người đọc',
      },
      ...{ villages: 'Bản Mòng', speakers: 3, played: 2, notPlayed: 1 },
      reasons:
        'sai giờ hoặc quá giờ: 2; việc được thông báo đã qua khi đến giờ phát: 1; cụm loa mất liên lạc: 1',
    });
  });

  test.each([
    [{ drill: true }, 'title', '[DIỄN TẬP] Tiêm chủng'],
    [{ personal: true }, 'title', 'Thông báo (có thông tin cá nhân)'],
    [
      { synthetic: { engine: 'espeak-ng 1.52', voice: 'vi', madeAtMs: at('2026-12-05T06:00') } },
      'voice',
      'Giọng máy: espeak-ng 1.52, vi, 5/12/2026',
    ],
    [{ origin: 'source' }, 'origin', 'Hệ thống thông tin nguồn'],
    [{ origin: 'province' }, 'origin', 'Đài, hệ thống cấp tỉnh'],
    [{ priority: 'emergency' }, 'priority', 'Khẩn cấp'],
    [{ cancelled: true, reasons: [] }, 'reasons', 'đã dừng'],
    [{ villages: [] }, 'villages', ''],
  ] as const)('%o is said as %s', (of, field, words) => {
    expect(lineOf(of)[field]).toBe(words);
  });

  test('names twelve villages and counts the others', () => {
    const villages = Array.from({ length: 15 }, (_, n) => ({ ...village, areaId: `v${n}` }));
    expect(lineOf({ villages }).villages).toMatch(/^v0, v1, .*v11 và 3 nơi khác$/);
  });

  test('equal reasons stand in a fixed order', () => {
    const reasons = [
      { kind: 'failed', reason: 'sink-failed', count: 1 },
      { kind: 'failed', reason: 'no-receipt', count: 1 },
      { kind: 'failed', reason: 'refused', count: 1 },
    ] as const;
    expect(lineOf({ reasons }).reasons).toBe(
      'cụm loa không báo kết quả: 1; loa từ chối lệnh: 1; bộ phát âm thanh của loa bị lỗi: 1',
    );
    expect([shortReason({ reason: 'whole' }), minutesOf(59_999)]).toEqual(['phát trọn vẹn', 1]);
  });
});

const area = (of: Partial<Area> & Pick<Area, 'id' | 'kind' | 'parentId'>): Area => ({
  ...{ code: of.id, name: of.id, tenantId: 'xa', population: null },
  ...of,
});
const AREAS: Area[] = [
  area({ id: 'tinh', kind: 'province', parentId: null }),
  area({ id: 'xa', kind: 'commune', parentId: 'tinh', name: 'Xã Suối Mây', setting: 'rural' }),
  area({ id: 'phuong', kind: 'commune', parentId: 'tinh', name: 'Phường Chiềng Lề' }),
  area({ id: 'khac', kind: 'commune', parentId: 'tinh', name: 'Xã Khác' }),
  area({ id: 'mong', kind: 'village', parentId: 'xa', population: 400 }),
  area({ id: 'thi-tu', kind: 'village', parentId: 'xa', population: 100, setting: 'urban' }),
  area({ id: 'to-3', kind: 'village', parentId: 'phuong', population: 900 }),
  area({ id: 'xa-xoi', kind: 'village', parentId: 'khac', population: 50 }),
  area({ id: 'moi', kind: 'village', parentId: 'xa' }),
  area({ id: 'cum', kind: 'group', parentId: 'mong' }),
];
const tree = areaTree(AREAS);
const villages = AREAS.filter(({ kind }) => kind === 'village');

describe('Figures', () => {
  const sums = {
    ...{ airings: 5, documents: ['a#', 'a#1'], durationMs: 600_000 },
    byLanguage: [
      { language: 'vie', airings: 4 },
      { language: 'hmn', airings: 1 },
    ],
    // a group of speakers counts for its village, speakers right under a commune for none
    heardAreaIds: ['cum', 'mong', 'to-3', 'xa-xoi', 'moi', 'xa'],
  };

  test('count people once, apart for urban and rural, and say what is not known', () => {
    expect(figuresOf({ sums, tree, villages })).toEqual({
      ...{ airings: 5, documents: 2, minutes: 10, languageVie: 4, languageOther: 1 },
      ...{ reachUrban: 900, reachRural: 400, reachUnknown: 50 },
      ...{ shareUrban: 90, shareRural: 100, villages: 4, unknownVillages: 1 },
    });
  });

  test('of two spans count a document and a village once, and every airing', () => {
    const other = {
      ...{
        airings: 2,
        durationMs: 1_000,
        documents: ['a#', 'b#'],
        heardAreaIds: ['mong', 'thi-tu'],
      },
      byLanguage: [
        { language: 'vie', airings: 1 },
        { language: 'tha', airings: 1 },
      ],
    };
    expect(bothSums(sums, other)).toEqual({
      ...{ airings: 7, durationMs: 601_000, documents: ['a#', 'a#1', 'b#'] },
      byLanguage: [
        { language: 'vie', airings: 5 },
        { language: 'hmn', airings: 1 },
        { language: 'tha', airings: 1 },
      ],
      heardAreaIds: ['cum', 'mong', 'to-3', 'xa-xoi', 'moi', 'xa', 'thi-tu'],
    });
  });

  test('have no share of nobody, and nought of nothing', () => {
    const none = { ...sums, byLanguage: [], airings: 0, heardAreaIds: [] };
    expect(figuresOf({ sums: none, tree, villages: [] })).toMatchObject({
      ...{ shareUrban: null, shareRural: null, reachRural: 0, languageVie: 0 },
    });
  });

  test.each([
    ['mong', 'rural'],
    ['thi-tu', 'urban'],
    ['to-3', 'urban'],
    ['xa-xoi', null],
    ['nowhere', null],
  ])('%s is %s: its own word, else what it lies in, else a ward is urban', (id, setting) => {
    expect(settingOf(tree, id)).toBe(setting);
  });
});

const template = (of: Partial<RecordTemplate> = {}): RecordTemplate => ({
  ...{
    id: 'justice',
    title: 'THỐNG KÊ',
    subtitle: '{period}, {place}',
    basis: '',
    landscape: false,
  },
  columns: [
    { field: 'figure', title: 'Chỉ tiêu', share: 2 },
    { field: 'value', title: 'Số liệu', share: 1 },
  ],
  figures: [{ field: 'airings', title: 'Lượt phát', unit: 'lượt', method: 'Đếm lượt' }],
  ...{ methods: ['m'], signatures: [] },
  ...of,
});
const fills = { period: 'năm 2026', place: 'Xã {period}', document: '', scheme: '' };

describe('A form', () => {
  test('is filled by its columns; what it is not asked for stays out, what is missing stays empty', () => {
    const rows = [{ figure: 'a', value: 1, secret: 'x' }, { figure: 'b' }];
    expect(filled({ template: template(), rows, fills })).toMatchObject({
      // what is filled in is no template itself
      subtitle: 'năm 2026, Xã {period}',
      rows: [
        ['a', 1],
        ['b', null],
      ],
    });
    expect(subtitleOf(template(), { ...fills, document: 'QĐ 27', scheme: 'Đề án' })).toBe(
      'năm 2026, Xã {period}; văn bản: QĐ 27; đề án, chương trình: Đề án',
    );
  });

  test('of figures has each with its unit and method', () => {
    const figures = figuresOf({
      sums: { airings: 3, documents: ['a#'], durationMs: 0, byLanguage: [], heardAreaIds: [] },
      ...{ tree, villages: [] },
    });
    expect(figureRows(template(), figures)).toEqual([
      { number: 1, figure: 'Lượt phát', unit: 'lượt', value: 3, method: 'Đếm lượt' },
    ]);
    const { figures: _, ...bare } = template();
    expect(figureRows(bare, figures)).toEqual([]);
  });

  const column = { field: 'figure', title: 'x', share: 1 };
  test.each<[string, Partial<RecordTemplate>, string | null]>([
    ['whole', {}, null],
    ['of no kind', { id: 'gossip' as 'log' }, 'id gossip'],
    ['without columns', { columns: [] }, 'columns'],
    ['with too many', { columns: Array(17).fill(column) }, 'columns'],
    ['with a column nothing fills', { columns: [{ ...column, field: 'x' }] }, 'column x'],
    ['with a column of no width', { columns: [{ ...column, share: 0 }] }, 'column share'],
    ['with a nameless column', { columns: [{ ...column, title: '' }] }, 'column share'],
    [
      'with a figure nobody can check',
      { figures: [{ field: 'airings', title: 'a', unit: '', method: '' }] },
      'a figure without its method',
    ],
    ['without a title', { title: '' }, 'title or signatures'],
    [
      'signed by a crowd',
      { signatures: Array(4).fill({ title: '', note: '' }) },
      'title or signatures',
    ],
  ])('%s is judged when it is read', (_, of, fault) => {
    expect(templateFault(template(of))).toBe(fault);
  });

  test('a log needs no figures', () => {
    const { figures: _, ...bare } = template({ columns: [{ field: 'day', title: 'd', share: 1 }] });
    expect(templateFault({ ...bare, id: 'log' })).toBeNull();
    expect(templateFault({ ...bare, id: 'justice', columns: template().columns })).toBeNull();
  });
});

describe('A period', () => {
  test.each<[string, string | null, string | null]>([
    ['2026-12', '2026-12-01T00:00', '2027-01-01T00:00'],
    ['2028-02', '2028-02-01T00:00', '2028-03-01T00:00'],
    ['2026', '2026-01-01T00:00', '2027-01-01T00:00'],
    ['2026-13', null, null],
    ['1999', null, null],
    ['2026-1', null, null],
  ])('%s is from %s to %s in Vietnam', (period, from, to) => {
    const span = from && to ? { fromMs: at(from), toMs: at(to) } : null;
    expect(spanOfPeriod(period)).toEqual(span);
  });

  test('is said in words', () => {
    expect([spokenPeriod('2026-02'), spokenPeriod('2026')]).toEqual([
      'tháng 2 năm 2026',
      'năm 2026',
    ]);
  });
});

describe('A deadline', () => {
  test.each<[number | null, number, string, string]>([
    [11, 10, '2026-11-10T23:59', '2026-11-10'],
    [11, 10, '2026-11-11T00:00', '2027-11-10'],
    [11, 10, '2026-12-05T12:00', '2027-11-10'],
    [null, 3, '2026-12-03T08:00', '2026-12-03'],
    [null, 3, '2026-12-04T08:00', '2027-01-03'],
    [null, 31, '2027-02-01T08:00', '2027-02-28'],
    [2, 29, '2027-01-01T08:00', '2027-02-28'],
    [12, 31, '2026-12-31T23:00', '2026-12-31'],
  ])('month %s day %s, asked on %s, is due on %s', (month, day, now, due) => {
    expect(nextDue({ month, day }, at(now))).toBe(due);
  });

  test('is told from a week before until the day itself', () => {
    const told = (now: string) => isToldNow('2026-11-10', at(now));
    expect(
      ['2026-11-02T23:59', '2026-11-03T00:00', '2026-11-10T23:59', '2026-11-11T00:00'].map(told),
    ).toEqual([false, true, true, false]);
    expect(daysUntil('2026-11-10', at('2026-11-03T23:59'))).toBe(7);
  });
});
