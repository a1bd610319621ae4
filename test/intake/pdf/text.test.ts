import { expect, test } from 'vitest';
import { readPdf } from '../../../audio/intake/pdf/read.ts';
import { codes, column, gridRules, type Piece, paper, type Sheet } from './paper.ts';

async function textOf(pieces: readonly Piece[], sheet: Partial<Sheet> = {}): Promise<string> {
  const read = await readPdf(paper([{ pieces, ...sheet }]), () => {});
  return read.pages[0]?.text ?? '';
}

const PROSE = [
  'Điều 1. Ủy ban nhân dân xã có trách nhiệm phổ biến pháp luật',
  'cho nhân dân trong xã theo kế hoạch đã được phê duyệt hằng năm.',
];

test('lines come from top to bottom, whatever the order they were drawn in', async () => {
  expect(await textOf(column(PROSE).reverse())).toBe(PROSE.join('\n'));
});

test('decomposed Vietnamese letters are composed', async () => {
  expect(await textOf(column([(PROSE[0] as string).normalize('NFD')]))).toBe(PROSE[0]);
});

test('a mark drawn as a letter of its own joins the letter before it', async () => {
  const raw = `BT /F1 14 Tf 70 700 Td [<${codes('tre')}> <${codes('\u0302')}> 500 <${codes('n')}>] TJ ET`;
  expect(await textOf([{ raw }])).toBe('trên');
});

test('words are told apart by the space between them, not only by space letters', async () => {
  const raw = `BT /F1 14 Tf 70 700 Td [<${codes('Hợp')}> -280 <${codes('tác')}> -30 <${codes('xã')}>] TJ ET`;
  expect(await textOf([{ raw }])).toBe('Hợp tácxã');
});

test('widely spaced letters of a heading stay one word', async () => {
  const raw = `BT 3 Tc /F1 14 Tf 70 700 Td <${codes('QUYẾT ĐỊNH')}> Tj ET`;
  expect(await textOf([{ raw }])).toBe('QUYẾT ĐỊNH');
});

test('words printed twice to look bold are read once', async () => {
  const twice: Piece[] = [
    { text: 'KẾ HOẠCH', x: 200, y: 100 },
    { text: 'KẾ HOẠCH', x: 200.4, y: 100 },
  ];
  expect(await textOf(twice)).toBe('KẾ HOẠCH');
});

test('a raised figure is a footnote mark, and the note below begins with it', async () => {
  const pieces: Piece[] = [
    { text: 'pháp luật', x: 70, y: 100 },
    { text: '1', x: 70 + 9 * 7, y: 95, size: 9 },
    { text: 'cho nhân dân', x: 150, y: 100 },
    { text: '2', x: 70, y: 700, size: 7 },
    { text: 'Theo Luật năm 2012.', x: 76, y: 704, size: 11 },
  ];
  expect(await textOf(pieces)).toBe('pháp luật¹ cho nhân dân\n² Theo Luật năm 2012.');
});

test('a blank line stands where the page leaves more white than between lines', async () => {
  const pieces = [...column(PROSE, 70, 90), ...column(PROSE, 70, 150), ...column(PROSE, 70, 210)];
  const part = PROSE.join('\n');
  expect(await textOf(pieces)).toBe([part, part, part].join('\n\n'));
});

test('a page number is a line of its own with no blank line around it', async () => {
  const pieces = [
    { text: '2', x: 295, y: 40 },
    ...column(PROSE),
    { text: '- 2 -', x: 290, y: 800 },
  ];
  expect(await textOf(pieces)).toBe(['2', ...PROSE, '- 2 -'].join('\n'));
});

test('the two columns of a letterhead are read one after the other', async () => {
  const pieces: Piece[] = [
    { text: 'ỦY BAN NHÂN DÂN', x: 80, y: 60 },
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 290, y: 60, size: 13 },
    { text: 'XÃ BẢN MẪU', x: 95, y: 76 },
    { text: 'Độc lập - Tự do - Hạnh phúc', x: 320, y: 78 },
    { text: 'Số: 12/KH-UBND', x: 90, y: 106 },
    { text: 'Bản Mẫu, ngày 02 tháng 3 năm 2026', x: 300, y: 108 },
    { text: 'KẾ HOẠCH', x: 270, y: 150 },
    ...column(PROSE, 70, 190),
  ];
  expect((await textOf(pieces)).replace(/\n+/gu, '\n').split('\n')).toEqual([
    'ỦY BAN NHÂN DÂN',
    'XÃ BẢN MẪU',
    'Số: 12/KH-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Bản Mẫu, ngày 02 tháng 3 năm 2026',
    'KẾ HOẠCH',
    ...PROSE,
  ]);
});

