// The step for the second pair of eyes on what was suspected.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function secondEyes({ whole }: Types): string[] {
  return [
    `alter table suspicions add column settled ${whole} not null default 0 check (settled in (0, 1))`,
  ];
}
