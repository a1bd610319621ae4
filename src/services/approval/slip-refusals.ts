// Why a file is not taken as a signed slip, each with what to do about it.
// It must never decide which of them is true.

import type { SlipFault } from '../../domain/approval/approval-slip.ts';
import type { AppError } from '../../domain/errors.ts';
import { limitReached, refusal } from '../refusals.ts';

/** Signed, signed again by the next in the group, corrected: a group of twelve with some to spare. */
const OF_BULLETIN_MAX = 20;
/** Two slips of 1 MB each working day make 500 MB a year. */
export const SLIPS_MAX_BYTES = 1024 ** 3;

export function refuseIfFull({ held, bytes }: { held: number; bytes: number }): void {
  if (held >= OF_BULLETIN_MAX)
    throw limitReached({
      vi: `bản tin này đã có ${OF_BULLETIN_MAX} phiếu`,
      en: `this bulletin has ${OF_BULLETIN_MAX} slips already`,
    });
  if (bytes > SLIPS_MAX_BYTES)
    throw limitReached({
      vi: 'các phiếu duyệt của địa bàn này đã đủ 1 GB; hãy báo người quản trị hệ thống',
      en: 'the slips of this area have reached 1 GB; tell whoever runs the system',
    });
}

export const notPdf = () =>
  refusal('caller', 'not-a-pdf', {
    vi: 'Phiếu duyệt phải là tệp PDF. Hãy in phiếu từ trang này, ký rồi tải lên dưới dạng PDF.',
    en: 'A slip must be a PDF. Print it from this page, sign it, and upload it as a PDF.',
    place: 'file',
  });

export const unreadable = (cause: AppError) =>
  refusal('caller', 'slip-unreadable', {
    vi: `Không đọc được tệp này: ${cause.say.vi}`,
    en: `This file cannot be read: ${cause.say.en}`,
    place: 'file',
  });

export const stopped = () =>
  refusal('caller', 'slip-stopped', {
    vi: 'Đọc phiếu quá lâu nên đã dừng; không có gì được lưu. Hãy quét lại gọn hơn (phiếu thường chỉ 1–3 trang).',
    en: 'Reading the slip took too long and was stopped; nothing was kept. Scan only the slip (1–3 pages).',
  });

export function otherSlip({ fault, scanned }: { fault: SlipFault; scanned: boolean }): AppError {
  if (fault === 'other-bulletin')
    return refusal('caller', 'slip-of-another', {
      vi: 'Phiếu này là của một bản tin khác (mã bản tin không khớp). Hãy tải phiếu của đúng bản tin này.',
      en: 'This slip is of another bulletin (its code differs). Upload the slip of this one.',
      place: 'file',
    });
  if (scanned)
    return refusal('caller', 'slip-not-recognised', {
      vi: 'Không đọc được mã trên bản chụp nên không biết phiếu này của bản tin nào. Hãy quét rõ trang có mã, hoặc tải bản PDF ký số.',
      en: 'The code on the scan cannot be read, so nobody knows whose slip it is. Scan the page with the code clearly, or upload a digitally signed PDF.',
      place: 'file',
    });
  return refusal('caller', 'slip-of-another', {
    vi: 'Trong tệp không có mã của âm thanh này: phiếu của bản tin khác, hoặc bản tin đã sửa sau khi in. Hãy in lại phiếu.',
    en: 'The file does not hold the hash of this sound: it is of another bulletin, or the text changed since. Print the slip again.',
    place: 'file',
  });
}

export function tooManyAtOnce() {
  return limitReached({
    vi: 'nhiều phiếu đang được đọc cùng lúc, hãy thử lại sau ít phút',
    en: 'many slips are being read at once, try again in a few minutes',
  });
}
