// When the document behind a bulletin stops holding: kept as rows when a person says so, looked up by bulletin.
// It must never stop anything (ending.ts), nor decide what a status means (src/domain/documents/document-ending.ts).
import { areaTree } from '../../domain/areas.ts';
import { documentEnd, firstEndMs } from '../../domain/documents/document-ending.ts';
import type { Status } from '../../domain/documents/document-model.ts';
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { EndRow, PartPlace } from './ending-store.ts';

type Confirmed = PartPlace & { tenantId: string; number: string | null; status: Status };

/** Of a whole gazette any of its documents counts: it would still be read out. Asked once per document. */
export function documentEnds(
  deps: Pick<Deps, 'store'>,
): (bulletin: Pick<Bulletin, 'documentId' | 'documentPart'>) => number | null {
  const known = new Map<string, EndRow[]>();
  return ({ documentId, documentPart }) => {
    if (documentId === null) return null;
    const ends = known.get(documentId) ?? deps.store.endings.of(documentId);
    known.set(documentId, ends);
    return firstEndMs(ends.filter((end) => meant(end, documentPart)));
  };
}

export function meant({ position }: Pick<PartPlace, 'position'>, part: number | null): boolean {
  return part === null || part === position;
}

/**
 * Within the transaction of the status. A commune works from its own copy of what the province issued:
 * the province's word on it ends every copy of that number beneath, whatever was said of the copy.
 */
export function keepEnd({ store }: Pick<Deps, 'store'>, part: Confirmed): void {
  const { documentId, position, tenantId, number } = part;
  store.endings.dropFrom(part);
  const end = documentEnd(part.status);
  if (end === null) return;
  const from = { fromId: documentId, fromPosition: position };
  store.endings.put({ documentId, position, tenantId, ...from, ...end });
  if (number === null) return;
  const below = areaTree(store.areas.all())
    .downwards(tenantId)
    .filter(({ id, tenantId: own }) => own === id && id !== tenantId);
  const copies = store.endings.copies({ number, tenantIds: below.map(({ id }) => id) });
  for (const copy of copies) store.endings.put({ ...copy, ...from, ...end });
}

/** A text that comes in under a number that ended already is born ended. */
export function inheritEnds({ store }: Pick<Deps, 'store'>, part: Omit<Confirmed, 'status'>): void {
  const { documentId, position, tenantId, number } = part;
  if (number === null) return;
  const above = areaTree(store.areas.all())
    .upwards(tenantId)
    .filter(({ id, tenantId: own }) => own === id && id !== tenantId);
  const originals = store.endings.copies({ number, tenantIds: above.map(({ id }) => id) });
  for (const { documentId: fromId, position: fromPosition } of originals)
    for (const { endMs, kind, ...end } of store.endings.of(fromId))
      if (end.position === fromPosition && end.fromId === fromId)
        store.endings.put({ documentId, position, tenantId, fromId, fromPosition, endMs, kind });
}
