// Tables of what the province gives to communes, of documents that end, and of orders people chose.
// It must never know what their rows decide.
import type { Types } from './migrations.ts';

export function assignments({ whole, strict }: Types): string[] {
  return [...given({ whole, strict }), ...endings({ whole, strict }), ...orders({ whole, strict })];
}

type Words = Pick<Types, 'whole' | 'strict'>;

function given({ whole, strict }: Words): string[] {
  return [
    `create table assignments (
      id text primary key not null,
      tenant_id text not null references areas (id),
      bulletin_id text not null references bulletins (id),
      title text not null,
      least_airings ${whole} not null check (least_airings > 0),
      due_at_ms ${whole} not null,
      note text,
      given_by text not null references accounts (id),
      given_at_ms ${whole} not null,
      withdrawn_at_ms ${whole}
    ) ${strict}`,
    'create index assignments_by_tenant on assignments (tenant_id, given_at_ms)',
    `create table assignment_parts (
      assignment_id text not null references assignments (id),
      commune_id text not null references areas (id),
      bulletin_id text not null references bulletins (id),
      area_ids text not null,
      answer text not null check (answer in ('waiting', 'accepted', 'declined')),
      reason text,
      answered_by text,
      answered_at_ms ${whole},
      reminded_at_ms ${whole},
      primary key (assignment_id, commune_id)
    ) ${strict}`,
    'create index assignment_parts_by_commune on assignment_parts (commune_id, bulletin_id)',
    // what communes made of it is asked by bulletin: schedules, then airings with their verdicts
    'create index schedules_by_bulletin_tenant on schedules (bulletin_id, tenant_id)',
    'create index airings_by_bulletin_tenant on airings (bulletin_id, tenant_id, play_at_ms)',
  ];
}

function endings({ whole, strict }: Words): string[] {
  return [
    // when a confirmed part stops being what may be said: the midnight of its end, or after its comment day;
    // the province's word also ends copies of that number in its communes: who decided is kept
    `create table document_ends (
      document_id text not null references documents (id),
      position ${whole} not null,
      tenant_id text not null references areas (id),
      from_id text not null references documents (id),
      from_position ${whole} not null,
      end_ms ${whole} not null,
      kind text not null check (kind in ('draft', 'repealed')),
      told_at_ms ${whole},
      primary key (document_id, position, from_id, from_position)
    ) ${strict}`,
    'create index document_ends_untold on document_ends (end_ms) where told_at_ms is null',
    'create index document_ends_from on document_ends (from_id, from_position)',
    `create table corrections (
      bulletin_id text primary key not null references bulletins (id),
      document_id text not null references documents (id),
      position ${whole} not null,
      area_ids text not null,
      made_at_ms ${whole} not null
    ) ${strict}`,
    'create index corrections_by_document on corrections (document_id, position)',
    'create index bulletins_by_document on bulletins (document_id)',
  ];
}

function orders({ whole, strict }: Words): string[] {
  return [
    `create table precedences (
      tenant_id text not null references areas (id),
      occurrence_id text not null,
      play_at_ms ${whole} not null,
      place ${whole} not null,
      decided_by text,
      decided_at_ms ${whole},
      asked_at_ms ${whole},
      primary key (tenant_id, occurrence_id)
    ) ${strict}`,
    'create index precedences_by_time on precedences (play_at_ms)',
    // what can have no airing leaves one line, even when the clock passes its time twice
    `create table hindered_lines (
      occurrence_id text primary key not null,
      at_ms ${whole} not null
    ) ${strict}`,
  ];
}
