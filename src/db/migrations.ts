// The tables, step by step, forward only: each step once, in order, never edited after a release.
// It must never know what is inside a database: steps change shape, not meaning.
import { airings, airOfAirings, astrayReceipts, titlesOfAirings } from './migrations-airings.ts';
import { groupsAndSlips } from './migrations-approvals.ts';
import { assignments } from './migrations-assignments.ts';
import { whatIsSaid } from './migrations-bulletins.ts';
import { calendar } from './migrations-calendar.ts';
import { namesOfClips } from './migrations-clip-names.ts';
import { compositions, namedClauses } from './migrations-compositions.ts';
import { feeds } from './migrations-feeds.ts';
import { findingsAndRecordings } from './migrations-findings.ts';
import { frames } from './migrations-frames.ts';
import { hearing } from './migrations-hearing.ts';
import { requestKeys } from './migrations-keys.ts';
import { languagesOfBulletins } from './migrations-languages.ts';
import { notices, standingsByReading } from './migrations-notices.ts';
import { notifications } from './migrations-notifications.ts';
import { programmes } from './migrations-programmes.ts';
import {
  bytesOfDocuments,
  filesOfDocuments,
  partsOfDocuments,
  readings,
} from './migrations-reading.ts';
import { regulationRules } from './migrations-regulation.ts';
import { rehearsals } from './migrations-rehearsals.ts';
import { reports } from './migrations-reports.ts';
import { retakesWanted } from './migrations-retakes.ts';
import { poles } from './migrations-sites.ts';
import {
  digestsOfSounds,
  lettersOfAirings,
  namesBySender,
  severitiesAndSounds,
  sourceSystem,
} from './migrations-source.ts';
import { secondEyes } from './migrations-suspicions.ts';
import { variants } from './migrations-variants.ts';
import { factsOfVerdicts } from './migrations-verdicts.ts';
import { voiceChoices } from './migrations-voice-choices.ts';
import { whoSpoke } from './migrations-voices.ts';
import { priorityWants } from './migrations-wants.ts';

/** The words in which databases differ: SQLite's STRICT tables here, PostgreSQL's bigint and bytea later. */
export type Types = { whole: string; real: string; bytes: string; strict: string };
export const sqliteTypes: Types = {
  whole: 'integer',
  real: 'real',
  bytes: 'blob',
  strict: 'strict',
};

export type Migration = { version: number; name: string; statements(types: Types): string[] };

export const migrations: readonly Migration[] = [
  { version: 1, name: 'places', statements: places },
  { version: 2, name: 'people', statements: people },
  { version: 3, name: 'contents', statements: contents },
  { version: 4, name: 'intentions', statements: intentions },
  { version: 5, name: 'airings', statements: airings },
  { version: 6, name: 'ledger', statements: ledger },
  { version: 7, name: 'writers', statements: writers },
  { version: 8, name: 'astray receipts', statements: astrayReceipts },
  { version: 9, name: 'titles of airings', statements: titlesOfAirings },
  { version: 10, name: 'files of documents', statements: filesOfDocuments },
  { version: 11, name: 'parts of documents', statements: partsOfDocuments },
  { version: 12, name: 'readings', statements: readings },
  { version: 13, name: 'bytes of documents', statements: bytesOfDocuments },
  { version: 14, name: 'what is said', statements: whatIsSaid },
  { version: 15, name: 'poles', statements: poles },
  { version: 16, name: 'notices', statements: notices },
  { version: 17, name: 'compositions', statements: compositions },
  { version: 18, name: 'groups and slips', statements: groupsAndSlips },
  { version: 19, name: 'notifications', statements: notifications },
  { version: 20, name: 'reports', statements: reports },
  { version: 21, name: 'request keys', statements: requestKeys },
  { version: 22, name: 'named clauses', statements: namedClauses },
  { version: 23, name: 'standings by reading', statements: standingsByReading },
  { version: 24, name: 'calendar', statements: calendar },
  { version: 25, name: 'rules of regulations', statements: regulationRules },
  { version: 26, name: 'facts of verdicts', statements: factsOfVerdicts },
  { version: 27, name: 'assignments', statements: assignments },
  { version: 28, name: 'source system', statements: sourceSystem },
  { version: 29, name: 'rehearsals', statements: rehearsals },
  { version: 30, name: 'air of airings', statements: airOfAirings },
  { version: 31, name: 'feeds', statements: feeds },
  { version: 32, name: 'languages of bulletins', statements: languagesOfBulletins },
  { version: 33, name: 'severities and sounds', statements: severitiesAndSounds },
  { version: 34, name: 'names by sender', statements: namesBySender },
  { version: 35, name: 'letters of airings', statements: lettersOfAirings },
  { version: 36, name: 'findings and recordings', statements: findingsAndRecordings },
  { version: 37, name: 'who spoke', statements: whoSpoke },
  { version: 38, name: 'choices of voices', statements: voiceChoices },
  { version: 39, name: 'variants', statements: variants },
  { version: 40, name: 'programmes', statements: programmes },
  { version: 41, name: 'frames', statements: frames },
  { version: 42, name: 'hearing', statements: hearing },
  { version: 43, name: 'names of clips', statements: namesOfClips },
  { version: 44, name: 'retakes wanted', statements: retakesWanted },
  { version: 45, name: 'second eyes', statements: secondEyes },
  { version: 46, name: 'priority wants', statements: priorityWants },
  { version: 47, name: 'digests of sounds', statements: digestsOfSounds },
];

