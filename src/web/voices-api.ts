// Requests about voices: which there are, the choice among them, a sentence heard first.
// It must never know screens.
import type { Bulletin } from '../http/schemas/bulletin.ts';
import type { ChoiceWish, ListenWish, VoicesView } from '../http/schemas/voice.ts';
import { send, sendForSound } from './send.ts';

export const voicesApi = {
  view: (areaId: string) =>
    send<VoicesView>({ method: 'GET', path: `/api/voices?${new URLSearchParams({ areaId })}` }),
  choose: (wish: ChoiceWish) =>
    send<VoicesView>({ method: 'PUT', path: '/api/voices/choice', body: wish }),
  allowCloud: (areaId: string, allowed: boolean) =>
    send<VoicesView>({ method: 'PUT', path: '/api/voices/cloud', body: { areaId, allowed } }),
  wake: (areaId: string) =>
    send<VoicesView>({ method: 'POST', path: '/api/voices/wake', body: { areaId } }),
  listen: (wish: ListenWish, signal: AbortSignal) =>
    sendForSound({ method: 'POST', path: '/api/voices/listen', body: wish, signal }),
  retake: (bulletinId: string) =>
    send<Bulletin>({ method: 'POST', path: `/api/bulletins/${bulletinId}/retake` }),
};
