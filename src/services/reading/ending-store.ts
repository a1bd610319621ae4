// What the ending of documents needs of rows: when each ends, what was made from it, who heard that.
// It must never know SQL: src/db implements it.
import type { EndKind } from '../../domain/documents/document-ending.ts';
import type { ConfirmedStatus } from '../../domain/documents/document-model.ts';

export type PartPlace = { documentId: string; position: number };
/** A part ends because a person said so, of it or of the province's document of the same number. */
export type EndRow = PartPlace & {
  tenantId: string;
  fromId: string;
  fromPosition: number;
  endMs: number;
  kind: EndKind;
  /** when what was made from it was stopped; null: not yet */
  toldAtMs: number | null;
};
export type Correction = PartPlace & {
  bulletinId: string;
  areaIds: readonly string[];
  madeAtMs: number;
};
/** One village's part in what sounded of some bulletins. */
export type HeardIn = { areaId: string; airings: number; speakers: number; lastAtMs: number };

export type EndingStore = {
  endings: {
    /** the same end again changes nothing; another one is news */
    put(row: Omit<EndRow, 'toldAtMs'>): void;
    /** whatever this part's status had ended */
    dropFrom(place: PartPlace): void;
    of(documentId: string): EndRow[];
    /** come, and nothing stopped yet; 200 at most, the rest at the next look */
    due(nowMs: number): EndRow[];
    setTold(row: EndRow, atMs: number): void;
    /** parts of that number in these tenants */
    copies(of: { number: string; tenantIds: readonly string[] }): (PartPlace & {
      tenantId: string;
    })[];
    /** every part with a person's word on it: for a database older than these rows */
    confirmed(): (PartPlace & {
      tenantId: string;
      number: string | null;
      status: ConfirmedStatus;
    })[];
    /** by village, at sites of these tenants; 5,000 at most */
    heardIn(of: { bulletinIds: readonly string[]; tenantIds: readonly string[] }): HeardIn[];
    /** titles of other bulletins with this number in their words; 20 at most */
    mentioning(of: {
      number: string;
      tenantIds: readonly string[];
      exceptIds: readonly string[];
    }): { id: string; title: string }[];
  };
  corrections: {
    insert(correction: Correction): void;
    of(place: PartPlace): Correction[];
    get(bulletinId: string): Correction | null;
  };
};
