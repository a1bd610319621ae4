// A decision of a commune that does not exist: unsigned, signed, and what a scanner and a typist do to it.
// It must never copy a document of the corpus.

const HEAD = (number: string, day: string) => `ỦY BAN NHÂN DÂN
XÃ PÀ SẬU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: ${number}/QĐ-UBND

Pà Sậu, ngày ${day} năm 2026

QUYẾT ĐỊNH

Ban hành Quy chế chợ phiên xã Pà Sậu

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

Theo đề nghị của Trưởng phòng Kinh tế xã.

QUYẾT ĐỊNH:
`;
const ARTICLES = `
Điều 1. Ban hành kèm theo Quyết định này Quy chế chợ phiên xã Pà Sậu, họp vào sáng thứ bảy và sáng chủ nhật hằng tuần.

Điều 2. Người bán trâu, bò, lợn và gia cầm phải có giấy tiêm phòng còn giá trị trong sáu tháng, xuất trình tại cổng chợ.

Điều 3. Trưởng các bản Nà Lốc, Pá Hu, Huổi Sàng chịu trách nhiệm thi hành Quyết định này./.
`;
export const ANNEX = `
QUY CHẾ

Chợ phiên xã Pà Sậu

I. GIỜ HỌP CHỢ

1. Cổng chợ mở lúc 5 giờ và đóng lúc 11 giờ 30; xe tải chỉ được vào trước 6 giờ.

2. Hàng tươi sống bày ở dãy phía đông, vải vóc và nông cụ bày ở dãy phía tây.

II. PHÍ VÀ XỬ LÝ

1. Mỗi gian hàng nộp 20.000 đồng một phiên; người bán rau nhà trồng được miễn.

a) Phí thu vào cuối phiên, có biên lai.

b) Không ai được thu thêm khoản nào khác tại chợ.

2. Ai để rác lại sau phiên chợ phải dọn trong ngày, lần thứ hai không được xếp chỗ trong ba phiên liền.
`;
const FOOT = (name: string) => `
Nơi nhận:
- Như Điều 3;
- Lưu: VT.

CHỦ TỊCH
${name}
`;

export const DRAFT = `${HEAD('   ', '   tháng   ')}${ARTICLES}${FOOT('')}${ANNEX}`;
export const SIGNED = `${HEAD('77', '09 tháng 3')}${ARTICLES.replace('sáu tháng', 'mười hai tháng')}${FOOT('Sùng A Páo')}${ANNEX}`;

/** The same office, the same frame, another matter. */
export const UNRELATED = `${HEAD('78', '10 tháng 3').replaceAll('chợ phiên', 'sân bóng')}
Điều 1. Giao đội thanh niên sửa lưới, vạch vôi và thay bóng đèn ở sân bóng trước ngày 30 tháng 4.

Điều 2. Kinh phí lấy từ quỹ đóng góp của các hộ quanh sân, mỗi hộ không quá 50.000 đồng.

Điều 3. Trưởng các bản Nà Lốc, Pá Hu, Huổi Sàng chịu trách nhiệm thi hành Quyết định này./.
${FOOT('Sùng A Páo')}`;

/** Lines cut by hand at a width, with a page number after every tenth. */
export function wrapped(text: string, width = 60): string {
  const lines = text
    .split('\n')
    .flatMap((line) => line.replace(new RegExp(`(.{${width}}\\S*) `, 'gu'), '$1\n').split('\n'));
  return lines
    .map((line, at) => (at % 10 === 9 && line !== '' ? `${line}\n${at + 1}` : line))
    .join('\n');
}

/** What a scanner does: here and there a hat or a tone is another one. Not by chance: every 41st letter. */
export function misread(text: string, every = 41): string {
  let at = 0;
  return text.replace(/[ổếạườ]/gu, (letter) => {
    at += 1;
    return at % (every % 7 || 3) === 0
      ? ({ ổ: 'ồ', ế: 'ê', ạ: 'a', ư: 'u', ờ: 'ơ' }[letter] ?? letter)
      : letter;
  });
}
