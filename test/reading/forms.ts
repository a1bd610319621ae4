// Documents of our own making, one for each form offices write: head first, a few clauses, a foot.
// It must never copy a real person's name or a real document.

const BODY = 'I. MỤC ĐÍCH, YÊU CẦU\n\n1. Tuyên truyền đến từng bản.\n';

/** A department's letter: no type line, its subject under the number. */
export const LETTER = `UBND TỈNH THUẬN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ VĂN HÓA, THỂ THAO\tĐộc lập - Tự do - Hạnh phúc
VÀ DU LỊCH
Số: 123/SVHTTDL-QLVH\tThuận Bình, ngày 05 tháng 6 năm 2026
V/v tăng cường tuyên truyền
phòng, chống đuối nước
cho học sinh

Kính gửi:
- Ủy ban nhân dân các xã, phường;
- Đài Phát thanh tỉnh.

Thực hiện Công văn số 45/UBND-VX ngày 01/6/2026, Sở đề nghị các đơn vị tuyên truyền mỗi ngày 02 lần./.

Nơi nhận:\tKT. GIÁM ĐỐC
- Như trên;\tPHÓ GIÁM ĐỐC
- Lưu: VT, QLVH.\t(Đã ký)
\tCà Thị Mỷ
`;

/** A province's party committee: its own motto, a star, no words of the state. */
export const PARTY = `TỈNH ỦY THUẬN BÌNH          ĐẢNG CỘNG SẢN VIỆT NAM
        *                   Thuận Bình, ngày 10 tháng 4 năm 2026
Số 12-CTr/TU

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 57-NQ/TW về chuyển đổi số
-----
${BODY}
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Giàng A Lử
`;

export const COUNCIL = `HỘI ĐỒNG NHÂN DÂN
TỈNH THUẬN BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/2026/NQ-HĐND

Thuận Bình, ngày 09 tháng 7 năm 2026

NGHỊ QUYẾT
Quy định mức hỗ trợ cán bộ
Ban Chỉ đạo xóa mù chữ
trên địa bàn tỉnh

HỘI ĐỒNG NHÂN DÂN TỈNH THUẬN BÌNH
KHÓA XV, KỲ HỌP THỨ 20

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;

Xét Tờ trình số 88/TTr-UBND ngày 01 tháng 7 năm 2026.

QUYẾT NGHỊ:

Điều 1. Mức hỗ trợ là 500.000 đồng/tháng.

Nghị quyết này thay thế Nghị quyết số 07/2020/NQ-HĐND./.

CHỦ TỊCH
Lường Văn Inh
`;

export const LAW = `QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Luật số: 12/2026/QH16

LUẬT
PHÁT THANH CƠ SỞ

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Phát thanh cơ sở.

PHẦN THỨ NHẤT
QUY ĐỊNH CHUNG

Chương I
PHẠM VI, ĐỐI TƯỢNG

Điều 1. Phạm vi điều chỉnh

Luật này quy định về loa.

Chương II. HOẠT ĐỘNG

Mục 1. PHÁT THANH

Tiểu mục 1
GIỜ PHÁT

Điều 2. Giờ phát

1. Phát vào các giờ sau đây:

a) Buổi sáng;

Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVI, kỳ họp thứ 2 thông qua ngày 27 tháng 11 năm 2026.

CHỦ TỊCH QUỐC HỘI
LÒ THỊ DUYÊN
`;

/** A ministry's circular with what is bound in behind it. */
export const CIRCULAR = `BỘ TƯ PHÁP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 03/2026/TT-BTP
Hà Nội, ngày 12/3/2026

THÔNG TƯ
Hướng dẫn công tác hòa giải ở cơ sở

Căn cứ Luật Hòa giải ở cơ sở số 35/2013/QH13;

Chương I
QUY ĐỊNH CHUNG

Điều 1. Hồ sơ theo Mẫu số 01 ban hành kèm theo Thông tư này./.

TUQ. BỘ TRƯỞNG
CỤC TRƯỞNG
Lý Seo Vần

Phụ lục I
DANH MỤC BIỂU MẪU
(Kèm theo Thông tư số 03/2026/TT-BTP)

1. Mẫu đơn.

Mẫu số 01

ỦY BAN NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: ....../BC-UBND

BÁO CÁO
Kết quả hòa giải
`;

/** A draft: no number line at all. */
export const DRAFT = `DỰ THẢO (lần 2)

Ủy ban nhân dân xã Nậm Pung
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Về việc sửa chữa hệ thống loa

Ý kiến góp ý đối với dự thảo gửi về Ủy ban nhân dân xã trước ngày 15/8/2026.

${BODY}`;
