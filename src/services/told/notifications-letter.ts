// What one delivery says and to whom it goes now: people leave, addresses change while a message waits.
// It must never send.
import type {
  DeliveryReason,
  Language,
  Notification,
} from '../../domain/told/notification-model.ts';
import { receivers } from '../../domain/told/notification-people.ts';
import { smsText } from '../../domain/told/notification-text.ts';
import { lifeMs } from '../../domain/told/notification-times.ts';
import { type Said, saidOf } from '../../domain/told/notification-words.ts';
import type { Deps } from '../deps.ts';
import type { Delivery } from './notification-store.ts';
import { chainOf, onePerson, verifiedAddress } from './notifications-people.ts';
import type { Letter, Outcome } from './senders-port.ts';

export type Ready = { send(signal: AbortSignal): Promise<Outcome> };

/** A way to send it, or the reason why there is none any more. */
export function readyToSend(deps: Deps, delivery: Delivery): Ready | DeliveryReason {
  const notification = deps.store.notifications.get(delivery.notificationId);
  const leftMs = lifeMs(delivery.urgent) - (deps.clock.wallMs() - delivery.sinceMs);
  if (notification === null || leftMs <= 0) return 'too-old';
  const of = { delivery, notification, leftMs };
  return delivery.accountId === null ? toWebhook(deps, of) : toPerson(deps, of);
}

type Of = { delivery: Delivery; notification: Notification; leftMs: number };

function toPerson(deps: Deps, of: Of): Ready | DeliveryReason {
  const { channel, accountId } = of.delivery;
  const person = onePerson(deps, accountId ?? '');
  const told = of.notification;
  const chain = chainOf(deps, told.tenantId);
  const still = person && receivers({ told, chain, people: [person] })[0];
  // a channel switched off meanwhile is off for what waits too
  if (!still || channel === 'webhook' || !still.channels.includes(channel))
    return 'no-longer-theirs';
  const { settings } = still.person;
  const letter = letterOf(deps, { ...of, language: settings.language });
  if (channel === 'push') return toDevices(deps, { accountId: still.person.accountId, letter });
  const address = verifiedAddress(deps, { accountId: still.person.accountId, channel });
  if (address === null) return 'no-address';
  if (channel === 'mail')
    return { send: (signal) => deps.senders.mail.send({ to: address, letter, signal }) };
  const text = smsWords(letter, settings.plainSms);
  return {
    send: (signal) => deps.senders.sms.send({ to: { number: address, text }, letter, signal }),
  };
}

export function smsWords({ title, body, link }: Letter, plain: boolean): string {
  return smsText({ says: `${title}: ${body}`, link, plain });
}

export function toDevices(
  deps: Deps,
  of: { accountId: string; letter: Letter },
): Ready | DeliveryReason {
  const devices = deps.store.pushes.of(of.accountId);
  if (devices.length === 0) return 'no-address';
  return {
    async send(signal) {
      const all = await Promise.all(
        devices.map(async ({ id, endpoint, p256dh, auth }) => {
          const to = { endpoint, p256dh, auth };
          const outcome = await deps.senders.push.send({ to, letter: of.letter, signal });
          // RFC 8030 §7.3: the browser has given it up, and asking again is forbidden
          const isGone = outcome.kind === 'failed' && outcome.reason === 'gone';
          if (isGone && !signal.aborted) deps.store.pushes.drop(id);
          return outcome;
        }),
      );
      return best(all);
    },
  };
}

const RANK = { delivered: 0, sent: 1, later: 2, failed: 3 } as const;

/** One device that has it is enough; a second copy replaces the first by its topic. */
function best(outcomes: readonly Outcome[]): Outcome {
  const [first] = [...outcomes].sort((a, b) => RANK[a.kind] - RANK[b.kind]);
  return first ?? { kind: 'failed', reason: 'no-address', detail: null };
}

function toWebhook(deps: Deps, of: Of): Ready | DeliveryReason {
  const webhook = deps.store.webhooks.get(of.delivery.webhookId ?? '');
  if (webhook === null) return 'no-longer-theirs';
  const letter = letterOf(deps, { ...of, language: 'vi' });
  const { id, url } = webhook;
  const payload = payloadOf(deps, of);
  return {
    send: (signal) => deps.senders.webhook.send({ to: { id, url, payload }, letter, signal }),
  };
}

export function letterOf(
  deps: Deps,
  { delivery, notification, leftMs, language }: Of & { language: Language },
): Letter {
  const { title, body, link } = saidIn(deps, notification, language);
  return {
    id: delivery.id,
    ...{ title, body, language },
    link: `${deps.terms.publicUrl()}/${link}`,
    urgent: notification.urgent,
    lifeMs: leftMs,
    topic: notification.id,
  };
}

export function saidIn({ store }: Deps, told: Notification, language: Language): Said {
  return saidOf({ told, place: store.areas.get(told.tenantId)?.name ?? '', language });
}

/** config/webhook-payload.json describes it. */
function payloadOf(deps: Deps, { delivery, notification }: Of): Record<string, unknown> {
  const { kind, urgent, count, tenantId, openedAtMs } = notification;
  const area = deps.store.areas.get(tenantId);
  const [vi, en] = [saidIn(deps, notification, 'vi'), saidIn(deps, notification, 'en')];
  return {
    id: delivery.id,
    ...{ kind, urgent, count },
    at: new Date(openedAtMs).toISOString(),
    commune: { id: tenantId, code: area?.code ?? '', name: area?.name ?? '' },
    title: { vi: vi.title, en: en.title },
    body: { vi: vi.body, en: en.body },
    link: `${deps.terms.publicUrl()}/${vi.link}`,
  };
}
