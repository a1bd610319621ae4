// Requests about documents, their scripts, and how a commune reads, with the types of the schemas.
// It must never know screens.
import type { DocumentList, DocumentView, TakenDocument } from '../http/schemas/document.ts';
import type { Part, StatusWish } from '../http/schemas/part.ts';
import type {
  LexiconAddition,
  LexiconEntry,
  LexiconList,
  Profile,
  Reading,
} from '../http/schemas/reading.ts';
import type {
  DifferenceList,
  Digest,
  ProgrammeList,
  Script,
  SettledDoubt,
  SettlementWish,
} from '../http/schemas/script.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  send<T>({ method: 'POST', path, body, ...(signal && { signal }) });
const put = <T>(path: string, body: unknown) => send<T>({ method: 'PUT', path, body });
const drop = <T>(path: string) => send<T>({ method: 'DELETE', path });

const query = (fields: Record<string, string | number | null>): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');

/** One document of a gazette; null is the whole of it. */
export type Of = { id: string; part: number | null };
export type Take = {
  areaId: string;
  /** under this id the service tells how far it is */
  takeId: string;
  content: File | string;
  /** aborting it closes the request, and the service stops reading */
  signal: AbortSignal;
};

export const readingApi = {
  take({ areaId, takeId, content, signal }: Take) {
    if (typeof content === 'string')
      return post<TakenDocument>(
        `/api/documents?${query({ areaId, takeId })}`,
        { text: content },
        signal,
      );
    const name = content.name.slice(0, 300);
    return post<TakenDocument>(
      `/api/documents?${query({ areaId, takeId, name })}`,
      content,
      signal,
    );
  },
  documents: (beforeId: string | null) =>
    get<DocumentList>(`/api/documents?${query({ limit: 30, beforeId })}`),
  document: (id: string) => get<DocumentView>(`/api/documents/${id}`),
  fileUrl: (id: string) => `/api/documents/${id}/file`,
  setStatus: (id: string, position: number, wish: StatusWish) =>
    put<Part>(`/api/documents/${id}/parts/${position}/status`, wish),

  script: ({ id, part }: Of, from: number) =>
    get<Script>(`/api/documents/${id}/script?${query({ part, from, limit: 100 })}`),
  settle: (id: string, wish: SettlementWish) =>
    post<SettledDoubt>(`/api/documents/${id}/settlements`, wish),
  unsettle: (id: string, settlementId: string) =>
    drop<null>(`/api/documents/${id}/settlements/${settlementId}`),
  digest: ({ id, part }: Of) => get<Digest>(`/api/documents/${id}/digest?${query({ part })}`),
  bulletinDigest: (id: string) => get<Digest>(`/api/bulletins/${id}/digest`),
  programmes: ({ id, part }: Of, minutes: number) =>
    get<ProgrammeList>(`/api/documents/${id}/programmes?${query({ part, minutes })}`),
  differences: (of: Of, other: Of) =>
    get<DifferenceList>(
      `/api/documents/${of.id}/differences?${query({ part: of.part, with: other.id, withPart: other.part })}`,
    ),

  profile: (areaId: string) => get<Reading>(`/api/areas/${areaId}/reading`),
  setProfile: (areaId: string, profile: Profile | null) =>
    put<Reading>(`/api/areas/${areaId}/reading`, { profile }),
  lexicon: (areaId: string, search: string) =>
    get<LexiconList>(`/api/areas/${areaId}/lexicon?${query({ search, limit: 100 })}`),
  addEntry: (areaId: string, entry: LexiconEntry) =>
    post<LexiconAddition>(`/api/areas/${areaId}/lexicon`, entry),
  changeEntry: (areaId: string, id: string, entry: LexiconEntry) =>
    put<LexiconAddition>(`/api/areas/${areaId}/lexicon/${id}`, entry),
  dropEntry: (areaId: string, id: string) => drop<null>(`/api/areas/${areaId}/lexicon/${id}`),
};
