// Legal texts as they come in: decoded, read once to say what the announcer will make of them, kept.
// It must never know encodings or rules of reading: the Reader does.
import { createHash } from 'node:crypto';
import type { Actor, LegalDocument } from '../domain/model.ts';
import type { Deps } from './deps.ts';
import type { DocumentReading, Documents } from './door.ts';
import type { ReadText } from './ports.ts';
import { record } from './record.ts';
import { refusal } from './refusals.ts';
import { permit, permitted, seenArea, tenantsSeenBy } from './scope.ts';

/** Nine hours of speech; the Civil Code has half of it. Beyond, reading would hold up everybody else. */
export const TEXT_MAX_CHARS = 500_000;
/** The same in the widest encoding that is decoded. */
const BYTES_MAX = TEXT_MAX_CHARS * 4;

/** What a person looks over before any sound: a quarter of an hour of it. */
const SPOKEN_MAX = 200;

export function makeDocuments(deps: Deps): Documents {
  const { store } = deps;
  return {
    create: create(deps),
    list(actor) {
      return store.documents.ofTenants(tenantsSeenBy(deps, actor));
    },
    get: (actor, { documentId }) => seenDocument(deps, { actor, documentId }),
  };
}

export function seenDocument(
  deps: Deps,
  { actor, documentId }: { actor: Actor; documentId: string },
): LegalDocument {
  const thing = deps.store.documents.get(documentId);
  return permitted(deps, { actor, action: 'document.view', thing });
}

function create(deps: Deps): Documents['create'] {
  return (actor, input) => {
    const area = seenArea(deps, { actor, areaId: input.areaId });
    permit(deps, { actor, action: 'document.create', tenantId: area.tenantId });
    const text = textOf(deps, input);
    const read = deps.reader.read(text);
    const document: LegalDocument = {
      id: deps.ids.next(),
      tenantId: area.tenantId,
      number: read.number,
      issuer: read.issuer,
      title: titleOf(read, input.name),
      text,
      textHash: createHash('sha256').update(text).digest('hex'),
      createdBy: actor.accountId,
      createdAtMs: deps.clock.wallMs(),
    };
    deps.store.transaction(() => {
      deps.store.documents.insert(document);
      const { id, tenantId, textHash } = document;
      record(deps, {
        actor,
        action: 'document.create',
        subject: `document:${id}`,
        tenantId,
        detail: { textHash },
      });
    });
    deps.changes.tell({ kind: 'document', id: document.id, tenantId: document.tenantId });
    return { document, reading: summary(read) };
  };
}

function textOf(
  deps: Deps,
  { content, name }: Pick<Parameters<Documents['create']>[1], 'content' | 'name'>,
): string {
  if ('text' in content) return pasted(deps, content.text);
  if (content.bytes.length > BYTES_MAX) throw tooLong();
  return fits(deps.reader.decode(content.bytes, name));
}

/** A pasted text passes the same door as a file: empty, not Vietnamese, an old encoding's letters. */
export function pasted(deps: Deps, text: string): string {
  return fits(deps.reader.decode(new TextEncoder().encode(fits(text)), null));
}

function fits(text: string): string {
  if (text.length > TEXT_MAX_CHARS) throw tooLong();
  return text.normalize('NFC');
}

/** What a list shows: the document's own title, else its file's name, else its first words. */
export function titleOf(read: ReadText, name: string | null): string {
  const found = read.title ?? name ?? read.sentences[0] ?? '';
  return found.trim().slice(0, 300) || 'Văn bản';
}

function summary({ sentences, ...read }: ReadText): DocumentReading {
  return { ...read, sentences: sentences.length, spoken: sentences.slice(0, SPOKEN_MAX) };
}

function tooLong() {
  return refusal('caller', 'text-too-long', {
    vi: `Văn bản dài quá ${TEXT_MAX_CHARS.toLocaleString('vi-VN')} ký tự (khoảng 9 giờ đọc). Hãy tách thành nhiều văn bản.`,
    en: `The text has more than ${TEXT_MAX_CHARS.toLocaleString('en-US')} characters (about 9 hours of speech). Split it.`,
    place: 'text',
  });
}
