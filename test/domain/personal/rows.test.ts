// A table of what a commune's loudspeaker says, each row with what in it is somebody's own, or with nothing.
// It must never hold a real person's name or number.
import { describe, expect, test } from 'vitest';
import { personalHints } from '../../../src/domain/personal/personal-hints.ts';
import { PERSONAL_KINDS, whyPersonal } from '../../../src/domain/personal/personal-model.ts';
import { growth } from '../../reading/growth.ts';

const kinds = (text: string) => [...new Set(personalHints(text).map(({ kind }) => kind))].sort();

describe('a telephone, however it is written', () => {
  test.each([
    ...['Gọi 0912345678', 'Gọi 0912 345 678', 'Gọi 0912.345.678', 'Gọi 0912-345-678'],
    ...['Gọi 091 234 5678', 'Gọi 091.234.5678', 'Gọi 091-2345-678', 'Gọi 0912 34 56 78'],
    ...['Gọi 09 12 34 56 78', 'Gọi +84912345678', 'Gọi +84 912 345 678', 'Gọi +84.912.345.678'],
    ...['Gọi +84-912-345-678', 'Gọi (+84) 912 345 678', 'Gọi (+84)912345678', 'Gọi 84912345678'],
    ...['Gọi +84 0912 345 678', 'Gọi +84(0)912 345 678', 'Gọi +840912345678'],
    ...['ĐT: 0387654321.', 'SĐT 0387 654 321;', 'Zalo 0709 123 456', 'Hotline anh Páo 0812345678'],
    ...['đt 0562 345 678 (chị Mẩy)', 'Ông Lò Văn Thử - 0398.765.432', 'số máy 0777-123-456'],
    ...['không chín một hai ba bốn năm sáu bảy tám', 'không ba tám bảy, sáu năm bốn, ba hai một'],
    ...['gọi số không bảy không chín một hai ba bốn năm sáu để báo tin'],
  ])('%s', (text) => {
    expect(kinds(text)).toEqual(['phone']);
  });
});

describe('an identity number, new or old', () => {
  test.each([
    ...['CCCD 026123456789', 'CCCD: 026 123 456 789', 'căn cước số 014.200.001.234'],
    ...['thẻ căn cước: 001099012345', 'số căn cước công dân 036088001234', 'CMND 123456789'],
    ...['CMND số: 123 456 789', 'CMT 187654321', 'chứng minh nhân dân số 040 123 456'],
    ...['mã định danh 014200001234', 'số định danh cá nhân: 079 203 001 234'],
    ...['giấy chứng minh thư số 123456789', 'anh Thử, 014200001234, đến nhận thẻ'],
  ])('%s', (text) => {
    expect(kinds(text)).toContain('id-number');
  });
});

describe('an account beside a name', () => {
  test.each([
    ...['Chuyển vào tài khoản 19034567890123 của Lò Văn Thử', 'STK 0123456789 (Quàng Thị Mẫu)'],
    ...['Số tài khoản: 1023 4567 8901, chủ tài khoản Nguyễn Văn Ví'],
    ...['Ủng hộ cháu Giàng Thị Mẫu qua TK 711A12345678, số tài khoản 7110987654321'],
    ...['bà Vừ Thị Dợ, tài khoản số 3400205123456 tại ngân hàng'],
  ])('%s', (text) => {
    expect(kinds(text)).toContain('bank-account');
  });
});

describe('a birth beside a name', () => {
  test.each([
    ...[
      'Cháu Giàng A Páo, sinh năm 2016',
      'ông Nguyễn Văn Ví (sinh năm 1960)',
      'bà Mẫu, sinh 1955',
    ],
    ...['Lò Văn Thử, SN 1980', 'Lò Văn Thử, SN: 1980', 'Quàng Thị Mẫu, sinh ngày 05/3/1987'],
    ...['Quàng Thị Mẫu sinh ngày 5-3-1987', 'Vừ A Dơ, sinh tháng 3/1990'],
    ...['Họ tên: Trần Văn Thử\nNgày, tháng, năm sinh: 01/01/1990', 'Thào A Lử, năm sinh 1977'],
    ...['Đinh Văn Thử, ngày sinh 12.3.1960', 'em Páo sinh ngày 1 tháng 6 năm 2015'],
    ...['1. Lò Văn Thử, 1961\n2. Lò Thị Mẫu, 1965', 'Lò Văn Thử (12/3/1961); Cà Văn Ví (1/5/1970)'],
    ...['- Hà Văn Thử - 1958\n- Hà Thị Mẫu - 1962'],
  ])('%s', (text) => {
    expect(kinds(text)).toContain('birth-date');
  });
});

