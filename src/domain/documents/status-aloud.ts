// What the sound of a bulletin must say of the document it was made from: a draft, no longer the law, not yet the law.
// It must never know how it is said, nor forbid anything (Quyết định 1008/QĐ-UBND Sơn La 2026 on drafts).
import type { IsoDay, Status } from './document-model.ts';
import { standingOn } from './document-status.ts';

/** Written as people write, for the same reading room; null: nothing a listener must be told. */
export function statusAloud(
  status: Status | null,
  of: { day: IsoDay; number: string | null },
): string | null {
  const { kind, lapsed } = standingOn(status, of.day);
  if (status === null || kind === null || kind === 'in-force') return null;
  const named = of.number === null ? 'Văn bản này' : `Văn bản số ${of.number}`;
  if (kind === 'draft') return draftAloud(status, { lapsed, number: of.number });
  if (kind === 'repealed')
    return `${named} đã hết hiệu lực${day(' từ ngày ', status.endedOn)}${by(', được thay thế bởi ', status)}.`;
  if (kind === 'amended') return `${named} đã được sửa đổi, bổ sung${by(' bởi ', status)}.`;
  return `${named} chưa có hiệu lực${day('; có hiệu lực từ ngày ', status.inForceFrom)}.`;
}

function draftAloud(
  { commentUntil }: Status,
  { lapsed, number }: { lapsed: boolean; number: string | null },
): string {
  const until = lapsed
    ? day(', thời hạn lấy ý kiến đã hết vào ngày ', commentUntil)
    : day(', đang lấy ý kiến đến hết ngày ', commentUntil);
  const named = number === null ? 'Đây' : `Văn bản số ${number}`;
  return `${named} là dự thảo${until}. Chưa phải là quy định có hiệu lực.`;
}

function by(before: string, { by: number }: Status): string {
  return number === null ? '' : `${before}văn bản số ${number}`;
}

function day(before: string, iso: IsoDay | null): string {
  if (iso === null) return '';
  const [year, month, date] = iso.split('-');
  return `${before}${date}/${month}/${year}`;
}
