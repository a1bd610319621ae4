// Tables of the calendar as Kysely sees them.
// It must never know the rules behind them.

export type CalendarTables = {
  scheduleExceptions: {
    scheduleId: string;
    slotMs: number;
    change: string;
    lastMs: number;
    reason: string;
    byId: string;
    atMs: number;
  };
  scheduleChanges: {
    scheduleId: string;
    version: number;
    what: string;
    byId: string;
    atMs: number;
  };
  specialDays: {
    id: string;
    tenantId: string;
    kind: 'holiday' | 'mourning';
    name: string;
    fromDay: string;
    untilDay: string;
  };
};
