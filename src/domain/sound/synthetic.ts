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

/** What every loudspeaker in the field takes of an engine, and of a voice (devices/protocol: SyntheticMark). */
export const WIRE_MARK_CHARS = 80;

/**
 * As it fits into a manifest. A ladder of engines, or an edition of many clips, may name more than
 * loudspeakers take: then all engines without their versions, and of what is still too long that there is more.
 */
export function markForWire(mark: SyntheticMark | null): SyntheticMark | null {
  if (mark === null) return null;
  return { ...mark, engine: fitting(mark.engine), voice: fitting(mark.voice) };
}

function fitting(names: string): string {
  if (names.length <= WIRE_MARK_CHARS) return names;
  const bare = [...new Set(names.split(', ').map((name) => name.split(' ')[0] as string))];
  const all = bare.join(', ');
  if (all.length <= WIRE_MARK_CHARS) return all;
  const room = WIRE_MARK_CHARS - MORE.length;
  const lastWhole = all.slice(0, room + 1).lastIndexOf(',');
  return `${all.slice(0, lastWhole > 0 ? lastWhole : room)}${MORE}`;
}

const MORE = ', …';
