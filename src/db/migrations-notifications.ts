// The step of issue #4 for who is told what by which channel, and how each telling went.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function notifications(_types: Types): string[] {
  return [];
}
