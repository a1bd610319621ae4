// The rows of telling people as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody: src/services/told/notification-store.ts does.
import type { Language, Notification } from '../domain/told/notification-model.ts';
import type {
  ContactRow,
  Delivery,
  InboxRow,
  PushSubscriptionRow,
  WebhookRow,
} from '../services/told/notification-store.ts';

/** JSON kept as text, and flags as 0 or 1, as in tables.ts. */
type Json = string;
type Flag = number;

export type ToldTables = {
  notifications: Omit<Notification, 'urgent' | 'exceptIds' | 'facts'> & {
    urgent: Flag;
    exceptIds: Json;
    facts: Json;
  };
  inbox: InboxRow;
  deliveries: Omit<Delivery, 'urgent'> & { urgent: Flag };
  toldSettings: {
    accountId: string;
    choices: Json;
    quietFromMinute: number | null;
    quietToMinute: number | null;
    language: Language;
    plainSms: Flag;
  };
  pushSubscriptions: PushSubscriptionRow;
  contacts: ContactRow;
  webhooks: Omit<WebhookRow, 'kinds'> & { kinds: Json };
};
