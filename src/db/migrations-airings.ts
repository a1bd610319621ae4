// The tables of airings: who takes part, what became of it, what the speakers told.
// It must never know when it is run (migrations.ts).
import type { Types } from './migrations.ts';

export function airings({ whole, real, bytes, strict }: Types): string[] {
  return [
    `create table airings (
      id text primary key not null,
      occurrence_id text not null unique,
      schedule_id text not null references schedules (id),
      bulletin_id text not null references bulletins (id),
      clip_id text not null references clips (id),
      tenant_id text not null references areas (id),
      area_ids text not null,
      priority text not null check (priority in ('normal', 'priority', 'emergency')),
      drill ${whole} not null check (drill in (0, 1)),
      play_at_ms ${whole} not null,
      duration_ms ${whole} not null,
      send_at_ms ${whole} not null,
      close_at_ms ${whole} not null,
      state text not null check (state in ('planned', 'sending', 'sent', 'closed', 'cancelled')),
      order_bytes ${bytes}
    ) ${strict}`,
    'create index airings_by_state_send on airings (state, send_at_ms)',
    'create index airings_by_state_close on airings (state, close_at_ms)',
    'create index airings_by_play on airings (play_at_ms)',
    'create index airings_by_schedule on airings (schedule_id)',
    `create table airing_speakers (
      airing_id text not null references airings (id),
      site_id text not null references sites (id),
      unit_id text not null references units (id),
      play_at_ms ${whole} not null,
      primary key (airing_id, site_id)
    ) ${strict}`,
    // the time stands here too, so that the last verdict of each of 5,000 sites is one step in an index
    'create index airing_speakers_by_site on airing_speakers (site_id, play_at_ms)',
    // exactly one verdict for each speaker of each airing, and none for a speaker that had no part
    `create table verdicts (
      airing_id text not null,
      site_id text not null,
      kind text not null,
      reason text not null,
      detail text,
      start_error_ms ${real},
      heard_ms ${whole} not null,
      chunks_received ${whole} not null,
      chunks_repaired ${whole} not null,
      interruptions text not null,
      given_at_ms ${whole} not null,
      revision ${whole} not null,
      primary key (airing_id, site_id),
      foreign key (airing_id, site_id) references airing_speakers (airing_id, site_id)
    ) ${strict}`,
    // a receipt id is the speaker's own word: keyed with the speaker, none can hide another's
    `create table receipts (
      speaker_id text not null,
      receipt_id text not null,
      airing_id text references airings (id),
      event text not null,
      at_ms ${whole} not null,
      taken_at_ms ${whole} not null,
      receipt text not null,
      primary key (speaker_id, receipt_id)
    ) ${strict}`,
    'create index receipts_by_airing on receipts (airing_id, speaker_id)',
  ];
}

export function astrayReceipts(): string[] {
  // counted at each receipt that belongs to no airing, so that a box gone mad fills no disk
  return ['create index receipts_astray on receipts (speaker_id) where airing_id is null'];
}

/** What was announced keeps its title; before this step only the bulletin's present one is known. */
export function titlesOfAirings(): string[] {
  return [
    "alter table airings add column title text not null default ''",
    `update airings set title =
      (select title from bulletins where bulletins.id = airings.bulletin_id)`,
  ];
}

/** Its turn among others; what was aired before knew one way only. */
export function airOfAirings(): string[] {
  return [
    `alter table airings add column air text not null default
      '{"start":{"kind":"after"},"missed":{"kind":"join"},"under":"pause","order":0,"filler":false}'`,
    // the same sound, aired before: asked for each airing that is sent
    'create index airings_by_clip on airings (clip_id, send_at_ms)',
  ];
}
