// The step of issue #6 for which voices speak, and where the cloud may.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function voiceChoices({ whole, strict }: Types): string[] {
  return [
    `create table voice_choices (
      area_id text not null references areas (id),
      language text not null,
      steps text not null,
      pace ${whole},
      profile text check (profile in ('horn', 'indoor', 'flat')),
      primary key (area_id, language)
    ) ${strict}`,
    `create table cloud_words (
      area_id text primary key not null references areas (id),
      allowed ${whole} not null check (allowed in (0, 1))
    ) ${strict}`,
    `create table voice_retakes (
      bulletin_id text primary key not null references bulletins (id) on delete cascade,
      retake ${whole} not null
    ) ${strict}`,
  ];
}
