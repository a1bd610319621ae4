// What a profile adds or joins: notes, duties, signatures, regional words; and what a gazette parts.
// It must never depend on the corpus.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ON_AIR, type ReadingProfile } from '../../audio/reading/index.ts';
import { regional } from '../../audio/reading/script/room.ts';
import { cardinal } from '../../audio/reading/words/number.ts';
import { DECISION } from './documents.ts';
import { DRAFT, LETTER } from './forms.ts';
import { read } from './shared.ts';

function said(text: string, profile: Partial<ReadingProfile> = {}): string[] {
  return read(text, profile).sentences.map((sentence) => sentence.words);
}

const NOTES: [string, string, string[]][] = [
  [
    'a raised figure',
    'Một câu¹. Hai câu², dài 5 km².\n¹ Luật A.\n² Luật B.',
    ['Một câu.', 'Chú thích: Luật A.', 'Hai câu, dài năm ki lô mét vuông.', 'Chú thích: Luật bê.'],
  ],
  ['brackets', 'Một câu[1]. Hai câu.\n[1] Luật A.', ['Một câu.', 'Chú thích: Luật A.', 'Hai câu.']],
  ['a rule', 'Một câu¹.\n-----\n1 Luật A.', ['Một câu.', 'Chú thích: Luật A.']],
  ['no mark above', 'Một câu.\n¹ Luật A.', ['Một câu.', 'Chú thích: Luật A.']],
  [
    'figures that begin again on each page',
    'Một¹.\n¹ Luật A.\nHai¹.\n¹ Luật C.',
    ['Một.', 'Chú thích: Luật A.', 'Hai.', 'Chú thích: Luật xê.'],
  ],
  [
    'a body whose mark was lost',
    'Một.\n¹ Luật A.\nHai¹.\n¹ Luật C.',
    ['Một.', 'Chú thích: Luật A.', 'Hai.', 'Chú thích: Luật xê.'],
  ],
  [
    'two marks in one sentence, one of them of nothing',
    'Một¹ câu²³.\n¹ Luật A.\n² Luật B.',
    ['Một câu.', 'Chú thích: Luật A.', 'Chú thích: Luật bê.'],
  ],
  [
    'a table',
    'Tên\tViệc\nMòn¹\tlàm\nLụa\tnghỉ\n¹ Bản mới.',
    ['Mòn: việc: làm.', 'Chú thích: Bản mới.', 'Lụa: việc: nghỉ.'],
  ],
];

test.each(NOTES)('a note by %s follows the sentence that bears its mark', (_, text, words) => {
  expect(said(text, { footnotes: 'read' })).toEqual(words);
  expect(said(text).join(' ')).not.toContain('Chú thích');
});

test('a mark before every word, or on no word at all, has its note too', () => {
  const read1 = (text: string): string[] => said(text, { footnotes: 'read' });
  expect(read1('- ¹Một.\n¹ Luật A.')).toEqual(['Chú thích: Luật A.', 'Một.']);
  expect(read1('Tin.\n(¹)\n¹ Luật A.')).toEqual(['Tin.', 'Chú thích: Luật A.']);
  expect(read1('Tin.')).toEqual(['Tin.']);
});

test('the note of a line that is not heard is not heard', () => {
  const text = DECISION.replace('năm 2025;', 'năm 2025²;').replace(
    'QUYẾT ĐỊNH:',
    '² Luật số 1.\n\nQUYẾT ĐỊNH:',
  );
  expect(said(text, { footnotes: 'read' }).join(' ')).not.toContain('Luật số một');
  expect(said(text, { footnotes: 'read', legalBases: 'read' }).join(' ')).toContain('Luật số một');
});

test('a note traces to its own line', () => {
  const text = 'Một câu¹. Hai.\n¹ Luật A.';
  const note = read(text, { footnotes: 'read' }).sentences[1];
  expect(note).toMatchObject({ kind: 'footnote', sourceFrom: 15, sourceTo: 23 });
});

const DUTIES = `1. Mở lớp học.
- Cơ quan chủ trì: Sở Tư pháp.
- Cơ quan phối hợp: Các xã; các trường.
- Thời gian thực hiện: Năm 2026.
- Sản phẩm: Báo cáo.
- Kinh phí thực hiện: Ngân sách xã.
- Đơn vị thực hiện:
2. Tổng kết.`;

