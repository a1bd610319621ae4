// Requests about the source system: what came, what was kept out, and the standing trust.
// It must never know screens.
import type { SourceItems, SourceRefusals, SourceView } from '../http/schemas/source.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const before = (id: string | null) => (id === null ? '' : `&beforeId=${encodeURIComponent(id)}`);

export const sourceApi = {
  view: () => get<SourceView>('/api/source'),
  items: (beforeId: string | null) =>
    get<SourceItems>(`/api/source/items?limit=25${before(beforeId)}`),
  refusals: (beforeId: string | null) =>
    get<SourceRefusals>(`/api/source/refusals?limit=25${before(beforeId)}`),
  trust: (keyId: string, on: boolean) =>
    send<SourceView>({
      ...{ method: 'PUT', path: `/api/source/trust/${encodeURIComponent(keyId)}`, body: { on } },
    }),
  rawUrl: (id: string) => `/api/source/items/${encodeURIComponent(id)}/raw`,
};
