// Lines of our own making, each with what a digest finds in it.
// It must never copy a real document.
import type { DigestKind } from '../../../audio/reading/digest/items.ts';

/** A line, a kind, and of that kind what is printed and what it is worth. */
export const LINES: [string, DigestKind, [string, string][]][] = [
  ['Họp ngày 25/11/2026.', 'date', [['ngày 25/11/2026', '2026-11-25']]],
  ['Họp ngày 5 tháng 4 năm 2026.', 'date', [['ngày 5 tháng 4 năm 2026', '2026-04-05']]],
  ['Họp ngày 5 tháng 4 hằng năm.', 'date', [['ngày 5 tháng 4', '--04-05']]],
  [
    'Họp tối 30/4 và 1/5.',
    'date',
    [
      ['30/4', '--04-30'],
      ['1/5', '--05-01'],
    ],
  ],
  ['Họp ngày 30/4.', 'date', [['ngày 30/4', '--04-30']]],
  [
    'Trong tháng 4/2026 và tháng 5 năm 2027.',
    'date',
    [
      ['tháng 4/2026', '2026-04'],
      ['tháng 5 năm 2027', '2027-05'],
    ],
  ],
  [
    'Vào Quý II/2026, quý 3 năm 2026.',
    'date',
    [
      ['Quý II/2026', '2026-Q2'],
      ['quý 3 năm 2026', '2026-Q3'],
    ],
  ],
  ['Giai đoạn 2026 - 2030.', 'date', [['2026-2030', '2026/2030']]],
  [
    'Năm 2026, lúc 7h30.',
    'date',
    [
      ['Năm 2026', '2026'],
      ['7h30', '07:30'],
    ],
  ],
  ['Từ ngày 01/5/2026 đến ngày 31/5/2026.', 'deadline', []],
  ['Xong trước ngày 30/6/2026.', 'deadline', [['trước ngày 30/6/2026', '2026-06-30']]],
  ['Hạn cuối 30/6/2026.', 'deadline', [['Hạn cuối 30/6/2026', '2026-06-30']]],
  ['Nộp đến hết ngày 30/6/2026.', 'deadline', [['đến hết ngày 30/6/2026', '2026-06-30']]],
  ['Nộp chậm nhất ngày 10 hằng tháng.', 'deadline', [['chậm nhất ngày 10', '---10']]],
  ['Trong thời hạn 15 ngày làm việc.', 'deadline', [['Trong thời hạn 15 ngày', 'P15D']]],
  [
    'Không quá 02 tuần, trong vòng 24 giờ.',
    'deadline',
    [
      ['Không quá 02 tuần', 'P2W'],
      ['trong vòng 24 giờ', 'PT24H'],
    ],
  ],
  [
    'Chậm nhất 3 tháng, tối đa 2 quý, quá 1 năm, sau 30 phút.',
    'deadline',
    [
      ['Chậm nhất 3 tháng', 'P3M'],
      ['tối đa 2 quý', 'P6M'],
      ['quá 1 năm', 'P1Y'],
      ['sau 30 phút', 'PT30M'],
    ],
  ],
  [
    'Nộp 50.000 đồng, 100.000đ.',
    'money',
    [
      ['50.000 đồng', '50000'],
      ['100.000đ', '100000'],
    ],
  ],
  [
    'Chi 1,5 tỷ đồng, 2 nghìn tỷ đồng, 3,25 triệu đồng.',
    'money',
    [
      ['1,5 tỷ đồng', '1500000000'],
      ['2 nghìn tỷ đồng', '2000000000000'],
      ['3,25 triệu đồng', '3250000'],
    ],
  ],
  ['Vay 100 USD.', 'money', [['100 USD', '100 usd']]],
  ['Thưởng hai mươi triệu đồng.', 'money', [['hai mươi triệu đồng', '20000000']]],
  [
    'Đạt 12,5% và 5‰.',
    'number',
    [
      ['12,5%', '12.5%'],
      ['5‰', '5‰'],
    ],
  ],
  [
    'Có 1.250 hộ, 15,50 ha; 25/28 bản.',
    'number',
    [
      ['1.250 hộ', '1250'],
      ['15,50 ha', '15.5'],
      ['25/28', '25/28'],
    ],
  ],
  [
    'Có 15 và 120 người.',
    'number',
    [
      ['15', '15'],
      ['120 người', '120'],
    ],
  ],
  [
    'Theo điểm a khoản 2 Điều 5 và Phụ lục 3.',
    'number',
    [
      ['điểm a khoản 2 Điều 5', 'điểm a khoản 2 điều 5'],
      ['Phụ lục 3', 'phụ lục 3'],
    ],
  ],
  [
    'Có hai mươi mốt hộ và ba nhà, mười lăm là đủ.',
    'number',
    [
      ['hai mươi mốt hộ', '21'],
      ['mười lăm', '15'],
    ],
  ],
  [
    'Gọi 0212.3852.047 ngay, ngày 45/45/2026.',
    'number',
    [
      ['0212.3852.047', '02123852047'],
      ['45/45', '45/45'],
      ['2026', '2026'],
    ],
  ],
  [
    'Nghị định số 15/2020/NĐ-CP, QCVN 01:2021/BYT.',
    'document',
    [
      ['15/2020/NĐ-CP', '15/2020/NĐ-CP'],
      ['01:2021/BYT', '01:2021/BYT'],
    ],
  ],
  [
    'Gặp ông Lò Văn Ánh và Bà: Hà Thị Mỷ.',
    'name',
    [
      ['ông Lò Văn Ánh', 'Lò Văn Ánh'],
      ['Bà: Hà Thị Mỷ', 'Hà Thị Mỷ'],
    ],
  ],
  [
    'Chủ tịch UBND xã Quàng Thị Mai ký.',
    'name',
    [['Chủ tịch UBND xã Quàng Thị Mai', 'Quàng Thị Mai']],
  ],
  ['Giám đốc Sở Tư pháp và UBND các xã.', 'name', [['Sở Tư pháp', 'Sở Tư pháp']]],
  [
    'Sở Khoa học và Công nghệ chủ trì; ông Sơn họp.',
    'name',
    [['Sở Khoa học và Công nghệ', 'Sở Khoa học và Công nghệ']],
  ],
  [
    'Tại xã Chiềng Lề, tổ 3, TP. Sơn La, bản Mòn; xã phải họp.',
    'place',
    [
      ['xã Chiềng Lề', 'xã Chiềng Lề'],
      ['tổ 3', 'tổ 3'],
      ['TP. Sơn La', 'TP. Sơn La'],
      ['bản Mòn', 'bản Mòn'],
    ],
  ],
  [
    'Trẻ từ 6 trở lên, có 06 tháng trở xuống.',
    'number',
    [
      ['6 trở lên', '6'],
      ['06 tháng trở xuống', '6'],
    ],
  ],
  ['Họp hàng tháng trước ngày 10, 06 tháng và năm.', 'deadline', [['trước ngày 10', '---10']]],
  ['Có hai mươi mốt.', 'number', [['hai mươi mốt', '21']]],
  [`Số ${'9'.repeat(40)}.`, 'number', [['9'.repeat(40), '9'.repeat(40)]]],
];