test('who answers, with whom and by when is one sentence where asked, or none', () => {
  const joined = read(DUTIES, { responsibilities: 'joined' }).sentences[2];
  expect(joined?.words).toBe(
    'Chủ trì: Sở Tư pháp; phối hợp: Các xã; các trường; thời gian: Năm hai nghìn không trăm hai mươi sáu; sản phẩm: Báo cáo; kinh phí: Ngân sách xã.',
  );
  expect(joined).toMatchObject({ kind: 'responsibility', clause: 'Mục 1' });
  for (const trace of joined?.trace ?? []) expect(trace.to).toBeGreaterThan(trace.from);
  const noted = 'Cơ quan chủ trì: Sở A. Sở B.\nThời gian thực hiện: Hằng năm;';
  expect(said(noted, { responsibilities: 'joined' })).toEqual([
    'Chủ trì: Sở A; Sở bê; thời gian: Hằng năm.',
  ]);
  expect(said('- Sản phẩm: ...', { responsibilities: 'joined' })).toEqual([]);
  expect(said(DUTIES, { responsibilities: 'skip' })).toHaveLength(4);
  expect(said(DUTIES, { responsibilities: 'read' })).toHaveLength(10);
});

const SIGNED: [string, string, string | null][] = [
  [
    'for the committee',
    'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLò Văn Ánh',
    'Thay mặt Ủy ban nhân dân xã, Phó Chủ tịch Lò Văn Ánh đã ký.',
  ],
  [
    'for the party',
    'T/M BAN THƯỜNG VỤ\nBÍ THƯ\nGiàng A Lử',
    'Thay mặt Ban Thường vụ, Bí thư Giàng A Lử đã ký.',
  ],
  [
    'by order',
    'TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nCÀ THỊ MỶ',
    'Thừa lệnh Chủ tịch, Chánh Văn phòng Cà Thị Mỷ đã ký.',
  ],
  [
    'by authority',
    'TUQ. CHỦ TỊCH\nGIÁM ĐỐC\nLý Seo Vần',
    'Thừa ủy quyền Chủ tịch, Giám đốc Lý Seo Vần đã ký.',
  ],
  ['acting', 'Q. GIÁM ĐỐC\nLý Seo Vần', 'Quyền Giám đốc Lý Seo Vần đã ký.'],
  ['itself', 'CHỦ TỊCH\n(Đã ký)\nLò Văn Ánh', 'Chủ tịch Lò Văn Ánh đã ký.'],
  ['without an office', 'Nơi nhận:\n- Lưu: VT.\nLò Văn Ánh', 'Lò Văn Ánh đã ký.'],
  ['by nobody named', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', null],
];

test.each(SIGNED)('signed %s', (_, foot, sentence) => {
  const head = DECISION.slice(0, DECISION.indexOf('Nơi nhận'));
  const signed = read(`${head}${foot}\n`, { signature: 'summary' }).sentences.filter(
    (one) => one.kind === 'signature',
  );
  expect(signed.map((one) => one.words)).toEqual(sentence === null ? [] : [sentence]);
  expect(said(`${head}${foot}\n`).join(' ')).not.toContain('đã ký');
});

test('a signature needs no head', () => {
  const text = 'Tin vắn.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Ánh';
  expect(said(text, { signature: 'summary' })).toEqual([
    'Tin vắn.',
    'Thay mặt Ủy ban nhân dân, Chủ tịch Lò Văn Ánh đã ký.',
  ]);
});

test('nobody has signed a draft, or a paper without its number', () => {
  for (const text of [`DỰ THẢO\n${DECISION}`, DECISION.replace('06/2026/QĐ', '    /QĐ')])
    expect(said(text, { signature: 'summary' }).join(' ')).not.toContain('đã ký');
});

test('the second signature of a text is not said again', () => {
  const twice = `${DECISION}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Ánh\n`;
  const signed = read(twice, { signature: 'summary' }).sentences;
  expect(signed.filter((one) => one.kind === 'signature')).toHaveLength(1);
  expect(read(DECISION).documents[0]?.signer).toEqual({
    office: 'PHÓ CHỦ TỊCH',
    name: 'Lò Văn Ánh',
  });
});

test('drafts without numbers are parted where each has a head of its own', () => {
  const other = DRAFT.replace('KẾ HOẠCH', 'PHƯƠNG ÁN');
  const { documents } = read(`${DRAFT}\n${DECISION}\n${other}`);
  expect(documents.map((one) => one.type)).toEqual(['Kế hoạch', 'Quyết định', 'Phương án']);
  const attached = DECISION.replace(
    '\nQUY CHẾ\n',
    '\nỦY BAN NHÂN DÂN\nXÃ A\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nQUY CHẾ\n',
  ).replace(/\(Ban hành kèm[^)]*\)/u, '');
  expect(read(attached).documents).toHaveLength(1);
});

