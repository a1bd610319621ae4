// The step of issue #4 for a commune's own quick notices, and the templates somebody stands for.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function notices({ whole, strict }: Types): string[] {
  return [
    `create table notices (
      bulletin_id text primary key not null references bulletins (id),
      tenant_id text not null references areas (id),
      template_id text not null,
      template_hash text not null,
      slots text not null,
      wish_id text not null,
      made_by text not null references accounts (id),
      created_at_ms ${whole} not null,
      unique (made_by, wish_id)
    ) ${strict}`,
    'create index notices_newest on notices (tenant_id, bulletin_id)',
    // no template: the words that come with the product, from this version on
    `create table notice_templates (
      tenant_id text not null references areas (id),
      template_id text not null,
      version ${whole} not null check (version >= 1),
      template text,
      hidden ${whole} not null check (hidden in (0, 1)),
      changed_by text not null references accounts (id),
      changed_at_ms ${whole} not null,
      primary key (tenant_id, template_id, version)
    ) ${strict}`,
    `create table standings (
      id text primary key not null,
      tenant_id text not null references areas (id),
      template_id text not null,
      template_hash text not null,
      approver_id text not null references accounts (id),
      emergency ${whole} not null check (emergency in (0, 1)),
      account_ids text,
      until_ms ${whole} not null,
      created_at_ms ${whole} not null,
      ended_at_ms ${whole}
    ) ${strict}`,
    'create index standings_by_template on standings (tenant_id, template_id)',
  ];
}

/**
 * A standing approval is also for how its words are read; of those given before it is not known, so
 * they hold no more. Answers kept so far may hold a unit's password: all of them go.
 */
export function standingsByReading(): string[] {
  return [
    "alter table standings add column reading_key text not null default ''",
    'delete from request_keys',
  ];
}
