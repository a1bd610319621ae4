// The steps of issue #6 for who spoke a clip, for variants of a bulletin, and for what is built of several.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function whoSpoke(_types: Types): string[] {
  return [
    'alter table clips add column language text',
    "alter table clips add column profile text not null default 'horn'",
    "alter table clips add column spoken_by text not null default '[]'",
    "alter table clips add column falls text not null default '[]'",
    'alter table bulletins add column original_id text references bulletins (id)',
    'create index bulletins_by_original on bulletins (original_id) where original_id is not null',
  ];
}
