// What a text says of its own validity and of other texts, and what a listener hears of it.
// It must never know which day it is.
import { expect, test } from 'vitest';
import type { StatusFound } from '../../audio/reading/index.ts';
import { read } from './shared.ts';

const HEAD = `ỦY BAN NHÂN DÂN
XÃ NẬM PUNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 06/QĐ-UBND
Nậm Pung, ngày 05 tháng 4 năm 2026
QUYẾT ĐỊNH
Về việc ban hành Quy chế phát thanh
`;

function statusOf(text: string): StatusFound {
  return read(text).documents[0]?.status as StatusFound;
}

const FOUND: [string, string, Partial<StatusFound>][] = [
  ['nothing', `${HEAD}Điều 1. Ban hành Quy chế.`, { kind: null, inForceFrom: null, acts: [] }],
  [
    'in force from its own day',
    `${HEAD}Điều 2. Quyết định này có hiệu lực kể từ ngày ký ban hành.`,
    { kind: 'in-force', inForceFrom: '2026-04-05' },
  ],
  [
    'in force some days later',
    `${HEAD}Điều 2. Quyết định này có hiệu lực thi hành sau 30 ngày kể từ ngày ký.`,
    { kind: 'in-force', inForceFrom: '2026-05-05' },
  ],
  [
    'in force from a day in figures',
    `${HEAD}Điều 2. Quyết định này có hiệu lực từ ngày 01/5/2026.`,
    { kind: 'in-force', inForceFrom: '2026-05-01' },
  ],
  [
    'in force from a day in words',
    `${HEAD}Điều 2. Quy chế này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026.`,
    { kind: 'in-force', inForceFrom: '2026-07-01' },
  ],
  [
    'a day no calendar has',
    `${HEAD}Điều 2. Quyết định này có hiệu lực từ ngày 41/5/2026.`,
    { kind: null, inForceFrom: null },
  ],
  [
    'unsigned, so without its day',
    `${HEAD.replace('05 tháng 4', '   tháng   ')}Điều 2. Quyết định này có hiệu lực từ ngày ký.`,
    { kind: null, inForceFrom: null },
  ],
  [
    'another text in force',
    `${HEAD}Điều 2. Nghị định số 15/2020/NĐ-CP có hiệu lực từ ngày 15/4/2020.`,
    { kind: null, inForceFrom: null },
  ],
  ['a draft', `DỰ THẢO\n${HEAD}Điều 1. Một.`, { kind: 'draft', commentUntil: null }],
  [
    'ended before it began: only the end is kept',
    `${HEAD}(Hết hiệu lực từ ngày 01/02/2026)\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/5/2026.`,
    { kind: 'repealed', inForceFrom: null, endedOn: '2026-02-01' },
  ],
  [
    'ended after it began: both are kept',
    `${HEAD}(Hết hiệu lực từ ngày 01/02/2027)\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/5/2026.`,
    { kind: 'repealed', inForceFrom: '2026-05-01', endedOn: '2027-02-01' },
  ],
  [
    'a draft by its type line',
    `${HEAD.replace('\nQUYẾT', '\nDỰ THẢO QUYẾT')}Điều 1. Một.`,
    { kind: 'draft' },
  ],
  [
    'a draft and its last day for comments',
    `(Dự thảo lần 3, ngày 02/3/2026)\n${HEAD}Đề nghị tham gia ý kiến chậm nhất là 17 giờ ngày 20 tháng 3 năm 2026.\nĐiều 1. Một.`,
    { kind: 'draft', commentUntil: '2026-03-20' },
  ],
  [
    'a letter that asks for comments is no draft itself',
    `${HEAD}Đề nghị góp ý dự thảo Nghị quyết đến hết ngày 20/3/2026.`,
    { kind: null, commentUntil: '2026-03-20' },
  ],
  [
    'ended',
    `(Văn bản đã hết hiệu lực kể từ ngày 01/6/2027)\n${HEAD}Điều 1. Một.`,
    { kind: 'repealed', endedOn: '2027-06-01', by: null },
  ],
  [
    'ended, nobody says when',
    `(Hết hiệu lực)\n${HEAD}Điều 1. Một.`,
    { kind: 'repealed', endedOn: null },
  ],
  [
    'replaced',
    `[Được thay thế bởi Quyết định số 12/QĐ-UBND]\n${HEAD}Điều 1. Một.`,
    { kind: 'repealed', by: '12/QĐ-UBND' },
  ],
  [
    'amended, said in its body',
    `${HEAD}Điều 9. Quyết định này đã được sửa đổi, bổ sung bởi Quyết định số 9/QĐ-UBND.`,
    { kind: 'amended', by: '9/QĐ-UBND' },
  ],
  [
    'a consolidated text',
    `${HEAD.replace('\nQUYẾT ĐỊNH', '\nVĂN BẢN HỢP NHẤT')}Quyết định này đã được sửa đổi, bổ sung bởi:\nĐiều 1. Một.`,
    { kind: 'amended', by: null },
  ],
];

