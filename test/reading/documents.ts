// Small documents of our own making, in the forms offices write.
// It must never copy a real person's name or a real document.

export const DECISION = `**ỦY BAN NHÂN DÂN
XÃ CHIỀNG LỀ**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc**

Số: 06/2026/QĐ-UBND

Chiềng Lề, ngày 05 tháng 4 năm 2026

QUYẾT ĐỊNH

Về việc ban hành Quy chế phát thanh

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

Theo đề nghị của Công chức Văn hóa xã.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế phát thanh của xã Chiềng Lề.

Điều 2. Hiệu lực

1. Quyết định này có hiệu lực từ ngày 01/5/2026.

2. Bãi bỏ Quyết định số 05/QĐ-UBND ngày 02/3/2020./.

Nơi nhận:
- Như Điều 1;
- Lưu: VT.

**KT. CHỦ TỊCH
PHÓ CHỦ TỊCH**
(Đã ký)
Lò Văn Ánh

QUY CHẾ

Phát thanh xã Chiềng Lề

(Ban hành kèm theo Quyết định số 06/2026/QĐ-UBND ngày 05/4/2026)

I. QUY ĐỊNH CHUNG

1. Phạm vi

a) Quy chế này áp dụng cho các bản thuộc xã Chiềng Lề¹.

- Cơ quan chủ trì: Văn phòng xã.

- Thời gian thực hiện: Năm 2026.

¹ Gồm cả bản mới.

1.1. Giờ phát

Phát lúc 5h và 17h hằng ngày./.
`;

export const NOTICE =
  'Mời bà con họp bản lúc 7h30 ngày 25/11 tại nhà văn hóa bản. Đề nghị mỗi hộ cử 01 người dự.';

export const TABLE = [
  'TT\tTên bản\tSố hộ (hộ)\tDiện tích (ha)\tGhi chú\tĐạt',
  '1\tBản Mòn\t120\t15,5\t\tx',
  '2\tBản Lụa\t98\t12\tMới\t',
].join('\n');
