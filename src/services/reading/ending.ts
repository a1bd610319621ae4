// The law in force, heard: what was made from a document that ended is taken off the air, and people are told.
// It must never decide when a document ends, nor keep that time in a timer: rows do, and each beat asks.
import type { Airing, Bulletin } from '../../domain/model.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { keepEnd, meant } from './document-ends.ts';
import type { EndRow } from './ending-store.ts';

export type Endings = {
  /** one beat's worth: whatever has ended and was not stopped yet */
  look(): void;
};
export type EndingParts = { deps: Deps; cancelling: Pick<Cancelling, 'withdraw' | 'send'> };

/** Written when every status of an older database has its row. */
const FILLED_KEY = 'endings.filled';

export function makeEndings(parts: EndingParts): Endings {
  const { deps } = parts;
  const { store, clock } = deps;
  let filled = false;
  return {
    look() {
      if (!filled) filled = fill(deps);
      for (const end of store.endings.due(clock.planMs())) {
        try {
          stop(parts, end);
        } catch (error) {
          // one that cannot be stopped keeps no other sounding: it is due again at the next beat
          deps.log.error({ err: error, documentId: end.documentId }, 'an ending failed');
        }
      }
    },
  };
}

function fill(deps: Deps): true {
  const { store } = deps;
  if (store.settings.get(FILLED_KEY) === '1') return true;
  store.transaction(() => {
    for (const part of store.endings.confirmed()) keepEnd(deps, part);
    store.settings.put(FILLED_KEY, '1');
  });
  return true;
}

/** Made from that part, or from the whole document; what only mentions it is not touched. */
export function madeFrom(
  { store }: Pick<Deps, 'store'>,
  end: Pick<EndRow, 'documentId' | 'position'>,
) {
  const all = store.bulletins.ofDocument(end.documentId);
  return all.filter(({ documentPart }) => meant(end, documentPart));
}

type Stopped = { bulletins: readonly Bulletin[]; airings: readonly Airing[] };

function stop(parts: EndingParts, end: EndRow): void {
  const { deps, cancelling } = parts;
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const stopped = store.transaction((): Stopped => {
    const bulletins = madeFrom(deps, end);
    const open = bulletins.flatMap(({ id }) => store.airings.openOfBulletin(id));
    const by = { actor: null, reason: 'document-ended' };
    const airings = open.filter((airing) => cancelling.withdraw(airing, by));
    const given = bulletins.flatMap(({ id }) => store.assignments.openOfBulletin(id));
    for (const { id } of given) store.assignments.withdraw(id, nowMs);
    store.endings.setTold(end, nowMs);
    const { documentId, position, tenantId, kind } = end;
    record(deps, {
      actor: null,
      action: 'service.document-ended',
      subject: `document:${documentId}`,
      tenantId,
      detail: {
        ...{ position, kind, bulletins: bulletins.length, airings: airings.length },
        assignments: given.length,
      },
    });
    return { bulletins, airings };
  });
  for (const airing of stopped.airings) {
    if (airing.orderBytes) cancelling.send(airing);
    else deps.changes.tell({ kind: 'airing', id: airing.id, tenantId: airing.tenantId });
  }
  deps.changes.tell({ kind: 'document', id: end.documentId, tenantId: end.tenantId });
  tell(deps, { end, ...stopped });
}

/** Authors and approvers of every commune that says it, and of whoever's document it is. */
function tell(deps: Deps, { end, bulletins, airings }: Stopped & { end: EndRow }): void {
  const { store } = deps;
  // an ended document from which nothing was made is nobody's business at once
  if (bulletins.length === 0) return;
  const said = new Set(
    bulletins
      .flatMap(({ id }) => [
        ...store.schedules.ofBulletin(id).filter(({ endedAtMs }) => endedAtMs === null),
        ...airings.filter(({ bulletinId }) => bulletinId === id),
      ])
      .map(({ tenantId }) => tenantId),
  );
  const part = store.parts.of([end.documentId]).find((one) => one.position === end.position);
  const title = part?.number ?? part?.title ?? store.documents.get(end.documentId)?.title ?? '';
  for (const tenantId of new Set([end.tenantId, ...said])) {
    const theirs = airings.filter((airing) => airing.tenantId === tenantId).length;
    // a commune that airs the province's words cannot open the province's document
    const documentId = tenantId === end.tenantId ? end.documentId : null;
    deps.happenings.tell({ kind: 'document-ended', tenantId, documentId, title, airings: theirs });
  }
}