/** A line, and the bodies it names. */
export const BODIES: [string, string[]][] = [
  [
    'Sở Văn hóa, Thể thao và Du lịch, Sở Tư pháp chủ trì.',
    ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Tư pháp'],
  ],
  [
    'Sở Tài chính và Sở Nội vụ; Sở Khoa học và công nghệ.',
    ['Sở Tài chính', 'Sở Nội vụ', 'Sở Khoa học và công nghệ'],
  ],
  ['Đăng trên Báo Hà Tĩnh đều đặn; Báo Sơn La điện tử.', ['Báo Hà Tĩnh', 'Báo Sơn La điện tử']],
  ['Trình UBND tỉnh phương án; Công an tỉnh liên hệ.', ['UBND tỉnh', 'Công an tỉnh']],
  [
    'Bộ Chỉ huy Quân sự tỉnh, Ban Chỉ huy Phòng thủ dân sự xã Chiềng Lề báo cáo.',
    ['Bộ Chỉ huy Quân sự tỉnh', 'Ban Chỉ huy Phòng thủ dân sự xã Chiềng Lề'],
  ],
  [
    'Đài Phát thanh và Truyền hình tỉnh phát; Phòng Văn hóa - Xã hội họp.',
    ['Đài Phát thanh và Truyền hình tỉnh', 'Phòng Văn hóa - Xã hội'],
  ],
  [
    'Đảng ủy Công an nhân dân và Nhân dân họp theo Bộ Quy tắc ứng xử.',
    ['Đảng ủy Công an nhân dân'],
  ],
  [
    'Bộ Công an, Hội Luật gia và Trường Tiểu học Chiềng Lề dự.',
    ['Bộ Công an', 'Hội Luật gia', 'Trường Tiểu học Chiềng Lề'],
  ],
];

