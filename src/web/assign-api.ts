// Requests about what the province gives to communes, the order of colliding items, and what was heard of documents.
// It must never know screens.
import type {
  AssignmentList,
  AssignmentView,
  NewAssignment,
  Reminded,
} from '../http/schemas/assignment.ts';
import type { CorrectionMade } from '../http/schemas/bulletin.ts';
import type { Heard } from '../http/schemas/part.ts';
import type { PrecedenceList, PrecedenceQuestion } from '../http/schemas/precedence.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body: unknown = {}) => send<T>({ method: 'POST', path, body });
const one = (id: string, what = '') => `/api/assignments/${encodeURIComponent(id)}${what}`;
const part = (id: string, position: number, what: string) =>
  `/api/documents/${encodeURIComponent(id)}/parts/${position}/${what}`;

export const assignApi = {
  list: (beforeId: string | null) =>
    get<AssignmentList>(`/api/assignments${beforeId === null ? '' : `?beforeId=${beforeId}`}`),
  one: (id: string) => get<AssignmentView>(one(id)),
  give: (wish: NewAssignment) => post<AssignmentView>('/api/assignments', wish),
  accept: (id: string, communeId: string) =>
    post<AssignmentView>(one(id, '/accept'), { communeId }),
  decline: (id: string, wish: { communeId: string; reason: string }) =>
    post<AssignmentView>(one(id, '/decline'), wish),
  remind: (id: string) => post<Reminded>(one(id, '/remind')),
  withdraw: (id: string) => post<AssignmentView>(one(id, '/withdraw')),
  extend: (id: string, dueAtMs: number) => post<AssignmentView>(one(id, '/extend'), { dueAtMs }),
  questions: () => get<PrecedenceList>('/api/precedence'),
  choose: (occurrenceIds: readonly string[]) =>
    send<PrecedenceQuestion>({ method: 'PUT', path: '/api/precedence', body: { occurrenceIds } }),
  heard: (id: string, position: number) => get<Heard>(part(id, position, 'heard')),
  correct: (id: string, position: number) => post<CorrectionMade>(part(id, position, 'correction')),
};

/** What this person's commune was given and may schedule, as if it were a bulletin of its own. */
export async function givenBulletins(): Promise<{ id: string; title: string; tenantId: string }[]> {
  const { assignments } = await assignApi.list(null);
  return assignments.flatMap(({ bulletinId, title, own, withdrawnAtMs }) =>
    own === null || withdrawnAtMs !== null || own.answer === 'declined'
      ? []
      : [{ id: bulletinId, title, tenantId: own.communeId }],
  );
}
