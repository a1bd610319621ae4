// Believable messages, settings and webhooks, and a door that answers them.
// It must never know routes or screens.
import type { Services } from '../../src/services/door.ts';
import type {
  DeliveryShown,
  ToldSettingsView,
  ToldView,
  WebhookView,
} from '../../src/services/told/notification-door.ts';
import { area, NOW_MS } from './sample.ts';

export const delivery: DeliveryShown = {
  channel: 'sms',
  state: 'sent',
  reason: null,
  detail: null,
  tries: 1,
  changedAtMs: NOW_MS,
  nextAtMs: null,
};
export const toldOne: ToldView = {
  id: 'in-1',
  kind: 'speaker-silent',
  tenantId: area.id,
  urgent: false,
  count: 7,
  title: { vi: '7 cụm loa im lặng', en: '7 speakers silent' },
  body: { vi: 'Bản Mòng · Xã Mường La', en: 'Bản Mòng · Xã Mường La' },
  link: '#/speakers',
  atMs: NOW_MS,
  readAtMs: null,
  deliveries: [delivery],
};
export const toldSettings: ToldSettingsView = {
  push: {
    ready: true,
    publicKey: 'B'.repeat(87),
    devices: [{ id: 'dev-1', label: 'Chrome', service: 'push.example', madeAtMs: NOW_MS }],
  },
  mail: { ready: true, address: 'lan@xa.gov.vn', verified: true },
  sms: { ready: false, address: null, verified: false },
  kinds: [{ kind: 'approval-wanted', addressed: true, channels: ['app', 'push'] }],
  quiet: { fromMinute: 1_260, toMinute: 360 },
  language: 'vi',
  plainSms: true,
  perHourMax: 20,
};
export const webhook: WebhookView = {
  id: 'hook-1',
  tenantId: area.id,
  url: 'https://trung-tam.example/vang-xa',
  kinds: ['emergency-out'],
  madeAtMs: NOW_MS,
  last: delivery,
};

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;
export function toldDoors(answer: Answer): Pick<Services, 'told' | 'deliveries' | 'webhooks'> {
  const reached = Promise.resolve({ ok: true, reason: null, detail: null });
  const settings = (method: string) => answer(`told.${method}`, toldSettings);
  const row = {
    ...delivery,
    id: 'del-1',
    notificationId: 'n-1',
    kind: 'stopped' as const,
    count: 1,
    madeAtMs: NOW_MS,
  };
  return {
    told: {
      list: answer('told.list', { told: [toldOne], unread: 1 }),
      read: answer('told.read', { unread: 0 }),
      settings: settings('settings'),
      setSettings: settings('setSettings'),
      addPush: settings('addPush'),
      dropPush: settings('dropPush'),
      addContact: answer('told.addContact', Promise.resolve(toldSettings)),
      confirmContact: settings('confirmContact'),
      dropContact: settings('dropContact'),
      tryOut: answer('told.tryOut', reached),
    },
    deliveries: {
      list: answer('deliveries.list', [{ ...row, fullName: 'Lan' }]),
      report: (input) => answer('deliveries.report', undefined)(null, input),
    },
    webhooks: {
      list: answer('webhooks.list', [webhook]),
      create: answer('webhooks.create', { webhook, secret: 's'.repeat(43) }),
      drop: answer('webhooks.drop', undefined),
      tryOut: answer('webhooks.tryOut', reached),
    },
  };
}
