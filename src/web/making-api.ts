// Requests about sound being made.
// It must never know screens.
import type { Bulletin } from '../http/schemas/bulletin.ts';
import type { MakingList } from '../http/schemas/making.ts';
import { send } from './send.ts';

const pathOf = (id: string, act: string) => `/api/bulletins/${id}/${act}`;

export const makingApi = {
  list: () => send<MakingList>({ method: 'GET', path: '/api/makings' }),
  stop: (id: string) => send<Bulletin>({ method: 'POST', path: pathOf(id, 'stop-making') }),
  again: (id: string) => send<Bulletin>({ method: 'POST', path: pathOf(id, 'make-again') }),
};
