// Tables of the facts behind verdicts, every verdict ever given, schemes and deadlines of reports.
// It must never know what their rows decide.
import { TURNS_KEPT_MS } from '../domain/airing/facts.ts';
import type { Types } from './migrations.ts';

export function factsOfVerdicts(types: Types): string[] {
  return [...facts(types), ...records(types)];
}

function facts({ whole, strict }: Types): string[] {
  return [
    `create table airing_facts (
      airing_id text not null references airings (id),
      at_ms ${whole} not null,
      kind text not null,
      fact text not null
    ) ${strict}`,
    'create index airing_facts_by_airing on airing_facts (airing_id, at_ms)',
    ...onlyGrows('airing_facts'),
    `create table site_turns (
      site_id text not null references sites (id),
      at_ms ${whole} not null,
      kind text not null
    ) ${strict}`,
    'create index site_turns_by_site on site_turns (site_id, at_ms)',
    'create index site_turns_by_time on site_turns (at_ms)',
    refuses('site_turns', 'update', ''),
    // what is older than its keep may go, and nothing younger
    refuses(
      'site_turns',
      'delete',
      `when old.at_ms > (select max(at_ms) from site_turns) - ${TURNS_KEPT_MS}`,
    ),
    `create table verdict_history (
      airing_id text not null references airings (id),
      site_id text not null,
      revision ${whole} not null,
      kind text not null,
      reason text not null,
      detail text,
      start_error_ms real,
      heard_ms ${whole} not null,
      given_at_ms ${whole} not null,
      facts text not null,
      primary key (airing_id, site_id, revision)
    ) without rowid, ${strict}`,
    `insert into verdict_history
      select airing_id, site_id, revision, kind, reason, detail, start_error_ms, heard_ms,
        given_at_ms, '[]' from verdicts`,
    ...onlyGrows('verdict_history'),
  ];
}

function records({ whole, strict }: Types): string[] {
  return [
    "alter table areas add column setting text check (setting in ('urban', 'rural'))",
    // a ward is urban by law (Luật Tổ chức chính quyền địa phương 72/2025/QH15); the rest is for a person to say
    "update areas set setting = 'urban' where kind = 'commune' and name like 'Phường %'",
    'create index airings_by_tenant on airings (tenant_id, play_at_ms)',
    `create table schemes (
      id text primary key not null,
      tenant_id text not null references areas (id),
      code text not null,
      name text not null,
      from_day text not null,
      until_day text,
      unique (tenant_id, code)
    ) ${strict}`,
    `create table bulletin_schemes (
      bulletin_id text not null references bulletins (id),
      scheme_id text not null references schemes (id),
      primary key (bulletin_id, scheme_id)
    ) ${strict}`,
    'create index bulletins_by_scheme on bulletin_schemes (scheme_id)',
    `create table report_deadlines (
      tenant_id text not null references areas (id),
      code text not null,
      title text not null,
      month ${whole},
      day ${whole} not null,
      primary key (tenant_id, code)
    ) ${strict}`,
    `create table report_reminders (
      tenant_id text not null,
      code text not null,
      due_day text not null,
      told_at_ms ${whole} not null,
      primary key (tenant_id, code, due_day)
    ) ${strict}`,
  ];
}

const onlyGrows = (table: string) => [refuses(table, 'update', ''), refuses(table, 'delete', '')];

/** Facts are added to, never changed: the database itself says no, whoever asks. */
function refuses(table: string, what: 'update' | 'delete', when: string): string {
  return `create trigger ${table}_no_${what} before ${what} on ${table} ${when}
    begin select raise(abort, '${table} only grows'); end`;
}
