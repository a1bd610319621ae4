// Sends a notice so that it is never unclear whether it went: one name for one wish, asked after when an answer is lost.
// It must never know how the result is shown.
import type { NoticeView, NoticeWish } from '../../../http/schemas/notice.ts';
import { noticeApi } from '../../notice-api.ts';
import { ApiFailure } from '../../send.ts';

/** A tunnel under a pass is three minutes; then a person presses again, which does no harm. */
const ASKED_MAX = 30;
const ASK_EVERY_MS = 6_000;

/** @throws ApiFailure when it was refused, or when nobody could be reached for three minutes */
export async function sendOnce(wish: NoticeWish, waiting: () => void): Promise<NoticeView> {
  try {
    return await noticeApi.go(wish);
  } catch (reason) {
    if (!(reason instanceof ApiFailure) || !isLost(reason)) throw reason;
    waiting();
    for (let n = 1; ; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, n === 1 ? 500 : ASK_EVERY_MS));
      const again = await whatBecame(wish).catch((next: unknown) => next);
      if (!(again instanceof ApiFailure)) return again as NoticeView;
      if (!isLost(again) || n >= ASKED_MAX) throw again;
    }
  }
}

/** Found, or sent again under the same name: the service makes one notice of it either way. */
async function whatBecame(wish: NoticeWish): Promise<NoticeView> {
  const found = await foundBy(wish.wishId);
  return found ?? noticeApi.go(wish);
}

/** null: it never arrived */
export async function foundBy(wishId: string): Promise<NoticeView | null> {
  try {
    return await noticeApi.byWish(wishId);
  } catch (reason) {
    if (reason instanceof ApiFailure && reason.status === 404) return null;
    throw reason;
  }
}

const isLost = ({ status }: ApiFailure): boolean => status === 0 || status >= 500;
