// Tables of the calendar: rules of the air, changes of one time, days unlike others.
// It must never know what their rows decide.
import { USUAL_RULES } from '../domain/calendar/calendar-model.ts';
import type { Types } from './migrations.ts';

export function calendar({ whole, strict }: Types): string[] {
  return [
    `alter table schedules add column air text not null default '${JSON.stringify(USUAL_RULES)}'`,
    `alter table schedules add column version ${whole} not null default 1`,
    `alter table schedules add column since_ms ${whole} not null default 0`,
    `create table schedule_changes (
      schedule_id text not null references schedules (id),
      version ${whole} not null,
      what text not null,
      by_id text not null,
      at_ms ${whole} not null,
      primary key (schedule_id, version)
    ) ${strict}`,
    `create table schedule_exceptions (
      schedule_id text not null references schedules (id),
      slot_ms ${whole} not null,
      change text not null,
      last_ms ${whole} not null,
      reason text not null,
      by_id text not null,
      at_ms ${whole} not null,
      primary key (schedule_id, slot_ms)
    ) ${strict}`,
    'create index schedule_exceptions_by_last on schedule_exceptions (last_ms)',
    `create table special_days (
      id text primary key not null,
      tenant_id text not null references areas (id),
      kind text not null check (kind in ('holiday', 'mourning')),
      name text not null,
      from_day text not null,
      until_day text not null
    ) ${strict}`,
    'create index special_days_by_tenant on special_days (tenant_id, from_day)',
  ];
}
