// What choosing an order needs of rows: which item of which commune was asked about, chosen or left to arrival.
// It must never know SQL: src/db implements it.

export type PrecedenceRow = {
  /** the commune at whose speakers they meet */
  tenantId: string;
  occurrenceId: string;
  /** as its order gives it; for cleaning up once it is past */
  playAtMs: number;
  place: number;
  /** null: nobody has, or nobody did in time */
  decidedBy: string | null;
  /** null: still open */
  decidedAtMs: number | null;
  askedAtMs: number | null;
};
export type PrecedenceStore = {
  precedences: {
    get(of: { tenantId: string; occurrenceId: string }): PrecedenceRow | null;
    put(row: PrecedenceRow): void; // whole row
    /** what somebody chose and begins at or after that; 5,000 at most, the next first */
    chosen(fromMs: number): PrecedenceRow[];
    /** a schedule is another now: orders it had a part in were given to times that are no more, all of each */
    forget(scheduleId: string): void;
    /** open schedules of bulletins that have priority; 2,000 at most: more of those are no priority */
    scheduleIds(): string[];
    /** what began before then is nobody's question any more */
    prune(beforeMs: number): void;
  };
  hinderedLines: {
    /** false when this occurrence has left its line already */
    insert(occurrenceId: string, atMs: number): boolean;
    prune(beforeMs: number): void;
  };
};
