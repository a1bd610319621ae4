// What the screens of poles ask and tell the service: facts, silences, stops, commands, spares, swaps.
// It must never know screens.
import type { AiringList } from '../http/schemas/airing.ts';
import type { Hush, HushList, NewHush } from '../http/schemas/hush.ts';
import type { IncidentList } from '../http/schemas/incident.ts';
import type { NewSpares, Spare, SpareList, SparesMade, Swap } from '../http/schemas/spare.ts';
import type {
  AllClearGiven,
  AllClearWish,
  Command,
  CommandAsked,
  SiteChange,
  SpeakerDetail,
  Stopped,
} from '../http/schemas/speaker.ts';
import { send } from './send.ts';
import { session } from './session.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body: unknown) => send<T>({ method: 'POST', path, body });

export const poleApi = {
  airingsWithin: ({ fromMs, toMs }: { fromMs: number; toMs: number }) =>
    get<AiringList>(`/api/airings?fromMs=${fromMs}&toMs=${toMs}`),
  allClear: (areaId: string, wish: AllClearWish) =>
    post<AllClearGiven>(`/api/areas/${areaId}/all-clear`, wish),
  stop: (areaId: string, { reason, signal }: { reason: string; signal: AbortSignal }) =>
    send<Stopped>({
      method: 'POST',
      path: `/api/areas/${areaId}/stop`,
      body: reason === '' ? {} : { reason },
      signal,
    }),

  speaker: (siteId: string) => get<SpeakerDetail>(`/api/speakers/${siteId}`),
  change: (siteId: string, body: SiteChange) =>
    send<SpeakerDetail>({ method: 'PUT', path: `/api/sites/${siteId}`, body }),
  photoUrl: (siteId: string, hash: string) => `/api/sites/${siteId}/photo?v=${hash}`,
  putPhoto: (siteId: string, body: Blob) =>
    send<unknown>({ method: 'PUT', path: `/api/sites/${siteId}/photo`, body }),
  command: (siteId: string, command: Command['command']) =>
    post<CommandAsked>(`/api/sites/${siteId}/commands`, { command }),

  hush: (siteId: string, wish: NewHush) => post<Hush>(`/api/sites/${siteId}/hush`, wish),
  unhush: (hushId: string) => send<Hush>({ method: 'DELETE', path: `/api/hushes/${hushId}` }),
  hushes: () => get<HushList>('/api/hushes'),
  incidents: () => get<IncidentList>('/api/incidents'),

  spares: () => get<SpareList>('/api/spares'),
  makeSpares: (wish: NewSpares) => post<SparesMade>('/api/spares', wish),
  withdrawSpare: (id: string) => send<Spare>({ method: 'DELETE', path: `/api/spares/${id}` }),
  swap: (siteId: string, label: string) => post<Swap>(`/api/sites/${siteId}/swap`, { label }),
};

/** A sheet of labels as a PDF: asked for with what was shown once, so it is no plain link. */
export async function labelSheet(labels: readonly string[]): Promise<Blob | null> {
  const answer = await fetch('/api/spares/labels', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': session.peek()?.csrfToken ?? '',
    },
    body: JSON.stringify({ labels }),
  }).catch(() => null);
  return answer?.ok ? answer.blob() : null;
}
