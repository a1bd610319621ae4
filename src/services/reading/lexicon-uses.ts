// Where a lexicon entry speaks: asked of the documents that hold it, read again only when something changed.
// It must never change a reading.
import type { DocumentBrief } from '../../domain/documents/document-model.ts';
import type { Actor } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { tenantsSeenBy, treeOf } from '../scope.ts';
import { tenantFor } from './lexicons.ts';
import type { Lexicons, LexiconUse } from './reading-door.ts';
import { keyOfOrder, orderOf } from './reading-order.ts';
import type { DocumentUses } from './reading-store.ts';

type Found = DocumentUses['uses'][string];

/** The newest that hold the word: a commune's of a year or two. */
const DOCUMENTS_MAX = 100;
/** A person waits so long; what is not read by then is not in the answer, which says so. */
const READING_MAX_MS = 3_000;
/** The first place is shown with so much on either side. */
const COMPANY_CHARS = 40;

export function makeLexiconUses(deps: Deps): Pick<Lexicons, 'uses'> {
  return {
    async uses(actor, { areaId, written }) {
      tenantFor(deps, { actor, areaId, action: 'lexicon.view' });
      const holding = deps.store.documents.holding({
        tenantIds: tenantsUnder(deps, { actor, areaId }),
        forms: formsOf(written),
        limit: DOCUMENTS_MAX + 1,
      });
      const asked = holding.slice(0, DOCUMENTS_MAX);
      const untilMs = deps.clock.monoMs() + READING_MAX_MS;
      const uses: LexiconUse[] = [];
      for (const [n, document] of asked.entries()) {
        if (n > 0 && deps.clock.monoMs() > untilMs) return { uses, whole: false };
        const found = usesOfWord(await readUses(deps, document), written);
        if (found) uses.push(useOf(deps, document, { ...found, written }));
      }
      return { uses, whole: holding.length === asked.length };
    },
  };
}

/** Small letters are met at the head of a sentence and in a title; capitals mean themselves. */
function formsOf(written: string): string[] {
  const capital = written.charAt(0).toUpperCase() + written.slice(1);
  const forms = [written, capital, written.toUpperCase()];
  return written === written.toLowerCase() ? [...new Set(forms)] : [written];
}

/** The province asks of all its communes, a commune of itself. */
function tenantsUnder(deps: Deps, of: { actor: Actor; areaId: string }): string[] {
  const seen = new Set(tenantsSeenBy(deps, of.actor));
  const beneath = treeOf(deps).downwards(of.areaId);
  return beneath.filter(({ id, tenantId }) => id === tenantId && seen.has(id)).map(({ id }) => id);
}

async function readUses(deps: Deps, document: DocumentBrief): Promise<DocumentUses['uses']> {
  const { id: documentId, tenantId } = document;
  const order = orderOf(deps, { tenantId, documentId });
  const orderKey = keyOfOrder(order);
  const kept = deps.store.uses.get(documentId);
  if (kept?.orderKey === orderKey) return kept.uses;
  const text = deps.store.documents.get(documentId)?.text ?? '';
  const { uses } = await deps.reader.script(text, order);
  deps.store.uses.put(documentId, { orderKey, uses });
  // others are answered between two readings
  await new Promise((resolve) => setImmediate(resolve));
  return uses;
}

/** By what is written: "abbreviations:UBND" and "addition:UBND" are both uses of UBND. */
function usesOfWord(uses: DocumentUses['uses'], written: string): Found | null {
  const found = Object.entries(uses)
    .filter(([id]) => id.slice(id.indexOf(':') + 1) === written)
    .map(([, use]) => use);
  if (found.length === 0) return null;
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    firstFrom: Math.min(...found.map(({ firstFrom }) => firstFrom)),
  };
}

function useOf(
  { store }: Deps,
  { id, title }: DocumentBrief,
  { count, firstFrom: from, written }: Found & { written: string },
): LexiconUse {
  const text = store.documents.get(id)?.text ?? '';
  const to = from + written.length;
  const source = text.slice(Math.max(0, from - COMPANY_CHARS), to + COMPANY_CHARS);
  return { documentId: id, title, count, from, to, source };
}
