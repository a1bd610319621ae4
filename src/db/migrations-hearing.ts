// The step of issue #6 for the marks of machine voices and of personal data.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function hearing({ whole, strict }: Types): string[] {
  return [
    `create table suspicions (
      bulletin_id text primary key not null references bulletins (id) on delete cascade,
      found_hash text not null,
      found ${whole} not null,
      reason text,
      by_id text,
      at_ms ${whole}
    ) ${strict}`,
    `create table spoken_marks (
      area_id text primary key not null references areas (id) on delete cascade,
      spoken ${whole} not null check (spoken in (0, 1))
    ) ${strict}`,
  ];
}
