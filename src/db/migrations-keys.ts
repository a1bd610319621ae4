// The step of issue #4 for requests already done, so that one sent twice is done once.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function requestKeys({ whole, strict }: Types): string[] {
  return [
    `create table request_keys (
      account_id text not null references accounts (id),
      key text not null,
      fingerprint text not null,
      status ${whole},
      answer text,
      at_ms ${whole} not null,
      primary key (account_id, key)
    ) ${strict}`,
    'create index request_keys_by_time on request_keys (at_ms)',
  ];
}
