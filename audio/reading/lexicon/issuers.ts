// Letters of document numbers: types, issuers, ministries, departments, units (CONVENTIONS §3).
// It must never know sentences; only what stands after the slash or hyphen of a number.

import { ABBREVIATIONS } from './abbreviations.ts';
import { table } from './table.ts';

export const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    QĐ: 'quyết định',
    NĐ: 'nghị định',
    NQ: 'nghị quyết',
    CT: 'chỉ thị',
    TT: 'thông tư',
    TTLT: 'thông tư liên tịch',
    NQLT: 'nghị quyết liên tịch',
    TTr: 'tờ trình',
    TTR: 'tờ trình',
    KH: 'kế hoạch',
    BC: 'báo cáo',
    KL: 'kết luận',
    TB: 'thông báo',
    HD: 'hướng dẫn',
    CV: 'công văn',
    QC: 'quy chế',
    QyĐ: 'quy định',
    QĐi: 'quy định',
    ĐA: 'đề án',
    CTr: 'chương trình',
    CTHĐ: 'chương trình hành động',
    GM: 'giấy mời',
    BB: 'biên bản',
    HĐ: 'hợp đồng',
    CĐ: 'công điện',
    PA: 'phương án',
    DA: 'dự án',
    L: 'luật',
    PL: 'pháp lệnh',
    LCT: 'lệnh chủ tịch',
    SL: 'sắc lệnh',
    VBHN: 'văn bản hợp nhất',
    GP: 'giấy phép',
    GCN: 'giấy chứng nhận',
    GUQ: 'giấy ủy quyền',
    QT: 'quy trình',
    TTLN: 'thông tư liên ngành',
    CTPH: 'chương trình phối hợp',
    KHPH: 'kế hoạch phối hợp',
    QCPH: 'quy chế phối hợp',
    TC: 'thông cáo',
    PC: 'phiếu chuyển',
    GT: 'giấy giới thiệu',
    ĐX: 'đề xuất',
    BCTH: 'báo cáo tổng hợp',
  }),
);

const ISSUERS = table<string>({
  CP: 'chính phủ',
  TTg: 'thủ tướng',
  TTG: 'thủ tướng',
  TW: 'trung ương',
  TƯ: 'trung ương',
  TU: 'tỉnh ủy',
  HU: 'huyện ủy',
  ĐU: 'đảng ủy',
  ĐUX: 'đảng ủy xã',
  ThU: 'thành ủy',
  QU: 'quận ủy',
  ĐUK: 'đảng ủy khối',
  CTN: 'chủ tịch nước',
  VP: 'văn phòng',
  VPUB: 'văn phòng ủy ban',
  VPTU: 'văn phòng tỉnh ủy',
  VPCP: 'văn phòng chính phủ',
  VPQH: 'văn phòng quốc hội',
  TCT: 'tổ công tác',
  CAT: 'công an tỉnh',
  CAH: 'công an huyện',
  CAX: 'công an xã',
  UBTVQH: 'ủy ban thường vụ quốc hội',
  ĐĐBQH: 'đoàn đại biểu quốc hội',
  TANDTC: 'tòa án nhân dân tối cao',
  HĐTP: 'hội đồng thẩm phán',
  TTCP: 'thanh tra chính phủ',
  KTNN: 'kiểm toán nhà nước',
  NHNN: 'ngân hàng nhà nước',
  TCHQ: 'tổng cục hải quan',
  MTTW: 'mặt trận trung ương',
  MTTQ: 'mặt trận tổ quốc',
  BTT: 'ban thường trực',
  TLĐ: 'tổng liên đoàn lao động',
  ĐCT: 'đoàn chủ tịch',
  TWĐTN: 'trung ương đoàn thanh niên',
  UBDT: 'ủy ban dân tộc',
  BCH: 'ban chỉ huy',
  BCHPCTT: 'ban chỉ huy phòng, chống thiên tai',
  HĐPH: 'hội đồng phối hợp',
  HĐTĐKT: 'hội đồng thi đua khen thưởng',
  HĐTĐ: 'hội đồng thẩm định',
  BQL: 'ban quản lý',
  BTV: 'ban thường vụ',
  UBKT: 'ủy ban kiểm tra',
  VKS: 'viện kiểm sát',
  VKSTC: 'viện kiểm sát tối cao',
  BDT: 'ban dân tộc',
  BTGTW: 'ban tuyên giáo trung ương',
  BTCTW: 'ban tổ chức trung ương',
  UBTP: 'ủy ban tư pháp',
  UBPL: 'ủy ban pháp luật',
  TCTL: 'tổng cục thủy lợi',
  ATGT: 'an toàn giao thông',
  UBATGTQG: 'ủy ban an toàn giao thông quốc gia',
});

