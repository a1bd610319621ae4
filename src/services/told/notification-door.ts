// The door of telling people as types: each person's list and settings, a commune's deliveries and webhooks.
// It must never know routes, rows or gateways.
import type { Sentence } from '../../domain/errors.ts';
import type { Actor } from '../../domain/model.ts';
import type { HappeningKind } from '../../domain/told/happening.ts';
import type {
  Channel,
  DeliveryReason,
  DeliveryState,
  Language,
  Outward,
  Quiet,
} from '../../domain/told/notification-model.ts';
import type { OwnKind } from '../../domain/told/notification-people.ts';

export type DeliveryShown = {
  channel: Outward;
  state: DeliveryState;
  reason: DeliveryReason | null;
  detail: string | null;
  tries: number;
  changedAtMs: number;
  nextAtMs: number | null;
};
export type ToldView = {
  id: string;
  kind: HappeningKind;
  tenantId: string;
  urgent: boolean;
  count: number;
  title: Sentence;
  body: Sentence;
  /** from '#' on */
  link: string;
  atMs: number;
  readAtMs: number | null;
  deliveries: DeliveryShown[];
};

export type ContactView = {
  /** the machine's owner has set the channel up */
  ready: boolean;
  address: string | null;
  verified: boolean;
};
export type ToldSettingsView = {
  push: {
    ready: boolean;
    publicKey: string;
    devices: { id: string; label: string; service: string; madeAtMs: number }[];
  };
  mail: ContactView;
  sms: ContactView;
  kinds: OwnKind[];
  quiet: Quiet | null;
  language: Language;
  plainSms: boolean;
  perHourMax: number;
};
export type ToldWish = {
  choices: readonly { kind: HappeningKind; channels: readonly Channel[] }[];
  quiet: Quiet | null;
  language: Language;
  plainSms: boolean;
};
export type Reached = { ok: boolean; reason: DeliveryReason | null; detail: string | null };

/** All of it one's own: nobody sees or changes another person's. */
export type Told = {
  list(
    actor: Actor,
    input: { beforeId: string | null; limit: number },
  ): { told: ToldView[]; unread: number };
  /** this one and all before it */
  read(actor: Actor, input: { upToId: string }): { unread: number };
  settings(actor: Actor): ToldSettingsView;
  setSettings(actor: Actor, wish: ToldWish): ToldSettingsView;
  addPush(
    actor: Actor,
    input: { endpoint: string; p256dh: string; auth: string; label: string },
  ): ToldSettingsView;
  dropPush(actor: Actor, input: { deviceId: string }): ToldSettingsView;
  /** sends a code there; nothing else is ever sent to an address that is not confirmed */
  addContact(
    actor: Actor,
    input: { channel: 'mail' | 'sms'; address: string },
  ): Promise<ToldSettingsView>;
  confirmContact(actor: Actor, input: { channel: 'mail' | 'sms'; code: string }): ToldSettingsView;
  dropContact(actor: Actor, input: { channel: 'mail' | 'sms' }): ToldSettingsView;
  tryOut(actor: Actor, input: { channel: Exclude<Channel, 'app'> }): Promise<Reached>;
};

export type DeliveryView = DeliveryShown & {
  id: string;
  notificationId: string;
  kind: HappeningKind;
  count: number;
  madeAtMs: number;
  /** whose; null: a webhook's */
  fullName: string | null;
};
export type Deliveries = {
  list(
    actor: Actor,
    input: { areaId: string; beforeId: string | null; limit: number },
  ): DeliveryView[];
  /** what the SMS gateway says later; who lacks the secret is told nothing is there */
  report(input: { secret: string; fields: Record<string, unknown> }): void;
};

export type WebhookView = {
  id: string;
  tenantId: string;
  url: string;
  kinds: readonly HappeningKind[];
  madeAtMs: number;
  last: DeliveryShown | null;
};
export type Webhooks = {
  list(actor: Actor, input: { areaId: string }): WebhookView[];
  /** the secret is shown this once */
  create(
    actor: Actor,
    input: { areaId: string; url: string; kinds: readonly HappeningKind[] },
  ): { webhook: WebhookView; secret: string };
  drop(actor: Actor, input: { webhookId: string }): void;
  tryOut(actor: Actor, input: { webhookId: string }): Promise<Reached>;
};
