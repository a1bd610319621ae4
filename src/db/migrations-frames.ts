// The step of issue #6 for frames with recorded slots.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function frames({ whole, strict }: Types): string[] {
  return [
    `create table frames (
      id text primary key not null,
      tenant_id text not null references areas (id),
      name text not null,
      language text not null,
      template_id text,
      template_hash text,
      sentences text not null,
      slots text not null,
      version ${whole} not null check (version >= 1),
      written_by text not null references accounts (id),
      written_at_ms ${whole} not null,
      confirmed text
    ) ${strict}`,
    'create index frames_by_tenant on frames (tenant_id)',
    // a frame may go; who agreed to be heard stays on record
    `create table frame_sessions (
      id text primary key not null,
      frame_id text not null,
      tenant_id text not null references areas (id),
      language text not null,
      speaker_name text not null,
      consent_note text not null,
      by_id text not null references accounts (id),
      began_at_ms ${whole} not null
    ) ${strict}`,
    `create table frame_pieces (
      tenant_id text not null references areas (id),
      language text not null,
      key text not null,
      prompt text not null,
      hash text not null,
      duration_ms ${whole} not null,
      bytes ${whole} not null,
      session_id text not null references frame_sessions (id),
      speaker_name text not null,
      by_id text not null references accounts (id),
      made_at_ms ${whole} not null,
      confirmed_by_id text references accounts (id),
      confirmed_name text,
      confirmed_at_ms ${whole},
      primary key (tenant_id, language, key)
    ) ${strict}`,
    `create table frame_uses (
      bulletin_id text primary key not null references bulletins (id),
      frame_id text not null,
      frame_version ${whole} not null,
      language text not null,
      "values" text not null,
      sentences text not null,
      text_hash text not null
    ) ${strict}`,
  ];
}
