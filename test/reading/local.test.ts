// What a document says its abbreviations mean: from where it says so, and in that document only.
// It must never need the corpus.
import { expect, test } from 'vitest';
import { FULL } from '../../audio/reading/index.ts';
import { line, read } from './shared.ts';

test.each([
  ['đê bao (gọi tắt là ĐBX), ĐBX', 'Đê bao, đê bê ích.'],
  ['quản lý đê bao (gọi tắt là QLĐB), QLĐB họp', 'Quản lý đê bao, quản lý đê bao họp.'],
  ['đội dân phòng (sau đây gọi chung là ĐDP), ĐDP', 'Đội dân phòng, đội dân phòng.'],
  ['đội dân phòng (sau đây gọi tắt là “ĐDP”), ĐDP', 'Đội dân phòng, đội dân phòng.'],
  ['đội dân phòng (được viết tắt: ĐDP), ĐDP', 'Đội dân phòng, đội dân phòng.'],
  ['đội và dân phòng (ĐDP), ĐDP', 'Đội và dân phòng, đội và dân phòng.'],
  ['văn bản quy xã (sau đây viết tắt là VBQX)', 'Văn bản quy xã.'],
  ['đội dân phòng (ĐDP). Đồn dân phố (ĐDP). ĐDP', 'Đội dân phòng. Đồn dân phố. Đồn dân phố.'],
  [
    'Trung tâm Phục vụ hành chính công xã (sau đây gọi tắt là TTHCC), TTHCC',
    'Trung tâm Phục vụ hành chính công xã, trung tâm phục vụ hành chính công.',
  ],
  [
    'Ủy ban nhân dân cấp xã (sau đây gọi chung là UBND cấp xã), UBND cấp xã',
    'Ủy ban nhân dân cấp xã, ủy ban nhân dân cấp xã.',
  ],
  ['tổ tuần tra bản (TTTB), số 5/BC-TTTB', 'Tổ tuần tra bản, số năm, báo cáo tổ tuần tra bản.'],
])('what is defined in %j is said so', (written, spoken) => {
  expect(line(written)).toBe(spoken);
});

test.each([
  ['Đề án phát thanh (sau đây gọi là Đề án)', 'Đề án phát thanh, sau đây gọi là Đề án.'],
  ['Ban Quản lý bản (sau đây viết tắt là QWZ), QWZ', 'Ban Quản lý bản, quy vê kép dét.'],
  ['Theo tổ ở trên bản xa (gọi tắt là TX), TX', 'Theo tổ ở trên bản xa, thị xã.'],
  [
    'Trung tâm của bản ở Suối Mây này (gọi tắt là TTX), TTX',
    'Trung tâm của bản ở Suối Mây này, tê tê ích.',
  ],
  [
    'đội dân (sau đây gọi tắt là ABCDEFGHIJKLMNOPQ)',
    'Đội dân, sau đây gọi tắt là a bê xê đê e ép giê hát i gi ca e lờ em en o pê quy.',
  ],
])('%j defines nothing it does not say', (written, spoken) => {
  expect(line(written)).toBe(spoken);
});

test('before it is defined, an abbreviation is the lexicon’s, or a doubt', () => {
  const text = 'ĐDP họp. Đội dân phòng (ĐDP) họp. ĐDP họp. Theo CTS. Cán trồng sen (CTS). CTS.';
  const { sentences, doubts } = read(text, FULL);
  expect(sentences.map((one) => one.words)).toEqual([
    'Đê đê pê họp.',
    'Đội dân phòng họp.',
    'Đội dân phòng họp.',
    'Theo chứng thư số.',
    'Cán trồng sen.',
    'Cán trồng sen.',
  ]);
  expect(doubts.map(({ reason, from, suggestion }) => [reason, from, suggestion])).toEqual([
    ['unknown-abbreviation', 0, 'đê đê pê'],
  ]);
  expect(sentences[5]?.trace[0]?.entry).toBe('local:CTS');
});

function decision(number: number, text: string): string {
  return `ỦY BAN NHÂN DÂN
XÃ SUỐI MÂY

Số: ${number}/QĐ-UBND

Suối Mây, ngày 05 tháng 4 năm 2026

QUYẾT ĐỊNH

Về việc kiện toàn tổ

Điều 1. ${text}

Điều 2. Các bản thực hiện./.
`;
}

test('what one document of a gazette calls things binds no other', () => {
  const text = `${decision(5, 'Lập đội dân phòng (ĐDP). ĐDP họp.')}\n${decision(6, 'Giao ĐDP việc.')}`;
  const script = read(text);
  expect(script.documents.map((one) => one.number)).toEqual(['5/QĐ-UBND', '6/QĐ-UBND']);
  const words = script.sentences.map((one) => one.words);
  expect(words).toContain('Đội dân phòng họp.');
  expect(words).toContain('Giao đê đê pê việc.');
  expect(script.doubts.map((one) => [one.source, one.from])).toEqual([
    ['ĐDP', text.lastIndexOf('ĐDP')],
  ]);
});

test('a definition in a line that is not heard binds all the same', () => {
  const basis = 'Căn cứ Luật Đội dân phòng (sau đây viết tắt là ĐDP);\n\nQUYẾT ĐỊNH:';
  const text = decision(7, 'Giao ĐDP.').replace('Điều 1.', `${basis}\n\nĐiều 1.`);
  const words = read(text).sentences.map((one) => one.words);
  expect(words.join(' ')).not.toContain('Căn cứ');
  expect(words).toContain('Giao đội dân phòng.');
});