describe('a name with where that person lives', () => {
  test.each([
    ...['Bà Lò Thị Mẫu, thường trú tại bản Mòn', 'ông Nguyễn Văn Ví tạm trú ở tổ 5'],
    ...[
      'Vừ A Dơ, hiện trú tại bản Pá',
      'anh Thào A Lử, hộ khẩu: bản Pá',
      'chị Mẩy, chỗ ở hiện nay',
    ],
    ...['Quàng Văn Thử, địa chỉ: bản Mòn', 'ông Lò Văn Thử, bản Mòn', 'ông Lò Văn Thử ở bản Mòn'],
    ...['bà Cà Thị Mẫu, thôn Đông', 'cháu Giàng A Páo, tổ 3', 'hộ Lò Văn Thử, tiểu khu 5'],
    ...[
      'gia đình Lò Văn Thử, xóm Hạ',
      'anh Hà Văn Thử, số nhà 12 phố chợ',
      'cụ Đinh Thị Mẫu, buôn Đôn',
    ],
  ])('%s', (text) => {
    expect(kinds(text)).toContain('name-with-address');
  });
});

describe('a name beside illness, poverty or an allowance', () => {
  test.each([
    ...['bệnh nhân Nguyễn Thị Mẫu cần máu', 'người bệnh Lò Văn Thử', 'hộ nghèo Lò Văn Thử'],
    ...['hộ nghèo: ông Lò Văn Thử', 'hộ cận nghèo là bà Cà Thị Mẫu', 'nghiện ma túy Vừ A Dơ'],
    ...['dương tính: anh Thào A Lử', 'cháu khuyết tật Giàng Thị Mẫu', 'trợ cấp cho ông Hà Văn Thử'],
    ...['nợ tiền điện của bà Lò Thị Mẫu', 'trẻ mồ côi Giàng A Páo', 'cai nghiện cho anh Lử'],
    'Danh sách hộ nghèo được hỗ trợ gạo đợt một gồm có: Lò Văn Thử, Cà Thị Mẫu, Vừ A Dơ',
    'Các hộ chậm nộp phí vệ sinh tháng mười:\n1. Lò Văn Thử\n2. Cà Thị Mẫu\n3. Vừ A Dơ\n4. Hà Văn Ví',
    'Người nhận trợ cấp xã hội quý bốn có tên sau đây: Đinh Văn Thử; Đinh Thị Mẫu; Hà Văn Ví',
  ])('%s', (text) => {
    expect(kinds(text)).toContain('sensitive-name');
  });
});

