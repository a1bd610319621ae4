// Rows of airings: what became of each occurrence, and which of them are due.
// It must never know how an airing is sent or judged.
import type { AirTerms } from '../../devices/protocol/index.ts';
import type { Airing, AiringBrief, AiringState } from '../domain/model.ts';
import { AIRINGS_LISTED_MAX } from '../services/airing/airing-store.ts';
import type { Store } from '../services/ports.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';
import { verdictRows } from './verdicts.ts';

const UNSENT: AiringState[] = ['planned', 'sending'];
/** Signed orders are kilobytes each: a list does without them. */
const BRIEF = [
  ...(['id', 'occurrenceId', 'scheduleId', 'bulletinId', 'clipId', 'title', 'tenantId'] as const),
  ...(['areaIds', 'priority', 'drill', 'playAtMs', 'durationMs', 'sendAtMs'] as const),
  ...(['air', 'closeAtMs', 'state'] as const),
];
/** Half a day of one pole, a bulletin every three minutes. */
const AT_SITE_MAX = 250;
const OPEN: AiringState[] = ['planned', 'sending', 'sent'];

export function airingRows(run: Runner): Store['airings'] {
  return { ...airingReads(run), ...airingChanges(run), ...verdictRows(run) };
}

type Reads = Pick<
  Store['airings'],
  | 'get'
  | 'byOccurrence'
  | 'dueToSend'
  | 'dueToClose'
  | 'openForSite'
  | 'atSite'
  | 'openOfBulletin'
  | 'lastOfClip'
  | 'list'
  | 'ofSchedule'
>;

function airingReads(run: Runner): Reads {
  const airings = queries.selectFrom('airings').selectAll('airings');
  const byPlay = airings.orderBy('playAtMs').orderBy('id');
  const found = (row: Tables['airings'] | null) => row && asAiring(row);
  const many = (query: typeof airings) => run.all(query).map(asAiring);
  return {
    get: (id) => found(run.first(airings.where('id', '=', id))),
    byOccurrence: (occurrenceId) =>
      found(run.first(airings.where('occurrenceId', '=', occurrenceId))),
    dueToSend: (nowMs) =>
      many(
        airings
          .where('state', 'in', UNSENT)
          .where('sendAtMs', '<=', nowMs)
          // an emergency waits behind nothing, a drill only behind a real one
          .orderBy(({ eb }) => eb.case().when('priority', '=', 'emergency').then(0).else(1).end())
          .orderBy('drill')
          .orderBy('sendAtMs')
          .orderBy('id'),
      ),
    dueToClose: (nowMs) => many(dueToClose(nowMs)),
    openForSite: (siteId, nowMs) =>
      many(
        byPlay
          .where('state', 'in', ['sending', 'sent'])
          .where('closeAtMs', '>', nowMs)
          // few are open: each is asked about, instead of reading all the site ever took part in
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('airingSpeakers as part')
                .select('part.siteId')
                .whereRef('part.airingId', '=', 'airings.id')
                .where('part.siteId', '=', siteId),
            ),
          ),
      ),
    atSite: (siteId, { fromMs, toMs }) => run.all(atSite(siteId, { fromMs, toMs })).map(asBrief),
    list({ tenantIds, fromMs, toMs, heardIn }) {
      if (tenantIds.length === 0 || heardIn?.length === 0) return [];
      const theirs = queries
        .selectFrom('airings')
        .select(BRIEF)
        .where('tenantId', 'in', padded(tenantIds))
        .where('playAtMs', '>=', fromMs)
        .where('playAtMs', '<', toMs);
      const heard = heardIn
        ? theirs.where(({ exists, selectFrom }) =>
            exists(
              selectFrom('airingSpeakers as part')
                .innerJoin('sites', 'sites.id', 'part.siteId')
                .select('part.siteId')
                .whereRef('part.airingId', '=', 'airings.id')
                .where('sites.tenantId', 'in', padded(heardIn)),
            ),
          )
        : theirs;
      const last = heard
        .orderBy('playAtMs', 'desc')
        .orderBy('id', 'desc')
        .limit(AIRINGS_LISTED_MAX);
      return run.all(last).map(asBrief).reverse();
    },
    lastOfClip: (clipId, exceptId) => run.first(lastOfClip(clipId, exceptId))?.id ?? null,
    openOfBulletin: (bulletinId) =>
      many(byPlay.where('state', 'in', OPEN).where('bulletinId', '=', bulletinId)),
    ofSchedule: (scheduleId) => many(byPlay.where('scheduleId', '=', scheduleId)),
  };
}

