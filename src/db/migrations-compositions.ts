// The step of issue #4 for which clauses a bulletin was made of.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function compositions(_types: Types): string[] {
  return [];
}
