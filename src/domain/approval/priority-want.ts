// Priority asked for a bulletin by whoever plans it, until somebody says yes, or no with a reason.
// It must never know who may answer, nor what priority does.
import { AppError } from '../errors.ts';
import type { Bulletin } from '../model.ts';

export type PriorityWant = {
  id: string;
  /** the bulletin's */
  tenantId: string;
  bulletinId: string;
  /** where it would be planned */
  areaIds: readonly string[];
  /** the commune (or province) those areas are of: there whoever asks is told */
  placeId: string;
  askedBy: string;
  askedAtMs: number;
  state: 'open' | 'granted' | 'declined';
  answeredBy: string | null;
  answeredAtMs: number | null;
  remark: string | null;
};

/** "không" is no reason; five letters may be. */
const REMARK_LEAST = 5;

type Answer = { granted: boolean; remark: string | null };

/** @returns why this cannot be the answer, or null */
export function answerFault(want: PriorityWant, { granted, remark }: Answer): AppError | null {
  if (want.state !== 'open')
    return new AppError({
      code: 'answered-already',
      fault: 'conflict',
      say: {
        vi: 'Đề nghị này đã có người trả lời rồi. Hãy tải lại danh sách.',
        en: 'Somebody has answered this already. Load the list again.',
      },
    });
  if (granted || (remark !== null && remark.length >= REMARK_LEAST)) return null;
  return new AppError({
    code: 'remark-needed',
    fault: 'caller',
    place: 'remark',
    say: {
      vi: 'Hãy viết lý do không cho ưu tiên: người xin sẽ đọc.',
      en: 'Say why it is not given: whoever asked will read it.',
    },
  });
}

export function answered(
  want: PriorityWant,
  by: Answer & { accountId: string; nowMs: number },
): PriorityWant {
  return {
    ...want,
    state: by.granted ? 'granted' : 'declined',
    answeredBy: by.accountId,
    answeredAtMs: by.nowMs,
    remark: by.remark,
  };
}

/** An answer could still change something: else nobody is asked for one. */
export function isWorthAnswering(
  { priority, state, expiresAtMs }: Pick<Bulletin, 'priority' | 'state' | 'expiresAtMs'>,
  nowMs: number,
): boolean {
  const isAlive = state === 'pending' || state === 'approved';
  return priority === 'normal' && isAlive && (expiresAtMs === null || expiresAtMs > nowMs);
}
