// A person's word on the status of a part, kept with who and when.
// It must never decide which word is allowed: src/domain/documents/document-status.ts does.
import { confirmStatus } from '../../domain/documents/document-status.ts';
import { orThrow } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { keepEnd } from './document-ends.ts';
import { seenDocument } from './documents.ts';
import type { Endings } from './ending.ts';
import { partViews, today } from './part-views.ts';
import type { Documents } from './reading-door.ts';

export function makeStatuses(
  deps: Deps,
  endings: Pick<Endings, 'look'>,
): Pick<Documents, 'setStatus'> {
  const { store } = deps;
  return {
    setStatus(actor, { documentId, position, status }) {
      const { tenantId } = seenDocument(deps, { actor, documentId, action: 'document.status' });
      const { remark: said = null, ...wish } = status;
      const remark = said?.trim() || null;
      const part = store.transaction(() => {
        const before = store.parts.of([documentId]).find((each) => each.position === position);
        if (!before) throw missing();
        const kept = orThrow(
          confirmStatus({ before: before.status, wish, remark, day: today(deps) }),
        );
        const by = { confirmedBy: actor.accountId, confirmedAtMs: deps.clock.wallMs(), remark };
        store.parts.setStatus({ documentId, position }, { ...kept, ...by });
        keepEnd(deps, { ...before, status: kept });
        record(deps, {
          actor,
          action: 'document.status',
          subject: `document:${documentId}`,
          tenantId,
          detail: { position, was: before.status?.kind ?? null, ...kept, remark },
        });
        return { ...before, status: { ...kept, ...by } };
      });
      deps.changes.tell({ kind: 'document', id: documentId, tenantId });
      endings.look(); // what ended is silent before the answer is read
      const [view] = partViews(deps, { actor, parts: [part] });
      if (!view) throw missing();
      return view;
    },
  };
}
