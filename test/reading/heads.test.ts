// Heads and feet as offices write them: who, what number, which day, about what, who signed.
// It must never depend on the corpus.
import { expect, test } from 'vitest';
import type { DocumentFacts } from '../../audio/reading/index.ts';
import { CIRCULAR, COUNCIL, DRAFT, LAW, LETTER, PARTY } from './forms.ts';
import { read } from './shared.ts';

type Facts = Pick<DocumentFacts, 'number' | 'issuer' | 'date' | 'type' | 'title' | 'signer'>;

const FORMS: [string, string, Facts][] = [
  [
    'letter',
    LETTER,
    {
      number: '123/SVHTTDL-QLVH',
      issuer: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
      date: '2026-06-05',
      type: 'Công văn',
      title: 'V/v tăng cường tuyên truyền phòng, chống đuối nước cho học sinh',
      signer: { office: 'PHÓ GIÁM ĐỐC', name: 'Cà Thị Mỷ' },
    },
  ],
  [
    'party programme',
    PARTY,
    {
      number: '12-CTr/TU',
      issuer: 'TỈNH ỦY THUẬN BÌNH',
      date: '2026-04-10',
      type: 'Chương trình hành động',
      title: 'thực hiện Nghị quyết số 57-NQ/TW về chuyển đổi số',
      signer: { office: 'PHÓ BÍ THƯ', name: 'Giàng A Lử' },
    },
  ],
  [
    "council's resolution",
    COUNCIL,
    {
      number: '15/2026/NQ-HĐND',
      issuer: 'HỘI ĐỒNG NHÂN DÂN TỈNH THUẬN BÌNH',
      date: '2026-07-09',
      type: 'Nghị quyết',
      title: 'Quy định mức hỗ trợ cán bộ Ban Chỉ đạo xóa mù chữ trên địa bàn tỉnh',
      signer: { office: 'CHỦ TỊCH', name: 'Lường Văn Inh' },
    },
  ],
  [
    'law',
    LAW,
    {
      number: '12/2026/QH16',
      issuer: 'QUỐC HỘI',
      date: '2026-11-27',
      type: 'Luật',
      title: 'PHÁT THANH CƠ SỞ',
      signer: { office: 'CHỦ TỊCH QUỐC HỘI', name: 'LÒ THỊ DUYÊN' },
    },
  ],
  [
    'circular',
    CIRCULAR,
    {
      number: '03/2026/TT-BTP',
      issuer: 'BỘ TƯ PHÁP',
      date: '2026-03-12',
      type: 'Thông tư',
      title: 'Hướng dẫn công tác hòa giải ở cơ sở',
      signer: { office: 'CỤC TRƯỞNG', name: 'Lý Seo Vần' },
    },
  ],
  [
    'draft',
    DRAFT,
    {
      number: null,
      issuer: 'Ủy ban nhân dân xã Nậm Pung',
      date: null,
      type: 'Kế hoạch',
      title: 'Về việc sửa chữa hệ thống loa',
      signer: null,
    },
  ],
];

test.each(FORMS)('a %s says who wrote it, when, and about what', (_, text, facts) => {
  const { documents } = read(text);
  expect(documents).toHaveLength(1);
  expect(documents[0]).toMatchObject(facts);
});

const SAID: [string, string, string[]][] = [
  [
    'letter',
    LETTER,
    [
      'Sở văn hóa, thể thao và du lịch.',
      'Công văn số một trăm hai mươi ba ngày năm tháng sáu năm hai nghìn không trăm hai mươi sáu, về việc tăng cường tuyên truyền phòng, chống đuối nước cho học sinh.',
      'Kính gửi:',
      'Ủy ban nhân dân các xã, phường;',
      'Đài Phát thanh tỉnh.',
    ],
  ],
  [
    'law',
    LAW,
    [
      'Quốc hội.',
      'Luật phát thanh cơ sở, luật số mười hai, năm hai nghìn không trăm hai mươi sáu, ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu.',
      'Quốc hội ban hành Luật Phát thanh cơ sở.',
      'Phần thứ nhất.',
      'Quy định chung.',
    ],
  ],
  [
    'draft',
    DRAFT,
    [
      'Ủy ban nhân dân xã Nậm Pung.',
      'Dự thảo kế hoạch về việc sửa chữa hệ thống loa.',
      'Đây là bản dự thảo, lấy ý kiến đến ngày mười lăm tháng tám năm hai nghìn không trăm hai mươi sáu.',
    ],
  ],
];

test.each(SAID)('on air a %s begins with what it is', (_, text, opening) => {
  const words = read(text).sentences.map((sentence) => sentence.words);
  expect(words.slice(0, opening.length)).toEqual(opening);
});

test('what stands side by side is parted: neither list nor signature is heard', () => {
  const { blocks, sentences } = read(LETTER);
  const roles = blocks.slice(-7).map((block) => block.role);
  expect(roles).toEqual([
    ...(['recipients', 'signature', 'recipients', 'signature', 'recipients'] as const),
    ...(['signature', 'signature'] as const),
  ]);
  expect(sentences.at(-2)?.words).toMatch(/mỗi ngày hai lần\.$/u);
});

test('a law has its parts, chapters, sections and clauses, each in the one above', () => {
  const { blocks } = read(LAW);
  const last = blocks.find((block) => block.kind === 'diem');
  expect(last?.clause).toBe('Phần thứ nhất, Chương II, Mục 1, Tiểu mục 1, Điều 2, Khoản 1, Điểm a');
  expect(blocks.filter((block) => block.kind === 'chapter').map((block) => block.label)).toEqual([
    'Phần thứ nhất',
    'Chương I',
    'Chương II',
    'Mục 1',
    'Tiểu mục 1',
  ]);
});

