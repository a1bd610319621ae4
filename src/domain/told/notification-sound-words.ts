// What is said of recordings asked for, of languages not heard, of programmes that lost a part, and of a disk nearly full.
// It must never name who spoke.
import { spokenTime } from '../vietnam-time.ts';
import type { HappeningKind } from './happening.ts';
import { counted, type Saying } from './notification-counted.ts';

type OfSound = Extract<
  HappeningKind,
  `recording-${string}` | 'notice-not-said' | 'programme-broken' | 'disk-low'
>;

const offered = counted('bản thu đã được xác nhận, chờ bạn thay vào bản tin đang duyệt', [
  'confirmed recording waits for you to put it in the place of an approved sound',
  'confirmed recordings wait for you to put them in the place of approved sounds',
]);
const broken = counted('chương trình có phần không dùng được nữa', [
  'programme has a part that may not be said any more',
  'programmes have parts that may not be said any more',
]);
const taken = counted('bản thu bạn đặt đã được xác nhận', [
  'recording you asked for is confirmed',
  'recordings you asked for are confirmed',
]);

export const SOUND_SAYINGS: Record<OfSound, Saying> = {
  'notice-not-said': counted('thông báo đã gửi nhưng không phát được bằng tiếng khác', [
    'notice was sent, but is not heard in another language',
    'notices were sent, but are not heard in other languages',
  ]),
  'recording-due': counted('bản thu quá hạn', ['recording is late', 'recordings are late']),
  'recording-sent': counted('bản thu bạn đặt đã gửi tới, chờ người thứ hai nghe', [
    'recording you asked for came: a second speaker is to hear it',
    'recordings you asked for came: a second speaker is to hear them',
  ]),
  'recording-confirmed': (told) => (told.facts.reason === 'offered' ? offered : taken)(told),
  'recording-returned': counted('bản thu bạn đặt bị trả lại để đọc lại', [
    'recording you asked for is to be said again',
    'recordings you asked for are to be said again',
  ]),
  'disk-low': ({ facts: { amount: left } }) => ({
    vi: `Ổ đĩa của máy chủ chỉ còn ${left}% chỗ trống: hãy dọn bớt hoặc thêm ổ đĩa, nếu đầy sẽ không làm được bản tin mới`,
    en: `Only ${left}% of the server's disk is free: make room or add a disk; once it is full no new bulletin can be made`,
  }),
  'programme-broken': (told) => {
    const { reason, atMs } = told.facts;
    if (told.count > 1 || atMs === null) return broken(told);
    const { vi, en } = spokenTime(atMs);
    return reason === 'silent'
      ? {
          vi: `Chương trình lúc ${vi} sẽ không phát: một phần không dùng được nữa`,
          en: `The programme of ${en} will not air: one of its parts may not be said any more`,
        }
      : {
          vi: `Chương trình lúc ${vi} được dựng lại, bỏ phần không dùng được nữa`,
          en: `The programme of ${en} was rebuilt without a part that may not be said any more`,
        };
  },
};
