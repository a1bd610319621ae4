// Requests about logs and figures of what aired, schemes, deadlines, and the chain behind a verdict.
// It must never know screens.
import type { AiringChain } from '../http/schemas/airing.ts';
import type { Area, AreaEdit } from '../http/schemas/area.ts';
import type {
  DeadlineList,
  DeadlineWish,
  NewScheme,
  RecordKind,
  RecordPage,
  Scheme,
  SchemeList,
} from '../http/schemas/record.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const put = <T>(path: string, body: unknown) => send<T>({ method: 'PUT', path, body });

export type RecordAsk = {
  kind: RecordKind;
  areaId: string;
  period: string;
  documentId: string;
  schemeId: string;
};

function query({ kind: _, ...asked }: RecordAsk, more: Record<string, string | null> = {}): string {
  const all = Object.entries({ ...asked, ...more });
  return new URLSearchParams(all.filter((one): one is [string, string] => !!one[1])).toString();
}

export const recordsApi = {
  page: (ask: RecordAsk, after: string | null) =>
    get<RecordPage>(`/api/records/${ask.kind}?${query(ask, { after })}`),
  fileUrl: (ask: RecordAsk, format: 'csv' | 'pdf' | 'docx') =>
    `/api/records/${ask.kind}/file?${query(ask, { format })}`,
  deadlines: (areaId: string) => get<DeadlineList>(`/api/records/deadlines?areaId=${areaId}`),
  setDeadlines: (wish: DeadlineWish) => put<DeadlineList>('/api/records/deadlines', wish),
  schemes: () => get<SchemeList>('/api/schemes'),
  addScheme: (wish: NewScheme) =>
    send<Scheme>({ method: 'POST', path: '/api/schemes', body: wish }),
  schemesOf: (bulletinId: string) => get<SchemeList>(`/api/bulletins/${bulletinId}/schemes`),
  setSchemes: (bulletinId: string, schemeIds: readonly string[]) =>
    put<SchemeList>(`/api/bulletins/${bulletinId}/schemes`, { schemeIds }),
  editArea: (id: string, wish: AreaEdit) => put<Area>(`/api/areas/${id}`, wish),
  chain: (airingId: string, siteId: string) =>
    get<AiringChain>(`/api/airings/${airingId}/speakers/${siteId}`),
};
