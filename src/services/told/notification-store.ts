// What telling people needs of rows: what is told, each person's list, deliveries, addresses, subscriptions.
// It must never know SQL, nor who decides anything about them.
import type { HappeningKind } from '../../domain/told/happening.ts';
import type {
  DeliveryReason,
  DeliveryState,
  Notification,
  Outward,
  ToldSettings,
} from '../../domain/told/notification-model.ts';

/** One person × channel × message; its id goes out with it, so that a second copy is known as one. */
export type Delivery = {
  id: string;
  notificationId: string;
  /** how many happenings it tells of: later more may have joined */
  count: number;
  tenantId: string;
  /** null: a commune's webhook */
  accountId: string | null;
  webhookId: string | null;
  channel: Outward;
  urgent: boolean;
  state: DeliveryState;
  reason: DeliveryReason | null;
  /** a code of the receiver's, e.g. "550": never its words */
  detail: string | null;
  tries: number;
  madeAtMs: number;
  /** first due then: quiet hours count from their end */
  sinceMs: number;
  /** null: nothing more is tried */
  nextAtMs: number | null;
  changedAtMs: number;
  /** the gateway's own name of it, for its report */
  providerId: string | null;
};
export type InboxRow = {
  id: string;
  notificationId: string;
  accountId: string;
  tenantId: string;
  atMs: number;
  readAtMs: number | null;
};
export type PushSubscriptionRow = {
  id: string;
  accountId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  label: string;
  madeAtMs: number;
};
export type ContactRow = {
  accountId: string;
  channel: 'mail' | 'sms';
  address: string;
  verifiedAtMs: number | null;
  codeHash: string | null;
  codeTries: number;
  codeSentAtMs: number;
};
export type WebhookRow = {
  id: string;
  tenantId: string;
  url: string;
  kinds: readonly HappeningKind[];
  madeBy: string;
  madeAtMs: number;
};
export type InboxEntry = { row: InboxRow; notification: Notification };
export type DeliveryEntry = { delivery: Delivery; kind: HappeningKind };

export type NotificationStore = {
  notifications: {
    put(notification: Notification): void; // whole row, by id
    get(id: string): Notification | null;
    /** the one of this key that more may still join */
    open(groupKey: string, nowMs: number): Notification | null;
    /** something is left to tell, the urgent first, then in the order due */
    due(nowMs: number, limit: number): Notification[];
    /** with all that hangs on them; how many went */
    prune(openedBeforeMs: number, limit: number): number;
  };
  inbox: {
    /** one row a person and notification: told again, it is unread again */
    put(row: InboxRow): void;
    list(of: {
      accountId: string;
      tenantIds: readonly string[];
      beforeId: string | null;
      limit: number;
    }): InboxEntry[];
    unread(accountId: string, tenantIds: readonly string[]): number;
    read(of: { accountId: string; upToId: string; atMs: number }): number;
  };
  deliveries: {
    put(delivery: Delivery): void; // whole row, by id
    get(id: string): Delivery | null;
    byProvider(providerId: string): Delivery | null;
    due(of: { channel: Outward; nowMs: number; limit: number }): Delivery[];
    waiting(): number;
    /** not urgent, and due then or later: what waits for the end of the quiet hours counts there */
    dueSince(of: { accountId: string; channel: Outward; sinceMs: number }): number;
    of(accountId: string, notificationIds: readonly string[]): Delivery[];
    list(of: { tenantId: string; beforeId: string | null; limit: number }): DeliveryEntry[];
    lastOfWebhook(webhookId: string): Delivery | null;
  };
  toldSettings: {
    get(accountId: string): ToldSettings | null;
    all(): ToldSettings[];
    put(settings: ToldSettings): void;
  };
  pushes: {
    of(accountId: string): PushSubscriptionRow[]; // oldest first
    get(id: string): PushSubscriptionRow | null;
    /** one row an endpoint: whoever signs in on a browser has it */
    put(row: PushSubscriptionRow): void;
    drop(id: string): void;
  };
  contacts: {
    of(accountId: string): ContactRow[];
    put(row: ContactRow): void;
    drop(accountId: string, channel: ContactRow['channel']): void;
  };
  webhooks: {
    ofTenant(tenantId: string): WebhookRow[];
    get(id: string): WebhookRow | null;
    insert(row: WebhookRow): void;
    drop(id: string): void;
  };
};
