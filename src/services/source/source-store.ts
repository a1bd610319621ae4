// What the use-cases of the source system need of rows: what came, what was refused, what goes up.
// It must never know SQL: src/db implements it.
import type {
  IncomingPart,
  IncomingRow,
  IncomingSound,
  IncomingState,
  LetterKind,
  OutboxLetter,
  RefusalRow,
  Trust,
} from '../../domain/source/source-model.ts';

export type SourceStore = {
  incoming: {
    /** the bytes beside the row, exactly as received */
    insert(row: IncomingRow, raw: Uint8Array): void;
    get(id: string): IncomingRow | null;
    byRevision(of: { source: string; externalId: string; revision: number }): IncomingRow | null;
    /** every revision of one bulletin, highest first */
    revisions(of: { source: string; externalId: string }): IncomingRow[];
    byMessage(of: { source: string; messageId: string }): IncomingRow | null;
    /** whole row by id; its bytes only where it was refused and came again */
    update(row: IncomingRow, raw?: Uint8Array): void;
    raw(id: string): Uint8Array | null;
    /** not at their end: accepted, approved or scheduled; 1,000 at most */
    open(): IncomingRow[];
    /** newest first; only those with a bulletin of these tenants, or all */
    list(filter: {
      tenantIds: readonly string[] | null;
      beforeId: string | null;
      limit: number;
    }): IncomingRow[];
    counts(): Partial<Record<IncomingState, number>>;
  };
  incomingParts: {
    insert(part: IncomingPart): void;
    of(incomingId: string): IncomingPart[];
    ofBulletin(bulletinId: string): IncomingPart | null;
  };
  /** recordings that came instead of our voice */
  incomingSounds: {
    insert(sound: IncomingSound, raw: Uint8Array | null): void;
    /** all but the bytes, which stay as they are when `raw` is not said; null drops them */
    update(sound: IncomingSound, raw?: Uint8Array | null): void;
    of(bulletinId: string): IncomingSound | null;
    raw(bulletinId: string): Uint8Array | null;
    /** waiting and due, the longest first */
    nextDue(nowMs: number): IncomingSound | null;
  };
  refusals: {
    /** the oldest go where more than `kept` are there */
    insert(row: RefusalRow, of: { raw: Uint8Array; kept: number }): void;
    list(filter: { beforeId: string | null; limit: number }): RefusalRow[];
    raw(id: string): Uint8Array | null;
    /** were these very bytes refused for this before? */
    has(of: Pick<RefusalRow, 'hash' | 'why'>): boolean;
  };
  letters: {
    /** @param about the airing it tells of, and when that was */
    insert(letter: OutboxLetter, about?: { id: string; atMs: number } | null): void;
    /** the first due whose subject has no earlier one waiting */
    nextDue(nowMs: number): OutboxLetter | null;
    update(letter: OutboxLetter): void;
    waiting(): {
      count: number;
      oldestMs: number | null;
      byKind: Partial<Record<LetterKind, number>>;
    };
    /** the last of this subject, whatever became of it */
    lastOf(of: { kind: LetterKind; subject: string }): OutboxLetter | null;
    /** the last of this subject that tells of one airing */
    lastAbout(of: { kind: LetterKind; subject: string; aboutId: string }): OutboxLetter | null;
    /** all waiting are due now: the other side is back */
    wake(nowMs: number): void;
    dropOldest(of: { kind: LetterKind | null; error: string; limit: number }): number;
    dropOlderThan(of: { createdBeforeMs: number; error: string }): number;
    /** delivered or dropped ones of before then */
    prune(of: { beforeMs: number; limit: number }): number;
    list(filter: {
      state: OutboxLetter['state'] | null;
      beforeId: string | null;
      limit: number;
    }): OutboxLetter[];
    /** of airings in a span, in the order written; the next page is after the last one's id */
    aboutSpan(of: {
      kind: LetterKind;
      fromMs: number;
      toMs: number;
      afterId: string;
      limit: number;
    }): OutboxLetter[];
  };
  trusts: { all(): Trust[]; put(trust: Trust): void; drop(keyId: string): void };
};