/** What a ministry (B), a department (S) or an office (P) is of. */
const FIELDS = table<string>({
  TP: 'tư pháp',
  XD: 'xây dựng',
  CA: 'công an',
  TC: 'tài chính',
  NV: 'nội vụ',
  YT: 'y tế',
  GDĐT: 'giáo dục và đào tạo',
  'GD&ĐT': 'giáo dục và đào tạo',
  GDDĐT: 'giáo dục và đào tạo',
  NNMT: 'nông nghiệp và môi trường',
  'NN&MT': 'nông nghiệp và môi trường',
  NNPTNT: 'nông nghiệp và phát triển nông thôn',
  'NN&PTNT': 'nông nghiệp và phát triển nông thôn',
  NN: 'nông nghiệp',
  TTTT: 'thông tin và truyền thông',
  'TT&TT': 'thông tin và truyền thông',
  KHCN: 'khoa học và công nghệ',
  'KH&CN': 'khoa học và công nghệ',
  GTVT: 'giao thông vận tải',
  VHTTDL: 'văn hóa, thể thao và du lịch',
  'VHTT&DL': 'văn hóa, thể thao và du lịch',
  VHTT: 'văn hóa và thể thao',
  VH: 'văn hóa',
  DL: 'du lịch',
  CT: 'công thương',
  KHĐT: 'kế hoạch và đầu tư',
  'KH&ĐT': 'kế hoạch và đầu tư',
  TNMT: 'tài nguyên và môi trường',
  'TN&MT': 'tài nguyên và môi trường',
  LĐTBXH: 'lao động, thương binh và xã hội',
  'LĐTB&XH': 'lao động, thương binh và xã hội',
  QP: 'quốc phòng',
  NG: 'ngoại giao',
  DTTG: 'dân tộc và tôn giáo',
  DT: 'dân tộc',
  NgV: 'ngoại vụ',
});

/** Rooms and units after the issuer: "VPCP-KSTT", "UBND-NC". */
const UNITS = table<string>({
  NC: 'nội chính',
  TH: 'tổng hợp',
  KGVX: 'khoa giáo, văn xã',
  VX: 'văn xã',
  KT: 'kinh tế',
  KTTH: 'kinh tế tổng hợp',
  KTN: 'kinh tế ngành',
  NN: 'nông nghiệp',
  CN: 'công nghiệp',
  KSTT: 'kiểm soát thủ tục',
  XD: 'xây dựng',
  QLĐT: 'quản lý đô thị',
  TD: 'tiếp dân',
  TTr: 'thanh tra',
  TCCB: 'tổ chức cán bộ',
  CCHC: 'cải cách hành chính',
  PC: 'pháp chế',
  HC: 'hành chính',
  QLCS: 'quản lý công sản',
  NS: 'ngân sách',
  TCT: 'tổng cục thuế',
  VPĐP: 'văn phòng điều phối',
  ĐC: 'địa chính',
  ĐĐ: 'đất đai',
  TĐKT: 'thi đua, khen thưởng',
  PL: 'pháp luật',
  QHĐP: 'quan hệ địa phương',
  KHTH: 'kế hoạch tổng hợp',
  ĐTN: 'đoàn thanh niên',
});

export type DocnoPart = { say: string; known: boolean; type: boolean };

/** One hyphen-separated part of a document number; null where the letters are not known. */
export function issuerOf(letters: string, place: 'issuer' | 'unit'): string | null {
  const congress = /^(QH|UBTVQH)(?:K)?(\d{0,2})$/u.exec(letters);
  if (congress !== null)
    return congress[1] === 'QH' ? 'quốc hội khóa' : 'ủy ban thường vụ quốc hội khóa';
  const unit = UNITS[letters];
  if (place === 'unit' && unit !== undefined) return unit;
  return ISSUERS[letters] ?? composed(letters) ?? ABBREVIATIONS.get(letters) ?? unit ?? null;
}

/** BTP, SXD, BCĐTW, BTGTU, UBNDX: a head and what it is of. */
function composed(letters: string): string | null {
  for (const [head, word] of HEADS) {
    if (!letters.startsWith(head) || letters.length === head.length) continue;
    const rest = letters.slice(head.length);
    const of = head.length === 1 ? FIELDS[rest] : (PLACES[rest] ?? FIELDS[rest] ?? ISSUERS[rest]);
    if (of !== undefined) return `${word} ${of}`;
  }
  return null;
}

const HEADS: readonly [string, string][] = [
  ['BCĐ', 'ban chỉ đạo'],
  ['BTG', 'ban tuyên giáo'],
  ['BTC', 'ban tổ chức'],
  ['BNC', 'ban nội chính'],
  ['BDV', 'ban dân vận'],
  ['UBKT', 'ủy ban kiểm tra'],
  ['UBND', 'ủy ban nhân dân'],
  ['HĐND', 'hội đồng nhân dân'],
  ['VP', 'văn phòng'],
  ['CA', 'công an'],
  ['B', 'bộ'],
  ['S', 'sở'],
  ['P', 'phòng'],
];
const PLACES = table<string>({
  T: 'tỉnh',
  H: 'huyện',
  X: 'xã',
  P: 'phường',
  TP: 'thành phố',
  TW: 'trung ương',
  TU: 'tỉnh ủy',
  HU: 'huyện ủy',
  TX: 'thị xã',
  CP: 'chính phủ',
  NN: 'nhà nước',
  QG: 'quốc gia',
});
