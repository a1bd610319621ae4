// What is wrong with a programme's template as somebody wrote it, with what to do about it. Pure.
// It must never know rows, nor whether the bulletins it names may be said.
import type { Sentence } from '../errors.ts';
import {
  DAYS_MOST,
  ITEMS_MOST,
  MINUTES_MOST,
  PAUSE_MOST_MS,
  type ProgrammeTemplate,
  REPEATS_MOST,
} from './programme-model.ts';

type Written = Pick<ProgrammeTemplate, 'pauses' | 'repeats' | 'mostMinutes' | 'choosing'>;

export function templateFault(written: Written): (Sentence & { place: string }) | null {
  const { pauses, repeats, mostMinutes, choosing } = written;
  const within = (value: number, least: number, most: number) => value >= least && value <= most;
  if (!Object.values(pauses).every((ms) => within(ms, 0, PAUSE_MOST_MS)))
    return {
      vi: `Khoảng nghỉ từ 0 đến ${PAUSE_MOST_MS / 1_000} giây.`,
      en: `A pause lasts 0 to ${PAUSE_MOST_MS / 1_000} seconds.`,
      place: 'pauses',
    };
  if (!within(repeats, 1, REPEATS_MOST))
    return {
      vi: `Mỗi bản tin đọc từ 1 đến ${REPEATS_MOST} lần.`,
      en: `Each bulletin is said 1 to ${REPEATS_MOST} times.`,
      place: 'repeats',
    };
  if (mostMinutes !== null && !within(mostMinutes, 1, MINUTES_MOST))
    return {
      vi: `Thời lượng tối đa từ 1 đến ${MINUTES_MOST} phút.`,
      en: `A programme lasts at most 1 to ${MINUTES_MOST} minutes.`,
      place: 'mostMinutes',
    };
  if (!choosing.given && !choosing.own)
    return {
      vi: 'Hãy chọn ít nhất một nguồn: tin của xã hoặc tin tỉnh giao.',
      en: 'Choose at least one source: the commune’s own or what the province gave.',
      place: 'choosing',
    };
  const counts = [
    within(choosing.days, 1, DAYS_MOST),
    within(choosing.most, 1, ITEMS_MOST),
    within(choosing.airedFewerThan, 1, 100),
  ];
  if (!counts.every(Boolean))
    return {
      vi: `Số ngày từ 1 đến ${DAYS_MOST}, số bản tin từ 1 đến ${ITEMS_MOST}, số lần đã phát từ 1 đến 100.`,
      en: `Days are 1 to ${DAYS_MOST}, bulletins 1 to ${ITEMS_MOST}, times aired 1 to 100.`,
      place: 'choosing',
    };
  return null;
}