function atSite(siteId: string, span: { fromMs: number; toMs: number }) {
  return queries
    .selectFrom('airingSpeakers as part')
    .innerJoin('airings', 'airings.id', 'part.airingId')
    .select(BRIEF.map((name) => `airings.${name}` as const))
    .where('part.siteId', '=', siteId)
    .where('part.playAtMs', '>=', span.fromMs)
    .where('part.playAtMs', '<', span.toMs)
    .where('airings.state', 'in', ['sending', 'sent', 'closed'])
    .orderBy('part.playAtMs')
    .limit(AT_SITE_MAX);
}

function lastOfClip(clipId: string, exceptId: string) {
  return queries
    .selectFrom('airings')
    .select('id')
    .where('clipId', '=', clipId)
    .where('state', 'in', ['sent', 'closed'])
    .where('id', '!=', exceptId)
    .orderBy('sendAtMs', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
}

/**
 * Silence becomes a verdict at closeAtMs. An airing whose last verdict is in but which a crash left
 * open is due as well, so that none stays open for ever; a cancelled one only while a verdict lacks.
 */
function dueToClose(nowMs: number) {
  return queries
    .selectFrom('airings')
    .selectAll('airings')
    .where('closeAtMs', '<=', nowMs)
    .where(({ and, eb, exists, or, selectFrom }) =>
      or([
        eb('state', 'in', OPEN),
        and([
          eb('state', '=', 'cancelled'),
          exists(
            selectFrom('airingSpeakers as s')
              .leftJoin('verdicts as v', (join) =>
                join.onRef('v.airingId', '=', 's.airingId').onRef('v.siteId', '=', 's.siteId'),
              )
              .select('s.siteId')
              .whereRef('s.airingId', '=', 'airings.id')
              .where('v.siteId', 'is', null),
          ),
        ]),
      ]),
    )
    .orderBy('closeAtMs')
    .orderBy('id');
}

type Changes = Pick<
  Store['airings'],
  'insert' | 'setState' | 'setOrder' | 'setCloseAt' | 'freeOccurrence'
>;

function airingChanges(run: Runner): Changes {
  const change = (
    id: string,
    row:
      | { state: AiringState }
      | { orderBytes: Uint8Array }
      | { occurrenceId: string }
      | { closeAtMs: number },
  ) => void run.change(queries.updateTable('airings').set(row).where('id', '=', id));
  return {
    insert: (airing, speakers) =>
      run.transaction(() => {
        const fresh = run.change(
          queries
            .insertInto('airings')
            .values(asRow(airing))
            .onConflict((clash) => clash.column('occurrenceId').doNothing()),
        );
        if (fresh === 0) return false;
        for (const { siteId, unitId } of speakers) {
          const { id: airingId, playAtMs } = airing;
          run.change(
            queries.insertInto('airingSpeakers').values({ airingId, siteId, unitId, playAtMs }),
          );
        }
        return true;
      }),
    setState: (id, state) => change(id, { state }),
    setOrder: (id, orderBytes) => change(id, { orderBytes }),
    setCloseAt: (id, closeAtMs) => change(id, { closeAtMs }),
    freeOccurrence: (id, occurrenceId) => change(id, { occurrenceId }),
  };
}

function asRow(airing: Airing): Tables['airings'] {
  return {
    ...airing,
    areaIds: JSON.stringify(airing.areaIds),
    drill: Number(airing.drill),
    air: JSON.stringify(airing.air),
  };
}

function asAiring(row: Tables['airings']): Airing {
  return {
    ...asBrief(row),
    // better-sqlite3 hands out a Buffer: callers compare and sign plain bytes
    orderBytes: row.orderBytes && new Uint8Array(row.orderBytes),
  };
}

function asBrief(row: Omit<Tables['airings'], 'orderBytes'>): AiringBrief {
  return {
    ...row,
    areaIds: JSON.parse(row.areaIds) as string[],
    drill: row.drill === 1,
    air: JSON.parse(row.air) as AirTerms,
  };
}