/** A line with a long way to its cue, and where its duty begins: never within a word of two syllables. */
export const BEGINNINGS: [string, string][] = [
  [
    'Ban quản lý tổng hợp đầy đủ số liệu thu gom rác thải toàn xã gửi báo cáo kết quả thực hiện cùng biên bản họp bản chậm nhất mùa thu.',
    'Ban quản lý tổng',
  ],
  [
    'Ban quản lý tổng hợp đầy đủ số liệu thu gom rác thải toàn xã, gửi báo cáo kết quả thực hiện cùng biên bản họp phải đúng.',
    'gửi báo cáo kết',
  ],
  [
    'Ban quản lý tổng hợp đầy đủ số liệu thu gom rác thải để gửi báo cáo kết quả thực hiện cùng biên bản phải đúng.',
    'để gửi báo cáo',
  ],
  [
    'Ban quản lý khi tổng hợp đầy đủ số liệu thu gom rác thải toàn xã gửi báo cáo kết quả thực hiện cùng biên bản họp phải đúng.',
    'khi tổng hợp',
  ],
];

/** A line, and of each duty the end of what is shown and its cues. */
export const DUTIES: [string, [string, string][]][] = [
  ['Mỗi hộ phải nộp quỹ; hộ nghèo không phải nộp.', [['Mỗi hộ phải nộp quỹ', 'phải']]],
  [
    'Nghiêm cấm thu sai. Không được phép thu hộ.',
    [
      ['Nghiêm cấm thu sai', 'nghiêm cấm'],
      ['Không được phép thu hộ', 'không được phép'],
    ],
  ],
  [
    'Người thu sai bị xử phạt, phải hoàn trả.',
    [['Người thu sai bị xử phạt, phải hoàn trả', 'bị xử phạt, phải']],
  ],
  ['Các hộ phải nộp và phải ký.', [['Các hộ phải nộp và phải ký', 'phải']]],
  [
    'Chỉ được đốt nương khi có phép; bắt buộc ký cam kết; hộ có nghĩa vụ báo; cấm đốt đêm; chỉ được phép đốt sáng.',
    [
      ['Chỉ được đốt nương khi có phép', 'chỉ được'],
      ['bắt buộc ký cam kết', 'bắt buộc'],
      ['hộ có nghĩa vụ báo', 'có nghĩa vụ'],
      ['cấm đốt đêm', 'cấm'],
      ['chỉ được phép đốt sáng', 'chỉ được phép'],
    ],
  ],
  [
    `Hộ phải ${'đi về '.repeat(12)}nhà rồi phải ${'ra vào '.repeat(14)}xong.`,
    [
      [`Hộ phải ${'đi về '.repeat(11)}`.trim(), 'phải'],
      [`Hộ phải ${'đi về '.repeat(12)}nhà rồi phải ${'ra vào '.repeat(11)}`.trim(), 'phải'],
    ],
  ],
  ['Xe đi bên phải.', []],
  ['Ai cũng phải.', [['Ai cũng phải', 'phải']]],
  [
    'Trên cơ sở kết quả rà soát của các bản, tổ trưởng các tổ dân phố và trưởng các bản trong xã có trách nhiệm báo cáo.',
    [
      [
        'tổ trưởng các tổ dân phố và trưởng các bản trong xã có trách nhiệm báo cáo',
        'có trách nhiệm',
      ],
    ],
  ],
  [
    'Sau khi rà soát kết quả bình xét hộ nghèo của từng bản trong toàn xã năm nay hộ phải ký.',
    [['của từng bản trong toàn xã năm nay hộ phải ký', 'phải']],
  ],
  [
    `Hộ phải ${Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? 'đi' : 'về')).join(' ')}.`,
    [
      [
        `Hộ phải ${Array.from({ length: 22 }, (_, at) => (at % 2 === 0 ? 'đi' : 'về')).join(' ')}`,
        'phải',
      ],
    ],
  ],
];
