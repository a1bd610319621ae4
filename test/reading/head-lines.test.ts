// Heads as a printer cuts them: full lines one above the other, notes in brackets between them.
// It must never depend on the corpus.
import { expect, test } from 'vitest';
import { read } from './shared.ts';

const HEAD = `ỦY BAN NHÂN DÂN
XÃ CHIỀNG LỀ
Số: 41/2026/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Chiềng Lề, ngày 05 tháng 4 năm 2026
`;
/** No blank lines, as a PDF has them. */
const BODY = `Điều 1. Quy định giờ đốt nương trên địa bàn toàn xã, bắt đầu từ ngày
ban hành, các bản báo cáo trước khi đốt, người đốt nương có trách nhiệm
canh lửa cho đến khi lửa tắt hẳn, báo cho trưởng bản và Tổ bảo vệ rừng
của bản; không đốt khi có gió to hoặc có cảnh báo cháy cấp cao, ở những
nơi gần rừng phải dọn đường băng rộng hơn mười mét, có người trông coi.
`;
const TITLE = 'Về việc quy định giờ đốt nương và dọn thực bì trên địa bàn xã';

test.each([
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
  'Theo đề nghị của Công chức Nông nghiệp xã Chiềng Lề.',
  'Xét đề nghị của Công chức Nông nghiệp xã Chiềng Lề.',
  'Thực hiện Nghị quyết số 5/NQ-HĐND của Hội đồng nhân dân xã.',
])('"%s" under a full line begins the bases', (basis) => {
  const script = read(`${HEAD}QUYẾT ĐỊNH\n${TITLE}\n${basis}\nQUYẾT ĐỊNH:\n${BODY}`);
  expect(script.title).toBe(TITLE);
  expect(script.blocks.filter((one) => one.role === 'bases')).toHaveLength(1);
});

test('each basis is a line of its own, though none ends with a mark', () => {
  const bases = [
    'Căn cứ Luật Lâm nghiệp và các văn bản hướng dẫn thi hành của Chính phủ',
    'Căn cứ Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024 hiện hành',
    'Theo đề nghị của Công chức Nông nghiệp xã Chiềng Lề tại tờ trình số 5',
  ];
  const script = read(`${HEAD}QUYẾT ĐỊNH\n${TITLE}\n${bases.join('\n')}\nQUYẾT ĐỊNH:\n${BODY}`);
  expect(script.blocks.filter((one) => one.role === 'bases')).toHaveLength(3);
});

test('a letter names whom it is to on a line of its own', () => {
  const subject = 'V/v tăng cường phòng cháy, chữa cháy rừng trong mùa khô năm 2026';
  const letter = HEAD.replace('QĐ-UBND', 'UBND-KT').replace('CỘNG', `${subject}\nCỘNG`);
  const script = read(`${letter}Kính gửi: Trưởng các bản.\n${BODY}`);
  expect(script).toMatchObject({ title: subject });
});

test('a name that a full line breaks off is still joined', () => {
  const text = `${BODY.replace(' Tổ bảo vệ', '\nTổ bảo vệ')}`;
  expect(read(text).blocks).toHaveLength(1);
});

const NOTES = [
  '(Thời hạn góp ý đến hết ngày 15/12/2026)',
  '(Đề nghị gửi ý kiến trước ngày 15 tháng 12 năm 2026).',
  '(Được sửa đổi, bổ sung bởi Quyết định số 12/2027/QĐ-UBND ngày 5 tháng 6 năm 2027)',
  '[Đã hết hiệu lực từ ngày 01/01/2028]',
];

test.each(NOTES)('"%s" beside a title says something of the text, and is no part of it', (note) => {
  for (const head of [`${TITLE}\n${note}`, `${note}\n${TITLE}`, `${note}\n\n${TITLE}\n`]) {
    const script = read(`${HEAD}QUYẾT ĐỊNH\n${head}\nCăn cứ Luật Lâm nghiệp;\n${BODY}`);
    expect(script.title, head).toBe(TITLE);
    expect(script.blocks.filter((one) => one.role === 'status')).toHaveLength(1);
    expect(script.sentences.map((one) => one.words).join(' ')).not.toContain('góp ý');
  }
});

test('a draft open for comments says until when', () => {
  const text = `DỰ THẢO\n${HEAD}QUYẾT ĐỊNH\n${TITLE}\n${NOTES[0]}\n${BODY}`;
  expect(read(text).documents[0]?.status).toMatchObject({
    kind: 'draft',
    commentUntil: '2026-12-15',
  });
});

test('in a clause a bracket on a line of its own goes on', () => {
  const note = '(được sửa đổi, bổ sung theo Luật số 43/2024/QH15)';
  const text = BODY.replace('canh lửa', `theo Luật Lâm nghiệp\n${note}\ncanh lửa`);
  expect(read(HEAD + text).blocks.filter((one) => one.role === 'read')).toHaveLength(1);
});
