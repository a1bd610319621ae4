// A whole document: what is heard on air, what is left out, and where each sentence stands.
// It must never depend on the corpus.
import { expect, test } from 'vitest';
import { estimateSeconds, FULL, type ReadingProfile } from '../../audio/reading/index.ts';
import { DECISION, NOTICE } from './documents.ts';
import { line, read } from './shared.ts';

function said(text: string, profile: Partial<ReadingProfile> = {}): string[] {
  return read(text, profile).sentences.map((sentence) => sentence.words);
}

const YEAR = 'năm hai nghìn không trăm hai mươi sáu';
const BODY = [
  'Điều một.',
  'Ban hành kèm theo Quyết định này Quy chế phát thanh của xã Chiềng Lề.',
  'Điều hai.',
  'Hiệu lực.',
  'Khoản một.',
  `Quyết định này có hiệu lực từ ngày một tháng năm ${YEAR}.`,
  'Khoản hai.',
];
const ANNEX = [
  'Phần một.',
  'Quy định chung.',
  'Mục một.',
  'Phạm vi.',
  'Điểm a.',
  'Quy chế này áp dụng cho các bản thuộc xã Chiềng Lề.',
];
const HOURS = ['Mục một chấm một.', 'Giờ phát.', 'Phát lúc năm giờ và mười bảy giờ hằng ngày.'];

test('a decision goes on air with its opening and closing, without head, bases and feet', () => {
  expect(said(DECISION)).toEqual([
    'Ủy ban nhân dân xã Chiềng Lề.',
    `Quyết định số không sáu, ${YEAR}, ngày năm tháng tư ${YEAR}, về việc ban hành Quy chế phát thanh.`,
    'Quyết định:',
    ...BODY,
    'Bãi bỏ Quyết định số không năm, ủy ban nhân dân, ngày hai tháng ba năm hai nghìn không trăm hai mươi.',
    'Quy chế.',
    'Phát thanh xã Chiềng Lề.',
    ...ANNEX,
    ...HOURS,
    `Vừa rồi là nội dung Quyết định số không sáu, ${YEAR}, của ủy ban nhân dân xã Chiềng Lề.`,
  ]);
});

test('the full form reads every line that is heard at all', () => {
  expect(said(DECISION, { ...FULL, footnotes: 'read' })).toEqual([
    `Số: không sáu, ${YEAR}, quyết định ủy ban nhân dân.`,
    `Chiềng Lề, ngày năm tháng tư ${YEAR}.`,
    'Quyết định.',
    'Về việc ban hành Quy chế phát thanh.',
    'Chủ tịch ủy ban nhân dân xã.',
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày mười sáu tháng sáu năm hai nghìn không trăm hai mươi lăm;',
    'Theo đề nghị của Công chức Văn hóa xã.',
    'Quyết định:',
    ...BODY,
    'Bãi bỏ Quyết định số không năm, quyết định ủy ban nhân dân, ngày hai tháng ba năm hai nghìn không trăm hai mươi.',
    'Quy chế.',
    'Phát thanh xã Chiềng Lề.',
    `Ban hành kèm theo Quyết định số không sáu, ${YEAR}, quyết định ủy ban nhân dân, ngày năm tháng tư ${YEAR}.`,
    ...ANNEX,
    'Chú thích: Gồm cả bản mới.',
    'Cơ quan chủ trì: Văn phòng xã.',
    `Thời gian thực hiện: Năm hai nghìn không trăm hai mươi sáu.`,
    ...HOURS,
  ]);
});

test('facts and counts are found as the document prints them', () => {
  const script = read(DECISION);
  expect(script).toMatchObject({
    title: 'Về việc ban hành Quy chế phát thanh',
    number: '06/2026/QĐ-UBND',
    issuer: 'ỦY BAN NHÂN DÂN XÃ CHIỀNG LỀ',
    date: '2026-04-05',
  });
  expect(script.documents).toHaveLength(1);
  expect(script.documents[0]).toMatchObject({
    type: 'Quyết định',
    counts: { dieu: 2, phan: 1, muc: 3, subMuc: 1, diem: 1, bullets: 2, tables: 0 },
    sentenceFrom: 0,
    sentenceTo: script.sentences.length,
  });
});

test('a sentence knows its clause, its kind and its length', () => {
  const { sentences, syllables } = read(DECISION);
  const clauses = sentences.map((sentence) => sentence.clause);
  expect(clauses).toContain('Điều 2, Khoản 1');
  expect(clauses).toContain('Phần I, Mục 1, Điểm a');
  expect(sentences[0]).toMatchObject({ clause: null, kind: 'opening', syllables: 7 });
  expect(syllables).toBe(sentences.reduce((sum, sentence) => sum + sentence.syllables, 0));
  expect(estimateSeconds(190)).toBe(60);
  expect(estimateSeconds(170, 170)).toBe(60);
});

