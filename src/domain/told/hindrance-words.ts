// Why something did not air, and what can still be done about it, as two short phrases for a lock screen.
// It must never know who reads them.
import type { Sentence } from '../errors.ts';
import type { Hindrance } from '../model.ts';

export type HindranceWords = { why: Sentence; now: Sentence };

const WORDS: Record<Hindrance, HindranceWords> = {
  'not-approved': {
    why: { vi: 'chưa được duyệt khi đến giờ', en: 'not approved in time' },
    now: { vi: 'Duyệt rồi đặt giờ phát khác', en: 'Approve it, then set another time' },
  },
  'changed-since-approval': {
    why: { vi: 'nội dung đã đổi sau khi duyệt', en: 'changed since it was approved' },
    now: { vi: 'Duyệt lại rồi đặt giờ phát khác', en: 'Approve it again, then set another time' },
  },
  'approval-too-old': {
    why: { vi: 'đã duyệt khẩn cấp quá 24 giờ', en: 'approved over 24 hours ago' },
    now: { vi: 'Nếu còn cần, sửa và gửi duyệt lại', en: 'If still needed, edit and submit again' },
  },
  'out-of-hours': {
    why: { vi: 'ngoài khung giờ được phép', en: 'outside the allowed hours' },
    now: { vi: 'Đặt giờ trong khung giờ của xã', en: 'Set a time within the allowed hours' },
  },
  'no-speakers': {
    why: { vi: 'nơi nghe chưa có cụm loa', en: 'no speaker where it should be heard' },
    now: { vi: 'Chọn địa bàn có loa', en: 'Choose an area with speakers' },
  },
  'no-clip': {
    why: { vi: 'chưa có âm thanh', en: 'it had no sound' },
    now: { vi: 'Tạo lại âm thanh rồi đặt giờ khác', en: 'Make its sound, then set another time' },
  },
  'document-ended': {
    why: { vi: 'văn bản không còn hiệu lực', en: 'its document no longer holds' },
    now: { vi: 'Soạn tin đính chính ở trang văn bản', en: 'Write a correction on its page' },
  },
  expired: {
    why: { vi: 'việc này đã qua', en: 'its event was past' },
    now: { vi: 'Nếu còn cần, soạn thông báo mới', en: 'If still needed, write a new notice' },
  },
  'over-regulation': {
    why: { vi: 'vượt quy chế của xã', en: "beyond the commune's regulation" },
    now: { vi: 'Đổi giờ hoặc xin ngoại lệ', en: 'Change its time, or ask for an exception' },
  },
  'original-not-approved': {
    why: { vi: 'bản gốc chưa được duyệt hoặc đã rút', en: 'its original is not approved' },
    now: { vi: 'Duyệt bản gốc trước', en: 'Have the original approved first' },
  },
  'older-text': {
    why: { vi: 'bản gốc đã sửa lời', en: 'its original has other words now' },
    now: { vi: 'Làm lại hoặc xác nhận còn đúng', en: 'Make it anew, or say that it still holds' },
  },
  'cancelled-once': {
    why: { vi: 'riêng lần này đã hủy', en: 'cancelled for this one time' },
    now: { vi: 'Lần sau vẫn phát như lịch', en: 'The next time airs as planned' },
  },
};

/** @param reason as it was kept, perhaps by an older version */
export function hindranceWords(reason: string | null): HindranceWords | null {
  return Object.hasOwn(WORDS, reason ?? '') ? WORDS[reason as Hindrance] : null;
}
