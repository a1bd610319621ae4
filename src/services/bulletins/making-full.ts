// What is said to whoever wants one more sound made where too many wait already.
// It must never know rows, nor how sound is made.
import type { Bulletin } from '../../domain/model.ts';
import { limitReached } from '../refusals.ts';
import {
  EACH_WAITING_MAX,
  isUrgent,
  type MakingQueue,
  URGENT_WAITING_MAX,
  WAITING_MAX,
} from './making-queue.ts';

export type ToMake = Pick<Bulletin, 'tenantId' | 'priority' | 'drill'> & { fromSource?: boolean };

/** @throws AppError limit-reached */
export function refuseIn(
  queue: Pick<MakingQueue, 'fullFor'>,
  { tenantId, fromSource = false, ...of }: ToMake,
): void {
  const urgent = isUrgent(of);
  const full = queue.fullFor({ tenantId, urgent, fromSource });
  if (full) throw tooMany(full, urgent);
}

function tooMany(whose: 'own' | 'all', urgent: boolean) {
  if (whose === 'own' && urgent)
    return limitReached({
      vi: `xã đã có ${EACH_WAITING_MAX} tin khẩn cấp đang chờ tạo âm thanh: hãy bỏ bớt tin trùng, hoặc thử lại sau ít phút`,
      en: `${EACH_WAITING_MAX} emergencies of your commune are waiting for their sound: remove what is there twice, or try again in a few minutes`,
    });
  if (whose === 'own')
    return limitReached({
      vi: `xã đã có ${EACH_WAITING_MAX} bản tin đang chờ tạo âm thanh, hãy thử lại sau ít phút (tin khẩn cấp vẫn gửi được)`,
      en: `${EACH_WAITING_MAX} bulletins of your commune are waiting for their sound, try again in a few minutes (emergencies are still taken)`,
    });
  const many = urgent ? URGENT_WAITING_MAX : WAITING_MAX;
  return limitReached({
    vi: `${many} bản tin đang chờ tạo âm thanh, hãy thử lại sau ít phút`,
    en: `${many} bulletins are waiting for their sound, try again in a few minutes`,
  });
}
