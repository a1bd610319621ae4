// Requests about quick notices, their templates and standing approvals, with the types of the schemas.
// It must never know screens.
import type {
  NoticeList,
  NoticeView,
  NoticeWish,
  Preview,
  PreviewWish,
  Standing,
  StandingList,
  StandingWish,
  Template,
  TemplateList,
  TemplateSet,
  TemplateWords,
} from '../http/schemas/notice.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  send<T>({ method: 'POST', path, body, ...(signal && { signal }) });
const put = <T>(path: string, body: unknown) => send<T>({ method: 'PUT', path, body });
const drop = <T>(path: string) => send<T>({ method: 'DELETE', path });

export const noticeApi = {
  templates: (areaId: string) => get<TemplateList>(`/api/areas/${areaId}/notice-templates`),
  addTemplate: (areaId: string, words: TemplateWords) =>
    post<Template>(`/api/areas/${areaId}/notice-templates`, words),
  setTemplate: (areaId: string, id: string, wish: TemplateSet) =>
    put<Template>(`/api/areas/${areaId}/notice-templates/${id}`, wish),
  dropTemplate: (areaId: string, id: string) =>
    drop<null>(`/api/areas/${areaId}/notice-templates/${id}`),

  /** an older question is given up when a newer one is asked */
  preview: (wish: PreviewWish, signal: AbortSignal) =>
    post<Preview>('/api/notices/preview', wish, signal),
  go: (wish: NoticeWish) => post<NoticeView>('/api/notices', wish),
  earlier: (areaId: string) => get<NoticeList>(`/api/notices?areaId=${areaId}&limit=30`),
  one: (id: string) => get<NoticeView>(`/api/notices/${id}`),
  byWish: (wishId: string) => get<NoticeView>(`/api/notice-wishes/${wishId}`),

  standings: (areaId: string) => get<StandingList>(`/api/areas/${areaId}/standings`),
  stand: (areaId: string, wish: StandingWish) =>
    post<Standing>(`/api/areas/${areaId}/standings`, wish),
  unstand: (areaId: string, id: string) => drop<null>(`/api/areas/${areaId}/standings/${id}`),
};
