// The words of an emergency template that need no slot: what can be said at once, before the text has its sound.
// It must never know how they are made into sound.
import type { NoticeTemplate } from '../notices/notice-model.ts';
import { slotsIn } from '../notices/notice-text.ts';

/** As "Đây là Đài truyền thanh xã …": of a source system it is the province that speaks. */
const OPENING = 'Đây là tin khẩn cấp từ hệ thống thông tin nguồn';
const MORE = 'Xin bà con lắng nghe, nội dung chi tiết phát ngay sau đây.';

/** null: every sentence of it waits for a slot, or it is no emergency */
export function frameOf(
  { priority, title, opening, body, closing }: NoticeTemplate,
  provinceName: string,
): { title: string; text: string } | null {
  if (priority !== 'emergency') return null;
  const fixed = body.filter(
    (sentence) => !/[[\]]/u.test(sentence) && slotsIn(sentence).length === 0,
  );
  if (fixed.length === 0) return null;
  const own = opening.split(/(?<=[.!?])\s+/u).filter((part) => slotsIn(part).length === 0);
  const last = slotsIn(closing).length === 0 ? [closing] : [];
  const said = [`${OPENING} ${provinceName}.`, ...own, ...fixed, ...last, MORE];
  return { title: title.vi, text: said.filter((part) => part !== '').join(' ') };
}
