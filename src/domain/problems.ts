// The sentences for what a bulletin cannot do now: what is wrong, and what to do.
// It must never know when they are true: approval.ts decides.
import { AppError, type Fault } from './errors.ts';

type Words = { code: string; vi: string; en: string; place?: string };

export const soundUnderWay = () =>
  conflict({
    code: 'sound-under-way',
    vi: 'Tệp âm thanh của bản tin đang được tạo. Hãy đợi tạo xong rồi gửi duyệt.',
    en: 'The sound of this bulletin is still being made. Wait until it is ready, then send it for approval.',
  });

export const soundFailed = () =>
  conflict({
    code: 'sound-failed',
    vi: 'Bản tin chưa có âm thanh vì lần tạo vừa rồi không thành công. Hãy sửa nội dung để tạo lại.',
    en: 'This bulletin has no sound because making it failed. Edit the text so that it is made again.',
  });

export const alreadySubmitted = () =>
  conflict({
    code: 'already-submitted',
    vi: 'Bản tin đã được gửi và đang chờ duyệt.',
    en: 'This bulletin has been sent and is waiting for approval.',
  });

export const alreadyApproved = () =>
  conflict({
    code: 'already-approved',
    vi: 'Bản tin đã được duyệt. Hãy lập lịch phát, hoặc sửa nội dung nếu cần duyệt lại.',
    en: 'This bulletin is approved. Schedule it, or edit it if it needs a new approval.',
  });

export const notPending = () =>
  conflict({
    code: 'not-pending',
    vi: 'Bản tin không ở trạng thái chờ duyệt: có thể đã được duyệt, bị trả lại hoặc vừa được sửa. Hãy tải lại trang để xem.',
    en: 'This bulletin is not waiting for approval: it may have been approved, returned or edited. Reload to see.',
  });

export const ownBulletin = () =>
  say('forbidden', {
    code: 'own-bulletin',
    vi: 'Người đã soạn hoặc sửa bản tin không được tự duyệt. Hãy nhờ một người duyệt khác.',
    en: 'Whoever wrote or edited a bulletin may not approve it. Ask another approver.',
  });

export const changedSinceSeen = () =>
  conflict({
    code: 'changed-since-seen',
    vi: 'Âm thanh đã thay đổi sau khi bạn nghe. Hãy nghe lại bản mới rồi duyệt.',
    en: 'The sound has changed since you heard it. Listen to the new one, then approve.',
    place: 'contentHash',
  });

export const remarkMissing = () =>
  say('caller', {
    code: 'remark-missing',
    vi: 'Hãy ghi lý do trả lại để người soạn biết cần sửa gì.',
    en: 'Write why it is returned, so that the author knows what to change.',
    place: 'remark',
  });

function conflict(words: Words): AppError {
  return say('conflict', words);
}

function say(fault: Fault, { code, vi, en, place }: Words): AppError {
  return new AppError({ code, fault, say: { vi, en }, ...(place ? { place } : {}) });
}
