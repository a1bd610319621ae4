// Why something of the source system is not taken, as one sentence for its sender and for our people.
// It must never decide anything.
import type { Sentence } from '../errors.ts';
import type { Refused, RefusedWhy } from './source-model.ts';

const WORDS: Record<RefusedWhy, Sentence> = {
  malformed: { vi: 'Nội dung không đúng hợp đồng', en: 'It does not follow the contract' },
  unsigned: {
    vi: 'Không có chữ ký của hệ thống thông tin nguồn',
    en: 'It is not signed by the source system',
  },
  'unknown-key': {
    vi: 'Ký bằng khóa không có trong danh sách khóa của tỉnh',
    en: 'It is signed with a key that is not among the province’s',
  },
  'bad-signature': {
    vi: 'Chữ ký không khớp với nội dung nhận được',
    en: 'The signature does not fit the bytes that came',
  },
  'stale-signature': {
    vi: 'Giờ ký lệch quá 5 phút so với giờ của hệ thống này',
    en: 'It was signed more than 5 minutes from this system’s time',
  },
  'other-province': {
    vi: 'Bản tin của tỉnh khác, không phải của tỉnh này',
    en: 'It is for another province, not for this one',
  },
  'unknown-area': {
    vi: 'Không có địa bàn mang mã này trong tỉnh',
    en: 'No area of this province has this code',
  },
  nowhere: {
    vi: 'Không có loa nào nằm trong vùng được nêu',
    en: 'No loudspeaker stands inside the area that is named',
  },
  'from-the-future': {
    vi: 'Giờ phát hành ở tương lai quá 5 phút',
    en: 'It says it was issued more than 5 minutes in the future',
  },
  expired: { vi: 'Đã hết hiệu lực khi đến nơi', en: 'It was no longer valid when it arrived' },
  contradictory: {
    vi: 'Cùng mã và cùng lần sửa nhưng nội dung khác bản đã nhận; giữ bản nhận trước',
    en: 'The same name and revision came with other content; the first one is kept',
  },
  older: {
    vi: 'Một bản sửa mới hơn của tin này đã tới trước; bản này không phát',
    en: 'A newer revision of it had come before; this one is not aired',
  },
  'other-key': {
    vi: 'Tin muốn hủy do khóa khác ký: chỉ khóa đó sửa hoặc hủy được',
    en: 'What it cancels was signed with another key: only that key may replace or cancel it',
  },
  'test-only': {
    vi: 'Bản thử của bên gửi: đã nhận được, không phát',
    en: 'A trial of the sender’s: it arrived, and is not aired',
  },
  'sound-too-large': {
    vi: 'Tệp âm thanh lớn hơn mức nhận được (16 MB, 30 phút)',
    en: 'The sound file is larger than what is taken (16 MB, 30 minutes)',
  },
  'sound-elsewhere': {
    vi: 'Tệp âm thanh nằm ngoài địa chỉ đã khai của hệ thống nguồn: không tải về',
    en: 'The sound file lies outside the address that is set for the source system: it is not fetched',
  },
  'sound-not-fetched': {
    vi: 'Không tải được tệp âm thanh sau nhiều lần thử',
    en: 'The sound file could not be fetched after several tries',
  },
  'sound-other-hash': {
    vi: 'Tệp âm thanh không khớp kích thước hoặc mã băm SHA-256 đã ký',
    en: 'The sound file has not the size or the SHA-256 that was signed',
  },
  'sound-unreadable': {
    vi: 'Không đọc được tệp âm thanh (nhận WAV, MP3, M4A, Ogg, Opus, FLAC)',
    en: 'The sound file cannot be read (WAV, MP3, M4A, Ogg, Opus and FLAC are taken)',
  },
  'sound-of-emergency': {
    vi: 'Tin khẩn cấp không chờ tệp âm thanh: chỉ văn bản được đọc, và đọc ngay',
    en: 'An emergency waits for no sound file: only its text is spoken, and at once',
  },
  'deadline-past': {
    vi: 'Hạn phát đã qua hoặc xa hơn một năm',
    en: 'The deadline is past, or more than a year ahead',
  },
  'not-given': {
    vi: 'Đã duyệt nhưng không giao được cho xã theo điều kiện đã nêu',
    en: 'It is approved, but could not be given to the communes as asked',
  },
  'nothing-to-say': {
    vi: 'Văn bản không có nội dung nào đọc được thành tiếng',
    en: 'There is nothing in its text that can be spoken',
  },
  'not-made': {
    vi: 'Không tạo được âm thanh dù đã thử lại: hãy thông báo bằng cách khác và báo người quản trị',
    en: 'No sound could be made though it was tried again: warn people another way, and call whoever runs this system',
  },
  busy: {
    vi: 'Quá nhiều bản tin đang chờ tạo âm thanh: hãy gửi lại sau ít phút',
    en: 'Too many bulletins wait for their sound: send it again in a few minutes',
  },
  'not-kept': {
    vi: 'Lỗi của hệ thống này khi lưu bản tin, đã thử nhiều lần: hãy báo tỉnh và gửi lại',
    en: 'A fault of this system kept it from being kept, several times: tell the province, and send it again',
  },
};

/** @param why as it was kept, perhaps by a newer version */
export function refusedWords({ why, place }: Pick<Refused, 'why' | 'place'>): Sentence {
  const { vi, en } = WORDS[why] ?? WORDS.malformed;
  const where = place === null || place === '' ? '' : ` (${place})`;
  return { vi: `${vi}${where}.`, en: `${en}${where}.` };
}

/** @param what instead of the code's own words, where a field needs its own */
export function refused(why: RefusedWhy, place: string | null = null, what?: Sentence): Refused {
  return { why, place, say: what ?? refusedWords({ why, place }) };
}

export function isRefused(one: object): one is Refused {
  return 'why' in one;
}
