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

export const placeToWrite = () =>
  conflict({
    code: 'place-to-write',
    vi: 'Bản tin còn chỗ phải viết, trong ngoặc vuông [Viết …]. Hãy viết vào đó hoặc xoá đi, tạo lại âm thanh rồi gửi duyệt.',
    en: 'The bulletin still has a place to write, in square brackets [Viết …]. Write it or remove it, make the sound again, then send it.',
    place: 'text',
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

export const hasPriority = () =>
  conflict({
    code: 'has-priority',
    vi: 'Bản tin này đã có mức ưu tiên hoặc khẩn cấp. Hãy tải lại trang để xem.',
    en: 'This bulletin has priority already, or is an emergency. Reload to see.',
  });

export const ownBulletin = () =>
  say('forbidden', {
    code: 'own-bulletin',
    vi: 'Người đã soạn hoặc sửa bản tin không được tự duyệt. Hãy nhờ một người duyệt khác.',
    en: 'Whoever wrote or edited a bulletin may not approve it. Ask another approver.',
  });

export const notInGroup = () =>
  say('forbidden', {
    code: 'not-in-group',
    vi: 'Theo quy chế của xã, chỉ những người trong nhóm duyệt mới được duyệt bản tin này.',
    en: 'By the regulation of the commune, only the listed approvers may approve this bulletin.',
  });

export const nobodyLeft = () =>
  conflict({
    code: 'nobody-left',
    vi: 'Trong nhóm duyệt không còn ai khác người soạn có quyền duyệt. Hãy nhờ người quản trị sửa quy chế duyệt.',
    en: 'Nobody but the writers is left in the group of approvers. Ask an administrator to change the rule.',
  });

export const alreadyYours = () =>
  conflict({
    code: 'already-yours',
    vi: 'Bạn đã duyệt bản tin này; còn chờ những người khác trong nhóm duyệt.',
    en: 'You have approved this bulletin already; others of the group have yet to.',
  });

export const notApproved = () =>
  conflict({
    code: 'not-approved',
    vi: 'Chỉ thu hồi được bản tin đang chờ duyệt hoặc đã duyệt. Hãy tải lại trang để xem trạng thái mới.',
    en: 'Only a bulletin that waits for approval or is approved can be withdrawn. Reload to see how it stands.',
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
