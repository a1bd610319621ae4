// The step of issue #4 for what a technician knows of a pole: place, SIM, hushes, incidents, spare units.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function poles(types: Types): string[] {
  return [...facts(types), ...silences(types), ...incidents(types), ...spares(types)];
}

function facts({ whole, real, strict }: Types): string[] {
  return [
    `create table site_facts (
      site_id text primary key not null references sites (id),
      lat ${real},
      lon ${real},
      note text not null,
      photo text,
      device_class text not null check (device_class in ('mains-wired', 'mains-4g', 'solar-4g')),
      sim text,
      volume_percent ${whole} not null check (volume_percent between 0 and 100)
    ) ${strict}`,
  ];
}

function silences({ whole, bytes, strict }: Types): string[] {
  return [
    `create table hushes (
      id text primary key not null,
      site_id text not null references sites (id),
      tenant_id text not null references areas (id),
      from_ms ${whole} not null,
      until_ms ${whole} not null,
      reason text not null,
      reason_kind text not null check (reason_kind in ('funeral', 'exam', 'sick', 'other')),
      by_id text not null,
      ended_at_ms ${whole},
      ended_by_id text
    ) ${strict}`,
    'create index hushes_by_site on hushes (site_id, until_ms)',
    'create index hushes_by_end on hushes (until_ms)',
    `create table stops (
      id text primary key not null,
      tenant_id text not null references areas (id),
      at_ms ${whole} not null,
      expires_at_ms ${whole} not null,
      order_bytes ${bytes} not null
    ) ${strict}`,
    'create index stops_by_end on stops (expires_at_ms)',
  ];
}

function incidents({ whole, strict }: Types): string[] {
  return [
    `create table incidents (
      id text primary key not null,
      site_id text not null references sites (id),
      tenant_id text not null references areas (id),
      kind text not null,
      since_ms ${whole} not null,
      opened_at_ms ${whole} not null,
      closed_at_ms ${whole},
      facts text not null
    ) ${strict}`,
    // told once, seen once: the same fault again is the same incident until it is over
    'create unique index incidents_one_open on incidents (site_id, kind) where closed_at_ms is null',
    'create index incidents_by_site on incidents (site_id, opened_at_ms)',
    'create index incidents_by_tenant on incidents (tenant_id, closed_at_ms)',
    `create table commands (
      order_id text primary key not null,
      site_id text not null references sites (id),
      unit_id text not null references units (id),
      command text not null,
      asked_by_id text not null,
      asked_at_ms ${whole} not null,
      expires_at_ms ${whole} not null,
      answered_at_ms ${whole},
      ok ${whole} check (ok in (0, 1)),
      facts text not null
    ) ${strict}`,
    'create index commands_by_site on commands (site_id, order_id)',
  ];
}

function spares({ whole, bytes, strict }: Types): string[] {
  return [
    `create table spares (
      id text primary key not null,
      tenant_id text not null references areas (id),
      unit_id text not null,
      secret_hash text not null,
      code_hash text not null,
      public_key text,
      created_by_id text not null,
      created_at_ms ${whole} not null,
      heard_at_ms ${whole},
      online ${whole} not null check (online in (0, 1)),
      withdrawn_at_ms ${whole}
    ) ${strict}`,
    'create index spares_by_tenant on spares (tenant_id, id)',
    // the spare is the key: used once
    `create table swaps (
      spare_id text primary key not null references spares (id),
      site_id text not null references sites (id),
      unit_id text not null references units (id),
      old_unit_id text,
      order_bytes ${bytes},
      asked_by_id text not null,
      asked_at_ms ${whole} not null,
      done_at_ms ${whole}
    ) ${strict}`,
    'create index swaps_by_site on swaps (site_id, asked_at_ms)',
    'create unique index swaps_by_unit on swaps (unit_id)',
  ];
}
