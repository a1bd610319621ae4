// Requests about what was found in a bulletin that looks personal, and about the spoken mark.
// It must never know screens.
import type { PersonalView, SpokenMark } from '../http/schemas/personal.ts';
import { send } from './send.ts';

export const personalApi = {
  of: (bulletinId: string) =>
    send<PersonalView>({ method: 'GET', path: `/api/bulletins/${bulletinId}/personal` }),
  answer: (bulletinId: string, reason: string) =>
    send<PersonalView>({
      ...{ method: 'POST', path: `/api/bulletins/${bulletinId}/personal/answer` },
      body: { reason },
    }),
  spokenMark: (areaId: string) =>
    send<SpokenMark>({ method: 'GET', path: `/api/areas/${areaId}/spoken-mark` }),
  setSpokenMark: (areaId: string, spoken: boolean | null) =>
    send<SpokenMark>({
      ...{ method: 'PUT', path: `/api/areas/${areaId}/spoken-mark` },
      body: { spoken },
    }),
};
