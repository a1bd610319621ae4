// Tables of what the province gives to communes, and what they made of it.
// It must never know what their rows decide.
import type { Types } from './migrations.ts';

export function assignments(_: Types): string[] {
  return [];
}
