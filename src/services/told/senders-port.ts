// What telling people needs of the world outside: one port for every channel that leaves the house.
// It must never know SMTP, HTTP, keys or who is told.
import type { DeliveryReason, Language, Outward } from '../../domain/told/notification-model.ts';

export type Letter = {
  /** goes out with it: a second copy of the same is known by it */
  id: string;
  title: string;
  body: string;
  /** absolute address of the screen */
  link: string;
  language: Language;
  urgent: boolean;
  /** how long it is worth delivering */
  lifeMs: number;
  /** a newer one of the same topic takes the older one's place on a device */
  topic: string;
};

export type Outcome =
  /** handed over; whether it arrived is not known, or told later under this id */
  | { kind: 'sent'; providerId: string | null }
  | { kind: 'delivered' }
  | { kind: 'failed'; reason: DeliveryReason; detail: string | null }
  /** worth trying again, not before so long */
  | { kind: 'later'; reason: DeliveryReason; detail: string | null; askedMs: number };

export type Message<To> = { to: To; letter: Letter; signal: AbortSignal };
/** Never rejects: what went wrong is an outcome. */
export type Sender<To> = {
  channel: Outward;
  /** false: nobody has set it up, so it is not offered */
  ready(): boolean;
  send(message: Message<To>): Promise<Outcome>;
};

export type PushTo = { endpoint: string; p256dh: string; auth: string };
/** The words as they are sent, already within one message's letters. */
export type SmsTo = { number: string; text: string };
export type WebhookTo = { id: string; url: string; payload: Record<string, unknown> };

/** What a gateway says later about a message it took. */
export type SmsReport = { providerId: string; state: 'delivered' | 'failed'; detail: string };

export type Senders = {
  /** the page asks a browser to subscribe under this key */
  push: Sender<PushTo> & { publicKey: string };
  mail: Sender<string>;
  sms: Sender<SmsTo> & {
    /** null: not the gateway, or nothing that says how a message fared */
    report(of: { secret: string; fields: Record<string, unknown> }): SmsReport | null;
  };
  webhook: Sender<WebhookTo> & {
    /** shown once to who makes it; never stored */
    secretOf(webhookId: string): string;
    /** why this address may not be one; null: it may */
    refuses(url: string): 'not-https' | 'forbidden-address' | null;
  };
};