describe('what is nobody’s own', () => {
  test.each([
    ...['TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Thử', 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH Cà Thị Mẫu'],
    ...['Đồng chí Nguyễn Văn Ví, Bí thư Đảng ủy, phát biểu', 'Ông Lò Văn Thử, Trưởng bản, chủ trì'],
    ...[
      'Căn cứ Luật số 72/2025/QH15 ngày 16/6/2025',
      'Nghị định 168/2024/NĐ-CP',
      'Điều 12 khoản 3',
    ],
    ...[
      'Quyết định số 1234567890/QĐ-UBND',
      'Công văn số 0912345678/UBND-VX',
      'Số: 01/2026/QĐ-UBND',
    ],
    ...['ngày 05/12/2026', 'từ 5-12-2026 đến 9-12-2026', 'trước 17 giờ 30 ngày 30/11/2026'],
    ...['kinh phí 12.345.678.900 đồng', '1.234.567.890 đ', 'tổng 123 456 789 đồng', '0,912345678%'],
    ...['diện tích 1.234.567 m2', 'dân số 100.300.000 người', 'tọa độ 21.3256, 103.9188'],
    ...['Trạm y tế 0212 3852 047', 'Tổng đài 1900 1234', 'gọi 113, 114 hoặc 115', 'gọi 1022'],
    ...['Điện lực 19006769', 'đường dây nóng 18001091', 'máy bàn 02123 852 047'],
    ...['mã số thuế 0312345678', 'MST: 0398765432', 'mã số hộ 2612345678901'],
    ...['Quỹ Vì người nghèo, số tài khoản 3761098765432 tại Kho bạc', 'STK 3713000000000 của Sở'],
    ...['Trẻ em sinh năm 2020 đi tiêm', 'công dân nam sinh năm 2008 khám tuyển', 'người sinh 1960'],
    ...['Kỷ niệm 136 năm ngày sinh Chủ tịch Hồ Chí Minh', 'mừng Đảng quang vinh 3/2/1930'],
    ...[
      'đường Trần Phú, tổ 3',
      'phố Nguyễn Trãi, tiểu khu 5',
      'Trường THCS Chu Văn An, xã Mường La',
    ],
    ...['chợ Lê Lợi địa chỉ: tiểu khu 5', 'xã Mường La, tỉnh Sơn La', 'bản Mòng, xã Mường La'],
    ...['hộ nghèo được hỗ trợ 500.000 đồng', 'người bệnh đến Trạm Y tế', 'phòng, chống ma túy'],
    ...['người khuyết tật được trợ cấp theo Nghị định 20/2021', 'bảo hiểm cho hộ cận nghèo'],
    ...['Hộ nghèo. Ông Lò Văn Thử chủ trì hội nghị', 'phòng chống HIV. Chủ tọa: Lò Văn Thử'],
    ...['ông Lò Văn Thử, Chủ tịch Ủy ban, địa chỉ trụ sở: tiểu khu 5', 'Lê. Hoàng hôn'],
    ...['Công ty Hoàng Long, đại diện: ông Lò Văn Thử, Giám đốc, địa chỉ công ty: tổ 1'],
    ...['không một hai ba', 'năm 2026 và 2027', 'một hai ba bốn năm sáu bảy tám chín mười'],
    ...['Lê Lợi (1385–1433)', 'Trần Phú (1904-1931)', 'Luật Đất đai 2024', 'Nguyễn Du, 1965'],
    ...['biển số 26A-123.45', 'khung giờ 05:00-07:30', 'từ 03 04 2026 15 giờ', 'Km 345+600'],
    ...['tài khoản định danh điện tử mức 2', 'lệ phí cấp căn cước 50.000 đồng', 'VNeID'],
    ...['Loạt vé 012345678901234567', 'mã hồ sơ 000.00.12.H52-261201-0001', 'ISBN 9786041234567'],
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

test('every kind says why, in both languages', () => {
  for (const kind of PERSONAL_KINDS) {
    const { vi, en } = whyPersonal(kind);
    expect(vi).toMatch(/\p{L}{3}.*\.$/u);
    expect(en).toMatch(/[a-z]{3}.*\.$/u);
  }
});

/** Whatever somebody pastes: 100 KB and 200 KB of it. */
describe('what is made to be slow is not', () => {
  const hostile = [
    ...['không chín ', 'không ', '0912 345 67', '09 ', '(+84) ', 'tài khoản 1234567 ', 'STK'],
    ...['hộ nghèo ', 'hộ nghèo Lò Văn Thử, ', 'Lò Văn Thử, 1961 ', 'ông Lò Văn Thử, bản '],
    ...['Nguyễn ', 'ông ', 'sinh năm ', 'sinh ngày 1/', 'địa chỉ Lò Văn Thử ', 'bệnh nhân  '],
  ];
  test.each(hostile)('%j', (piece) => {
    const make = (chars: number) => piece.repeat(Math.ceil(chars / piece.length));
    // twice as much, about twice the work
    expect(growth(100_000, make, personalHints)).toBeLessThan(3.5);
  });
});

test('of two that begin at the same place the longer comes first; a name far off is no owner', () => {
  const list = '1. Lò Văn Thử, 1961, thường trú tại bản Mòn\n2. Lò Thị Mẫu, 1965';
  expect(personalHints(list).map(({ kind }) => kind)).toEqual([
    ...['name-with-address', 'birth-date', 'birth-date'],
  ]);
  const far = `Ông Lò Văn Thử chủ trì. ${'Bà con chú ý. '.repeat(9)}`;
  expect(kinds(`${far}Tài khoản 19034567890123 của Kho bạc`)).toEqual([]);
  expect(kinds(`${far}Tài khoản 19034567890123 của bà Cà Thị Mẫu`)).toEqual(['bank-account']);
});
