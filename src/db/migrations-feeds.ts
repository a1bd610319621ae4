// The table of links under which the plan is read by other calendars.
// It must never know when it is run (migrations.ts).
import type { Types } from './migrations.ts';

export function feeds({ whole, strict }: Types): string[] {
  return [
    `create table feeds (
      id text primary key not null,
      tenant_id text not null references areas (id),
      kind text not null check (kind in ('commune', 'speaker')),
      subject_id text not null,
      token_hash text not null unique,
      made_by text not null references accounts (id),
      made_at_ms ${whole} not null,
      read_at_ms ${whole}
    ) ${strict}`,
    'create index feeds_by_tenant on feeds (tenant_id, id)',
  ];
}
