import { expect, test } from 'vitest';
import { theLexicon } from '../../../audio/lexicon.ts';
import { FULL, type Script, type Sentence } from '../../../audio/reading/index.ts';
import { roundTripOf } from '../../../audio/reading/proof/roundtrip.ts';
import { DECISION, NOTICE, TABLE } from '../documents.ts';
import { CORPUS, corpusText, hasShared, ordered, read, tableRows, unescaped } from '../shared.ts';
import { missaid, PLAN, type Place, proved } from './plan.ts';

const PROFILES = [
  {},
  FULL,
  { ...FULL, tables: 'rows', footnotes: 'read' },
  { legalBases: 'read', responsibilities: 'joined', signature: 'summary', docno: 'full' },
  { tables: 'summary', linh: 'lẻ', nghin: 'ngàn' },
] as const;

const asked = (text: string, profile = {}): string[] =>
  read(text, profile)
    .doubts.filter((one) => one.reason === 'round-trip' || one.reason === 'lost-number')
    .map((one) => `${one.reason} ${one.source} → ${one.suggestion}`);

test.each(PROFILES)('documents of our own come back whole as %j', (profile) => {
  for (const text of [DECISION, NOTICE, TABLE, PLAN]) expect(asked(text, profile)).toEqual([]);
});

test.skipIf(!hasShared).each(CORPUS)('of %s every number comes back and none is lost', (name) => {
  for (const profile of PROFILES) expect(asked(corpusText(name), profile)).toEqual([]);
});

test.skipIf(!hasShared)('no row of the tables raises a false alarm', () => {
  const rows = [...tableRows('legal_gold.tsv'), ...tableRows('legal_synth.tsv')];
  expect(rows.flatMap((row) => asked(unescaped(row.input), FULL))).toEqual([]);
});

const HOLDING = [
  'Tăng 15%o so với trước, 5‰ dân số, 100 km2, 5 m3, 3G, 24/7.',
  'Biển số 26A-123.45, CCCD 026123456789, +84 912 345 678, (0212) 3852 047.',
  'Xem https://abc.gov.vn/2026/05?x=1 và thu@xa5.vn, www.24h.com.vn.',
  'IIII. PHẦN SAI\n\n1. Mục',
  'Kế hoạch số 131/KH-BCĐ389 của Ban Chỉ đạo 389; số 515/KH-KH-BCA.',
  'Xe 5 chỗ, hạng B2, ½ số hộ, QL.6, quốc lộ 6, TCVN 41-1:2019/BXD.',
  'Đạt 1<b>5</b>% và &#49;2 hộ. <img width="300"> Trang',
  '(1) Giảm nghèo; (ii) giảm lũ; thứ nhất, thứ 4, thứ I.',
  'Phòng PC06 (PC06) có mặt[3], chú thích¹.',
  '12345678901234567890123456789012 đồng',
  'Đơn giá $1,5 và 1.000.000đ; tỷ lệ 1:500; 2 1/2 giờ; 1,2,3; 05 (năm) ngày.',
  'Số:      /QĐ-UBND ngày   tháng   năm 2026',
  'toàn bộ .730 hộ',
  'Thông tư số 01/2014/TTLT-BTP-BTC ngày １２/5/2025',
  'kế ho<b2>ạ</b2>ch',
  'Hỗ trợ 2 000 000 đồng/hộ, 1\u00a0500 người; 12 500,5 ha.',
];

/** Two counts with but a space between them: perhaps one number that was written with spaces. */
test.each([
  ['Điều 5 100 người', ['round-trip 5 → năm']],
  [
    'tổ 912 345 678',
    ['round-trip 912 → chín trăm mười hai', 'round-trip 345 → ba trăm bốn mươi lăm'],
  ],
  ['còn 000 đồng', ['round-trip 000 → không']],
  ['lúc 7h30 150 người', []],
])('%s: a person is asked %j', (text, doubts) => {
  expect(asked(text, FULL)).toEqual(doubts);
});

test('a person who has settled the first count is not asked again', () => {
  const settled = [{ written: '5', before: 'Điều ', after: ' 100 người', words: 'năm' }];
  const doubts = ordered('Điều 5 100 người', { settled }).doubts;
  expect(doubts).toEqual([]);
});

test.each(HOLDING)('nothing is false in: %s', (text) => {
  expect(asked(text, FULL)).toEqual([]);
});

/** Words changed in the script of one line, and whether the change is noticed. */
const CHANGES: [string, string, string, string | null][] = [
  ['Đạt 50% số hộ', 'percent', 'trăm', 'nghìn'],
  ['Đạt 50% số hộ', 'percent', 'trăm', null],
  ['Họp ngày 15/4/2025', 'date', 'tháng', 'trên'],
  ['Quyết định số 1009/QĐ-UBND', 'docno', 'quyết', 'nghị'],
  ['Quyết định số 1009/QĐ-UBND', 'docno', 'ủy', null],
  ['tại điểm đ khoản 2', 'point', 'đê', 'bê'],
  ['khóa XV đã họp', 'roman', 'mười', null],
  ['có hai bản', 'word', 'hai', 'ba'],
  ['có bản hai', 'word', 'bản', 'hai'],
  ['đường PC06 mới', 'code', 'pê', 'tê'],
  ['đường PC06 mới', 'code', 'không', null],
  ['theo Đề án 06 của', 'number', 'không', null],
  ['diện tích 100 km2', 'unit', 'vuông', 'khối'],
  ['gọi 113 ngay', 'hotline', 'ba', 'tư'],
  ['a) Nội dung', 'diem', 'a', 'bê'],
];