function places({ whole, strict }: Types): string[] {
  return [
    `create table areas (
      id text primary key not null,
      code text not null unique,
      kind text not null check (kind in ('province', 'commune', 'village', 'group')),
      name text not null,
      parent_id text references areas (id),
      tenant_id text not null references areas (id),
      population ${whole}
    ) ${strict}`,
    `create table regulations (
      area_id text primary key not null references areas (id),
      hours text not null,
      counter ${whole} not null
    ) ${strict}`,
    `create table sites (
      id text primary key not null,
      area_id text not null references areas (id),
      tenant_id text not null references areas (id),
      name text not null,
      zone text not null check (zone in ('ordinary', 'clinic', 'school', 'worship')),
      start_offset_ms ${whole} not null check (start_offset_ms >= 0)
    ) ${strict}`,
    'create index sites_by_area on sites (area_id)',
    `create table units (
      id text primary key not null,
      site_id text not null references sites (id),
      secret_hash text not null,
      public_key text,
      installed_at_ms ${whole} not null,
      removed_at_ms ${whole}
    ) ${strict}`,
    'create index units_by_site on units (site_id)',
    // one box at a site at a time: two would both answer to the same speaker id
    'create unique index units_one_installed on units (site_id) where removed_at_ms is null',
    `create table statuses (
      site_id text primary key not null references sites (id),
      status text not null,
      heard_at_ms ${whole} not null
    ) ${strict}`,
  ];
}

function people({ whole, strict }: Types): string[] {
  return [
    `create table accounts (
      id text primary key not null,
      name text not null unique,
      full_name text not null,
      disabled_at_ms ${whole},
      password_hash text
    ) ${strict}`,
    `create table grants (
      account_id text not null references accounts (id),
      role text not null,
      area_id text not null references areas (id),
      primary key (account_id, role, area_id)
    ) ${strict}`,
    `create table invitations (
      token_hash text primary key not null,
      account_id text references accounts (id),
      purpose text not null check (purpose in ('setup', 'invite')),
      expires_at_ms ${whole} not null
    ) ${strict}`,
    `create table sessions (
      token_hash text primary key not null,
      account_id text not null references accounts (id),
      csrf_token text not null,
      created_at_ms ${whole} not null,
      expires_at_ms ${whole} not null
    ) ${strict}`,
    'create index sessions_by_account on sessions (account_id)',
    'create index sessions_by_expiry on sessions (expires_at_ms)',
  ];
}

function contents({ whole, real, strict }: Types): string[] {
  return [
    `create table documents (
      id text primary key not null,
      tenant_id text not null references areas (id),
      number text,
      issuer text,
      title text not null,
      text text not null,
      text_hash text not null,
      created_by text not null,
      created_at_ms ${whole} not null
    ) ${strict}`,
    'create index documents_by_tenant on documents (tenant_id, created_at_ms)',
    `create table bulletins (
      id text primary key not null,
      tenant_id text not null references areas (id),
      document_id text references documents (id),
      title text not null,
      text text not null,
      genre text not null,
      priority text not null check (priority in ('normal', 'priority', 'emergency')),
      drill ${whole} not null check (drill in (0, 1)),
      max_seconds ${whole},
      state text not null,
      state_reason text,
      version ${whole} not null,
      clip_id text,
      author_id text not null,
      created_at_ms ${whole} not null
    ) ${strict}`,
    'create index bulletins_by_tenant on bulletins (tenant_id, created_at_ms)',
    'create index bulletins_by_state on bulletins (state)',
    `create table clips (
      id text primary key not null,
      bulletin_id text not null references bulletins (id),
      path text not null,
      content_hash text not null,
      duration_ms ${whole} not null,
      lufs ${real} not null,
      true_peak_db ${real} not null,
      bytes ${whole} not null,
      sentences text not null,
      doubts ${whole} not null,
      sound text not null,
      synthetic text,
      made_at_ms ${whole} not null
    ) ${strict}`,
    'create index clips_by_content on clips (content_hash)',
  ];
}

function intentions({ whole, strict }: Types): string[] {
  return [
    `create table approvals (
      id text primary key not null,
      bulletin_id text not null references bulletins (id),
      version ${whole} not null,
      content_hash text not null,
      approver_id text not null,
      at_ms ${whole} not null
    ) ${strict}`,
    'create index approvals_by_bulletin on approvals (bulletin_id)',
    `create table schedules (
      id text primary key not null,
      tenant_id text not null references areas (id),
      bulletin_id text not null references bulletins (id),
      area_ids text not null,
      rule text not null,
      created_by text not null,
      created_at_ms ${whole} not null,
      ended_at_ms ${whole}
    ) ${strict}`,
    'create index schedules_by_bulletin on schedules (bulletin_id)',
    'create index schedules_by_tenant on schedules (tenant_id, created_at_ms)',
    'create index schedules_active on schedules (id) where ended_at_ms is null',
  ];
}

function ledger({ whole, strict }: Types): string[] {
  return [
    // no references: a line outlives whatever it speaks of
    `create table audit (
      id text primary key not null,
      at_ms ${whole} not null,
      account_id text,
      action text not null,
      subject text not null,
      tenant_id text,
      detail text not null
    ) ${strict}`,
    'create index audit_by_tenant on audit (tenant_id, id)',
    `create table counters (name text primary key not null, value ${whole} not null) ${strict}`,
    `create table settings (key text primary key not null, value text not null) ${strict}`,
  ];
}

/** Whoever is known to have written is a writer; who did so before this step can no longer be told. */
function writers(): string[] {
  return [
    "alter table bulletins add column writer_ids text not null default '[]'",
    `update bulletins set writer_ids = '["' || author_id || '"]'`,
  ];
}
