// Every built-in template filled as an officer would fill it, and the text it must become.
// It must never know how the text is made.
import type { SlotValues } from '../../src/domain/notices/notice-model.ts';

/** Sunday 22 November 2026, 17:00 in Vietnam. */
export const NOW = Date.parse('2026-11-22T17:00:00+07:00');
export const at = (iso: string): number => Date.parse(`${iso}:00+07:00`);
const DAY = '2026-11-25';
const MORNING = `${DAY}T07:00/${DAY}T11:30`;

const OPENING = 'Đây là Đài truyền thanh xã Mường La. Mời bà con nghe thông báo.';
const THANKS = 'Xin trân trọng cảm ơn.';

export type Sample = { slots: SlotValues; text: string; title: string; expiresAtMs: number };
export const SAMPLES: Record<string, Sample> = {
  'hop-ban': {
    slots: {
      ban: 'bản Mòng',
      ngay: DAY,
      gio: '07:30',
      'dia-diem': 'nhà văn hóa bản Mòng',
      'noi-dung': 'bình xét hộ nghèo năm 2027',
    },
    text: `${OPENING} Trưởng bản Mòng kính mời bà con đến dự cuộc họp vào lúc 7h30 thứ Tư 25/11, tại nhà văn hóa bản Mòng. Nội dung cuộc họp là bình xét hộ nghèo năm 2027. Đề nghị bà con đến họp đông đủ, đúng giờ. ${THANKS}`,
    title: 'Họp bản, thứ Tư 25/11',
    expiresAtMs: at('2026-11-25T07:40'),
  },
  'tiem-phong': {
    slots: {
      'vac-xin': 'vắc-xin sởi',
      'doi-tuong': 'trẻ từ 6 đến 36 tháng tuổi',
      'thoi-gian': `${DAY}T07:30/${DAY}T11:00`,
      'dia-diem': 'trạm y tế xã',
      'mang-theo': 'sổ tiêm chủng.',
    },
    text: `${OPENING} Trạm y tế xã Mường La tổ chức tiêm vắc-xin sởi cho trẻ từ 6 đến 36 tháng tuổi, từ 7h30 đến 11h thứ Tư 25/11, tại trạm y tế xã. Khi đi tiêm, bà con nhớ mang theo sổ tiêm chủng. Đề nghị bà con đi tiêm đúng ngày, đúng giờ. ${THANKS}`,
    title: 'Tiêm phòng, thứ Tư 25/11',
    expiresAtMs: at('2026-11-25T11:00'),
  },
  'cat-dien': {
    slots: { 'khu-vuc': 'bản Mòng và bản Hua Nà', 'thoi-gian': MORNING, 'dien-thoai': '1900 6769' },
    text: `${OPENING} Theo thông báo của ngành điện, bản Mòng và bản Hua Nà tạm ngừng cấp điện từ 7h đến 11h30 thứ Tư 25/11. Cần hỏi thêm, bà con gọi số 19006769. Đề nghị bà con sắp xếp việc sản xuất, sinh hoạt và tắt thiết bị điện trước giờ cắt để bảo đảm an toàn. ${THANKS}`,
    title: 'Cắt điện, thứ Tư 25/11',
    expiresAtMs: at('2026-11-25T11:30'),
  },
  'cat-nuoc': {
    slots: { 'khu-vuc': 'bản Mòng', 'thoi-gian': MORNING, 'ly-do': 'súc rửa bể chứa' },
    text: `${OPENING} Bản Mòng tạm ngừng cấp nước sinh hoạt từ 7h đến 11h30 thứ Tư 25/11. Lý do ngừng cấp nước là súc rửa bể chứa. Đề nghị bà con tích trữ nước đủ dùng trong thời gian này. ${THANKS}`,
    title: 'Cắt nước, thứ Tư 25/11',
    expiresAtMs: at('2026-11-25T11:30'),
  },
  'tra-luong': {
    slots: { ky: 'tháng 12', 'thoi-gian': MORNING, 'dia-diem': 'bưu điện văn hóa xã' },
    text: `${OPENING} Lương hưu và trợ cấp tháng 12 được chi trả từ 7h đến 11h30 thứ Tư 25/11, tại bưu điện văn hóa xã. Khi đến nhận, bà con mang theo căn cước. Người già yếu, ốm đau không đến được có thể ủy quyền cho người thân nhận thay. Mời bà con đến nhận đúng ngày, đúng giờ. ${THANKS}`,
    title: 'Trả lương hưu và trợ cấp, thứ Tư 25/11',
    expiresAtMs: at('2026-11-25T11:30'),
  },
  'tim-nguoi-lac': {
    slots: {
      'ho-ten': 'cháu Lò Thị Mai',
      tuoi: '6 tuổi',
      noi: 'chợ trung tâm xã',
      ngay: '2026-11-22',
      gio: '15:00',
      'dac-diem': 'mặc áo đỏ, quần xanh',
      'dien-thoai': '0912345678',
    },
    text: 'Đây là Đài truyền thanh xã Mường La. Thông báo tìm người lạc. Cháu Lò Thị Mai, 6 tuổi, rời khỏi chợ trung tâm xã từ khoảng 15h Chủ nhật 22/11, đến nay chưa về. Đặc điểm nhận dạng: mặc áo đỏ, quần xanh. Ai nhìn thấy, xin giúp đỡ và gọi ngay số 0912 345 678. Rất mong bà con để ý giúp gia đình. Xin chân thành cảm ơn.',
    title: 'Tìm người lạc',
    expiresAtMs: at('2026-11-23T17:00'),
  },
  'thu-phi': {
    slots: {
      'khoan-thu': 'phí vệ sinh môi trường',
      'thoi-gian': '2026-11-25T07:00/2026-11-26T17:00',
      'dia-diem': 'nhà văn hóa bản Mòng',
      'so-tien': '30000',
      'tinh-theo': 'mỗi hộ',
    },
    text: `${OPENING} Ủy ban nhân dân xã Mường La tổ chức thu phí vệ sinh môi trường từ 7h thứ Tư 25/11 đến 17h thứ Năm 26/11, tại nhà văn hóa bản Mòng. Mức thu là 30.000 đồng mỗi hộ. Đề nghị bà con đến nộp đúng thời gian và nhớ nhận biên lai. ${THANKS}`,
    title: 'Thu phí, thứ Tư 25/11',
    expiresAtMs: at('2026-11-26T17:00'),
  },
  'chay-rung': {
    slots: {
      'khu-vuc': 'các bản vùng cao',
      cap: 'cấp IV, cấp nguy hiểm',
      'den-ngay': '2026-11-30',
      'dien-thoai': '114',
    },
    text: `Đây là Đài truyền thanh xã Mường La. Mời bà con nghe thông báo về phòng cháy, chữa cháy rừng. Nguy cơ cháy rừng ở các bản vùng cao đang ở cấp IV, cấp nguy hiểm. Thông báo này có hiệu lực đến hết thứ Hai 30/11. Nghiêm cấm đốt nương, đốt ong và dùng lửa trong rừng, ven rừng. Khi thấy khói, lửa trong rừng, bà con báo ngay cho trưởng bản hoặc gọi số 114. Giữ rừng là giữ bản làng của mình. ${THANKS}`,
    title: 'Phòng cháy rừng, thứ Hai 30/11',
    expiresAtMs: at('2026-12-01T00:00'),
  },
  'het-khan-cap': {
    slots: {
      viec: 'Đợt xả lũ của Thủy điện Nậm Mu',
      'khu-vuc': 'hạ lưu suối Nậm Mu',
      gio: '17:00',
      'luu-y': 'đường qua ngầm còn bùn, đi chậm',
      'dien-thoai': '112',
    },
    text: 'Đây là Đài truyền thanh xã Mường La. Thông báo hết tình trạng khẩn cấp. Đợt xả lũ của Thủy điện Nậm Mu tại hạ lưu suối Nậm Mu đã hết nguy hiểm từ 17h. Bà con lưu ý: đường qua ngầm còn bùn, đi chậm. Khi cần giúp đỡ, bà con gọi số 112. Bà con có thể trở lại sinh hoạt bình thường. Xin trân trọng cảm ơn.',
    title: 'Hết khẩn cấp',
    expiresAtMs: NOW + 12 * 3_600_000,
  },
  'xa-lu': {
    slots: {
      ho: 'Thủy điện Nậm Mu',
      ngay: '2026-11-22',
      gio: '18:00',
      'khu-vuc': 'hạ lưu suối Nậm Mu',
      'luu-luong': '500',
      'dien-thoai': '112',
    },
    text: 'Đây là Đài truyền thanh xã Mường La. Thông báo khẩn về xả lũ. Thủy điện Nậm Mu xả lũ từ 18h Chủ nhật 22/11, lưu lượng khoảng 500 mét khối một giây. Nước ở hạ lưu suối Nậm Mu sẽ dâng nhanh. Đề nghị bà con rời ngay khỏi lòng sông, lòng suối, đưa người già, trẻ em, gia súc và tài sản lên nơi cao. Tuyệt đối không vớt củi, không đánh cá, không đi qua ngầm, tràn khi nước lên. Khi cần cứu giúp, gọi ngay số 112. Đề nghị bà con báo cho nhau và thực hiện ngay.',
    title: 'Xả lũ, Chủ nhật 22/11',
    expiresAtMs: at('2026-11-23T06:00'),
  },
  'thoi-tiet': {
    slots: {
      'hien-tuong': 'mưa to đến rất to',
      'thoi-gian': '2026-11-22T19:00/2026-11-23T19:00',
      'khu-vuc': 'toàn xã',
      'nguy-co': 'lũ quét và sạt lở đất',
    },
    text: `Đây là Đài truyền thanh xã Mường La. Mời bà con nghe thông báo về thời tiết nguy hiểm. Theo dự báo, từ 19h Chủ nhật 22/11 đến 19h thứ Hai 23/11, toàn xã có mưa to đến rất to. Bà con đề phòng lũ quét và sạt lở đất. Đề nghị bà con theo dõi các thông báo tiếp theo. ${THANKS}`,
    title: 'Thời tiết xấu, Chủ nhật 22/11',
    expiresAtMs: at('2026-11-23T19:00'),
  },
  'mat-trom': {
    slots: {
      'tai-san': 'một xe máy',
      noi: 'bản Mòng',
      ngay: '2026-11-22',
      gio: '02:00',
      'dac-diem': 'xe màu đỏ, biển số 26B1-234.56',
      'dien-thoai': '113',
    },
    text: `${OPENING} Vào khoảng 2h Chủ nhật 22/11, tại bản Mòng đã xảy ra vụ mất trộm một xe máy. Đặc điểm tài sản: xe màu đỏ, biển số 26B1-234.56. Ai biết thông tin, xin báo Công an xã Mường La theo số 113. Đề nghị bà con khóa cửa cẩn thận, trông coi tài sản và để ý người lạ. ${THANKS}`,
    title: 'Mất trộm',
    expiresAtMs: at('2026-11-24T17:00'),
  },
  'le-hoi': {
    slots: {
      ten: 'Lễ hội Hoa Ban',
      'thoi-gian': '2026-12-31T08:00/2027-01-01T17:00',
      'dia-diem': 'sân vận động xã',
      'chuong-trinh': 'văn nghệ, ném còn và kéo co',
    },
    text: `${OPENING} Ủy ban nhân dân xã Mường La tổ chức Lễ hội Hoa Ban từ 8h thứ Năm 31/12 đến 17h thứ Sáu 1/1/2027, tại sân vận động xã. Chương trình gồm văn nghệ, ném còn và kéo co. Kính mời bà con và du khách đến dự, giữ gìn trật tự và vệ sinh chung. ${THANKS}`,
    title: 'Lễ hội, thứ Năm 31/12',
    expiresAtMs: at('2027-01-01T17:00'),
  },
};
