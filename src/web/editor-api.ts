// Requests about bulletins composed of a document, with the types of the schemas.
// It must never know screens.
import type {
  BulletinScript,
  ClauseList,
  Composition,
  CompositionWish,
} from '../http/schemas/composition.ts';
import { send } from './send.ts';

export const editorApi = {
  clauses: (id: string, part: number | null) =>
    send<ClauseList>({
      method: 'GET',
      path: `/api/documents/${id}/clauses${part === null ? '' : `?part=${part}`}`,
    }),
  preview: (wish: CompositionWish, signal: AbortSignal) =>
    send<Composition>({ method: 'POST', path: '/api/compositions/preview', body: wish, signal }),
  script: (bulletinId: string) =>
    send<BulletinScript>({ method: 'GET', path: `/api/bulletins/${bulletinId}/script` }),
};
