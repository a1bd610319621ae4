// A desk with a decision on it, over real rows and the real reading room: what every test of composing begins with.
// It must never assert anything.
import { afterAll, beforeAll } from 'vitest';
import type { Status } from '../../src/domain/documents/document-model.ts';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { DECISION } from '../reading/documents.ts';
import { liveCommune } from './steps.ts';
import { until, type World, world } from './world.ts';

let reader: ClosableReader;
beforeAll(() => {
  reader = makeReader();
});
afterAll(() => reader.close());

/** With an abbreviation nobody knows in its second article. */
export const DOUBTFUL = DECISION.replace('Bãi bỏ Quyết định', 'XQKT bãi bỏ Quyết định');

export async function desk(text = DECISION) {
  const at = world({}, { reader, composer: reader.composer });
  const place = await liveCommune(at);
  const { documents } = at.house.services;
  const taken = await documents.create(place.author, {
    areaId: place.id,
    name: null,
    content: { text },
  });
  return { at, place, documentId: taken.document.id, ...at.house.services };
}
export type AtDesk = Awaited<ReturnType<typeof desk>>;

export async function dieu2({ compositions, place, documentId }: AtDesk): Promise<string[]> {
  const { clauses } = await compositions.clauses(place.author, { documentId, position: null });
  return clauses.filter(({ labels }) => labels[0] === 'Điều 2').map(({ id }) => id);
}

export const said = ({ lines }: { lines: readonly { words: string }[] }) =>
  lines.map(({ words }) => words).join(' ');

export function confirm(
  { documents, place, documentId }: AtDesk,
  status: Partial<Status> & Pick<Status, 'kind'>,
) {
  const none = { commentUntil: null, inForceFrom: null, endedOn: null, by: null };
  documents.setStatus(place.author, {
    documentId,
    position: 1,
    status: { ...none, ...status, remark: 'vì' },
  });
}

export async function settled(at: World, id: string) {
  await until(() => at.deps.store.bulletins.get(id)?.state !== 'making', 'the sound');
}