test.each(FOUND)('%s', (_, text, expected) => {
  expect(statusOf(text)).toMatchObject(expected);
});

const ACTS: [string, string[]][] = [
  ['Điều 1. Bãi bỏ Quyết định số 05/QĐ-UBND ngày 02/3/2020.', ['repeals 05/QĐ-UBND']],
  [
    'Điều 1. Quyết định này thay thế Quyết định số 05 /2019/QĐ- UBND.',
    ['replaces 05/2019/QĐ-UBND'],
  ],
  ['Điều 1. Sửa đổi, bổ sung một số điều của Quy chế số 4/QC-UBND.', ['amends 4/QC-UBND']],
  ['Điều 1. Sửa đổi Điều 3 của Quyết định số 8/QĐ-UBND như sau:', ['amends 8/QĐ-UBND']],
  [
    'Điều 2. Bãi bỏ các Quyết định số 1/QĐ-UBND, số 2/QĐ-UBND và Chỉ thị số 3/CT-UBND. Số 4/QĐ-UBND còn hiệu lực.',
    ['repeals 1/QĐ-UBND', 'repeals 2/QĐ-UBND', 'repeals 3/CT-UBND'],
  ],
  [
    'Điều 2. Quyết định số 7/QĐ-UBND ngày 01/01/2020 của Ủy ban nhân dân xã hết hiệu lực kể từ ngày Quyết định này có hiệu lực.',
    ['repeals 7/QĐ-UBND'],
  ],
  [
    'Điều 2. Bãi bỏ Quyết định số 5/QĐ-UBND; bãi bỏ Quyết định số 5/QĐ-UBND.',
    ['repeals 5/QĐ-UBND'],
  ],
  // The deeds of others are not this text's.
  ['Điều 1. Theo Nghị định số 10/2020/NĐ-CP sửa đổi, bổ sung Nghị định số 9/2018/NĐ-CP.', []],
  ['Điều 1. Nghị định được thay thế Nghị định số 9/2018/NĐ-CP.', []],
  ['I. MỤC ĐÍCH\n\nRà soát, bãi bỏ Quyết định số 5/QĐ-UBND.', []],
  ['Căn cứ Luật số 1/2025/QH15 sửa đổi, bổ sung Luật số 2/2020/QH14;', []],
];

test.each(ACTS)('%s', (body, acts) => {
  expect(statusOf(`${HEAD}${body}`).acts.map((act) => `${act.does} ${act.number}`)).toEqual(acts);
});

test('the title says what it does, and every finding shows its words', () => {
  const text = `${HEAD.replace('ban hành', 'sửa đổi Quyết định số 8/QĐ-UBND về')}Điều 2. Quyết định này có hiệu lực từ ngày ký.`;
  const { acts, evidence } = statusOf(text);
  const of = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);
  expect(acts.map(of)).toEqual(['sửa đổi Quyết định số 8/QĐ-UBND']);
  expect(evidence.map(of)).toEqual(['Quyết định này có hiệu lực từ ngày ký']);
});

const HEARD: [string, string, string][] = [
  ['draft', `DỰ THẢO\n${HEAD}Điều 1. Một.`, 'Đây là bản dự thảo.'],
  [
    'amended',
    `(Đã được sửa đổi, bổ sung bởi Quyết định số 9/QĐ-UBND)\n${HEAD}Điều 1. Một.`,
    'Văn bản này đã được sửa đổi, bổ sung bởi văn bản số chín, quyết định ủy ban nhân dân.',
  ],
  [
    'ended',
    `(Hết hiệu lực từ ngày 01/6/2027)\n${HEAD}Điều 1. Một.`,
    'Văn bản này đã hết hiệu lực từ ngày một tháng sáu năm hai nghìn không trăm hai mươi bảy.',
  ],
  [
    'replaced',
    `(Được thay thế bởi Quyết định số 12/QĐ-UBND)\n${HEAD}Điều 1. Một.`,
    'Văn bản này đã hết hiệu lực, được thay thế bởi văn bản số mười hai, quyết định ủy ban nhân dân.',
  ],
  ['without its number', `${HEAD.replace('06/', '   /')}Điều 1. Một.`, 'Văn bản này chưa có số.'],
];

test.each(HEARD)('a listener hears first that it is %s', (_, text, sentence) => {
  const { sentences } = read(text);
  const opening = sentences.filter((one) => one.kind === 'opening').map((one) => one.words);
  expect(opening.at(-1)).toBe(sentence);
});

test('findings are as many as a person can confirm', () => {
  const line = (_: unknown, at: number): string => `Bãi bỏ Quyết định số ${at + 1}/QĐ-UBND.`;
  const lines = Array.from({ length: 250 }, line).join('\n');
  expect(statusOf(`${HEAD}Điều 1. Một.\n${lines}`).acts).toHaveLength(200);
  const drafts = 'DỰ THẢO\n'.repeat(250);
  expect(statusOf(`${drafts}${HEAD}Điều 1. Một.`).evidence).toHaveLength(200);
});
