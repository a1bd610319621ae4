// Tables of the regulation of a commune beyond its hours, and overrides of it.
// It must never know what their rows decide.
import type { Types } from './migrations.ts';

export function regulationRules(_: Types): string[] {
  return [];
}
