// Reads of what aired, for logs and figures: page by page, summed where the rows lie.
// It must never know forms, words or who asks.
import { sql } from 'kysely';
import type { SyntheticMark } from '../../devices/protocol/index.ts';
import type { LegalSums } from '../domain/records/record-figures.ts';
import type { LoggedAiring, ReasonCount, VillageCount } from '../domain/records/record-model.ts';
import type { Asked, RecordStore } from '../services/records/record-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

/** More villages than a province has. */
const HEARD_MAX = 5_000;

export function recordRows(run: Runner): RecordStore['records'] {
  return {
    log(asked) {
      if (asked.scope.tenantIds.length === 0) return [];
      const rows = run.all(logPage(asked));
      return withCounts(run, { rows, tenantIds: asked.scope.tenantIds });
    },
    legalSums(asked) {
      if (asked.scope.tenantIds.length === 0) return NOTHING;
      const rows = run.all(legalSums(asked));
      const total = (pick: (row: (typeof rows)[number]) => number) =>
        rows.reduce((sum, row) => sum + pick(row), 0);
      const byLanguage = new Map<string, number>();
      for (const { language, airings } of rows)
        byLanguage.set(language, (byLanguage.get(language) ?? 0) + airings);
      return {
        airings: total((row) => row.airings),
        durationMs: total((row) => row.durationMs),
        // each part of a gazette is a document of its own, in however many languages it was heard
        documents: [...new Set(rows.map((row) => `${row.documentId}#${row.documentPart ?? ''}`))],
        byLanguage: [...byLanguage].map(([language, airings]) => ({ language, airings })),
        heardAreaIds: run.all(heardAreas(asked)).map(({ areaId }) => areaId),
      };
    },
    heardBy({ documentId, tenantIds }) {
      if (tenantIds.length === 0) return [];
      return run.all(heardBy(documentId, tenantIds));
    },
  };
}

const NOTHING: LegalSums = {
  ...{ airings: 0, documents: [], durationMs: 0, byLanguage: [], heardAreaIds: [] },
};

/**
 * The rows are found by their time or their airing, and only then looked at for whose they are: SQLite
 * would begin with the sites of seventy-five communes, and look each of them up in every airing.
 */
const ownerOf = sql<string>`+airings.tenant_id`;
const stateOf = sql<string>`+airings.state`;
const siteOwner = sql<string>`+sites.tenant_id`;

/** Airings that are over, of the tenants asked about or of one above that has a part at their sites. */
function asked({ scope, fromMs, toMs, documentId, schemeId }: Asked) {
  const { tenantIds, aboveIds } = scope;
  let found = queries
    .selectFrom('airings')
    .innerJoin('bulletins', 'bulletins.id', 'airings.bulletinId')
    .where('airings.playAtMs', '>=', fromMs)
    .where('airings.playAtMs', '<', toMs)
    .where(stateOf, 'in', ['closed', 'cancelled'])
    .where(({ and, eb, exists, or, selectFrom }) => {
      // of a single commune its own index is the shorter way
      const isOne = tenantIds.length === 1;
      const own = eb(isOne ? 'airings.tenantId' : ownerOf, 'in', padded(tenantIds));
      if (aboveIds.length === 0) return own;
      const theirs = selectFrom('airingSpeakers as part')
        .innerJoin('sites', 'sites.id', 'part.siteId')
        .select('part.siteId')
        .whereRef('part.airingId', '=', 'airings.id')
        .where(siteOwner, 'in', padded(tenantIds));
      return or([own, and([eb('airings.tenantId', 'in', padded(aboveIds)), exists(theirs)])]);
    });
  if (documentId !== null) found = found.where('bulletins.documentId', '=', documentId);
  if (schemeId !== null)
    found = found.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('bulletinSchemes as counts')
          .select('counts.schemeId')
          .whereRef('counts.bulletinId', '=', 'airings.bulletinId')
          .where('counts.schemeId', '=', schemeId),
      ),
    );
  return found;
}

function logPage(of: Parameters<RecordStore['records']['log']>[0]) {
  const { after, limit } = of;
  const page = asked(of)
    .leftJoin('areas as owner', 'owner.id', 'airings.tenantId')
    .leftJoin('incomingParts as incoming', 'incoming.bulletinId', 'airings.bulletinId')
    .select(['airings.id', 'airings.tenantId', 'airings.bulletinId', 'airings.title'])
    .select(['airings.priority', 'airings.drill', 'airings.playAtMs', 'airings.durationMs'])
    .select(['airings.state', 'bulletins.documentId', 'bulletins.documentPart'])
    .leftJoin('clips', 'clips.id', 'airings.clipId')
    .leftJoin('suspicions', 'suspicions.bulletinId', 'airings.bulletinId')
    .select(['owner.kind as ownerKind', 'incoming.incomingId', 'clips.synthetic'])
    .select(['bulletins.personalData', 'suspicions.foundHash', 'suspicions.reason as answered']);
  const later =
    after === null
      ? page
      : page.where(({ and, eb, or }) =>
          and([
            eb('airings.playAtMs', '>=', after.playAtMs),
            or([
              eb('airings.playAtMs', '>', after.playAtMs),
              eb('airings.id', '>', after.airingId),
            ]),
          ]),
        );
  return later.orderBy('airings.playAtMs').orderBy('airings.id').limit(limit);
}

type LogRow =
  ReturnType<ReturnType<typeof logPage>['execute']> extends Promise<(infer Row)[]> ? Row : never;

