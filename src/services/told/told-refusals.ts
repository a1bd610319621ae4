// What a person is told when a message they asked for could not be sent.
// It must never repeat what a gateway said: only its code.
import type { AppError } from '../../domain/errors.ts';
import { refusal } from '../refusals.ts';
import type { Outcome } from './senders-port.ts';

export function unsent(outcome: Extract<Outcome, { kind: 'failed' | 'later' }>): AppError {
  const code = outcome.detail === null ? '' : ` (${outcome.detail})`;
  if (outcome.kind === 'failed' && outcome.reason === 'refused')
    return refusal('caller', 'address-refused', {
      vi: `Nơi nhận từ chối${code}. Hãy kiểm tra lại địa chỉ hoặc số.`,
      en: `It was refused${code}. Check the address or the number.`,
      place: 'address',
    });
  return refusal('world', 'not-sent', {
    vi: `Chưa gửi được lúc này${code}. Xin thử lại sau ít phút.`,
    en: `It could not be sent just now${code}. Try again in a few minutes.`,
  });
}

export function tooManyTrials(): AppError {
  return refusal('caller', 'too-many-trials', {
    vi: 'Đã gửi thử nhiều lần rồi. Xin chờ ít phút.',
    en: 'Several trials were sent already. Wait a few minutes.',
  });
}
