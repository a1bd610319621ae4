// The step of issue #6 for sounds that are made beside those that air.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function retakesWanted({ whole, strict }: Types): string[] {
  return [
    `create table voice_retakes_wanted (
      bulletin_id text primary key not null references bulletins (id) on delete cascade,
      version ${whole} not null,
      by_id text
    ) ${strict}`,
  ];
}
