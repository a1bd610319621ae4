// The table of priority that was asked for, and of how it was answered.
// It must never know who may answer.
import type { Types } from './migrations.ts';

export function priorityWants({ whole, strict }: Types): string[] {
  return [
    `create table wants (
      id text primary key not null,
      tenant_id text not null references areas (id),
      bulletin_id text not null references bulletins (id),
      area_ids text not null,
      place_id text not null references areas (id),
      asked_by text not null references accounts (id),
      asked_at_ms ${whole} not null,
      state text not null check (state in ('open', 'granted', 'declined')),
      answered_by text references accounts (id),
      answered_at_ms ${whole},
      remark text
    ) ${strict}`,
    'create index wants_by_tenant on wants (tenant_id, state, id)',
    'create index wants_by_asker on wants (asked_by, id)',
    'create index wants_by_bulletin on wants (bulletin_id)',
  ];
}