test('recipients are read to their end before the signature beside them', async () => {
  const pieces: Piece[] = [
    ...column(PROSE, 70, 90),
    { text: 'TM. ỦY BAN NHÂN DÂN', x: 330, y: 160 },
    { text: 'Nơi nhận:', x: 70, y: 163, size: 12 },
    { text: '- Như Điều 3;', x: 70, y: 176, size: 11 },
    { text: 'CHỦ TỊCH', x: 380, y: 178 },
    { text: '- Lưu: VT.', x: 70, y: 189, size: 11 },
    { text: 'Lò Văn Mẫu', x: 375, y: 240 },
  ];
  expect((await textOf(pieces)).replace(/\n+/gu, '\n').split('\n')).toEqual([
    ...PROSE,
    'Nơi nhận:',
    '- Như Điều 3;',
    '- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Lò Văn Mẫu',
  ]);
});

test('a ruled table is rows of cells, a wrapped cell in one piece, also where others stand mid-height', async () => {
  const pieces: Piece[] = [
    { text: 'Danh mục như sau:', x: 70, y: 80 },
    ...gridRules([70, 110, 300, 400], [100, 130, 190, 220]),
    { text: 'TT', x: 75, y: 120 },
    { text: 'Công trình', x: 120, y: 120 },
    { text: 'Vốn', x: 310, y: 120 },
    { text: 'Cấp nước sạch cho bản', x: 115, y: 150 },
    { text: '1', x: 80, y: 160 },
    { text: '1.250', x: 310, y: 160 },
    { text: 'vùng cao, Quyết định 5/QĐ-', x: 115, y: 168 },
    { text: 'UBND', x: 115, y: 186 },
    { text: '2', x: 80, y: 210 },
    { text: 'Đường liên bản', x: 115, y: 210 },
    { text: '900', x: 310, y: 210 },
    { text: 'Tổng cộng hai công trình.', x: 70, y: 250 },
  ];
  expect((await textOf(pieces)).split('\n').filter(Boolean)).toEqual([
    'Danh mục như sau:',
    'TT\tCông trình\tVốn',
    '1\tCấp nước sạch cho bản vùng cao, Quyết định 5/QĐ-UBND\t1.250',
    '2\tĐường liên bản\t900',
    'Tổng cộng hai công trình.',
  ]);
});

test('a merged cell speaks where it begins and is empty where it goes on', async () => {
  const pieces: Piece[] = [
    { rule: [70, 100, 400, 100] },
    { rule: [70, 130, 400, 130] },
    { rule: [200, 160, 400, 160] },
    { rule: [70, 190, 400, 190] },
    { rule: [70, 100, 70, 190] },
    { rule: [200, 130, 200, 190] },
    { rule: [300, 130, 300, 190] },
    { rule: [400, 100, 400, 190] },
    { text: 'I. Lĩnh vực tư pháp của xã', x: 80, y: 120 },
    { text: 'Hộ tịch', x: 80, y: 165 },
    { text: 'Khai sinh', x: 210, y: 150 },
    { text: '12', x: 310, y: 150 },
    { text: 'Kết hôn', x: 210, y: 180 },
    { text: '9', x: 310, y: 180 },
  ];
  expect((await textOf(pieces)).split('\n')).toEqual([
    'I. Lĩnh vực tư pháp của xã\t\t',
    'Hộ tịch\tKhai sinh\t12',
    '\tKết hôn\t9',
  ]);
});

test('a box around a paragraph is no table', async () => {
  expect(await textOf([...gridRules([50, 550], [70, 120]), ...column(PROSE)])).toBe(
    PROSE.join('\n'),
  );
});

test('columns without rules are told by wide gaps; an enumerator and its text are one', async () => {
  const pieces: Piece[] = [
    { text: '1.', x: 70, y: 100 },
    { text: 'Mục đích', x: 120, y: 100 },
    { text: 'Chỉ tiêu', x: 70, y: 130 },
    { text: 'Năm 2026', x: 300, y: 130 },
  ];
  expect((await textOf(pieces)).replace('\n\n', '\n')).toBe('1. Mục đích\nChỉ tiêu\tNăm 2026');
});

