// The sentences for a status that cannot be confirmed as it stands: what is missing, and what to do.
// It must never know when they are true: document-status.ts decides.
import { AppError } from '../errors.ts';

type Words = { code: string; vi: string; en: string; place: string };

export const noSuchDay = (place: string) =>
  say({
    code: 'no-such-day',
    vi: 'Ngày này không có trong lịch. Hãy ghi theo dạng năm-tháng-ngày.',
    en: 'There is no such day. Write it as year-month-day.',
    place,
  });

export const deadlineMissing = () =>
  say({
    code: 'comment-deadline-missing',
    vi: 'Bản dự thảo cần có hạn góp ý, vì sau ngày đó không được phát nữa.',
    en: 'A draft needs the deadline of its comments: after that day it is no longer aired.',
    place: 'commentUntil',
  });

export const beginningMissing = () =>
  say({
    code: 'in-force-from-missing',
    vi: 'Văn bản chưa có hiệu lực cần có ngày bắt đầu có hiệu lực.',
    en: 'A document not yet in force needs the day from which it will be.',
    place: 'inForceFrom',
  });

export const endMissing = () =>
  say({
    code: 'end-missing',
    vi: 'Văn bản hết hiệu lực cần có ngày hết hiệu lực.',
    en: 'A repealed document needs the day on which it ended.',
    place: 'endedOn',
  });

export const amenderMissing = () =>
  say({
    code: 'amender-missing',
    vi: 'Hãy ghi số của văn bản sửa đổi, bổ sung.',
    en: 'Give the number of the document that amends it.',
    place: 'by',
  });

export const datesOutOfOrder = () =>
  say({
    code: 'dates-out-of-order',
    vi: 'Các ngày không đúng thứ tự: hạn góp ý, rồi ngày có hiệu lực, rồi ngày hết hiệu lực.',
    en: 'The days are out of order: comments close, then it comes into force, then it ends.',
    place: 'status',
  });

export const alreadyInForce = () =>
  say({
    code: 'already-in-force',
    vi: 'Ngày có hiệu lực đã đến: hãy chọn "đang có hiệu lực".',
    en: 'The day it comes into force has come: choose "in force".',
    place: 'inForceFrom',
  });

export const notInForceYet = () =>
  say({
    code: 'not-in-force-yet',
    vi: 'Ngày có hiệu lực chưa đến: hãy chọn "chưa có hiệu lực".',
    en: 'The day it comes into force has not come: choose "not yet in force".',
    place: 'inForceFrom',
  });

export const endNotCome = () =>
  say({
    code: 'end-not-come',
    vi: 'Ngày hết hiệu lực chưa đến: hãy giữ "đang có hiệu lực" và ghi ngày đó, đến ngày hệ thống tự chuyển.',
    en: 'The last day has not come: keep "in force" with that day, and it changes by itself then.',
    place: 'endedOn',
  });

export const backWithoutReason = () =>
  say({
    code: 'remark-missing',
    vi: 'Tình trạng này trái với tình trạng đã xác nhận. Nếu lần trước ghi nhầm, hãy nêu lý do.',
    en: 'This goes back on what was confirmed. If that was a mistake, say why.',
    place: 'remark',
  });

function say({ code, vi, en, place }: Words): AppError {
  return new AppError({ code, fault: 'caller', say: { vi, en }, place });
}
