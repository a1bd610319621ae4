// Tables of what came from the source system, byte for byte, and what is to be told to it.
// It must never know what their rows decide.
import type { Types } from './migrations.ts';

export function sourceSystem(_: Types): string[] {
  return [];
}