const TURNS = [0, 90, 180, 270];
test.each(TURNS)('a page turned by %i degrees reads the same', async (rotate) => {
  expect(await textOf(column(PROSE), { rotate })).toContain('Điều 1. Ủy ban nhân dân xã');
});

test('a page written sideways is read in its own direction', async () => {
  const raw = PROSE.map(
    (line, at) => `BT /F1 14 Tf 0 1 -1 0 ${100 + at * 18} 100 Tm <${codes(line)}> Tj ET`,
  ).join('\n');
  expect(await textOf([{ raw }])).toBe(PROSE.join('\n'));
});

test('a watermark aslant comes after the words of the page', async () => {
  const raw = `BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <${codes('DỰ THẢO')}> Tj ET`;
  expect(await textOf([{ raw }, ...column(PROSE)])).toBe([...PROSE, 'DỰ THẢO'].join('\n'));
});

test('text state is kept and given back: stretch, rise, leading, forms inside forms', async () => {
  const raw = [
    `q 1 0 0 1 0 100 cm BT /F1 14 Tf 16 TL 70 500 Td <${codes('Một')}> Tj T* <${codes('Hai')}> Tj`,
    `50 Tz 0 -16 TD <${codes('Ba')}> Tj 100 Tz 4 Ts <${codes('bốn')}> Tj 0 Ts ET Q`,
    `BT /F1 14 Tf 2 Tw 70 500 Td <${codes('Năm')}> Tj ET`,
  ].join('\n');
  expect((await textOf([{ raw }])).split('\n').filter(Boolean)).toEqual([
    'Một',
    'Hai',
    'Babốn',
    'Năm',
  ]);
});

test('every page has its number, its text and a report of progress', async () => {
  const seen: [number, number][] = [];
  const sheets = ['Một', 'Hai', 'Ba'].map((word) => ({ pieces: column([word.repeat(20)]) }));
  const read = await readPdf(paper(sheets), (done, total) => seen.push([done, total]));
  expect(read.pages.map(({ page, text }) => [page, text])).toEqual([
    [1, 'Một'.repeat(20)],
    [2, 'Hai'.repeat(20)],
    [3, 'Ba'.repeat(20)],
  ]);
  expect(seen).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});

test('text nobody sees, under a picture, is said to be a guess', async () => {
  const pieces = PROSE.map((text, at): Piece => ({ text, x: 70, y: 90 + at * 18, hidden: true }));
  const read = await readPdf(paper([{ pieces }]), () => {});
  expect(read.pages[0]).toMatchObject({ guessed: true, picture: 'no', text: PROSE.join('\n') });
});

test('a page without words is a picture, one with a stamp may be', async () => {
  const read = await readPdf(
    paper([{ pieces: [] }, { pieces: column(['Số: 12/QĐ']) }, { pieces: column(PROSE) }]),
    () => {},
  );
  expect(read.pages.map(({ picture }) => picture)).toEqual(['yes', 'maybe', 'no']);
});

const OLD_FONTS: [string, string, string][] = [
  ['.VnTime', 'KÕ ho¹ch phæ biÕn ph¸p luËt', 'Kế hoạch phổ biến pháp luật'],
  ['ABCDEF+.VnTimeH', 'kÕ ho¹ch cña x·', 'KẾ HOẠCH CỦA XÃ'],
  ['VNI-Times', 'Keá hoaïch phoå bieán phaùp luaät', 'Kế hoạch phổ biến pháp luật'],
  ['.VnTime', 'Kế hoạch của xã', 'Kế hoạch của xã'],
  ['BanMau-Regular', 'và các xã', 'và các xã'],
];
test.each(OLD_FONTS)('text in %s reads as its font means it', async (font, written, meant) => {
  const read = await readPdf(paper([{ pieces: column([written]) }], '', font), () => {});
  expect(read.pages[0]?.text).toBe(meant);
});

test('a page whose font hides what its letters are is a picture, not gibberish', async () => {
  const hidden = 'Ӫ<\u0102EDQ QKkQ GkQ WKӏ [m \ue012\ue034\ue045 QJKƭD YK\ufffd \ufffdJN PVT'.split(
    ' ',
  );
  const lines = Array.from({ length: 9 }, () => hidden.join(' '));
  const [page] = (await readPdf(paper([{ pieces: column(lines) }]), () => {})).pages;
  expect(page).toMatchObject({ text: '', picture: 'yes' });
});
