// When a document stops being what may be said, and the words that put right what was heard of it.
// It must never know a clock, who heard it, or how it is stopped.
import { DAY_MS, VIETNAM_OFFSET_MS } from '../vietnam-time.ts';
import type { IsoDay, Status } from './document-model.ts';

export type EndKind = 'draft' | 'repealed';
/** From this instant on nothing made from it sounds: a midnight in Vietnam, as laws count days. */
export type DocumentEnd = { endMs: number; kind: EndKind };

/** Null: its end is not known. A draft is heard through the last day of comments (Quyết định 1008/QĐ-UBND Sơn La 2026). */
export function documentEnd(status: Status | null): DocumentEnd | null {
  if (status === null) return null;
  const { kind, commentUntil, endedOn } = status;
  if (kind === 'draft')
    return commentUntil === null ? null : { kind, endMs: midnightOf(commentUntil) + DAY_MS };
  if (endedOn !== null) return { kind: 'repealed', endMs: midnightOf(endedOn) };
  // repealed, and nobody wrote down since when: since ever
  return kind === 'repealed' ? { kind, endMs: 0 } : null;
}

function midnightOf(day: IsoDay): number {
  return Date.parse(`${day}T00:00:00Z`) - VIETNAM_OFFSET_MS;
}

/** The first of several ends; null: none. */
export function firstEndMs(ends: readonly Pick<DocumentEnd, 'endMs'>[]): number | null {
  return ends.reduce<number | null>((first, { endMs }) => Math.min(first ?? endMs, endMs), null);
}

export type Ended = {
  number: string | null;
  title: string | null;
  status: Status;
};

/** "Đính chính": what no longer holds, since when, what holds instead. Read by the same reading room. */
export function correctionOf({ number, title, status }: Ended): { title: string; text: string } {
  const named = number === null ? `Văn bản “${title ?? ''}”` : `Văn bản số ${number}`;
  const about = number !== null && title ? `, ${title},` : '';
  const { kind, commentUntil, endedOn, by } = status;
  const said =
    kind === 'draft'
      ? `đã hết thời hạn lấy ý kiến${dayAfter(' vào ngày ', commentUntil)}.`
      : `đã hết hiệu lực${dayAfter(' từ ngày ', endedOn)}${by === null ? '' : `, được thay thế bằng văn bản số ${by}`}.`;
  const then =
    kind === 'draft'
      ? 'Nội dung dự thảo đã phát trước đây không phải là quy định. Mời bà con chờ văn bản chính thức.'
      : 'Những nội dung đã phát trước đây từ văn bản này không còn áp dụng. Đề nghị bà con không làm theo nữa.';
  return {
    title: `Đính chính: ${number ?? title ?? 'văn bản'}`,
    text: `Đính chính. ${named}${about} ${said} ${then}`,
  };
}

function dayAfter(before: string, iso: IsoDay | null): string {
  if (iso === null) return '';
  const [year, month, date] = iso.split('-');
  return `${before}${date}/${month}/${year}`;
}

/**
 * Where a correction is to be heard: villages, or the whole commune where every village with a speaker
 * heard the old words. Seventy-five communes are then seventy-five names and not a thousand.
 */
export function areasToTell(of: {
  /** villages that heard it */
  heard: ReadonlySet<string>;
  /** every village with a speaker, and its commune */
  villages: readonly { id: string; communeId: string }[];
}): string[] {
  const silent = new Set(
    of.villages.filter(({ id }) => !of.heard.has(id)).map(({ communeId }) => communeId),
  );
  const communeOf = new Map(of.villages.map(({ id, communeId }) => [id, communeId]));
  const told = [...of.heard].map((id) => {
    const communeId = communeOf.get(id);
    return communeId === undefined || silent.has(communeId) ? id : communeId;
  });
  return [...new Set(told)].sort();
}
