// Requests about villagers' reports, the public page and its posters.
// It must never know screens.
import type {
  AnswerWish,
  HintList,
  PublicPage,
  PublicPageWish,
  Report,
  ReportList,
} from '../http/schemas/report.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const put = <T>(path: string, body: unknown) => send<T>({ method: 'PUT', path, body });

export const reportsApi = {
  list: (open: boolean, beforeId: string | null) =>
    get<ReportList>(
      `/api/reports?open=${open}&limit=50${beforeId === null ? '' : `&beforeId=${beforeId}`}`,
    ),
  see: (id: string) => send<Report>({ method: 'POST', path: `/api/reports/${id}/seen` }),
  answer: (id: string, wish: AnswerWish) => put<Report>(`/api/reports/${id}/answer`, wish),
  page: (areaId: string) => get<PublicPage>(`/api/areas/${areaId}/public-page`),
  setPage: (areaId: string, wish: PublicPageWish) =>
    put<PublicPage>(`/api/areas/${areaId}/public-page`, wish),
  posterUrl: (areaId: string, siteId: string | null) =>
    `/api/areas/${areaId}/poster${siteId === null ? '' : `?siteId=${siteId}`}`,
  markPersonal: (bulletinId: string) =>
    put<null>(`/api/bulletins/${bulletinId}/personal`, { personalData: true }),
  hints: (text: string) =>
    send<HintList>({ method: 'POST', path: '/api/personal-hints', body: { text } }),
};
