// Rows of what came from the source system: incoming revisions, the bulletins made of them, refusals, trusts.
// It must never know what a state means, nor change a byte of what was received.
import type { IncomingPart, IncomingRow, RefusalRow } from '../domain/source/source-model.ts';
import type { SourceStore } from '../services/source/source-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import { letterRows } from './source-letters.ts';
import { soundRows } from './source-sounds.ts';
import type { IncomingTable, PartTable, RefusalTable } from './tables-source.ts';

/** More at once on their way than a province has communes, ten times over: a fault somewhere. */
const OPEN_MAX = 1_000;

export function sourceStore(run: Runner): SourceStore {
  return {
    incoming: { ...incomingReads(run), ...incomingChanges(run) },
    incomingParts: partRows(run),
    incomingSounds: soundRows(run),
    refusals: refusalRows(run),
    letters: letterRows(run),
    trusts: trustRows(run),
  };
}

/** All but the bytes: a list of fifty must not read 12 MB. */
const COLUMNS = [
  ...(['id', 'source', 'externalId', 'revision', 'messageId', 'hash', 'bytes'] as const),
  ...(['contentType', 'via', 'keyId', 'arrivedAtMs', 'priority', 'drill', 'title'] as const),
  ...(['sender', 'does', 'state', 'why', 'place', 'toldState'] as const),
] as const;
type Reads = Omit<SourceStore['incoming'], 'insert' | 'update'>;

function incomingReads(run: Runner): Reads {
  const rows = queries.selectFrom('incoming').select(COLUMNS);
  const one = (row: Omit<IncomingTable, 'raw'> | null) => row && asIncoming(row);
  return {
    get: (id) => one(run.first(rows.where('id', '=', id))),
    byRevision({ source, externalId, revision }) {
      const named = rows.where('source', '=', source).where('externalId', '=', externalId);
      return one(run.first(named.where('revision', '=', revision)));
    },
    revisions({ source, externalId }) {
      const named = rows.where('source', '=', source).where('externalId', '=', externalId);
      return run.all(named.orderBy('revision', 'desc').limit(OPEN_MAX)).map(asIncoming);
    },
    byMessage({ source, messageId }) {
      const named = rows.where('source', '=', source).where('messageId', '=', messageId);
      return one(run.first(named.orderBy('revision', 'desc').limit(1)));
    },
    raw: (id) =>
      run.first(queries.selectFrom('incoming').select('raw').where('id', '=', id))?.raw ?? null,
    open() {
      const states = ['received', 'accepted', 'approved', 'scheduled'] as const;
      const open = rows.where('state', 'in', states).orderBy('id', 'desc').limit(OPEN_MAX);
      return run.all(open).map(asIncoming);
    },
    list({ tenantIds, beforeId, limit }) {
      let shown = rows.orderBy('id', 'desc').limit(limit);
      if (beforeId !== null) shown = shown.where('id', '<', beforeId);
      if (tenantIds === null) return run.all(shown).map(asIncoming);
      if (tenantIds.length === 0) return [];
      const theirs = queries
        .selectFrom('incomingParts')
        .select('incomingId')
        .where('tenantId', 'in', padded(tenantIds));
      return run.all(shown.where('id', 'in', theirs)).map(asIncoming);
    },
    counts() {
      const counted = queries
        .selectFrom('incoming')
        .select(({ fn }) => ['state', fn.countAll<number>().as('many')])
        .groupBy('state');
      return Object.fromEntries(run.all(counted).map(({ state, many }) => [state, many]));
    },
  };
}

function incomingChanges(run: Runner): Pick<SourceStore['incoming'], 'insert' | 'update'> {
  return {
    insert(row, raw) {
      run.change(queries.insertInto('incoming').values({ ...asRow(row), raw }));
    },
    update(row, raw) {
      const { id, ...changed } = asRow(row);
      const whole = raw === undefined ? changed : { ...changed, raw };
      run.change(queries.updateTable('incoming').set(whole).where('id', '=', id));
    },
  };
}

function asRow({ drill, refused, ...row }: IncomingRow): Omit<IncomingTable, 'raw'> {
  const { why = null, place = null } = refused ?? {};
  return { ...row, drill: Number(drill), why, place };
}

function asIncoming({ why, place, drill, ...row }: Omit<IncomingTable, 'raw'>): IncomingRow {
  return { ...row, drill: drill === 1, refused: why && { why, place } };
}

function partRows(run: Runner): SourceStore['incomingParts'] {
  const parts = queries.selectFrom('incomingParts').selectAll();
  return {
    insert(part) {
      const { areaIds, byTrust, order: airOrder, gives, ...kept } = part;
      const { leastAirings = null, dueAtMs = null } = gives ?? {};
      const row = { ...kept, areaIds: JSON.stringify(areaIds), byTrust: Number(byTrust) };
      run.change(
        queries.insertInto('incomingParts').values({ ...row, airOrder, leastAirings, dueAtMs }),
      );
    },
    of: (incomingId) =>
      run.all(parts.where('incomingId', '=', incomingId).orderBy('bulletinId')).map(asPart),
    ofBulletin(bulletinId) {
      const row = run.first(parts.where('bulletinId', '=', bulletinId));
      return row && asPart(row);
    },
  };
}

function asPart({ airOrder: order, leastAirings, dueAtMs, ...row }: PartTable): IncomingPart {
  const gives = leastAirings === null || dueAtMs === null ? null : { leastAirings, dueAtMs };
  const areaIds = JSON.parse(row.areaIds) as string[];
  return { ...row, areaIds, byTrust: row.byTrust === 1, order, gives };
}

function refusalRows(run: Runner): SourceStore['refusals'] {
  const columns = [
    ...(['id', 'atMs', 'via', 'why', 'place', 'externalId', 'title', 'emergency'] as const),
    ...(['hash', 'bytes', 'contentType'] as const),
  ] as const;
  const asRefusal = (row: Omit<RefusalTable, 'raw'>): RefusalRow => ({
    ...row,
    emergency: row.emergency === 1,
  });
  return {
    insert(row, { raw, kept }) {
      const emergency = Number(row.emergency);
      run.change(queries.insertInto('sourceRefusals').values({ ...row, emergency, raw }));
      const newest = queries
        .selectFrom('sourceRefusals')
        .select('id')
        .orderBy('id', 'desc')
        .limit(kept);
      run.change(queries.deleteFrom('sourceRefusals').where('id', 'not in', newest));
    },
    list({ beforeId, limit }) {
      const rows = queries.selectFrom('sourceRefusals').select(columns).orderBy('id', 'desc');
      const shown = beforeId === null ? rows : rows.where('id', '<', beforeId);
      return run.all(shown.limit(limit)).map(asRefusal);
    },
    raw: (id) =>
      run.first(queries.selectFrom('sourceRefusals').select('raw').where('id', '=', id))?.raw ??
      null,
    has({ hash, why }) {
      const same = queries.selectFrom('sourceRefusals').select('id').where('hash', '=', hash);
      return run.first(same.where('why', '=', why).limit(1)) !== null;
    },
  };
}

function trustRows(run: Runner): SourceStore['trusts'] {
  return {
    all: () => run.all(queries.selectFrom('sourceTrusts').selectAll().orderBy('keyId')),
    put(trust) {
      const { keyId: _, ...changed } = trust;
      run.change(
        queries
          .insertInto('sourceTrusts')
          .values(trust)
          .onConflict((clash) => clash.column('keyId').doUpdateSet(changed)),
      );
    },
    drop: (keyId) => void run.change(queries.deleteFrom('sourceTrusts').where('keyId', '=', keyId)),
  };
}