test('appendices and forms belong to their document, and their blank heads begin none', () => {
  const { documents, blocks, doubts } = read(CIRCULAR);
  const found = documents[0]?.appendices.map(({ title, from, to }) => [
    title,
    CIRCULAR.slice(from, from + 9),
    CIRCULAR.slice(to - 7, to),
  ]);
  expect(found).toEqual([
    ['DANH MỤC BIỂU MẪU', 'Phụ lục I', 'Mẫu đơn.'.slice(-7)],
    [null, 'Mẫu số 01', 'hòa giải'.slice(-7)],
  ]);
  expect(blocks.at(-1)).toMatchObject({ role: 'title', clause: 'Mẫu số 01' });
  expect(doubts).toEqual([]);
});

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const ODD: [string, string, Partial<Facts>][] = [
  [
    'type and title on one line',
    `UBND XÃ A\n${MOTTO}\nSố: 5/KH-UBND\nKẾ HOẠCH TUYÊN TRUYỀN\nvề an toàn giao thông\nI. HAI BA`,
    { type: 'Kế hoạch', title: 'TUYÊN TRUYỀN về an toàn giao thông' },
  ],
  [
    'a type in small letters',
    `Trường Mầm non A\nSố: 5/KH-MN\nKế hoạch\nMở lớp.\nI. HAI BA`,
    { type: 'Kế hoạch', title: 'Mở lớp.' },
  ],
  [
    'an office between head and rule',
    `ĐẢNG BỘ TỈNH A\nĐẢNG ỦY XÃ B\n*\n-----\nSố 5-KH/ĐU\nKẾ HOẠCH\nI. HAI BA`,
    { issuer: 'ĐẢNG ỦY XÃ B', number: '5-KH/ĐU', title: null },
  ],
  [
    'a third office over the number',
    `UBND TỈNH A\nSỞ Y TẾ\n${MOTTO}\nTRUNG TÂM Y TẾ XÃ B\nSố: 5/KH-TTYT\nKẾ HOẠCH\nMở lớp\nI. HAI BA`,
    { issuer: 'TRUNG TÂM Y TẾ XÃ B' },
  ],
  [
    'an office below the motto, no number',
    `${MOTTO}\nSỞ Y TẾ\nKẾ HOẠCH\nMở lớp\nI. HAI BA`,
    { issuer: 'SỞ Y TẾ', number: null },
  ],
  [
    'a resolution that says when it was passed',
    `HỘI ĐỒNG NHÂN DÂN\nSố: 5/NQ-HĐND\nNGHỊ QUYẾT\nMở lớp\nĐiều 1. Nghị quyết này được thông qua ngày 5/6/2026.`,
    { date: '2026-06-05' },
  ],
  [
    'a resolution passed on a day that no calendar has',
    `HỘI ĐỒNG NHÂN DÂN\nSố: 5/NQ-HĐND\nNGHỊ QUYẾT\nMở lớp\nĐiều 1. Nghị quyết này được thông qua ngày 45/13/2026.`,
    { date: null },
  ],
  [
    'a resolution that does not',
    `HỘI ĐỒNG NHÂN DÂN\nSố: 5/NQ-HĐND\nNGHỊ QUYẾT\nMở lớp\nĐiều 1. Mở lớp.`,
    { date: null },
  ],
  [
    'a title that ends where a sentence begins',
    `UBND XÃ A\nSố: 5/KH-UBND\nKẾ HOẠCH\nMở lớp;\nĐể có lớp, xã làm như sau\nI. HAI BA`,
    { title: 'Mở lớp;' },
  ],
  [
    'a title, and a sentence right below',
    `UBND XÃ A\nSố: 5/KH-UBND\nKẾ HOẠCH\nMở lớp\nĐể có lớp, xã làm như sau\nI. HAI BA`,
    { title: 'Mở lớp' },
  ],
  [
    'signed with rank and stamp',
    `UBND XÃ A\nSố: 5/KH-UBND\nKẾ HOẠCH\nMở lớp\nI. HAI BA\nTRƯỞNG CÔNG AN\nThượng tá Lò Văn Ánh\nNgười ký: Lò Văn Ánh`,
    { signer: { office: 'TRƯỞNG CÔNG AN', name: 'Thượng tá Lò Văn Ánh' } },
  ],
  [
    'recipients without a heading',
    `UBND XÃ A\nSố: 5/KH-UBND\nKẾ HOẠCH\nMở lớp\nI. HAI BA\n- Lưu: VT.`,
    { signer: null },
  ],
];

test.each(ODD)('%s', (_, text, facts) => {
  const { documents } = read(text);
  expect(documents).toHaveLength(1);
  expect(documents[0]).toMatchObject(facts);
});

test('capitals of a title come down to words, names stay', () => {
  const text = `UBND XÃ A\nSố: 5/KH-UBND\nKẾ HOẠCH\nMỞ LỚP Ở BẢN LỤA, UBND HỖ TRỢ\nI. HAI BA\nNgười ở bản Lụa học tại Lụa.`;
  expect(read(text).sentences[1]?.words).toBe(
    'Kế hoạch số năm, về mở lớp ở bản Lụa, ủy ban nhân dân hỗ trợ.',
  );
});

test('points are numbered as offices number them', () => {
  const labels = read('Điều 1. Một.\na1) Hai.\nB) Ba.\nc. Bốn.').blocks.map((one) => one.label);
  expect(labels).toEqual(['Điều 1', 'Điểm a1', 'Điểm B', 'Điểm c']);
});
