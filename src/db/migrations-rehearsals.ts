// Tables of rehearsals: what would fail, and what was found when.
// It must never know what their rows decide.
import type { Types } from './migrations.ts';

export function rehearsals({ whole, strict }: Types): string[] {
  return [
    `create table rehearsals (
      id text primary key not null,
      tenant_id text not null references areas (id),
      made_at_ms ${whole} not null,
      from_ms ${whole} not null,
      to_ms ${whole} not null,
      by_id text,
      found text not null
    ) ${strict}`,
    'create index rehearsals_by_tenant on rehearsals (tenant_id, id)',
    // the evening's turn is a row, not a timer: what was missed while the service was down is due
    `create table rehearsal_turns (
      tenant_id text primary key not null references areas (id),
      due_at_ms ${whole} not null
    ) ${strict}`,
    'create index rehearsal_turns_by_time on rehearsal_turns (due_at_ms)',
  ];
}