function placeOf(script: Script, rule: string, word: string): Place {
  for (const [sentence, { trace }] of script.sentences.entries())
    for (const [index, one] of trace.entries()) {
      const at = one.words.toLowerCase().split(' ').indexOf(word);
      if (one.rule === rule && at >= 0) return { sentence, trace: index, word: at };
    }
  throw new Error(`${rule} "${word}" is not said in ${script.sentences[0]?.words}`);
}

test.each(CHANGES)(
  'in "%s" the %s said with "%s" changed is noticed (%s)',
  (text, rule, word, other) => {
    const script = read(text, FULL);
    expect(proved(script, text)).toEqual([]);
    const changed = missaid(script, placeOf(script, rule, word), other);
    expect(proved(changed, text)).toMatchObject([{ reason: 'round-trip' }]);
  },
);

test('a sentence that says something else than its trace is noticed', () => {
  const script = read(NOTICE);
  const [first, ...rest] = script.sentences as [Sentence, ...Sentence[]];
  const sentences = [{ ...first, words: first.words.replace('bảy', 'tám') }, ...rest];
  const [doubt] = proved({ ...script, sentences }, NOTICE);
  expect(doubt).toMatchObject({ reason: 'round-trip', from: first.sourceFrom, clause: null });
  expect(doubt?.suggestion).toContain('tám giờ');
});

test.each([
  ['opening', 'sáu', 'bảy'],
  ['opening', 'năm', 'hai'],
  ['opening', 'tư', 'ba'],
  ['opening', 'sáu', null],
  ['closing', 'sáu', 'chín'],
  ['closing', 'sáu', 'năm'],
])('an %s that says "%s" wrongly (%s) is noticed', (kind, word, other) => {
  const script = read(PLAN);
  const sentence = script.sentences.findIndex(
    (one) => one.kind === kind && one.words.includes(word),
  );
  const trace = script.sentences[sentence]?.trace.findIndex((one) =>
    one.words.split(' ').includes(word),
  ) as number;
  const at = script.sentences[sentence]?.trace[trace]?.words.split(' ').indexOf(word) as number;
  const changed = missaid(script, { sentence, trace, word: at }, other);
  expect(proved(changed, PLAN)).toMatchObject([{ reason: 'round-trip' }]);
});

test('an opening says only what its document has: no number, no date, a Roman title', () => {
  const text =
    'ỦY BAN NHÂN DÂN\nXÃ CHIỀNG LỀ\n\nKẾ HOẠCH\n\nMừng Đại hội lần thứ XIV năm 2026\n\nI. MỤC TIÊU\n\nMột lòng.';
  expect(read(text).sentences[0]?.kind).toBe('opening');
  expect(asked(text)).toEqual([]);
});

test('a number cut in two is noticed, and the digits left out are asked for', () => {
  const text = 'Có 1.250 hộ.';
  const script = read(text, FULL);
  const [sentence] = script.sentences as [Sentence];
  const trace = sentence.trace.flatMap((one) =>
    one.rule === 'number'
      ? [
          { ...one, words: 'một', to: one.from + 1 },
          { ...one, words: 'hai trăm năm mươi', from: one.from + 2 },
        ]
      : [one],
  );
  const words = 'Có một hai trăm năm mươi hộ.';
  expect(proved({ ...script, sentences: [{ ...sentence, words, trace }] }, text)).toMatchObject([
    { reason: 'round-trip', source: '1' },
  ]);
  expect(proved({ ...script, sentences: [] }, text)).toMatchObject([
    { reason: 'lost-number', source: '1' },
    { reason: 'lost-number', source: '250', suggestion: '' },
  ]);
});

test('what a commune added or a person settled is said as they like', () => {
  const text = 'Có ca F0 và 12 hộ, theo số 15/QĐ-XYZ.';
  const reasons = (order: Parameters<typeof ordered>[1]): string[] =>
    ordered(text, { profile: FULL, ...order }).doubts.map((one) => one.reason);
  const entry = { note: 'thử', example: 'thử' };
  expect(
    reasons({
      additions: [
        { written: 'F0', spoken: 'người bệnh', ...entry },
        { written: 'XYZ', spoken: 'ban thử việc', ...entry },
      ],
    }),
  ).toEqual([]);
  const settled = { written: '12 hộ', before: 'và ', after: ',', words: 'mười mấy nhà' };
  expect(reasons({ settled: [settled] })).not.toContain('round-trip');
  expect(reasons({ settled: [{ ...settled, words: '' }] })).not.toContain('lost-number');
});

test('a figure a person is asked about already is not asked about twice', () => {
  const text = `số ${'9'.repeat(40)} và .730`;
  expect(read(text, FULL).doubts.map((one) => one.reason)).toEqual(['long-number', 'lost-digits']);
});

test('the proof reads nothing of the grammar', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  const folder = new URL('../../../audio/reading/proof/', import.meta.url);
  const imports = readdirSync(folder).flatMap((name) =>
    [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(
        /^import (type )?.* from '(\.\.\/.*)';$/gm,
      ),
    ]
      .filter((match) => match[1] === undefined)
      .map((match) => `${name} ${match[2]}`),
  );
  // how letters are written down is no grammar
  expect(imports).toEqual(['written.ts ../words/composed.ts']);
});

test('the lexicon is taken apart once and kept with it', () => {
  const script = read(PLAN);
  const lexicon = { ...theLexicon() };
  expect(roundTripOf({ script, text: PLAN, lexicon })).toEqual([]);
  expect(roundTripOf({ script, text: PLAN, lexicon })).toEqual([]);
});
