// The tables of what is read: files and parts of documents, profiles, lexicon additions, settled readings.
// It must never know what is inside a database: steps change shape, not meaning.
import type { Types } from './migrations.ts';

export function filesOfDocuments({ whole }: Types): string[] {
  return [
    "alter table documents add column container text not null default 'txt'",
    'alter table documents add column encoding text',
    "alter table documents add column pages text not null default '[]'",
    "alter table documents add column signatures text not null default '[]'",
    "alter table documents add column notes text not null default '[]'",
    'alter table documents add column ocr text',
    // the bytes are a file named by hash; what came before this step was not kept
    'alter table documents add column file_hash text',
    `alter table documents add column file_bytes ${whole}`,
    'alter table documents add column file_name text',
    'create index documents_newest on documents (tenant_id, id)',
    `alter table bulletins add column document_part ${whole}`,
    'create index bulletins_newest on bulletins (tenant_id, id)',
    'create index bulletins_by_clip on bulletins (clip_id)',
  ];
}

export function partsOfDocuments({ whole, real, strict }: Types): string[] {
  return [
    `create table parts (
      document_id text not null references documents (id),
      position ${whole} not null check (position >= 1),
      tenant_id text not null references areas (id),
      number text,
      number_key text,
      issuer text,
      date text,
      type text,
      title text,
      source_from ${whole} not null,
      source_to ${whole} not null,
      found text not null,
      status text,
      known text,
      primary key (document_id, position)
    ) ${strict}`,
    'create index parts_by_number on parts (number_key, tenant_id)',
    'create index parts_newest on parts (tenant_id, document_id)',
    // every document has a part; the status of older ones was never looked for
    `insert into parts (document_id, position, tenant_id, number, number_key, issuer, title,
        source_from, source_to, found)
      select id, 1, tenant_id, number, replace(upper(number), ' ', ''), issuer, title,
        0, length(text),
        '{"kind":null,"commentUntil":null,"inForceFrom":null,"endedOn":null,"by":null,"acts":[],"evidence":[]}'
      from documents`,
    `create table part_acts (
      document_id text not null,
      position ${whole} not null,
      tenant_id text not null,
      number_key text not null,
      does text not null check (does in ('repeals', 'replaces', 'amends')),
      foreign key (document_id, position) references parts (document_id, position)
    ) ${strict}`,
    'create index part_acts_by_number on part_acts (number_key, tenant_id)',
    `create table likenesses (
      document_id text not null,
      position ${whole} not null,
      other_id text not null,
      other_position ${whole} not null,
      relation text not null,
      share ${real} not null,
      primary key (document_id, position, other_id, other_position),
      foreign key (document_id, position) references parts (document_id, position),
      foreign key (other_id, other_position) references parts (document_id, position)
    ) ${strict}`,
    'create index likenesses_by_other on likenesses (other_id)',
  ];
}

export function readings({ whole, strict }: Types): string[] {
  return [
    `create table reading_profiles (
      area_id text primary key not null references areas (id),
      profile text not null
    ) ${strict}`,
    `create table lexicon_additions (
      id text primary key not null,
      area_id text not null references areas (id),
      written text not null,
      spoken text not null,
      note text not null,
      example text not null,
      changed_by text not null,
      changed_at_ms ${whole} not null,
      unique (area_id, written)
    ) ${strict}`,
    `create table settlements (
      id text primary key not null,
      document_id text not null references documents (id),
      tenant_id text not null references areas (id),
      source_from ${whole} not null,
      source_to ${whole} not null,
      written text not null,
      text_before text not null,
      text_after text not null,
      words text not null,
      reason text,
      kept text not null check (kept in ('document', 'commune', 'province')),
      addition_id text,
      settled_by text not null,
      settled_at_ms ${whole} not null,
      unique (document_id, source_from, source_to)
    ) ${strict}`,
    // which lexicon entries spoke in a document, as it was read under one order
    `create table document_uses (
      document_id text primary key not null references documents (id),
      order_key text not null,
      uses text not null
    ) ${strict}`,
  ];
}

/** What a tenant's files fill is asked at every upload: from the index, not past every text. */
export function bytesOfDocuments(): string[] {
  return ['create index documents_by_file on documents (tenant_id, file_hash, file_bytes)'];
}