function withCounts(
  run: Runner,
  { rows, tenantIds }: { rows: LogRow[]; tenantIds: readonly string[] },
): LoggedAiring[] {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counts = run.all(countsOf(ids, tenantIds));
  const byAiring = new Map<string, typeof counts>();
  for (const row of counts)
    byAiring.set(row.airingId, [...(byAiring.get(row.airingId) ?? []), row]);
  return rows.map((row) => asLogged(row, byAiring.get(row.id) ?? []));
}

function countsOf(airingIds: readonly string[], tenantIds: readonly string[]) {
  return queries
    .selectFrom('airingSpeakers as part')
    .innerJoin('sites', 'sites.id', 'part.siteId')
    .leftJoin('verdicts', (join) =>
      join
        .onRef('verdicts.airingId', '=', 'part.airingId')
        .onRef('verdicts.siteId', '=', 'part.siteId'),
    )
    .select(({ fn }) => ['part.airingId', 'sites.areaId', fn.countAll<number>().as('count')])
    .select(['verdicts.kind', 'verdicts.reason'])
    .where('part.airingId', 'in', padded(airingIds))
    .where(siteOwner, 'in', padded(tenantIds))
    .groupBy(['part.airingId', 'sites.areaId', 'verdicts.kind', 'verdicts.reason'])
    .orderBy('sites.areaId');
}

type CountRow = {
  areaId: string;
  count: number;
  kind: ReasonCount['kind'] | null;
  reason: ReasonCount['reason'] | null;
};
const FIELD = {
  played: 'played',
  'partly-played': 'partly',
  'pre-empted': 'preempted',
  'skipped-by-rule': 'skipped',
  failed: 'failed',
} as const;

function asLogged(row: LogRow, counts: readonly CountRow[]): LoggedAiring {
  const { id, tenantId, bulletinId, documentId, documentPart, title, priority } = row;
  const villages = new Map<string, VillageCount>();
  const reasons = new Map<string, ReasonCount>();
  for (const { areaId, count, kind, reason } of counts) {
    const none = { ...{ played: 0, partly: 0, preempted: 0, skipped: 0, failed: 0 }, speakers: 0 };
    const village = villages.get(areaId) ?? { areaId, ...none };
    villages.set(areaId, { ...village, speakers: village.speakers + count });
    if (kind === null || reason === null) continue;
    const now = villages.get(areaId) ?? village;
    villages.set(areaId, { ...now, [FIELD[kind]]: now[FIELD[kind]] + count });
    const before = reasons.get(`${kind}/${reason}`)?.count ?? 0;
    reasons.set(`${kind}/${reason}`, { kind, reason, count: before + count });
  }
  return {
    ...{ airingId: id, tenantId, bulletinId, documentId, documentPart, title, priority },
    origin: row.incomingId ? 'source' : row.ownerKind === 'province' ? 'province' : 'own',
    drill: row.drill === 1,
    cancelled: row.state === 'cancelled',
    ...{ playAtMs: row.playAtMs, durationMs: row.durationMs },
    synthetic: row.synthetic === null ? null : (JSON.parse(row.synthetic) as SyntheticMark),
    personal: row.personalData === 1 || (row.foundHash !== null && row.answered === null),
    villages: [...villages.values()],
    reasons: [...reasons.values()],
  };
}

/** Made from a document, and heard whole by at least one speaker of the places asked about. */
function legal(of: Asked) {
  return asked(of).where('bulletins.documentId', 'is not', null);
}

function playedThere(tenantIds: readonly string[]) {
  return queries
    .selectFrom('verdicts as heard')
    .innerJoin('sites', 'sites.id', 'heard.siteId')
    .where('heard.kind', '=', 'played')
    .where(siteOwner, 'in', padded(tenantIds));
}

function legalSums(of: Asked) {
  return legal(of)
    .where(({ exists }) =>
      exists(
        playedThere(of.scope.tenantIds)
          .select('heard.siteId')
          .whereRef('heard.airingId', '=', 'airings.id' as 'heard.airingId'),
      ),
    )
    .groupBy(['bulletins.documentId', 'bulletins.documentPart', 'bulletins.language'])
    .select(['bulletins.documentId', 'bulletins.documentPart', 'bulletins.language'])
    .select(({ fn }) => [
      fn.countAll<number>().as('airings'),
      fn.sum<number>('airings.durationMs').as('durationMs'),
    ]);
}

function heardAreas(of: Asked) {
  return legal(of)
    .innerJoin('verdicts as heard', 'heard.airingId', 'airings.id')
    .innerJoin('sites', 'sites.id', 'heard.siteId')
    .where('heard.kind', '=', 'played')
    .where(siteOwner, 'in', padded(of.scope.tenantIds))
    .select('sites.areaId')
    .distinct();
}

function heardBy(documentId: string, tenantIds: readonly string[]) {
  return queries
    .selectFrom('bulletins')
    .innerJoin('airings', 'airings.bulletinId', 'bulletins.id')
    .innerJoin('verdicts as heard', 'heard.airingId', 'airings.id')
    .innerJoin('sites', 'sites.id', 'heard.siteId')
    .where('bulletins.documentId', '=', documentId)
    .where('heard.kind', '=', 'played')
    .where(siteOwner, 'in', padded(tenantIds))
    .groupBy(['sites.areaId', 'sites.tenantId'])
    .select(({ fn }) => [
      'sites.areaId',
      'sites.tenantId',
      fn.count<number>('airings.id').distinct().as('times'),
      fn.count<number>('sites.id').distinct().as('speakers'),
      fn.min('airings.playAtMs').as('firstMs'),
      fn.max('airings.playAtMs').as('lastMs'),
    ])
    .orderBy('sites.tenantId')
    .orderBy('sites.areaId')
    .limit(HEARD_MAX);
}
