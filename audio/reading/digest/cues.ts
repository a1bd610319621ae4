// The words by which an approver's eye is led: duties, deadlines, titles before a name, kinds of places and offices.
// It must never know how a text is searched for them.

/** What must, may or must not be done; the longer cue stands before the shorter one it contains. */
export const DUTIES = [
  'nghiêm cấm',
  'cấm',
  'không được phép',
  'không được',
  'chỉ được phép',
  'chỉ được',
  'được phép',
  'bắt buộc',
  'phải',
  'bị xử phạt',
  'bị phạt',
  'bị xử lý',
  'bị thu hồi',
  'có trách nhiệm',
  'chịu trách nhiệm',
  'có nghĩa vụ',
  'trừ trường hợp',
  'trước ngày',
  'chậm nhất',
] as const;

/** Company in which "phải" is no duty: on the right, not so, the right thing. */
export const NO_DUTY_BEFORE = ['không', 'bên', 'tay', 'lẽ', 'chẳng', 'chưa'] as const;

/** Where one who reads can begin: a word that joins what follows to what was said. */
export const BORDERS: ReadonlySet<string> = new Set(
  'khi nếu để thì mà do trong tại theo từ với đối của các những mỗi mọi trường trước sau'.split(
    ' ',
  ),
);

/** Right before a date these make it a deadline. */
export const DEADLINES = [
  'trước',
  'đến hết',
  'hết',
  'chậm nhất',
  'chậm nhất là',
  'chậm nhất đến',
  'muộn nhất',
  'không muộn hơn',
  'không quá',
  'hạn',
  'hạn cuối',
  'hạn chót',
  'thời hạn',
  'thời hạn đến',
  'xong trong',
  'hoàn thành trong',
  'kết thúc',
  'đến',
] as const;

/** Right before "15 ngày" these make it a time allowed. */
export const TERMS = [
  'thời hạn',
  'thời hạn là',
  'trong thời hạn',
  'trong thời gian',
  'trong vòng',
  'trong',
  'chậm nhất',
  'chậm nhất là',
  'chậm nhất sau',
  'không quá',
  'tối đa',
  'sau',
  'trước',
  'ít nhất',
  'quá',
] as const;

/** Before any name. */
export const HONORIFICS = [
  ...['ông', 'bà', 'anh', 'chị', 'cụ', 'đồng chí', 'đ/c', 'bác sĩ', 'luật sư', 'kỹ sư', 'thạc sĩ'],
  ...['tiến sĩ', 'ths.', 'ts.', 'bs.', 'thượng tá', 'trung tá', 'thiếu tá', 'đại tá', 'đại úy'],
  ...['thượng úy', 'trung úy', 'thiếu úy', 'nghệ nhân', 'già làng', 'liệt sĩ'],
] as const;
/** Before a name that begins with a family's name: offices stand before their bodies as well. */
export const OFFICES = [
  ...[
    'chủ tịch',
    'phó chủ tịch',
    'bí thư',
    'phó bí thư',
    'giám đốc',
    'phó giám đốc',
    'hiệu trưởng',
  ],
  ...['trưởng ban', 'trưởng phòng', 'trưởng bản', 'trưởng thôn', 'trưởng công an', 'tổ trưởng'],
  ...['chánh văn phòng', 'công chức', 'cán bộ', 'người ký', 'bộ trưởng', 'thứ trưởng', 'ủy viên'],
] as const;

export const FAMILIES: ReadonlySet<string> = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Cà Quàng Tòng Vì Lường Hà Sùng Giàng Mùa ' +
    'Vàng Thào Hạng Cầm Bạc Đinh Đào Đoàn Trịnh Mai Tô Trương Lương Cao Tạ Thái Phùng Châu Quách Triệu Lưu Kiều Vừ Lầu Ly ' +
    'Tráng Mã Ma Nông Hứa Bàn Chu Lục Thạch Sơn Kim Danh Khổng Tống Lâm Văn Hờ Cứ Chá Ly Páo Pờ Tẩn Chảo Lù Vương Thân Lại'
  ).split(' '),
);

export const PLACES = [
  ...[
    'tỉnh',
    'thành phố',
    'huyện',
    'thị xã',
    'quận',
    'xã',
    'phường',
    'thị trấn',
    'đặc khu',
    'thôn',
  ],
  ...[
    'bản',
    'tổ dân phố',
    'tổ',
    'khu phố',
    'ấp',
    'buôn',
    'làng',
    'tiểu khu',
    'xóm',
    'khối',
    'đường',
  ],
  ...['quốc lộ', 'cầu', 'chợ', 'hồ', 'sông', 'suối', 'tp.', 'TP.', 'tx.', 'TX.'],
] as const;

/** Small words that are no counted thing: "15 và 20" ends before "và". */
export const NOT_COUNTED: ReadonlySet<string> = new Set(
  (
    'và các của phối chủ ban tổ xây có tại về là để theo cho hướng tham thực đã được phải cùng trong khi tổng đưa chịu làm với ' +
    'hoặc căn báo gửi lập đề trình giao kiểm theo bố tiếp quản triển tăng từ đến trên ở do thì mà sẽ chưa không bị rà tuyên duy đăng hàng hằng nhưng thuộc so vào ra trở'
  ).split(' '),
);
