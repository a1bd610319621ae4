// Requests about logs and figures of what aired, programmes, deadlines, and the chain behind a verdict.
// It must never know screens.
import type { AiringChain } from '../http/schemas/airing.ts';
import type { Area, AreaEdit } from '../http/schemas/area.ts';
import type {
  DeadlineList,
  DeadlineWish,
  NewProgramme,
  Programme,
  ProgrammeList,
  RecordKind,
  RecordPage,
} from '../http/schemas/record.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const put = <T>(path: string, body: unknown) => send<T>({ method: 'PUT', path, body });

export type RecordAsk = {
  kind: RecordKind;
  areaId: string;
  period: string;
  documentId: string;
  programmeId: string;
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
  programmes: () => get<ProgrammeList>('/api/programmes'),
  addProgramme: (wish: NewProgramme) =>
    send<Programme>({ method: 'POST', path: '/api/programmes', body: wish }),
  programmesOf: (bulletinId: string) =>
    get<ProgrammeList>(`/api/bulletins/${bulletinId}/programmes`),
  setProgrammes: (bulletinId: string, programmeIds: readonly string[]) =>
    put<ProgrammeList>(`/api/bulletins/${bulletinId}/programmes`, { programmeIds }),
  editArea: (id: string, wish: AreaEdit) => put<Area>(`/api/areas/${id}`, wish),
  chain: (airingId: string, siteId: string) =>
    get<AiringChain>(`/api/airings/${airingId}/speakers/${siteId}`),
};
