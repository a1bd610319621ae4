// Requests about frames: written, recorded, confirmed, tried out, and what a notice will be in other languages.
// It must never know screens.
import type { Bulletin } from '../http/schemas/bulletin.ts';
import type {
  FrameList,
  FramePiece,
  FrameSession,
  FrameView,
  FrameWords,
  OfferList,
  OfferWish,
  Saying,
} from '../http/schemas/frame.ts';
import { send, sendForSound } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  send<T>({ method: 'POST', path, body, ...(signal && { signal }) });
export type Values = Record<string, string>;

export const framesApi = {
  list: (areaId: string) => get<FrameList>(`/api/frames?areaId=${areaId}`),
  one: (id: string, areaId: string) => get<FrameView>(`/api/frames/${id}?areaId=${areaId}`),
  add: (areaId: string, frame: FrameWords) => post<FrameView>('/api/frames', { areaId, frame }),
  change: (id: string, change: { seenVersion: number; frame: FrameWords }) =>
    send<FrameView>({ method: 'PUT', path: `/api/frames/${id}`, body: change }),
  remove: (id: string) => send<null>({ method: 'DELETE', path: `/api/frames/${id}` }),
  begin: (id: string, wish: { areaId: string; speakerName: string; consentNote: string }) =>
    post<FrameSession>(`/api/frames/${id}/sessions`, { ...wish, consent: true }),
  record: (sessionId: string, key: string, file: Blob) =>
    send<FramePiece>({
      ...{ method: 'POST', body: file },
      path: `/api/frame-sessions/${sessionId}/pieces?key=${encodeURIComponent(key)}`,
    }),
  /** the hash only names it: a new recording is another address */
  soundUrl: (of: { id: string; areaId: string; key: string }) =>
    `/api/frames/${of.id}/piece?areaId=${of.areaId}&key=${encodeURIComponent(of.key)}`,
  confirm: (
    id: string,
    wish: {
      areaId: string;
      listenerName: string;
      pieces: { key: string; hash: string }[];
      order: boolean;
      version: number;
    },
  ) => post<FrameView>(`/api/frames/${id}/confirm`, wish),
  discard: (id: string, wish: { areaId: string; key: string; hash: string; remark: string }) =>
    post<FrameView>(`/api/frames/${id}/discard`, wish),
  say: (id: string, areaId: string, values: Values) =>
    post<Saying>(`/api/frames/${id}/say`, { areaId, values }),
  tryOut: (id: string, areaId: string, values: Values) =>
    sendForSound({ method: 'POST', path: `/api/frames/${id}/try`, body: { areaId, values } }),
  make: (id: string, areaId: string, values: Values) =>
    post<Bulletin>(`/api/frames/${id}/bulletins`, { areaId, values }),
  offers: (wish: OfferWish, signal: AbortSignal) =>
    post<OfferList>('/api/frame-offers', wish, signal),
};
