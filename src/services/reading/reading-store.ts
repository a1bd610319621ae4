// What the use-cases of reading need of rows and files: documents, parts, profiles, lexicons, settlements.
// It must never know SQL or paths: src/db and src/document-files.ts implement it.
import type {
  ActDoes,
  ConfirmedStatus,
  DocumentBrief,
  LegalDocument,
  Likeness,
  Part,
} from '../../domain/documents/document-model.ts';
import type {
  LexiconAddition,
  ReadingProfile,
  Settlement,
} from '../../domain/documents/reading-model.ts';
import type { Known } from './reader-port.ts';

export type ReadingStore = {
  documents: {
    insert(document: LegalDocument): void;
    get(id: string): LegalDocument | null;
    /** without their texts: of those that are there, in no order */
    briefs(ids: readonly string[]): DocumentBrief[];
    /** newest first, without their texts */
    list(filter: {
      tenantIds: readonly string[];
      beforeId: string | null;
      limit: number;
    }): DocumentBrief[];
    /** newest first: those whose text holds one of these, letter for letter */
    holding(filter: {
      tenantIds: readonly string[];
      forms: readonly string[];
      limit: number;
    }): DocumentBrief[];
    /** of all files of a tenant, each counted once, and of its pasted texts */
    fileBytesOf(tenantId: string): number;
    /** of every file that some document has, each once */
    fileHashes(): string[];
    /** true when a document of this tenant has this file already */
    hasFile(tenantId: string, hash: string): boolean;
  };
  parts: {
    insert(part: Part, known: Known): void;
    /** in the order printed */
    of(documentIds: readonly string[]): Part[];
    /** these alone, in no order; 200 places at most */
    at(places: readonly { documentId: string; position: number }[]): Part[];
    setStatus(of: { documentId: string; position: number }, status: ConfirmedStatus): void;
    /** newest first; 20 at most */
    byNumber(filter: { tenantIds: readonly string[]; number: string }): Part[];
    /** parts that say they do something to this number; newest first, 20 at most */
    naming(filter: {
      tenantIds: readonly string[];
      number: string;
    }): { part: Part; does: ActDoes }[];
    /** newest first */
    known(filter: { tenantIds: readonly string[]; limit: number }): { part: Part; known: Known }[];
    insertLikeness(likeness: Likeness): void;
    /** found from either side, nearest first */
    likenesses(documentId: string, limit: number): Likeness[];
  };
  profiles: {
    get(areaId: string): ReadingProfile | null;
    /** null: forgets it */
    put(areaId: string, profile: ReadingProfile | null): void;
  };
  additions: {
    /** by what is written */
    of(areaId: string): LexiconAddition[];
    get(id: string): LexiconAddition | null;
    put(addition: LexiconAddition): void; // whole row, by id
    drop(id: string): void;
  };
  settlements: {
    insert(settlement: Settlement): void;
    get(id: string): Settlement | null;
    /** in the order of the text */
    of(documentId: string): Settlement[];
    drop(id: string): void;
  };
  uses: {
    get(documentId: string): DocumentUses | null;
    put(documentId: string, uses: DocumentUses): void;
  };
};

/** Which lexicon entries spoke, by id, read under the order of this key. */
export type DocumentUses = {
  orderKey: string;
  uses: Readonly<Record<string, { count: number; firstFrom: number }>>;
};

/** Bytes as they came, each a file named by its hash; never changed, and kept while a row names it. */
export type DocumentFiles = {
  /** on the disk when it resolves; nothing is done where that file stands already */
  keep(hash: string, bytes: Uint8Array): Promise<void>;
  path(hash: string): string;
  /** when no row names it any more */
  drop(hash: string): Promise<void>;
  /** at a start: what a kill left half-written, and files no row names */
  sweep(named: readonly string[]): Promise<void>;
};
