// The step of issue #4 for how often a bulletin is said, until when, and whether it names people.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function whatIsSaid({ whole }: Types): string[] {
  return [
    `alter table bulletins add column repeats ${whole} not null default 1 check (repeats between 1 and 3)`,
    `alter table bulletins add column expires_at_ms ${whole}`,
    `alter table bulletins add column personal_data ${whole} not null default 0 check (personal_data in (0, 1))`,
    'alter table bulletins add column standing_id text',
    `alter table bulletins add column submits_itself ${whole} not null default 0 check (submits_itself in (0, 1))`,
  ];
}
