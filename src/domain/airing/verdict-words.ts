// The words of reasons that are the same wherever they stand: hindrances, refusals, silences.
// It must never put them together: verdict-sentences.ts and verdict-chain.ts do.
import type { Sentence } from '../errors.ts';
import type { Verdict } from '../model.ts';

type PlainReason = Exclude<
  Verdict['reason'],
  | 'whole'
  | 'interrupted'
  | 'other-airing'
  | 'late'
  | 'offline'
  | 'no-receipt'
  | 'refused'
  | 'hushed'
>;
export const PLAIN: Record<PlainReason, Sentence> = {
  cancelled: { vi: 'lượt phát đã bị hủy', en: 'the airing was cancelled' },
  'all-clear': { vi: 'hết tình huống khẩn cấp', en: 'the emergency was over' },
  'out-of-hours': {
    vi: 'ngoài khung giờ được phép của xã',
    en: "outside the commune's allowed hours",
  },
  restarted: {
    vi: 'loa khởi động lại giữa chừng',
    en: 'the speaker restarted in the middle',
  },
  'missing-chunks': {
    vi: 'loa không nhận đủ âm thanh trước giờ phát',
    en: 'the speaker did not receive all of the sound in time',
  },
  'sink-failed': {
    vi: 'bộ phát âm thanh của loa bị lỗi',
    en: "the speaker's sound output failed",
  },
  'unit-removed': {
    vi: 'thiết bị đã được tháo khỏi điểm loa này',
    en: 'the unit had been taken down from this site',
  },
  'not-approved': {
    vi: 'bản tin chưa được duyệt khi đến giờ phát',
    en: 'the bulletin was not approved when its time came',
  },
  'changed-since-approval': {
    vi: 'bản tin đã được sửa và chưa được duyệt lại khi đến giờ phát',
    en: 'the bulletin had been changed and not approved again when its time came',
  },
  'approval-too-old': {
    vi: 'lần duyệt bản tin khẩn cấp này đã quá cũ khi đến giờ phát',
    en: 'the approval of this emergency bulletin was too old when its time came',
  },
  expired: {
    vi: 'việc được thông báo đã qua khi đến giờ phát',
    en: 'what it announces was past when its time came',
  },
  'document-ended': {
    vi: 'văn bản mà bản tin dựa vào không còn hiệu lực hoặc đã hết hạn góp ý',
    en: 'the document it was made from no longer holds, or is no longer open to comments',
  },
  'over-regulation': {
    vi: 'quá số buổi hoặc số phút mà quy chế của xã cho phép',
    en: "it was beyond the sessions or minutes of the commune's regulation",
  },
  'original-not-approved': {
    vi: 'bản gốc của bản tin này chưa được duyệt hoặc đã bị rút',
    en: 'the bulletin it says in another language was not approved, or was withdrawn',
  },
  'older-text': {
    vi: 'bản gốc đã sửa lời sau khi có bản tiếng này',
    en: 'its original says something else since it was made',
  },
  'missed-start': {
    vi: 'lỡ giờ bắt đầu quá 1 giây; lịch này đặt lỡ thì bỏ',
    en: 'its beginning was missed by more than 1 s, and this schedule is set to skip what is missed',
  },
  'cancelled-once': {
    vi: 'riêng lần phát này đã được hủy từ trước, lịch vẫn giữ nguyên',
    en: 'this one time was cancelled beforehand, and the schedule goes on',
  },
};

/** By what was known of the speaker at closing: see verdicts.ts. */
export const OFFLINE: Record<string, Sentence> = {
  never: {
    vi: 'cụm loa này chưa từng kết nối',
    en: 'this speaker has never connected',
  },
  before: {
    vi: 'cụm loa đã mất kết nối từ trước giờ phát',
    en: 'the speaker was offline before the time came',
  },
  after: {
    vi: 'cụm loa mất kết nối sau giờ phát và chưa báo lại',
    en: 'the speaker went offline after the time came and has not reported',
  },
  stored: {
    vi: 'cụm loa đã nhận bản tin nhưng mất kết nối, sẽ báo khi nối lại',
    en: 'the speaker had received it but is offline; it will report when it is back',
  },
};
export const OFFLINE_UNKNOWN: Sentence = {
  vi: 'cụm loa mất kết nối',
  en: 'the speaker is offline',
};

export const SILENT: Sentence = {
  vi: 'cụm loa đang kết nối nhưng không báo đã nhận hay đã phát',
  en: 'the speaker is online but has not reported receiving or playing it',
};
export const STORED_SILENT: Sentence = {
  vi: 'cụm loa báo đã nhận nhưng không báo đã phát',
  en: 'the speaker reported receiving it but not playing it',
};

export const REFUSED: Sentence = {
  vi: 'loa từ chối lệnh phát',
  en: 'the speaker refused the order',
};
export const REFUSALS: Record<string, Sentence> = {
  'bad-signature': {
    vi: 'loa từ chối vì chữ ký của lệnh phát không đúng',
    en: 'the speaker refused it because the signature was wrong',
  },
  'bad-message': {
    vi: 'loa không đọc được lệnh phát',
    en: 'the speaker could not read the order',
  },
  replayed: {
    vi: 'loa từ chối vì lệnh phát này đã được dùng',
    en: 'the speaker refused it because this order had been used before',
  },
  expired: {
    vi: 'loa từ chối vì lệnh phát đã hết hạn',
    en: 'the speaker refused it because the order had expired',
  },
  misdirected: {
    vi: 'loa từ chối vì lệnh phát không dành cho nó',
    en: 'the speaker refused it because the order was for others',
  },
  'no-policy': {
    vi: 'loa chưa nhận được khung giờ được phép nên giữ im lặng',
    en: 'the speaker had not been told its allowed hours and kept silent',
  },
  'no-clock': {
    vi: 'loa chưa biết giờ chính xác nên giữ im lặng',
    en: 'the speaker did not know the time and kept silent',
  },
  'no-room': {
    vi: 'bộ nhớ của loa đã đầy',
    en: "the speaker's storage was full",
  },
  'bad-content': {
    vi: 'âm thanh loa nhận được không khớp với bản đã duyệt nên không phát',
    en: 'the sound received did not match what was approved, so it stayed silent',
  },
};
