// Tables of what came from the source system, byte for byte, and what is to be told to it.
// It must never know what their rows decide.
import type { Types } from './migrations.ts';

export function sourceSystem(types: Types): string[] {
  return [...whatCame(types), ...whatGoesUp(types)];
}

function whatCame({ whole, bytes, strict }: Types): string[] {
  return [
    `create table incoming (
      id text primary key not null,
      source text not null,
      external_id text not null,
      revision ${whole} not null,
      message_id text not null,
      hash text not null,
      bytes ${whole} not null,
      content_type text not null,
      via text not null check (via in ('push', 'pull')),
      key_id text,
      arrived_at_ms ${whole} not null,
      priority text not null check (priority in ('normal', 'priority', 'emergency')),
      drill ${whole} not null check (drill in (0, 1)),
      title text not null,
      sender text not null,
      does text not null check (does in ('say', 'cancel')),
      state text not null,
      why text,
      place text,
      told_state text,
      raw ${bytes} not null,
      unique (source, external_id, revision)
    ) ${strict}`,
    'create index incoming_by_state on incoming (state, id)',
    'create index incoming_by_message on incoming (source, message_id)',
    `create table incoming_parts (
      incoming_id text not null references incoming (id),
      tenant_id text not null references areas (id),
      bulletin_id text primary key not null references bulletins (id),
      area_ids text not null,
      role text not null check (role in ('whole', 'frame')),
      by_trust ${whole} not null check (by_trust in (0, 1))
    ) ${strict}`,
    'create index incoming_parts_by_incoming on incoming_parts (incoming_id)',
    'create index incoming_parts_by_tenant on incoming_parts (tenant_id, incoming_id)',
    // not in the table above: a stranger must not take a name that the source system will use
    `create table source_refusals (
      id text primary key not null,
      at_ms ${whole} not null,
      via text not null check (via in ('push', 'pull')),
      why text not null,
      place text,
      external_id text,
      title text,
      emergency ${whole} not null check (emergency in (0, 1)),
      hash text not null,
      bytes ${whole} not null,
      content_type text not null,
      raw ${bytes} not null
    ) ${strict}`,
  ];
}

function whatGoesUp({ whole, strict }: Types): string[] {
  return [
    `create table source_letters (
      id text primary key not null,
      kind text not null,
      subject text not null,
      body text not null,
      created_at_ms ${whole} not null,
      due_at_ms ${whole} not null,
      attempts ${whole} not null,
      last_error text,
      state text not null check (state in ('waiting', 'delivered', 'dropped'))
    ) ${strict}`,
    'create index source_letters_due on source_letters (state, due_at_ms)',
    'create index source_letters_by_subject on source_letters (subject, state, id)',
    `create table source_trusts (
      key_id text primary key not null,
      approver_id text not null references accounts (id),
      since_ms ${whole} not null
    ) ${strict}`,
  ];
}

/** A message is replaced by what the same key signed, and a warning's name holds its sender (identity.ts). */
export function namesBySender(): string[] {
  return [
    "update incoming set source = source || ' · ' || key_id where key_id is not null",
    `update incoming set
      external_id = 'cap:' || sender || ',' || external_id,
      message_id = 'cap:' || sender || ',' || message_id
      where content_type like 'application/cap+xml%'`,
  ];
}

/** A result was told apart from others, and counted for its month, by reading every letter: now by its airing. */
export function lettersOfAirings({ whole }: Types): string[] {
  return [
    'alter table source_letters add column about_id text',
    `alter table source_letters add column about_ms ${whole}`,
    // {"airingId":"…26 signs…": it always stood first
    "update source_letters set about_id = substr(body, 14, 26) where kind = 'airing-result'",
    `update source_letters set about_ms =
      (select play_at_ms from airings where airings.id = source_letters.about_id)
      where about_id is not null`,
    'create index source_letters_by_about on source_letters (about_id, id)',
    'create index source_letters_by_about_time on source_letters (kind, about_ms)',
  ];
}

/** What came before said neither: it stands where an officer's emergency does, and is given to nobody. */
export function severitiesAndSounds({ whole, bytes, strict }: Types): string[] {
  return [
    `alter table incoming_parts add column air_order ${whole} not null default 200`,
    `alter table incoming_parts add column least_airings ${whole}`,
    `alter table incoming_parts add column due_at_ms ${whole}`,
    `create table incoming_sounds (
      bulletin_id text primary key not null references bulletins (id),
      url text,
      type text not null,
      size ${whole} not null,
      sha256 text not null,
      state text not null check (state in ('waiting', 'here', 'made', 'refused')),
      why text,
      place text,
      attempts ${whole} not null,
      due_at_ms ${whole} not null,
      raw ${bytes}
    ) ${strict}`,
    "create index incoming_sounds_due on incoming_sounds (due_at_ms) where state = 'waiting'",
  ];
}

/** A CAP alert names its file by a SHA-1. */
export function digestsOfSounds(_types: Types): string[] {
  return ['alter table incoming_sounds rename column sha256 to digest'];
}
