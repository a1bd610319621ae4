// The step of issue #4 for editorial groups, what each approver has seen, signed slips.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function groupsAndSlips({ whole, strict }: Types): string[] {
  return [
    // who was needed stands beside each approval: a rule that changes later changes nothing given before
    "alter table approvals add column needed_ids text not null default '[]'",
    'alter table approvals add column standing_id text',
    'alter table approvals add column slip_hash text',
    `alter table approvals add column voided_at_ms ${whole}`,
    `create table approval_rules (
      area_id text primary key not null references areas (id),
      mode text not null check (mode in ('one', 'any', 'all')),
      account_ids text not null
    ) ${strict}`,
    `create table editions (
      bulletin_id text not null references bulletins (id),
      version ${whole} not null,
      clip_id text not null,
      content_hash text not null,
      title text not null,
      text text not null,
      primary key (bulletin_id, version)
    ) ${strict}`,
    `create table seen_bulletins (
      account_id text not null references accounts (id),
      bulletin_id text not null references bulletins (id),
      version ${whole} not null,
      before_version ${whole},
      at_ms ${whole} not null,
      primary key (account_id, bulletin_id)
    ) ${strict}`,
    `create table decisions (
      bulletin_id text primary key not null references bulletins (id),
      what text not null,
      account_id text not null,
      at_ms ${whole} not null
    ) ${strict}`,
    `create table slips (
      id text primary key not null,
      bulletin_id text not null references bulletins (id),
      tenant_id text not null references areas (id),
      version ${whole} not null,
      content_hash text not null,
      file_hash text not null,
      file_bytes ${whole} not null,
      file_name text,
      scanned ${whole} not null check (scanned in (0, 1)),
      signatures text not null,
      uploaded_by text not null,
      at_ms ${whole} not null
    ) ${strict}`,
    'create index slips_by_bulletin on slips (bulletin_id)',
    'create index slips_by_tenant on slips (tenant_id, file_hash)',
  ];
}
