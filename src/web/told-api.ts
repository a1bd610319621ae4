// Requests about being told: one's own list and settings, a commune's deliveries and webhooks.
// It must never know screens.
import type {
  DeliveryList,
  NewContact,
  NewDevice,
  NewWebhook,
  Outer,
  Reached,
  ToldList,
  ToldSettings,
  ToldWish,
  Unread,
  WebhookList,
  WebhookMade,
} from '../http/schemas/notification.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body?: unknown) => send<T>({ method: 'POST', path, body });
const drop = <T>(path: string) => send<T>({ method: 'DELETE', path });
const before = (id: string | null) => (id === null ? '' : `&beforeId=${id}`);

export const toldApi = {
  list: (beforeId: string | null) => get<ToldList>(`/api/told?limit=30${before(beforeId)}`),
  unread: () => get<ToldList>('/api/told?limit=1'),
  read: (upToId: string) => post<Unread>('/api/told/read', { upToId }),

  settings: () => get<ToldSettings>('/api/told/settings'),
  save: (wish: ToldWish) =>
    send<ToldSettings>({ method: 'PUT', path: '/api/told/settings', body: wish }),
  addDevice: (device: NewDevice) => post<ToldSettings>('/api/told/devices', device),
  dropDevice: (id: string) => drop<ToldSettings>(`/api/told/devices/${id}`),
  addContact: (wish: NewContact) => post<ToldSettings>('/api/told/contacts', wish),
  confirm: (channel: NewContact['channel'], code: string) =>
    post<ToldSettings>(`/api/told/contacts/${channel}/code`, { code }),
  dropContact: (channel: NewContact['channel']) =>
    drop<ToldSettings>(`/api/told/contacts/${channel}`),
  tryOut: (channel: Outer) => post<Reached>('/api/told/trials', { channel }),

  deliveries: (areaId: string, beforeId: string | null) =>
    get<DeliveryList>(`/api/areas/${areaId}/deliveries?limit=50${before(beforeId)}`),
  webhooks: (areaId: string) => get<WebhookList>(`/api/areas/${areaId}/webhooks`),
  addWebhook: (areaId: string, wish: NewWebhook) =>
    post<WebhookMade>(`/api/areas/${areaId}/webhooks`, wish),
  dropWebhook: (id: string) => drop<null>(`/api/webhooks/${id}`),
  tryWebhook: (id: string) => post<Reached>(`/api/webhooks/${id}/trial`),
};
