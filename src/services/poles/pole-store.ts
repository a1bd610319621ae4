// What the use-cases of poles need of rows: facts, hushes, stops, incidents, commands, spares.
// It must never know SQL: src/db implements it.
import type {
  Command,
  Hush,
  Incident,
  IncidentFacts,
  IncidentKind,
  SiteFacts,
  Spare,
  Swap,
} from '../../domain/poles/pole-model.ts';

export type Stop = {
  id: string;
  tenantId: string;
  atMs: number;
  expiresAtMs: number;
  orderBytes: Uint8Array;
};

export type PoleStore = {
  siteFacts: {
    /** null: nobody has written anything yet */
    get(siteId: string): SiteFacts | null;
    all(): SiteFacts[];
    put(facts: SiteFacts): void; // whole row, by site
    photoHashes(): string[];
  };
  hushes: {
    insert(hush: Hush): void;
    get(id: string): Hush | null;
    /** the one that holds at this instant */
    activeAt(siteId: string, atMs: number): Hush | null;
    /** not over by then, nor ended before their time */
    active(nowMs: number): Hush[];
    /** over or not, by when they began: newest first, 500 at most */
    since(filter: { tenantIds: readonly string[]; fromMs: number }): Hush[];
    end(id: string, of: { atMs: number; byId: string }): void;
    /** the last that held at this site in this span */
    covering(siteId: string, span: { fromMs: number; toMs: number }): Hush | null;
  };
  stops: {
    insert(stop: Stop): void;
    live(nowMs: number): Stop[];
  };
  incidents: {
    /** false when one of this kind is open at this site already */
    open(incident: Incident): boolean;
    /** the figures of the one that is open */
    setFacts(siteId: string, kind: IncidentKind, facts: IncidentFacts): void;
    close(siteId: string, kind: IncidentKind, atMs: number): void;
    allOpen(): Incident[];
    /** open ones by since; then the closed, newest first: 2,000 in all */
    list(filter: { tenantIds: readonly string[]; closedFromMs: number }): Incident[];
    /** the same for one site, 100 at most */
    ofSite(siteId: string, closedFromMs: number): Incident[];
  };
  commands: {
    insert(command: Command): void;
    get(orderId: string): Command | null;
    answer(orderId: string, of: { atMs: number; ok: boolean; facts: IncidentFacts }): void;
    /** newest first */
    ofSite(siteId: string, limit: number): Command[];
  };
  spares: {
    insert(spare: Spare): void;
    get(id: string): Spare | null;
    /** those that may come in at a broker */
    admitted(): Spare[];
    /** newest first, 500 at most */
    ofTenants(tenantIds: readonly string[]): Spare[];
    heard(id: string, of: { atMs: number; online: boolean; publicKey: string }): void;
    withdraw(id: string, atMs: number): void;
    /** at a start: nobody is known to be there */
    forget(): void;
  };
  swaps: {
    insert(swap: Swap): void;
    ofSpare(spareId: string): Swap | null;
    ofSpares(spareIds: readonly string[]): Swap[];
    ofUnit(unitId: string): Swap | null;
    lastOf(siteId: string): Swap | null;
    /** the new unit has said hello: what it was told is kept no longer */
    done(spareId: string, atMs: number): void;
  };
};
