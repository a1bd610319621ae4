// What records need of rows: the log by pages, sums of legal airings, schemes, deadlines.
// It must never know SQL: src/db implements it.
import type { LegalSums } from '../../domain/records/record-figures.ts';
import type { Deadline, LoggedAiring, Scheme } from '../../domain/records/record-model.ts';

/** Airings of these tenants, and of those above them that had speakers at their sites; only those sites count. */
export type Scope = { tenantIds: readonly string[]; aboveIds: readonly string[] };
export type Asked = {
  scope: Scope;
  fromMs: number;
  toMs: number;
  documentId: string | null;
  schemeId: string | null;
};
export type LogCursor = { playAtMs: number; airingId: string };
export type HeardRow = {
  areaId: string;
  tenantId: string;
  /** airings of which at least one speaker there played the whole */
  times: number;
  speakers: number;
  firstMs: number;
  lastMs: number;
};

export type RecordStore = {
  records: {
    /** over and accounted for, by time; at most `limit` of those after the cursor */
    log(asked: Asked & { after: LogCursor | null; limit: number }): LoggedAiring[];
    legalSums(asked: Asked): LegalSums;
    /** villages where a document was heard whole; 5,000 at most */
    heardBy(of: { documentId: string; tenantIds: readonly string[] }): HeardRow[];
  };
  schemes: {
    insert(scheme: Scheme): void;
    get(id: string): Scheme | null;
    update(scheme: Scheme): void; // name and days, by id
    /** by code; 500 at most */
    ofTenants(tenantIds: readonly string[]): Scheme[];
    ofBulletin(bulletinId: string): Scheme[];
    setOfBulletin(bulletinId: string, schemeIds: readonly string[]): void;
  };
  deadlines: {
    /** empty: the tenant keeps to the usual ones */
    of(tenantId: string): Deadline[];
    put(tenantId: string, deadlines: readonly Deadline[]): void;
    /** false when it was told already for that day */
    told(of: { tenantId: string; code: string; dueDay: string; toldAtMs: number }): boolean;
  };
};
