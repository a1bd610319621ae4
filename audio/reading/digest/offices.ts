// How the bodies of the state and of society are named: phrases of which only the first word has a capital.
// It must never know which of them exist: only how their names go on.

/** Of two syllables and more; "và" and commas stand in a name only as they do here. */
const PHRASES = [
  ...['Văn hóa, Thể thao và Du lịch', 'Văn hoá, Thể thao và Du lịch', 'Văn hóa, Thể thao'],
  ...['Văn hóa, Khoa học và Thông tin', 'Lao động, Thương binh và Xã hội', 'Nhà nước'],
  ...['Phòng, chống thiên tai', 'phòng, chống thiên tai', 'Tìm kiếm cứu nạn', 'tìm kiếm cứu nạn'],
  ...['Phòng cháy, chữa cháy', 'phòng cháy, chữa cháy', 'Phòng cháy chữa cháy', 'Cứu nạn, cứu hộ'],
  ...['Phòng thủ dân sự', 'phòng thủ dân sự', 'Quân sự', 'quân sự', 'Bộ đội Biên phòng'],
  ...['bộ đội Biên phòng', 'bộ đội biên phòng', 'Biên phòng', 'Chỉ huy', 'Chỉ đạo', 'Chấp hành'],
  ...[
    'Thường vụ',
    'Thường trực',
    'Quản lý',
    'Quản trị',
    'Điều hành',
    'Tổ chức',
    'Tổ quốc Việt Nam',
  ],
  ...[
    'Tổ quốc',
    'Tuyên giáo',
    'Dân vận',
    'Nội chính',
    'Kiểm tra',
    'Thanh tra',
    'Giám sát',
    'Tư pháp',
  ],
  ...[
    'Nội vụ',
    'Ngoại vụ',
    'Ngoại giao',
    'Quốc phòng',
    'Công an',
    'Tài chính',
    'Kế hoạch',
    'Đầu tư',
  ],
  ...['Y tế', 'Xây dựng', 'Công Thương', 'Công thương', 'Công nghiệp', 'Thương mại', 'Văn hóa'],
  ...['Văn hoá', 'Thể thao', 'Du lịch', 'Thông tin', 'Truyền thông', 'Khoa học', 'Công nghệ'],
  ...['Giáo dục', 'Đào tạo', 'Nông nghiệp', 'Môi trường', 'Tài nguyên', 'Phát triển nông thôn'],
  ...['Phát triển', 'Dân tộc', 'Tôn giáo', 'Lao động', 'Thương binh', 'Xã hội', 'Giao thông'],
  ...[
    'Vận tải',
    'vận tải',
    'Kinh tế',
    'Hạ tầng',
    'Đô thị',
    'Hành chính',
    'hành chính',
    'Chính trị',
  ],
  ...['Phục vụ hành chính công', 'Phục vụ', 'Thi đua', 'Khen thưởng', 'Phụ nữ', 'Nông dân'],
  ...['Cựu chiến binh', 'Thanh niên', 'Cộng sản', 'Chữ thập đỏ', 'Người cao tuổi', 'Liên đoàn'],
  ...['Liên hiệp', 'Phát thanh', 'Truyền hình', 'truyền hình', 'Nhân dân', 'nhân dân', 'Kiểm lâm'],
  ...['Thủy lợi', 'Chăn nuôi', 'Thú y', 'Trồng trọt', 'Bảo vệ thực vật', 'Khuyến nông', 'Bảo hiểm'],
  ...['xã hội', 'Thống kê', 'Hải quan', 'Quản lý thị trường', 'Thi hành án dân sự', 'Kiểm sát'],
  ...['kiểm sát', 'Đăng ký đất đai', 'Đất đai', 'Đa khoa', 'Tiểu học', 'Trung học cơ sở'],
  ...['Trung học phổ thông', 'Trung học', 'Mầm non', 'Mẫu giáo', 'Đại học', 'Cao đẳng', 'Dự báo'],
  ...['Khí tượng thủy văn', 'Khí tượng', 'Cổ phần', 'Trách nhiệm hữu hạn', 'Dịch vụ', 'Điện lực'],
  ...[
    'Chính sách xã hội',
    'Chính sách',
    'Đảng ủy',
    'Đảng bộ',
    'Mặt trận',
    'Hợp tác',
    'Dân số',
    'Kiểm soát bệnh tật',
    'Tiếp công dân',
  ],
  ...['Luật gia', 'Luật sư', 'và công nghệ', 'và đào tạo', 'và truyền thông', 'và môi trường'],
  ...['và du lịch', 'và xã hội', 'Đảng ủy', 'Đảng bộ', 'Mặt trận'],
] as const;

const KINDS = [
  ...['Ủy ban nhân dân', 'Uỷ ban nhân dân', 'Ủy ban Mặt trận', 'UBND', 'HĐND', 'tỉnh', 'huyện'],
  ...[
    'xã',
    'phường',
    'thị trấn',
    'thị xã',
    'thành phố',
    'đặc khu',
    'điện tử',
    'cấp xã',
    'cấp tỉnh',
  ],
] as const;

/** Written with a capital where they are the name of a body. */
const BODIES = [
  ...['Ủy ban nhân dân', 'Uỷ ban nhân dân', 'UBND', 'Hội đồng nhân dân', 'HĐND', 'Ủy ban Mặt trận'],
  ...['Mặt trận', 'Bộ', 'Sở', 'Ban', 'Công an', 'Trường', 'Trạm', 'Bệnh viện', 'Trung tâm', 'Hội'],
  ...['Đoàn', 'Công ty', 'Văn phòng', 'Phòng', 'Chi cục', 'Cục', 'Đài', 'Báo', 'Viện', 'Tòa án'],
  ...[
    'Ngân hàng',
    'Đảng ủy',
    'Tỉnh ủy',
    'Chi bộ',
    'Hợp tác xã',
    'Điện lực',
    'Kho bạc',
    'Hạt',
    'Đồn',
  ],
] as const;

/** "Bộ Quy tắc" is a book, and the people are no part of a body's name. */
const NO_BODY = [
  'Quy',
  'Luật',
  'Thủ tục',
  'Tiêu chí',
  'Câu hỏi',
  'Tài liệu',
  'Hồ sơ',
  'Nhân dân',
] as const;

const END = '(?!\\p{L})';
const oneOf = (words: readonly string[]): string =>
  `(?:${[...words].sort((one, other) => other.length - one.length).join('|')})${END}`;
/** "Tỉnh" as well as "tỉnh". */
const KIND = oneOf(KINDS.flatMap((kind) => [kind, `${kind[0]?.toUpperCase()}${kind.slice(1)}`]));
const PHRASE = oneOf(PHRASES);

/** `proper` is one word with a capital; a small word that is not known here goes on with the sentence. */
export function bodyPattern(proper: string): string {
  const another = `(?!${oneOf([...BODIES, ...NO_BODY])})`;
  const part = `(?:\\s(?:${KIND}|${PHRASE})|(?:\\svà|\\s?[-–])\\s${another}${PHRASE}|\\s?[-–]\\s${another}${proper}|\\s${another}${proper})`;
  return `(?<!\\p{L})${oneOf(BODIES)}${part}{1,8}`;
}
