// The mark of machine voices as every door shows it (Luật Trí tuệ nhân tạo 134/2025/QH15 Art. 11).
// It must never know which door asks.
import type { SyntheticMark } from '../../../devices/protocol/index.ts';
import { VIETNAM_OFFSET_MS } from '../vietnam-time.ts';

/** Said last, where a commune or its province wants it heard too. */
export const SPOKEN_MARK = 'Bản tin do giọng máy đọc.';

/** "Giọng máy: espeak-ng 1.52.0, vi, 5/12/2026"; null: people speak. */
export function syntheticWords(mark: SyntheticMark | null): string | null {
  if (mark === null) return null;
  return `Giọng máy: ${mark.engine}, ${mark.voice}, ${dayOfMark(mark)}`;
}

/** In Vietnam, where it was made. */
export function dayOfMark({ madeAtMs }: SyntheticMark): string {
  const [year, month, day] = new Date(madeAtMs + VIETNAM_OFFSET_MS)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}
