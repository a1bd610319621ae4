// Rows of legal texts as they came in; the bytes are files named by hash.
// It must never know what a text says.
import type { DocumentBrief, LegalDocument } from '../domain/documents/document-model.ts';
import type { Store } from '../services/ports.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

/** A list goes without texts and pages: they would be megabytes. */
const BRIEF = [
  ...([
    'id',
    'tenantId',
    'number',
    'issuer',
    'title',
    'textHash',
    'container',
    'encoding',
  ] as const),
  ...(['signatures', 'notes', 'ocr', 'fileHash', 'fileBytes', 'fileName'] as const),
  ...(['createdBy', 'createdAtMs'] as const),
];
type BriefRow = Pick<Tables['documents'], (typeof BRIEF)[number]>;

export function documentRows(run: Runner): Store['documents'] {
  const documents = queries.selectFrom('documents');
  const briefs = documents.select(BRIEF);
  const newest = (tenantIds: readonly string[], limit: number) =>
    briefs.where('tenantId', 'in', padded(tenantIds)).orderBy('id', 'desc').limit(limit);
  return {
    insert: (document) => void run.change(queries.insertInto('documents').values(asRow(document))),
    get(id) {
      const row = run.first(documents.selectAll().where('id', '=', id));
      return row && asDocument(row);
    },
    briefs(ids) {
      if (ids.length === 0) return [];
      return run.all(briefs.where('id', 'in', padded(ids))).map(asBrief);
    },
    list({ tenantIds, beforeId, limit }) {
      if (tenantIds.length === 0) return [];
      const theirs = newest(tenantIds, limit);
      return run.all(beforeId === null ? theirs : theirs.where('id', '<', beforeId)).map(asBrief);
    },
    holding({ tenantIds, forms, limit }) {
      if (tenantIds.length === 0) return [];
      // the bare function: LIKE would fold case and give % and _ a meaning
      const theirs = newest(tenantIds, limit).where(({ eb, fn, or, val }) =>
        or(forms.map((form) => eb(fn<number>('instr', ['text', val(form)]), '>', 0))),
      );
      return run.all(theirs).map(asBrief);
    },
    ...fileRows(run),
  };
}

function fileRows(run: Runner): Pick<Store['documents'], 'fileBytesOf' | 'fileHashes' | 'hasFile'> {
  const files = queries.selectFrom('documents').select(['fileHash', 'fileBytes']);
  return {
    fileBytesOf(tenantId) {
      const theirs = files.where('tenantId', '=', tenantId);
      const each = [
        ...run.all(theirs.distinct().where('fileHash', 'is not', null)),
        ...run.all(theirs.where('fileHash', 'is', null)),
      ];
      return each.reduce((sum, { fileBytes }) => sum + (fileBytes ?? 0), 0);
    },
    fileHashes() {
      const named = queries.selectFrom('documents').select('fileHash').distinct();
      return run.all(named).flatMap(({ fileHash }) => fileHash ?? []);
    },
    hasFile: (tenantId, hash) =>
      run.first(files.where('tenantId', '=', tenantId).where('fileHash', '=', hash).limit(1)) !==
      null,
  };
}

function asRow({ file, ...document }: LegalDocument): Tables['documents'] {
  return {
    ...document,
    pages: JSON.stringify(document.pages),
    signatures: JSON.stringify(document.signatures),
    notes: JSON.stringify(document.notes),
    ocr: document.ocr && JSON.stringify(document.ocr),
    fileHash: file?.hash ?? null,
    // what a pasted text fills counts as well; read back, it is no file
    fileBytes: file?.bytes ?? Buffer.byteLength(document.text),
    fileName: file?.name ?? null,
  };
}

function asDocument(row: Tables['documents']): LegalDocument {
  const { text, pages, ...brief } = row;
  return { ...asBrief(brief), text, pages: JSON.parse(pages) as LegalDocument['pages'] };
}

function asBrief({ fileHash, fileBytes, fileName, ...row }: BriefRow): DocumentBrief {
  return {
    ...row,
    signatures: JSON.parse(row.signatures) as DocumentBrief['signatures'],
    notes: JSON.parse(row.notes) as DocumentBrief['notes'],
    ocr: row.ocr === null ? null : (JSON.parse(row.ocr) as { engine: string }),
    file: fileHash === null ? null : { hash: fileHash, bytes: fileBytes ?? 0, name: fileName },
  };
}
