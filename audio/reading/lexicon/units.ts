// Units, money and what a quantity may be "per" (CONVENTIONS §6).
// It must never know how a number is read.
import { table } from './table.ts';

/** Exact spelling first, then in lower case. */
const UNITS = table<string>({
  mm: 'mi li mét',
  cm: 'xăng ti mét',
  dm: 'đề xi mét',
  m: 'mét',
  km: 'ki lô mét',
  µm: 'mi crô mét',
  hm: 'héc tô mét',
  dam: 'đề ca mét',
  nm: 'na nô mét',
  mg: 'mi li gam',
  µg: 'mi crô gam',
  g: 'gam',
  gr: 'gam',
  kg: 'ki lô gam',
  l: 'lít',
  lít: 'lít',
  ml: 'mi li lít',
  cl: 'xăng ti lít',
  dl: 'đề xi lít',
  hl: 'héc tô lít',
  t: 'tấn',
  ha: 'héc ta',
  a: 'a',
  cc: 'xê xê',
  hz: 'hẹc',
  khz: 'ki lô hẹc',
  mhz: 'mê ga hẹc',
  ghz: 'gi ga hẹc',
  v: 'vôn',
  mv: 'mi li vôn',
  kv: 'ki lô vôn',
  kva: 'ki lô vôn am pe',
  mva: 'mê ga vôn am pe',
  ma: 'mi li am pe',
  mah: 'mi li am pe giờ',
  w: 'oát',
  kw: 'ki lô oát',
  mw: 'mê ga oát',
  gw: 'gi ga oát',
  tw: 'tê ra oát',
  kwh: 'ki lô oát giờ',
  mwh: 'mê ga oát giờ',
  gwh: 'gi ga oát giờ',
  wh: 'oát giờ',
  kwp: 'ki lô oát pích',
  hp: 'mã lực',
  cv: 'mã lực',
  db: 'đề xi ben',
  kb: 'ki lô bai',
  mb: 'mê ga bai',
  gb: 'gi ga bai',
  tb: 'tê ra bai',
  kbps: 'ki lô bít trên giây',
  mbps: 'mê ga bít trên giây',
  gbps: 'gi ga bít trên giây',
  mmhg: 'mi li mét thủy ngân',
  atm: 'át mốt phe',
  pa: 'pát can',
  kpa: 'ki lô pát can',
  mpa: 'mê ga pát can',
  bar: 'ba',
  n: 'niu tơn',
  kn: 'ki lô niu tơn',
  j: 'giun',
  kj: 'ki lô giun',
  cal: 'ca lo',
  kcal: 'ki lô ca lo',
  rpm: 'vòng trên phút',
  inch: 'inh',
  ph: 'phút',
  min: 'phút',
  s: 'giây',
  h: 'giờ',
  ms: 'mi li giây',
  '°c': 'độ xê',
  ºc: 'độ xê',
  oc: 'độ xê',
  '℃': 'độ xê',
  '°f': 'độ ép',
  '°k': 'độ ca',
  '°': 'độ',
  ppm: 'phần triệu',
  ppb: 'phần tỷ',
  lux: 'lúc',
  bpm: 'nhịp một phút',
});
/** Where a small letter means another thing: Mb is mê ga bít, MB mê ga bai. */
const EXACT = table<string>({ Mb: 'mê ga bít', Gb: 'gi ga bít', Kb: 'ki lô bít' });
const POWERS = table<string>({ '2': ' vuông', '²': ' vuông', '3': ' khối', '³': ' khối' });
const MONEY = table<string>({
  đ: 'đồng',
  đồng: 'đồng',
  vnđ: 'đồng',
  vnd: 'đồng',
  '₫': 'đồng',
  usd: 'đô la',
  $: 'đô la',
  '€': 'ơ rô',
  eur: 'ơ rô',
  '¥': 'yên nhật',
  jpy: 'yên nhật',
  '£': 'bảng anh',
  gbp: 'bảng anh',
  cny: 'nhân dân tệ',
  krw: 'uôn',
  lak: 'kíp',
  kip: 'kíp',
  thb: 'bạt',
  '₭': 'kíp',
});

/** "km²" → "ki lô mét vuông"; null where the letters are no unit. */
export function unitOf(symbol: string): string | null {
  if (symbol === 'USD') return 'đô la Mỹ';
  const money = MONEY[symbol.toLowerCase()];
  if (money !== undefined) return money;
  const exact = EXACT[symbol];
  if (exact !== undefined) return exact;
  const power = /^(.{1,3}?m|m)\s?([23²³])$/iu.exec(symbol);
  if (power !== null) {
    const base = UNITS[(power[1] as string).toLowerCase()];
    return base === undefined ? null : base + POWERS[power[2] as string];
  }
  return UNITS[symbol.toLowerCase()] ?? null;
}

/** "đồng một tháng": time, persons and quantities are counted by one; only what flows or weighs is "trên". */
export function perWord(above: string, below: string): string {
  const speed = /^(?:km|m|cm|mm|dm)$/u.test(above) && /^(?:h|s|giờ|giây|min|phút|ph)$/u.test(below);
  const dense = /^(?:[mµk]?g|gr)$/u.test(above) && /^(?:[mcd]?l|[dc]?m[3³])$/u.test(below);
  return speed || dense ? 'trên' : 'một';
}

/** Words that are counted by one after a slash. */
export const PER_WORDS: ReadonlySet<string> = new Set(
  (
    'giờ giây phút ngày đêm tuần tháng quý năm vụ người hộ cháu em học lượt lần ca buổi suất con cây lít xã phường thôn bản ' +
    'tổ lớp trường đơn vị công tấn tạ yến héc mét bao chai hộp gói chuyến xe trẻ khẩu đối trận đợt khóa lứa tiết sào mẫu gia kỳ nhiệm'
  ).split(' '),
);
/** Words a rate may be of. */
export const COUNTED_WORDS: ReadonlySet<string> = new Set(
  'đồng nghìn triệu tỷ tỉ người hộ lượt lần buổi ca suất tấn tạ ki-lô con cây lít khối mét giờ ngày cuộc bài tin số trận chuyến tiết xã tháng'.split(
    ' ',
  ),
);
