// What the terminal shows: doubts by place and reason, signatures, pages, and the digest by clause.
import { expect, test } from 'vitest';
import type { FileSignature, Taken } from '../../audio/intake/index.ts';
import { theLexicon } from '../../audio/lexicon.ts';
import { digestLines } from '../../audio/read/digest-shown.ts';
import { outlineOf } from '../../audio/read/outline.ts';
import { pageOf, shown, spokenLines } from '../../audio/read/shown.ts';
import { readLegalText } from '../../audio/reading/index.ts';

const TEXT = 'Điều 1. Phạm vi\nBan chỉ đạo giao BQXZ thực hiện ở mọi thôn, bản của xã.\n';
const taken = (more: Partial<Taken> = {}): Taken => ({
  text: TEXT,
  container: 'txt',
  encoding: 'utf-8',
  pages: [],
  ocr: null,
  signatures: [],
  notes: [],
  ...more,
});
const script = readLegalText(TEXT, { lexicon: theLexicon() });
const asIs = () => script;
const signature: FileSignature = {
  signer: 'Lò Văn Ánh',
  organisation: 'UBND xã Chiềng Lề',
  signedAt: '2026-11-05T02:00:00Z',
  intact: true,
  whole: true,
  trusted: false,
  problem: null,
};

test('only what is spoken: a sentence a line', () => {
  expect(spokenLines(script).split('\n').slice(0, 2)).toEqual(['Điều một.', 'Phạm vi.']);
});

test('a doubt names page, clause, line, reason, source and what is said', () => {
  const pages = [
    { page: 1, from: 0, to: 16 },
    { page: 2, from: 16, to: TEXT.length },
  ];
  const lines = shown(script, taken({ container: 'pdf', encoding: null, pages }), asIs).split('\n');
  expect(lines).toContain('Tệp: pdf, 2 trang');
  expect(lines).toContain('Còn 1 chỗ ngờ, đã sửa 0 chỗ nhận dạng sai');
  expect(lines.at(-2)).toMatch(/^ {2}trang 2, Điều 1, dòng 2: chữ viết tắt chưa biết: BQXZ → \S+/u);
});

test('doubts in the rows of a table that is only summed up are told apart', () => {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `${at + 1}\tBQXZ\t${at}00\t12.5.\tBản Mòn\tQWK`,
  );
  const text = `Điều 1. Số hộ\nBan chỉ đạo giao BQXZ.\nTT\tTên bản\tSố hộ\tTỷ lệ\tNơi\tGhi chú\n${rows.join('\n')}\n`;
  const read = (tables: 'summary' | 'rows') =>
    readLegalText(text, { lexicon: theLexicon(), profile: { tables } });
  const rowsOf = () => read('rows');
  const summed = shown(read('summary'), taken({ text }), rowsOf);
  expect(summed).toMatch(/^Còn 1 chỗ ngờ, thêm \d+ chỗ trong các hàng bảng không đọc, đã sửa/mu);
  expect(shown(read('rows'), taken({ text }), rowsOf)).not.toContain('không đọc,');
  expect(shown(read('summary'), taken({ text }), asIs)).toContain('Còn 1 chỗ ngờ, đã sửa');
});

test('OCR, remarks and signatures are told before the script is trusted', () => {
  const text = shown(
    script,
    taken({
      container: 'scan',
      encoding: null,
      ocr: { engine: 'tesseract 5' },
      notes: [{ vi: '2 trang không có chữ', en: 'x' }],
      signatures: [
        signature,
        {
          ...signature,
          signer: null,
          organisation: null,
          signedAt: null,
          intact: false,
          whole: false,
          problem: { vi: 'sai mã', en: 'x' },
        },
      ],
    }),
    asIs,
  );
  expect(text).toContain('Tệp: scan, tesseract 5\n');
  expect(text).toContain('Lưu ý: 2 trang không có chữ\n');
  expect(text).toContain(
    'Chữ ký số: Lò Văn Ánh, UBND xã Chiềng Lề, ký lúc 2026-11-05T02:00:00Z, nội dung đã ký còn nguyên vẹn\n',
  );
  expect(text).toContain(
    'Chữ ký số: không rõ người ký, nội dung đã bị thay đổi sau khi ký, không bao trùm toàn bộ tệp; sai mã\n',
  );
});

test('a document without a head is said to have none', () => {
  expect(shown(script, taken(), asIs)).toContain('Văn bản: không rõ số, ngày, nơi ban hành\n');
});

test.each([
  [0, 1],
  [15, 1],
  [16, 2],
  [40, null],
])('the character %i stands on page %s', (at, page) => {
  const pages = [
    { page: 1, from: 0, to: 16 },
    { page: 2, from: 16, to: 40 },
  ];
  expect(pageOf(pages, at)).toBe(page);
});

test('the outline counts doubts and programmes of each document', () => {
  const [document] = outlineOf(script).documents;
  expect(document).toMatchObject({ number: null, dieu: 1, doubts: 1, programmes: 1, tables: 0 });
  expect(document?.syllables).toBe(script.syllables);
});

const one = (groups: Parameters<typeof digestLines>[0][number]['groups']) => ({
  type: 'Quyết định',
  number: '5/QĐ-UBND',
  title: 'X',
  groups,
});

test('the digest groups by kind, names the clauses, and counts what is said often', () => {
  const place = (clause: string | null) => ({ clause });
  const lines = digestLines([
    one([
      {
        kind: 'date',
        entries: [
          {
            source: 'ngày\n01/12',
            words: 'ngày một tháng mười hai',
            count: 2,
            places: [place('Điều 1'), place('Điều 1')],
          },
          {
            source: 'hôm nay',
            words: 'hôm nay',
            count: 5,
            places: ['Điều 1', 'Điều 2', 'Điều 3', 'Điều 4', null].map(place),
          },
        ],
      },
      {
        kind: 'name',
        entries: [{ source: 'Lò Văn Ánh', words: '', count: 1, places: [place(null)] }],
      },
    ]),
  ]);
  expect(lines.split('\n')).toEqual([
    'NGÀY (2)',
    '  Điều 1 (2 lần)                      ngày 01/12 → ngày một tháng mười hai',
    '  Điều 1; Điều 2; Điều 3 và 2 nơi khác  hôm nay',
    '',
    'TÊN NGƯỜI, CƠ QUAN (1)',
    '  đầu văn bản  Lò Văn Ánh',
    '',
  ]);
  expect(digestLines([one([])])).toContain('Không có số');
});

test('of several documents the digest goes document by document, each by its name', () => {
  const entries = [{ source: 'Lò Văn Ánh', words: '', count: 1, places: [{ clause: 'Phần IV' }] }];
  const groups = [{ kind: 'name', entries }] as const;
  const bare = { type: null, number: null, groups };
  const lines = digestLines([
    one(groups),
    { ...bare, title: 'Kế hoạch A' },
    { ...bare, title: null },
  ]);
  expect(lines.split('\n').filter((line) => line.startsWith('==='))).toEqual([
    '=== VĂN BẢN 1/3: Quyết định 5/QĐ-UBND ===',
    '=== VĂN BẢN 2/3: Kế hoạch A ===',
    '=== VĂN BẢN 3/3: không rõ số ===',
  ]);
  expect(lines.match(/Phần IV {2}Lò Văn Ánh/gu)).toHaveLength(3);
});
