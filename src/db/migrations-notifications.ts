// The step of issue #4 for who is told what by which channel, and how each telling went.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function notifications(types: Types): string[] {
  return [...whatIsTold(types), ...whoIsTold(types)];
}

function whatIsTold({ whole, strict }: Types): string[] {
  return [
    `create table notifications (
      id text primary key not null,
      tenant_id text not null references areas (id),
      kind text not null,
      group_key text not null,
      urgent ${whole} not null check (urgent in (0, 1)),
      author_id text,
      except_ids text not null,
      count ${whole} not null,
      told_count ${whole} not null,
      facts text not null,
      opened_at_ms ${whole} not null,
      due_at_ms ${whole},
      closes_at_ms ${whole} not null
    ) ${strict}`,
    'create index notifications_by_group on notifications (group_key, closes_at_ms)',
    'create index notifications_due on notifications (due_at_ms) where due_at_ms is not null',
    'create index notifications_by_age on notifications (opened_at_ms)',
    `create table inbox (
      id text primary key not null,
      notification_id text not null references notifications (id),
      account_id text not null references accounts (id),
      tenant_id text not null,
      at_ms ${whole} not null,
      read_at_ms ${whole},
      unique (notification_id, account_id)
    ) ${strict}`,
    'create index inbox_newest on inbox (account_id, id)',
    'create index inbox_unread on inbox (account_id) where read_at_ms is null',
    `create table deliveries (
      id text primary key not null,
      notification_id text not null references notifications (id),
      count ${whole} not null,
      tenant_id text not null,
      account_id text,
      webhook_id text,
      channel text not null check (channel in ('push', 'mail', 'sms', 'webhook')),
      urgent ${whole} not null check (urgent in (0, 1)),
      state text not null check (state in ('waiting', 'sent', 'delivered', 'failed')),
      reason text,
      detail text,
      tries ${whole} not null,
      made_at_ms ${whole} not null,
      since_ms ${whole} not null,
      next_at_ms ${whole},
      changed_at_ms ${whole} not null,
      provider_id text
    ) ${strict}`,
    'create index deliveries_due on deliveries (channel, next_at_ms) where next_at_ms is not null',
    'create index deliveries_of on deliveries (account_id, notification_id)',
    'create index deliveries_by_notification on deliveries (notification_id)',
    'create index deliveries_newest on deliveries (tenant_id, id)',
    'create index deliveries_by_due on deliveries (account_id, channel, since_ms)',
    'create index deliveries_by_provider on deliveries (provider_id) where provider_id is not null',
    'create index deliveries_by_webhook on deliveries (webhook_id, id) where webhook_id is not null',
  ];
}

function whoIsTold({ whole, strict }: Types): string[] {
  return [
    `create table told_settings (
      account_id text primary key not null references accounts (id),
      choices text not null,
      quiet_from_minute ${whole},
      quiet_to_minute ${whole},
      language text not null check (language in ('vi', 'en')),
      plain_sms ${whole} not null check (plain_sms in (0, 1))
    ) ${strict}`,
    `create table push_subscriptions (
      id text primary key not null,
      account_id text not null references accounts (id),
      endpoint text not null unique,
      p256dh text not null,
      auth text not null,
      label text not null,
      made_at_ms ${whole} not null
    ) ${strict}`,
    'create index push_subscriptions_of on push_subscriptions (account_id)',
    `create table contacts (
      account_id text not null references accounts (id),
      channel text not null check (channel in ('mail', 'sms')),
      address text not null,
      verified_at_ms ${whole},
      code_hash text,
      code_tries ${whole} not null,
      code_sent_at_ms ${whole} not null,
      primary key (account_id, channel)
    ) ${strict}`,
    `create table webhooks (
      id text primary key not null,
      tenant_id text not null references areas (id),
      url text not null,
      kinds text not null,
      made_by text not null,
      made_at_ms ${whole} not null
    ) ${strict}`,
    'create index webhooks_of on webhooks (tenant_id)',
  ];
}
