// The step of issue #6 for recordings in the place of a voice, and for what the machine noticed in a clip.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function findingsAndRecordings({ whole, strict }: Types): string[] {
  return [
    // null: made before anybody listened by machine
    'alter table clips add column findings text',
    `create table recordings (
      bulletin_id text primary key not null references bulletins (id) on delete cascade,
      clip_id text not null,
      text_hash text not null,
      speaker_name text not null,
      consent_note text not null,
      language text not null,
      by_id text not null,
      made_at_ms ${whole} not null
    ) ${strict}`,
  ];
}
