// Requests about variants by language, orders of languages, and recordings asked of collaborators.
// It must never keep a link: it is shown once.
import type { Bulletin } from '../http/schemas/bulletin.ts';
import type {
  Commission,
  CommissionList,
  CommissionMade,
  CommissionNotes,
  NewCommission,
  SoundVerdict,
} from '../http/schemas/commission.ts';
import type {
  LanguageOrder,
  NewVariant,
  OrderStandList,
  VariantList,
} from '../http/schemas/language.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body?: unknown) => send<T>({ method: 'POST', path, body });

export const languagesApi = {
  variants: (id: string) => get<VariantList>(`/api/bulletins/${id}/variants`),
  addVariant: (id: string, wish: NewVariant) =>
    post<Bulletin>(`/api/bulletins/${id}/variants`, wish),
  stillHolds: (id: string) => post<VariantList>(`/api/bulletins/${id}/still-holds`),
  standing: (id: string, areaIds: readonly string[]) =>
    get<OrderStandList>(`/api/bulletins/${id}/languages?areaIds=${areaIds.join(',')}`),
  order: (areaId: string) => get<LanguageOrder>(`/api/areas/${areaId}/languages`),
  setOrder: (areaId: string, languages: readonly string[]) =>
    send<LanguageOrder>({
      ...{ method: 'PUT', path: `/api/areas/${areaId}/languages`, body: { languages } },
    }),
};

const one = (id: string) => `/api/commissions/${id}`;

export const commissionApi = {
  list: (beforeId: string | null) =>
    get<CommissionList>(`/api/commissions${beforeId === null ? '' : `?beforeId=${beforeId}`}`),
  of: (bulletinId: string) => get<CommissionList>(`/api/commissions?bulletinId=${bulletinId}`),
  ask: (bulletinId: string, wish: NewCommission) =>
    post<CommissionMade>(`/api/bulletins/${bulletinId}/commissions`, wish),
  renew: (id: string, dueDay: string | null) => post<CommissionMade>(`${one(id)}/link`, { dueDay }),
  invite: (id: string, listenerName: string) =>
    post<CommissionMade>(`${one(id)}/listener`, { listenerName }),
  note: (id: string, notes: CommissionNotes) =>
    send<Commission>({ method: 'PUT', path: one(id), body: notes }),
  revoke: (id: string) => send<Commission>({ method: 'DELETE', path: one(id) }),
  judge: (id: string, verdict: SoundVerdict) => post<Commission>(`${one(id)}/judgement`, verdict),
  take: (id: string) => post<Commission>(`${one(id)}/taking`),
};
