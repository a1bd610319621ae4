// The step of issue #6 for variants by language and their collaborators.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function variants({ whole, strict }: Types): string[] {
  return [
    `create table language_orders (
      area_id text primary key not null references areas (id) on delete cascade,
      languages text not null
    ) ${strict}`,
    `create table variants (
      bulletin_id text primary key not null references bulletins (id) on delete cascade,
      original_id text not null references bulletins (id),
      original_hash text not null,
      by_id text not null,
      at_ms ${whole} not null
    ) ${strict}`,
    'create index variants_by_original on variants (original_id)',
    // one in each language: two would both be heard
    `create unique index bulletins_one_variant on bulletins (original_id, language)
      where original_id is not null`,
    `create table commissions (
      id text primary key not null,
      tenant_id text not null references areas (id),
      bulletin_id text not null references bulletins (id),
      language text not null,
      collaborator_name text not null,
      contact_note text,
      due_day text not null,
      fee_note text,
      paid_note text,
      token_hash text not null unique,
      listener_name text,
      listener_hash text unique,
      state text not null
        check (state in ('asked', 'sent', 'returned', 'confirmed', 'revoked')),
      opened_at_ms ${whole},
      speaker_name text,
      clip_id text,
      content_hash text,
      text_hash text,
      sent_at_ms ${whole},
      sends ${whole} not null,
      remark text,
      judged_by text,
      judged_by_id text,
      judged_at_ms ${whole},
      reminded_at_ms ${whole},
      due_told_at_ms ${whole},
      created_by text not null references accounts (id),
      created_at_ms ${whole} not null
    ) ${strict}`,
    'create index commissions_by_bulletin on commissions (bulletin_id)',
    'create index commissions_by_tenant on commissions (tenant_id, id)',
  ];
}
