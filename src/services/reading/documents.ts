// Legal texts as they come in: taken, read once to say what the announcer will make of them, kept with their file.
// It must never know file formats or rules of reading: the Reader does.
import { createHash } from 'node:crypto';
import type { LegalDocument, Likeness, Part } from '../../domain/documents/document-model.ts';
import type { Actor } from '../../domain/model.ts';
import type { Action } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { permit, permitted, seenArea, tenantsSeenBy } from '../scope.ts';
import { inheritEnds } from './document-ends.ts';
import { findLikenesses, type KnownPart, similarTo } from './likenesses.ts';
import { briefOf, partViews } from './part-views.ts';
import type { ReadScript, ReadText } from './reader-port.ts';
import type { DocumentReading, Documents } from './reading-door.ts';
import { keyOfOrder, orderOf } from './reading-order.ts';
import { cancelled, makeTaking, type TakenFile, type Taking } from './taking.ts';

/** What a person looks over before any sound: a quarter of an hour of it. */
const SPOKEN_MAX = 200;
/** A gazette has a dozen; a text that seems to hold more is one that was misread. */
const PARTS_MAX = 500;

export function makeDocuments(deps: Deps): Pick<Documents, 'create' | 'list' | 'get' | 'file'> {
  const { store, files } = deps;
  const brief = (part: Part) => briefOf(deps, part);
  return {
    create: create(deps, makeTaking(deps)),
    list(actor, page) {
      const documents = store.documents.list({ tenantIds: tenantsSeenBy(deps, actor), ...page });
      const parts = store.parts.of(documents.map(({ id }) => id));
      return documents.map((document) => ({
        ...document,
        parts: parts.filter((part) => part.documentId === document.id).map(brief),
      }));
    },
    get(actor, { documentId }) {
      const document = seenDocument(deps, { actor, documentId });
      const parts = partViews(deps, { actor, parts: store.parts.of([documentId]) });
      return { ...document, parts, similar: similarTo(deps, { actor, documentId }) };
    },
    file(actor, { documentId }) {
      const { file, title } = seenDocument(deps, { actor, documentId });
      if (file === null) throw missing();
      const { hash, bytes, name } = file;
      return { path: files.path(hash), bytes, name: name ?? title };
    },
  };
}

export function seenDocument(
  deps: Deps,
  of: { actor: Actor; documentId: string; action?: Action },
): LegalDocument {
  const { actor, documentId, action = 'document.view' } = of;
  return permitted(deps, { actor, action, thing: deps.store.documents.get(documentId) });
}

function create(deps: Deps, taking: Taking): Documents['create'] {
  return async (actor, input) => {
    const area = seenArea(deps, { actor, areaId: input.areaId });
    const { tenantId } = area;
    permit(deps, { actor, action: 'document.create', tenantId });
    const taken = await taking(input, tenantId);
    const order = orderOf(deps, { tenantId, documentId: null });
    const read = await deps.reader.script(taken.taken.text, order);
    const document = documentOf(deps, { actor, tenantId, name: input.name, taken, read });
    const parts = partsOf(document, read);
    const likenesses = await findLikenesses(deps, parts);
    // from here on it is kept: what was read to the end is not thrown away for a lost connection
    if (input.signal?.aborted) throw cancelled();
    if (taken.file && taken.bytes) await deps.files.keep(taken.file.hash, taken.bytes);
    insert(deps, { actor, document, parts, likenesses });
    const { id } = document;
    deps.store.uses.put(id, { orderKey: keyOfOrder(order), uses: read.uses });
    deps.changes.tell({ kind: 'document', id, tenantId });
    return {
      document,
      reading: summary(read),
      parts: partViews(deps, { actor, parts: parts.map(({ part }) => part) }),
      similar: similarTo(deps, { actor, documentId: id }),
    };
  };
}

function documentOf(
  deps: Deps,
  of: { actor: Actor; tenantId: string; name: string | null; taken: TakenFile; read: ReadScript },
): LegalDocument {
  const { taken, file } = of.taken;
  return {
    id: deps.ids.next(),
    tenantId: of.tenantId,
    number: of.read.number,
    issuer: of.read.issuer,
    title: titleOf(of.read, of.name),
    textHash: createHash('sha256').update(taken.text).digest('hex'),
    ...taken,
    file,
    createdBy: of.actor.accountId,
    createdAtMs: deps.clock.wallMs(),
  };
}

function partsOf({ id, tenantId, text }: LegalDocument, read: ReadScript): KnownPart[] {
  const kept = read.parts.slice(0, PARTS_MAX);
  return kept.map(({ known, status, sourceFrom, sourceTo, ...facts }, n) => {
    const { number, issuer, date, type, title } = facts;
    const isLastKept = n === kept.length - 1;
    const part: Part = {
      documentId: id,
      tenantId,
      position: n + 1,
      ...{ number, issuer, date, type, title },
      sourceFrom,
      sourceTo: isLastKept && read.parts.length > PARTS_MAX ? text.length : sourceTo,
      found: status,
      status: null,
    };
    return { part, known };
  });
}

function insert(
  { store, ids, clock }: Deps,
  of: { actor: Actor; document: LegalDocument; parts: KnownPart[]; likenesses: Likeness[] },
): void {
  const { id, tenantId, textHash, container, file } = of.document;
  store.transaction(() => {
    store.documents.insert(of.document);
    for (const { part, known } of of.parts) {
      store.parts.insert(part, known);
      inheritEnds({ store }, part);
    }
    for (const likeness of of.likenesses) store.parts.insertLikeness(likeness);
    const detail = { textHash, container, fileHash: file?.hash ?? null, parts: of.parts.length };
    const line = { action: 'document.create', subject: `document:${id}`, tenantId, detail };
    record({ store, ids, clock }, { actor: of.actor, ...line });
  });
}

/** What a list shows: the document's own title, else its file's name, else its first words. */
export function titleOf(read: ReadText, name: string | null): string {
  const found = read.title ?? name ?? read.sentences[0] ?? '';
  return plainLine(found) || 'Văn bản';
}

function summary(read: ReadText): DocumentReading {
  const { title, number, issuer, sentences, syllables, estimatedSeconds, doubts } = read;
  return {
    ...{ title, number, issuer, syllables, estimatedSeconds, doubts },
    sentences: sentences.length,
    spoken: sentences.slice(0, SPOKEN_MAX),
  };
}