test('a plain notice is read as it stands', () => {
  const script = read(NOTICE);
  expect(script.sentences.map((sentence) => sentence.words)).toEqual([
    'Mời bà con họp bản lúc bảy giờ ba mươi phút ngày hai mươi lăm tháng mười một tại nhà văn hóa bản.',
    'Đề nghị mỗi hộ cử một người dự.',
  ]);
  expect([script.title, script.number, script.issuer, script.date]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a type without number or letterhead gets no frame', () => {
  expect(said('THÔNG BÁO\nVề việc tiêm phòng\nMời bà con đến trạm.')).toEqual([
    'Thông báo.',
    'Về việc tiêm phòng.',
    'Mời bà con đến trạm.',
  ]);
});

const HEADS: [string, string, string, string | null][] = [
  [
    'SỞ TƯ PHÁP\nSố: 12/TB-STP\nTHÔNG BÁO\nLịch tiếp dân\nSở tiếp dân.',
    'SỞ TƯ PHÁP',
    'Sở tư pháp.',
    '12/TB-STP',
  ],
  [
    'UBND TỈNH A\nSỞ Y TẾ\nSố: 5/KH-SYT\nKẾ HOẠCH\nTiêm chủng\nI. MỘT',
    'SỞ Y TẾ',
    'Sở y tế.',
    '5/KH-SYT',
  ],
  [
    'UBND XÃ A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-UBND      Xã A, ngày 5 tháng 6 năm 2026\nKẾ HOẠCH\nVề tập huấn\nI. MỘT',
    'UBND XÃ A',
    'Ủy ban nhân dân xã A.',
    '5/KH-UBND',
  ],
  [
    'ỦY BAN NHÂN DÂN\nTỈNH A\nSố:    /KH-UBND\nKẾ HOẠCH\nTập huấn\nI. MỘT',
    'ỦY BAN NHÂN DÂN TỈNH A',
    'Ủy ban nhân dân tỉnh A.',
    null,
  ],
  [
    'Số: 7/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc X\nCHỦ TỊCH UBND XÃ\nĐiều 1. Có.',
    'CHỦ TỊCH UBND XÃ',
    'Chủ tịch ủy ban nhân dân xã.',
    '7/QĐ-UBND',
  ],
];

test.each(HEADS)('the head %j is of %s', (text, issuer, opening, number) => {
  const script = read(text);
  expect([script.issuer, script.number]).toEqual([issuer, number]);
  expect(script.sentences[0]?.words).toBe(opening);
});

test('what a head does not say is left out of opening and closing', () => {
  expect(said('Số: 3/QĐ\nQUYẾT ĐỊNH\nĐiều 1. Có.')[0]).toBe('Quyết định số ba.');
  const unfilled = said('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQUYẾT ĐỊNH\nĐiều 1. Có.');
  expect([unfilled[0], unfilled.at(-1)]).toEqual([
    'Quyết định.',
    'Vừa rồi là nội dung Quyết định.',
  ]);
});

test('a number or a date never filled in is a doubt', () => {
  const script = read(
    'UBND XÃ A\nSố: /QĐ-UBND\nXã A, ngày    tháng    năm 2026\nQUYẾT ĐỊNH\nĐiều 1. Có.',
  );
  expect(script.doubts.map((doubt) => [doubt.reason, doubt.source])).toEqual([
    ['no-number', 'Số: /QĐ-UBND'],
    ['blank', 'Xã A, ngày    tháng    năm 2026'],
  ]);
});

test('a gazette loses its cover and contents, and opens each document', () => {
  const text = `CÔNG BÁO\nSố 30\nMỤC LỤC\nQuyết định A\t3\nVĂN BẢN KHÁC\n\n${DECISION}\n${DECISION.replace('06/', '07/')}`;
  const script = read(text);
  expect(script.documents.map((one) => one.number)).toEqual(['06/2026/QĐ-UBND', '07/2026/QĐ-UBND']);
  expect(script.sentences[0]?.words).toBe('Ủy ban nhân dân xã Chiềng Lề.');
  expect(read(text, FULL).sentences[0]?.words).toBe('Công báo.');
});

test('contents end where the text begins; page numbers and lone addresses vanish', () => {
  expect(said('MỤC LỤC\nChương I ........ 3\nMục A\t5\nNội dung bắt đầu.')).toEqual([
    'Nội dung bắt đầu.',
  ]);
  expect(said('Tên tôi\n\n12\n\nlà ai', FULL)).toEqual(['Tên tôi là ai.']);
  expect(said('Một câu.\n5\nhttps://sonla.gov.vn\nCâu hai.')).toEqual(['Một câu.', 'Câu hai.']);
  expect(line('12')).toBe('Mười hai.');
});

test('recipients and signatures end where something else begins', () => {
  expect(
    said('Nơi nhận:\n- Như trên;\nLưu: VT.\nTin tiếp theo là lịch cắt điện trong tuần'),
  ).toEqual(['Tin tiếp theo là lịch cắt điện trong tuần.']);
  expect(said('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Ánh\nTHÔNG TIN THÊM')).toEqual([
    'Thông tin thêm.',
  ]);
});

test('regional words change only what numbers made', () => {
  const text = '1. Chùa Linh nghìn năm có 1.105 bậc, ngày 05/01/2004.';
  expect(said(text, { linh: 'lẻ', nghin: 'ngàn' }).join(' ')).toBe(
    'Mục một. Chùa Linh nghìn năm có một ngàn một trăm lẻ năm bậc, ngày năm tháng một năm hai ngàn không trăm lẻ bốn.',
  );
});

test('long breaths are cut at clauses, never inside a name', () => {
  const clause = 'phổ biến, giáo dục pháp luật cho người dân trong toàn xã ';
  const cut = read(`Ủy ban ${clause.repeat(12)}.`, { maxSyllables: 30 }).sentences;
  expect(cut.length).toBeGreaterThan(3);
  for (const sentence of cut) {
    expect(sentence.syllables).toBeLessThanOrEqual(30);
    expect(sentence.words).not.toMatch(/biến,$/u);
  }
  const unbroken = read(`${'ba '.repeat(100)}.`).sentences;
  expect(unbroken.map((sentence) => sentence.syllables)).toEqual([60, 40]);
});

test('a breath ends before "kèm theo", inside no word of two and inside no number', () => {
  const plan = 'Xã triển khai kế hoạch tuyên truyền giai đoạn 2025 - 2030 ban hành';
  const cut = read(`${plan} kèm theo Quyết định số 5 của tỉnh.`, { maxSyllables: 26 }).sentences;
  expect(cut.map((sentence) => sentence.words.split(' ')[0])).toEqual(['Xã', 'kèm']);
  const two = read(`${'ba '.repeat(20)}tồn tại lý do tự do ${'ba '.repeat(9)}.`, {
    maxSyllables: 26,
  }).sentences;
  for (const { words } of two) expect(words).not.toMatch(/(?:tồn|lý|tự),$/u);
  const figure = read(`${'ba '.repeat(20)}2.345.678 hộ`, { maxSyllables: 26 }).sentences;
  expect(figure[1]?.words).toMatch(/^hai triệu/u);
});

test('a lone number line, bases under a type, and offices over a date keep their place', () => {
  expect(said('Tin vắn\nSố: 5/TB-UBND\nHết')).toEqual([
    'Tin vắn.',
    'Số: năm, thông báo ủy ban nhân dân.',
    'Hết.',
  ]);
  expect(said('Số: 1/QĐ-UBND\nQUYẾT ĐỊNH\nCăn cứ Luật A;\nĐiều 1. B.')).toEqual([
    'Quyết định số một.',
    'Điều một.',
    'Bê.',
    'Vừa rồi là nội dung Quyết định số một.',
  ]);
  const dated = read(
    'ỦY BAN NHÂN DÂN\nXÃ A\nXã A, ngày 5 tháng 6 năm 2026\nQUYẾT ĐỊNH\nĐiều 1. B.',
  );
  expect([dated.issuer, dated.date]).toEqual(['ỦY BAN NHÂN DÂN XÃ A', '2026-06-05']);
  expect(
    said(
      'Trường Mầm non A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-MN\nKẾ HOẠCH\nX\nI. MỘT HAI',
    )[0],
  ).toBe('Trường Mầm non A.');
});

test('a text of nothing is a script of nothing', () => {
  expect(read(' \n ')).toMatchObject({ sentences: [], syllables: 0, title: null });
  expect(line('')).toBe('');
});

test('repairs are logged with their place', () => {
  expect(read('Tin về phô biến pháp luật.').repairs).toEqual([
    {
      source: 'phô biến',
      repaired: 'phổ biến',
      from: 7,
      to: 15,
      entry: 'misreadings:phô biến',
    },
  ]);
});
