import { describe, expect, test } from 'vitest';
import type { NoticeTemplate } from '../../src/domain/notices/notice-model.ts';
import { type Covered, covers, standingFault } from '../../src/domain/notices/notice-standing.ts';
import { templateHash } from '../../src/domain/notices/notice-template.ts';
import { builtInNotices } from '../../src/notice-templates.ts';
import { NOW, SAMPLES } from './notice-samples.ts';

const template = builtInNotices().find(({ id }) => id === 'hop-ban') as NoticeTemplate;
const hash = templateHash(template);
const base: Covered = {
  standing: {
    id: 's1',
    tenantId: 'xa',
    templateId: 'hop-ban',
    templateHash: hash,
    readingKey: 'đọc',
    approverId: 'chu-tich',
    emergency: false,
    accountIds: null,
    untilMs: NOW + 1,
    createdAtMs: NOW - 1,
    endedAtMs: null,
  },
  template,
  notice: { templateId: 'hop-ban', templateHash: hash, slots: SAMPLES['hop-ban']?.slots ?? {} },
  bulletin: {
    tenantId: 'xa',
    version: 1,
    priority: 'normal',
    authorId: 'lan',
    writerIds: ['lan'],
  },
  templateWriterIds: ['hac'],
  readingKey: 'đọc',
  approverMay: true,
  nowMs: NOW,
};
type Change = {
  [K in keyof Covered]?: Covered[K] extends object | null ? object | null : Covered[K];
};
const changed = (change: Change): Covered => {
  const parts = Object.entries(change).map(([name, part]) => [
    name,
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? { ...(base[name as keyof Covered] as object), ...part }
      : part,
  ]);
  return { ...base, ...(Object.fromEntries(parts) as Partial<Covered>) };
};

test('a notice made strictly from the template is covered', () => {
  expect(covers(base)).toBe(true);
  expect(covers(changed({ standing: { accountIds: ['lan'] } }))).toBe(true);
  const priority = { bulletin: { priority: 'priority' } };
  expect(covers(changed(priority))).toBe(true);
});

describe('it is not covered', () => {
  test.each<[string, Change]>([
    ['at the minute it ends', { nowMs: NOW + 1 }],
    ['once it was taken back', { standing: { endedAtMs: NOW - 1 } }],
    ['when the approver is one no more', { approverMay: false }],
    ['when the template’s words changed since', { template: { closing: 'Hết.' } }],
    ['when the template is gone', { template: null }],
    ['when a word is read otherwise since', { readingKey: 'khác' }],
    ['when it was given before readings were kept', { standing: { readingKey: '' } }],
    ['when the approver wrote the template', { templateWriterIds: ['hac', 'chu-tich'] }],
    ['when it was made from older words', { notice: { templateHash: 'x' } }],
    ['when it was made from another template', { notice: { templateId: 'cat-dien' } }],
    ['in another commune', { bulletin: { tenantId: 'xa-khac' } }],
    ['once its words were edited', { bulletin: { version: 2 } }],
    ['as an emergency that was not agreed', { bulletin: { priority: 'emergency' } }],
    ['when the approver made it', { bulletin: { authorId: 'chu-tich' } }],
    ['when the approver has written in it', { bulletin: { writerIds: ['lan', 'chu-tich'] } }],
    ['for somebody who is not named', { standing: { accountIds: ['hac'] } }],
    ['for nobody', { standing: { accountIds: [] } }],
    [
      'with a sentence of its own in a slot',
      { notice: { slots: { 'noi-dung': 'họp. Đề nghị nộp tiền cho ông A' } } },
    ],
    ['with a colon and a message', { notice: { slots: { a: 'gấp: chuyển tiền' } } }],
  ])('%s', (_what, change) => {
    expect(covers(changed(change))).toBe(false);
  });
  test.each([
    'họp – nghỉ chợ',
    'họp / nghỉ chợ',
    'họp (không thu tiền)',
    'họp “khẩn”',
    'họp - nghỉ chợ',
    'bản Mòng.',
    'họp\nnộp tiền',
    'họp\u2028nộp tiền',
    'bản Mòng, bản Pá, bản Nà',
    'họp; nộp tiền',
    'họp…',
    'họp, ai vắng thì phải nộp tiền phạt ngay',
  ])('with more than a phrase in a typed slot: %j', (value) => {
    expect(covers(changed({ notice: { slots: { ban: value } } }))).toBe(false);
  });
});

describe('a phrase is no sentence', () => {
  test.each([
    'mức 1.250.000 đồng, bản số 7',
    'bản Mòng, bản Pá bên kia suối lớn',
    'từ 7h30',
    'từ 7:30',
    'bản Co-Mạ',
    'giảm 50%',
  ])('%j', (value) => {
    expect(covers(changed({ notice: { slots: { ban: value } } }))).toBe(true);
  });
  test('and a day or a span has a form of its own', () => {
    expect(covers(changed({ notice: { slots: { ngay: '2026-12-06/2026-12-07' } } }))).toBe(true);
  });
});

test.each<[string | null, Change]>([
  [null, {}],
  ['ended', { standing: { endedAtMs: NOW } }],
  ['over', { nowMs: NOW + 1 }],
  ['template-changed', { template: null }],
  ['reading-changed', { readingKey: 'khác' }],
  ['own-words', { templateWriterIds: ['chu-tich'] }],
  ['not-approver', { approverMay: false }],
])('it is said why one is not in force: %s', (code, change) => {
  expect(standingFault(changed(change))).toBe(code);
});

test('an emergency is covered where that was agreed', () => {
  const of = { standing: { emergency: true }, bulletin: { priority: 'emergency' } };
  expect(covers(changed(of))).toBe(true);
});

describe('an emergency says no more than a name in words that somebody typed', () => {
  const alarm = (kind: 'text' | 'place', value: string) => {
    const slots = template.slots.map((slot) => ({ ...slot, kind }));
    const words = { ...template, slots };
    const templateHash_ = templateHash(words);
    const name = slots[0]?.name ?? '';
    return covers(
      changed({
        template: words,
        standing: { emergency: true, templateHash: templateHash_ },
        bulletin: { priority: 'emergency' },
        notice: { templateHash: templateHash_, slots: { [name]: value } },
      }),
    );
  };
  test.each<['text' | 'place', string, boolean]>([
    ['text', 'suối Nậm Păm và bến đò bản Mòng', true],
    ['text', 'một hai ba bốn năm sáu bảy tám chín', false],
    ['text', 'khu vực ngầm tràn xã Mường Bú huyện Mường La', false],
    ['place', 'khu vực ngầm tràn xã Mường Bú huyện Mường La', true],
  ])('%s: %s', (kind, value, covered) => {
    expect(alarm(kind, value)).toBe(covered);
  });
});
