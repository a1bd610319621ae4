// Requests about programmes: templates, what a day would sound like, editions built and placed.
// It must never know screens.
import type {
  EditionsPlaced,
  NewProgrammeTemplate,
  ProgrammeEdition,
  ProgrammeEditions,
  ProgrammePreview,
  ProgrammeTemplate,
  ProgrammeTemplates,
  ProgrammeWish,
  SchedulesPlaced,
} from '../http/schemas/programme.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path: `/api/programmes${path}` });
const post = <T>(path: string, body: unknown = {}) =>
  send<T>({ method: 'POST', path: `/api/programmes${path}`, body });
const template = (id: string) => `/api/programmes/templates/${encodeURIComponent(id)}`;

export type TemplateFields = Omit<NewProgrammeTemplate, 'areaId'>;

export const programmesApi = {
  templates: () => get<ProgrammeTemplates>('/templates'),
  addTemplate: (wish: NewProgrammeTemplate) => post<ProgrammeTemplate>('/templates', wish),
  changeTemplate: (id: string, wish: TemplateFields & { version: number }) =>
    send<ProgrammeTemplate>({ method: 'PUT', path: template(id), body: wish }),
  removeTemplate: (id: string) => send<null>({ method: 'DELETE', path: template(id) }),
  preview: (wish: ProgrammeWish) => post<ProgrammePreview>('/preview', wish),
  build: (wish: ProgrammeWish) => post<ProgrammeEditions>('/editions', wish),
  editions: (beforeId: string | null) =>
    get<ProgrammeEditions>(`/editions${beforeId === null ? '' : `?beforeId=${beforeId}`}`),
  rebuild: (id: string) =>
    post<ProgrammeEdition>(`/editions/${encodeURIComponent(id)}/rebuild`, undefined),
  place: (wish: EditionsPlaced) => post<SchedulesPlaced>('/schedules', wish),
};
