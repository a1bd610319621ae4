// A notice of our own making with everything an approver checks.
// It must never copy a real person's name or a real document.

export const NOTICE = `ỦY BAN NHÂN DÂN
XÃ CHIỀNG LỀ

Số: 06/TB-UBND

Chiềng Lề, ngày 05 tháng 4 năm 2026

THÔNG BÁO

Về việc thu quỹ phòng, chống thiên tai năm 2026

I. NỘI DUNG

1. Mức thu

a) Mỗi hộ phải nộp 50.000 đồng trước ngày 30/6/2026; hộ nghèo không phải nộp.

b) Tổng thu 1,5 tỷ đồng, đạt 12,5% kế hoạch; vay 100 USD; thưởng hai mươi triệu đồng cho 25/28 bản.

2. Thời hạn

- Nghiêm cấm thu sai; người vi phạm bị xử phạt theo điểm a khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP, trừ trường hợp bất khả kháng.

- Trong thời hạn 15 ngày, Sở Tài chính và UBND xã Chiềng Lề có trách nhiệm trả lời; chậm nhất 3 tháng.

- Liên hệ ông Lò Văn Ánh, Chủ tịch UBND xã Hà Thị Mỷ, tổ 3, bản Mòn, tỉnh Sơn La lúc 7h30 ngày 20/5.

- Từ ngày 01/5 đến ngày 31/12/2026; quý II/2026; tháng 4/2027; giai đoạn 2026 - 2030; đến hết năm 2030; ngày 10 hằng tháng.

- Mỗi hộ phải nộp 50.000 đồng; có 120 hộ, mười lăm hộ cận nghèo; 120 người.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Quàng Thị Mai
`;
