// Requests about a commune's regulation, its templates, and overrides of it.
// It must never know screens.
import type { Override, OverrideList, OverrideWish } from '../http/schemas/override.ts';
import type {
  Regulation,
  RegulationPreview,
  RegulationSet,
  RegulationTemplates,
  RegulationWish,
} from '../http/schemas/regulation.ts';
import { send } from './send.ts';

export const regulationApi = {
  get: (areaId: string) =>
    send<Regulation>({ method: 'GET', path: `/api/areas/${areaId}/regulation` }),
  templates: () => send<RegulationTemplates>({ method: 'GET', path: '/api/regulation-templates' }),
  preview: (areaId: string, body: RegulationWish) =>
    send<RegulationPreview>({
      ...{ method: 'POST', path: `/api/areas/${areaId}/regulation/preview`, body },
    }),
  set: (areaId: string, body: RegulationWish) =>
    send<RegulationSet>({ method: 'PUT', path: `/api/areas/${areaId}/regulation`, body }),
};

export const overrideApi = {
  list: (state: 'open' | 'decided') =>
    send<OverrideList>({ method: 'GET', path: `/api/overrides?state=${state}` }),
  ask: (body: OverrideWish) => send<Override>({ method: 'POST', path: '/api/overrides', body }),
  confirm: (id: string, remark: string | null) =>
    send<Override>({ method: 'POST', path: `/api/overrides/${id}/confirm`, body: { remark } }),
  refuse: (id: string, remark: string | null) =>
    send<Override>({ method: 'POST', path: `/api/overrides/${id}/refuse`, body: { remark } }),
};
