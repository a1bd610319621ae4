// Tables of the regulation of a commune beyond its hours, and overrides of it.
// It must never know what their rows decide.
import { NO_RULES } from '../domain/regulation/regulation-model.ts';
import type { Types } from './migrations.ts';

export function regulationRules({ whole, strict }: Types): string[] {
  return [
    `alter table regulations add column rules text not null default '${JSON.stringify(NO_RULES)}'`,
    `create table overrides (
      id text primary key not null,
      tenant_id text not null references areas (id),
      bulletin_id text not null references bulletins (id),
      content_hash text not null,
      area_ids text not null,
      rule text not null,
      air text not null,
      schedule_id text references schedules (id),
      faults text not null,
      reason text not null,
      asked_by text not null references accounts (id),
      asked_at_ms ${whole} not null,
      state text not null check (state in ('open', 'confirmed', 'refused')),
      decided_by text references accounts (id),
      decided_at_ms ${whole},
      remark text,
      until_ms ${whole}
    ) ${strict}`,
    'create index overrides_by_tenant on overrides (tenant_id, state, id)',
    'create index overrides_until on overrides (until_ms)',
    // what ended today was still heard today
    'create index schedules_ended on schedules (ended_at_ms)',
  ];
}
