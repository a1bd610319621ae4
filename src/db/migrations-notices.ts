// The step of issue #4 for a commune's own quick notices, and the templates somebody stands for.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function notices(_types: Types): string[] {
  return [];
}
