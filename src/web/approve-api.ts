// Requests about approving: what was seen, what changed, taking back, slips, a commune's rule.
// It must never know screens.
import type { Changes, RuleView, RuleWish, Slip, SlipList } from '../http/schemas/approval.ts';
import type { Bulletin, BulletinList, BulletinState } from '../http/schemas/bulletin.ts';
import { send } from './send.ts';

const get = <T>(path: string) => send<T>({ method: 'GET', path });
const post = <T>(path: string, body: unknown) => send<T>({ method: 'POST', path, body });

export const approveApi = {
  inState: (state: BulletinState, limit: number) =>
    get<BulletinList>(`/api/bulletins?state=${state}&limit=${limit}`),
  seen: (id: string, contentHash: string) =>
    post<null>(`/api/bulletins/${id}/seen`, { contentHash }),
  changes: (id: string) => get<Changes>(`/api/bulletins/${id}/changes`),
  withdraw: (id: string, remark: string | null) =>
    post<Bulletin>(`/api/bulletins/${id}/withdraw`, { remark }),

  slipUrl: (id: string) => `/api/bulletins/${id}/slip`,
  slips: (id: string) => get<SlipList>(`/api/bulletins/${id}/slips`),
  slipFileUrl: (slipId: string) => `/api/slips/${slipId}/file`,
  takeSlip: (id: string, file: File) =>
    send<Slip>({
      method: 'PUT',
      path: `/api/bulletins/${id}/slip?name=${encodeURIComponent(file.name.slice(0, 300))}`,
      body: file,
    }),

  rule: (areaId: string) => get<RuleView>(`/api/areas/${areaId}/approval`),
  setRule: (areaId: string, wish: RuleWish) =>
    send<RuleView>({ method: 'PUT', path: `/api/areas/${areaId}/approval`, body: wish }),
};
