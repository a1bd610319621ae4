// What the screens ask of the days to come: conflicts of a wish, coming times, uses, rehearsals.
// It must never know screens.
import type { Bulletin } from '../http/schemas/bulletin.ts';
import type {
  AirtimeList,
  ConflictAnswer,
  ConflictWish,
  UseList,
} from '../http/schemas/foresight.ts';
import type { Rehearsal, RehearsalList, RehearsalWish } from '../http/schemas/rehearsal.ts';
import type { BulletinWant, Want, WantList, WantTold } from '../http/schemas/wants.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body: unknown) => send<T>({ method: 'POST', path, body });

type UseQuestion = {
  kind: 'clip' | 'bulletin' | 'lexicon' | 'template';
  id: string;
  areaId?: string;
};

export const foresightApi = {
  want: (bulletinId: string, want: BulletinWant) =>
    post<WantTold>(`/api/bulletins/${bulletinId}/wants`, want),
  prioritise: (bulletinId: string) => post<Bulletin>(`/api/bulletins/${bulletinId}/priority`, {}),
  wants: () => get<WantList>('/api/wants'),
  grant: (id: string) => post<Want>(`/api/wants/${id}/grant`, {}),
  decline: (id: string, remark: string) => post<Want>(`/api/wants/${id}/decline`, { remark }),
  conflicts: (wish: ConflictWish) => post<ConflictAnswer>('/api/schedules/conflicts', wish),
  airtimes: (bulletinId: string, cursor: string | null) =>
    get<AirtimeList>(
      `/api/bulletins/${bulletinId}/airtimes?limit=15${cursor === null ? '' : `&cursor=${cursor}`}`,
    ),
  uses: (of: UseQuestion) => get<UseList>(`/api/uses?${new URLSearchParams(of)}`),
  rehearsals: () => get<RehearsalList>('/api/rehearsals'),
  rehearsal: (id: string) => get<Rehearsal>(`/api/rehearsals/${id}`),
  rehearse: (wish: RehearsalWish) => post<Rehearsal>('/api/rehearsals', wish),
};
