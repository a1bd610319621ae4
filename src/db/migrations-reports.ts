// The step of issue #4 for what villagers said of a loudspeaker, and the answers.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function reports({ whole, strict }: Types): string[] {
  return [
    // no row: the page is closed
    `create table public_pages (
      area_id text primary key not null references areas (id),
      open ${whole} not null check (open in (0, 1)),
      phone text
    ) ${strict}`,
    // no column for who said it: neither name, address nor cookie
    `create table reports (
      id text primary key not null,
      tenant_id text not null references areas (id),
      number text not null unique,
      airing_id text references airings (id),
      area_id text references areas (id),
      site_id text references sites (id),
      kind text not null check (kind in ('noise', 'unclear', 'wrong')),
      text text not null,
      count ${whole} not null check (count >= 1),
      first_at_ms ${whole} not null,
      last_at_ms ${whole} not null,
      state text not null check (state in ('new', 'seen', 'answered')),
      answer text,
      answered_by text,
      answered_at_ms ${whole},
      answer_public ${whole} not null check (answer_public in (0, 1)),
      text_public ${whole} not null check (text_public in (0, 1))
    ) ${strict}`,
    'create index reports_by_state on reports (tenant_id, state, id)',
    // the same words again are found without reading the rest
    'create index reports_alike on reports (tenant_id, airing_id, kind, first_at_ms)',
    // what sounded in a commune this week: its poles, then their hours
    'create index sites_heard on sites (tenant_id, id)',
  ];
}
