// Rows of how people are reached: settings, browsers, addresses, and communes' webhooks.
// It must never know whether an address works, nor hold a secret of a gateway.
import type { ToldSettings } from '../domain/told/notification-model.ts';
import type { NotificationStore, WebhookRow } from '../services/told/notification-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function toldSettingRows(run: Runner): NotificationStore['toldSettings'] {
  const all = queries.selectFrom('toldSettings').selectAll();
  return {
    get(accountId) {
      const row = run.first(all.where('accountId', '=', accountId));
      return row && asSettings(row);
    },
    all: () => run.all(all).map(asSettings),
    put({ accountId, choices, quiet, language, plainSms }) {
      const changed = {
        choices: JSON.stringify(choices),
        quietFromMinute: quiet?.fromMinute ?? null,
        quietToMinute: quiet?.toMinute ?? null,
        language,
        plainSms: Number(plainSms),
      };
      run.change(
        queries
          .insertInto('toldSettings')
          .values({ accountId, ...changed })
          .onConflict((clash) => clash.column('accountId').doUpdateSet(changed)),
      );
    },
  };
}

function asSettings(row: Tables['toldSettings']): ToldSettings {
  const { quietFromMinute: fromMinute, quietToMinute: toMinute } = row;
  return {
    accountId: row.accountId,
    choices: JSON.parse(row.choices) as ToldSettings['choices'],
    quiet: fromMinute === null || toMinute === null ? null : { fromMinute, toMinute },
    language: row.language,
    plainSms: row.plainSms === 1,
  };
}

export function pushRows(run: Runner): NotificationStore['pushes'] {
  const all = queries.selectFrom('pushSubscriptions').selectAll();
  return {
    of: (accountId) => run.all(all.where('accountId', '=', accountId).orderBy('id')),
    get: (id) => run.first(all.where('id', '=', id)),
    put(row) {
      const { endpoint, ...changed } = row;
      run.change(
        queries
          .insertInto('pushSubscriptions')
          .values({ endpoint, ...changed })
          .onConflict((clash) => clash.column('endpoint').doUpdateSet(changed)),
      );
    },
    drop: (id) => void run.change(queries.deleteFrom('pushSubscriptions').where('id', '=', id)),
  };
}

export function contactRows(run: Runner): NotificationStore['contacts'] {
  const all = queries.selectFrom('contacts').selectAll();
  return {
    of: (accountId) => run.all(all.where('accountId', '=', accountId).orderBy('channel')),
    put(row) {
      const { accountId, channel, ...changed } = row;
      run.change(
        queries
          .insertInto('contacts')
          .values({ accountId, channel, ...changed })
          .onConflict((clash) => clash.columns(['accountId', 'channel']).doUpdateSet(changed)),
      );
    },
    drop: (accountId, channel) =>
      void run.change(
        queries
          .deleteFrom('contacts')
          .where('accountId', '=', accountId)
          .where('channel', '=', channel),
      ),
  };
}

export function webhookRows(run: Runner): NotificationStore['webhooks'] {
  const all = queries.selectFrom('webhooks').selectAll();
  return {
    ofTenant: (tenantId) =>
      run.all(all.where('tenantId', '=', tenantId).orderBy('id')).map(asWebhook),
    get(id) {
      const row = run.first(all.where('id', '=', id));
      return row && asWebhook(row);
    },
    insert: (row) =>
      void run.change(
        queries.insertInto('webhooks').values({ ...row, kinds: JSON.stringify(row.kinds) }),
      ),
    drop: (id) => void run.change(queries.deleteFrom('webhooks').where('id', '=', id)),
  };
}

function asWebhook(row: Tables['webhooks']): WebhookRow {
  return { ...row, kinds: JSON.parse(row.kinds) as WebhookRow['kinds'] };
}
