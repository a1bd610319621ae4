// The step of issue #4 for editorial groups, what each approver has seen, signed slips.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function groupsAndSlips(_types: Types): string[] {
  return [];
}
