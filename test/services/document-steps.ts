// The steps of a document's life as tests take them: a commune, its province, a text brought in.
// It must never assert anything: tests do.
import type { Actor } from '../../src/domain/model.ts';
import { type Commune, commune, person, setUp, type World } from './world.ts';

export type Place = Pick<Commune, 'id' | 'author' | 'approver'>;
export type WithProvince = Commune & { admin: Actor; province(at: World): Promise<Place> };

/** A commune and its people; the province's own come when asked for. */
export async function someCommune(at: World): Promise<WithProvince> {
  const admin = await setUp(at);
  const place = commune(at, admin, 'xa-a');
  const id = admin.grants[0]?.areaId ?? '';
  const province = async () => ({
    id,
    author: person(at, 'tinh-soan', ['author', id]),
    approver: person(at, 'tinh-duyet', ['approver', id]),
  });
  return { ...place, admin, province };
}

export function neighbour(at: World): Commune {
  const accountId = at.deps.store.accounts.byName('quan-tri')?.id ?? '';
  const grants = at.deps.store.accounts.grants(accountId);
  return commune(at, { accountId, name: 'quan-tri', grants }, 'xa-b');
}

/** Brings a text in as its author; gives the document's id. */
export async function imported(at: World, by: Place, text: string): Promise<string> {
  const input = { areaId: by.id, name: null, content: { text } };
  return (await at.house.services.documents.create(by.author, input)).document.id;
}
