// What a person's name looks like under a signature.
// It must never know a list of people, only of family names and ranks.

const RANK =
  '(?:(?:PGS|GS|TS|ThS|CN|BS|BSCKI|BSCKII|KS|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Thiếu tướng|Trung tướng|Luật sư)\\.?\\s?){0,3}';

/** "Lò Văn Ánh", "ThS. Nguyễn Thị B": two to six words with a capital each. */
export const PERSON = new RegExp(
  `^${RANK}(?:\\p{Lu}[\\p{Ll}’']{0,8}\\s+){1,5}\\p{Lu}[\\p{Ll}’']{0,8}$`,
  'u',
);

/** In capitals only a family name tells a person from a heading. */
export const PERSON_IN_CAPITALS =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|LÒ|CÀ|QUÀNG|TÒNG|LƯỜNG|VÌ|GIÀNG|SÙNG|MÙA|THÀO|VÀNG|HÀ|ĐINH|MAI|TRỊNH|ĐÀO|LƯƠNG|TRƯƠNG|CAO|TÔ|LƯU|LÂM|ĐOÀN|CHU|VƯƠNG|TẠ|THÁI|KIỀU|QUÁCH|BẠCH|NÔNG|MA|BẾ|HỨA|Y|SIU|RƠ|KSOR|THẠCH|SƠN|KIM|LẦU|HẠNG|PHÙNG|TĂNG|NGHIÊM|ÂU)(?:\s\p{Lu}{1,7}){1,4}$/u;
