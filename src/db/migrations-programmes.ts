// The step of issue #6 for programmes: what is built of several bulletins.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function programmes({ whole, strict }: Types): string[] {
  return [
    `create table programme_templates (
      id text primary key not null,
      tenant_id text not null references areas (id),
      name text not null,
      chime text not null,
      ident_id text references bulletins (id),
      opening_id text references bulletins (id),
      closing_id text references bulletins (id),
      pauses text not null,
      repeats ${whole} not null check (repeats between 1 and 3),
      most_minutes ${whole},
      choosing text not null,
      version ${whole} not null,
      removed_at_ms ${whole}
    ) ${strict}`,
    'create index programme_templates_by_tenant on programme_templates (tenant_id, id)',
    `create table programme_editions (
      bulletin_id text primary key not null references bulletins (id) on delete cascade,
      tenant_id text not null references areas (id),
      template_id text references programme_templates (id),
      languages text not null,
      area_ids text not null,
      item_ids text not null,
      version ${whole} not null,
      built_by text not null references accounts (id),
      built_at_ms ${whole} not null,
      broken text
    ) ${strict}`,
    'create index programme_editions_by_tenant on programme_editions (tenant_id, bulletin_id)',
    `create table programme_parts (
      edition_id text not null references programme_editions (bulletin_id) on delete cascade,
      position ${whole} not null,
      kind text not null check (kind in ('chime', 'ident', 'opening', 'item', 'closing')),
      bulletin_id text references bulletins (id),
      version ${whole} not null,
      clip_id text not null,
      content_hash text not null,
      title text not null,
      language text,
      start_ms ${whole} not null,
      duration_ms ${whole} not null,
      pause_frames ${whole} not null,
      primary key (edition_id, position)
    ) ${strict}`,
    // who is withdrawn, changed or marked is asked in which editions it is said
    'create index programme_parts_by_bulletin on programme_parts (bulletin_id)',
  ];
}
