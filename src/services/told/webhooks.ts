// A commune's webhooks: made, listed, tried and taken away by its administrator.
// It must never show a secret twice, nor an address to anybody else.

import type { Actor } from '../../domain/model.ts';
import { isHappeningKind } from '../../domain/told/notification-kinds.ts';
import { trialWords } from '../../domain/told/notification-letters.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { limitReached, refusal } from '../refusals.ts';
import { permit, permitted, seenArea } from '../scope.ts';
import type { Webhooks, WebhookView } from './notification-door.ts';
import type { WebhookRow } from './notification-store.ts';
import { ownLetter } from './told-contacts.ts';
import { shownDelivery } from './told-inbox.ts';
import { tooManyTrials } from './told-refusals.ts';
import { reached } from './told-settings.ts';

/** The province's centre, a situation room, a group chat: more would be a list of everything said. */
const WEBHOOKS_MAX = 5;
const URL_MAX_CHARS = 500;
const TRIALS_MAX = 5;
const TRIALS_MS = 600_000;

export function makeWebhookUses(deps: Deps): Webhooks {
  const { store, senders } = deps;
  const monoMs = () => deps.clock.monoMs();
  const trials = makeAllowance({ max: TRIALS_MAX, windowMs: TRIALS_MS, monoMs });
  return {
    list(actor, { areaId }) {
      const { tenantId } = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'webhook.view', tenantId });
      return store.webhooks.ofTenant(tenantId).map((row) => view(deps, row));
    },
    create(actor, { areaId, url, kinds }) {
      const { tenantId } = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'webhook.set', tenantId });
      const refused =
        url.length > URL_MAX_CHARS ? 'forbidden-address' : senders.webhook.refuses(url);
      if (refused !== null) throw badUrl(refused);
      const row: WebhookRow = {
        ...{ id: deps.ids.next(), tenantId, url },
        kinds: [...new Set(kinds)].filter(isHappeningKind),
        ...{ madeBy: actor.accountId, madeAtMs: deps.clock.wallMs() },
      };
      changed(deps, { actor, row, did: 'create' }, () => {
        if (store.webhooks.ofTenant(tenantId).length >= WEBHOOKS_MAX) throw tooMany();
        store.webhooks.insert(row);
      });
      return { webhook: view(deps, row), secret: senders.webhook.secretOf(row.id) };
    },
    drop(actor, { webhookId }) {
      const thing = store.webhooks.get(webhookId);
      const row = permitted(deps, { actor, action: 'webhook.set', thing });
      changed(deps, { actor, row, did: 'drop' }, () => store.webhooks.drop(row.id));
    },
    async tryOut(actor, { webhookId }) {
      const thing = store.webhooks.get(webhookId);
      const { id, url, tenantId } = permitted(deps, { actor, action: 'webhook.set', thing });
      if (!trials(tenantId)) throw tooManyTrials();
      const letter = ownLetter(deps, { ...trialWords('vi'), language: 'vi' });
      const payload = {
        id: letter.id,
        kind: 'trial',
        at: new Date(deps.clock.wallMs()).toISOString(),
      };
      const signal = new AbortController().signal;
      return reached(await senders.webhook.send({ to: { id, url, payload }, letter, signal }));
    },
  };
}

/** Of an address only its host: the rest of it may be a secret. */
function changed(
  deps: Deps,
  { actor, row, did }: { actor: Actor; row: WebhookRow; did: string },
  act: () => void,
): void {
  const { tenantId, id } = row;
  deps.store.transaction(() => {
    act();
    record(deps, {
      ...{ actor, action: 'webhook.set', subject: `webhook:${id}`, tenantId },
      detail: { did, host: new URL(row.url).host },
    });
  });
}

function view({ store }: Deps, { madeBy: _, ...row }: WebhookRow): WebhookView {
  const last = store.deliveries.lastOfWebhook(row.id);
  return { ...row, last: last && shownDelivery(last) };
}

function badUrl(why: 'not-https' | 'forbidden-address') {
  if (why === 'not-https')
    return refusal('caller', 'not-https', {
      vi: 'Địa chỉ phải bắt đầu bằng https://',
      en: 'The address must begin with https://',
      place: 'url',
    });
  return refusal('caller', 'forbidden-address', {
    vi: 'Địa chỉ này không được: cần một máy chủ công khai trên Internet, không kèm mật khẩu.',
    en: 'This address may not be used: it must be a public server, without a password in it.',
    place: 'url',
  });
}

function tooMany() {
  const vi = `${WEBHOOKS_MAX} webhook cho một xã`;
  return limitReached({ vi, en: `${WEBHOOKS_MAX} webhooks in a commune` });
}