test('what one document of a gazette calls things binds no other', () => {
  const one = DECISION.replace('về Quy chế', 'về').replace(
    'của xã Chiềng Lề.',
    'của Hội Trồng Quế (HTQ). HTQ họp.',
  );
  const words = said(`${one}\n${LETTER.replace('Sở đề nghị', 'HTQ đề nghị')}`).join(' ');
  expect(words).toContain('Hội trồng quế họp');
  expect(words).toContain('hát tê quy đề nghị');
});

test('regional words are only those that numbers made', () => {
  const southern = { linh: 'lẻ', nghin: 'ngàn' } as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.boolean(), (value, scaled) => {
      const text = `Tin: bản Linh nghìn hộ linh thiêng có ${value}${scaled ? ' nghìn' : ''} cây.`;
      const [spoken] = said(text, southern);
      const made = cardinal(String(value)).replace(/linh/gu, 'lẻ').replace(/nghìn/gu, 'ngàn');
      expect(spoken).toBe(
        `Tin: bản Linh nghìn hộ linh thiêng có ${made}${scaled ? ' nghìn' : ''} cây.`,
      );
    }),
    { seed: 20260601, numRuns: 300 },
  );
  expect(said('STT\tTên\tTuổi\n1\tMòn\t105\n2\tLụa\t6', southern)[0]).toBe(
    'Mòn: tuổi một trăm lẻ năm.',
  );
  const token = { kind: 'quantity', say: 'một trăm linh năm nghìn', source: '105 nghìn' };
  const profile = { ...ON_AIR, linh: 'lẻ', nghin: 'ngàn' } as const;
  expect(regional(token, profile).say).toBe('một trăm lẻ năm nghìn');
  expect(said(`101. Mở lớp.`, southern)[0]).toBe('Mục một trăm lẻ một.');
});

const PIECES = [
  ...['**', '<b>', '</b>', '\n', '\n\n', '\t', '   ', 'Một câu', 'xong.', '12', '- 3 -'],
  ...['I. MỘT HAI', '1. Mục', 'Điều 1.', 'a) điểm', 'Nơi nhận:', 'TM. CHỦ TỊCH', 'Lò Văn Ánh'],
  ...['PHỤ LỤC', 'Số: 5/KH-UBND', 'KẾ HOẠCH', '¹ Chú thích', '-----', '&nbsp;', '\u200b', '|'],
];

test('every printed character is in a block, and blocks stand in order', () => {
  const text = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (source) => {
      const { blocks } = read(source);
      let done = 0;
      for (const { from, to } of blocks) {
        expect(from).toBeLessThan(to);
        if (from < done) {
          expect(to).toBeLessThanOrEqual(done);
          continue;
        }
        expect(source.slice(done, from).trim()).toBe('');
        done = to;
      }
      if (blocks.length > 0) expect(source.slice(done).trim()).toBe('');
    }),
    { seed: 20260602, numRuns: 800 },
  );
});

test('a doubt knows the clause it stands in', () => {
  const { doubts } = read('XYQ\nĐiều 2. Tên\n1. Có XYQ và 5 km.\n\nNơi nhận:\n- Lưu: VT.');
  expect(doubts.map((one) => one.clause)).toEqual([null, 'Điều 2, Khoản 1']);
});
