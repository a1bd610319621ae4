// Reads what sounded in a commune: by airing and village, and what was said.
// It must never know what of it may be shown (src/domain/public/public-page.ts).

import type { InferResult } from 'kysely';
import type { SyntheticMark } from '../../devices/protocol/index.ts';
import type { ClipSentence } from '../domain/model.ts';
import type { BrokenPart } from '../domain/programmes/programme-model.ts';
import type { AiredFacts } from '../domain/public/public-page.ts';
import type { PublicStore } from '../services/public/public-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

/** 34 villages of 80 airings a day for a week: beyond, the earliest hours of the week are not shown. */
const PLACES_MAX = 20_000;

export function heardRows(run: Runner): PublicStore['heard'] {
  return {
    places({ tenantId, fromMs, toMs }) {
      const week = places(tenantId)
        .where('part.playAtMs', '>=', fromMs)
        .where('part.playAtMs', '<', toMs);
      return run.all(week.orderBy('part.playAtMs', 'desc').limit(PLACES_MAX)).map(asPlace);
    },
    placesOf: ({ tenantId, airingId }) =>
      run.all(places(tenantId).where('part.airingId', '=', airingId)).map(asPlace),
    facts(airingIds) {
      if (airingIds.length === 0) return [];
      const said = facts().select('clips.sentences');
      return run.all(said.where('airings.id', 'in', padded(airingIds))).map(asFacts);
    },
    rules(airingIds) {
      if (airingIds.length === 0) return [];
      const rows = run.all(facts().where('airings.id', 'in', padded(airingIds)));
      return rows.map((row) => asFacts({ ...row, sentences: null }));
    },
  };
}

/** A verdict is one row per speaker: they are counted where they lie, not carried here. */
function places(tenantId: string) {
  return queries
    .selectFrom('airingSpeakers as part')
    .innerJoin('sites', 'sites.id', 'part.siteId')
    .leftJoin('verdicts', (join) =>
      join
        .onRef('verdicts.airingId', '=', 'part.airingId')
        .onRef('verdicts.siteId', '=', 'part.siteId'),
    )
    .select(({ eb, fn }) => [
      'part.airingId',
      'sites.areaId',
      fn.countAll<number>().as('speakers'),
      fn.sum<number>(eb.case().when('kind', '=', 'played').then(1).else(0).end()).as('played'),
      fn
        .sum<number>(eb.case().when('kind', '=', 'partly-played').then(1).else(0).end())
        .as('partly'),
    ])
    .where('sites.tenantId', '=', tenantId)
    .groupBy(['part.airingId', 'sites.areaId', 'part.playAtMs']);
}

type PlaceRow = {
  airingId: string;
  areaId: string;
  speakers: number;
  played: number;
  partly: number;
};
const asPlace = ({ airingId, areaId, speakers, played, partly }: PlaceRow) => ({
  ...{ airingId, areaId, speakers, played, partly },
});

/** The title as it was announced; the words of the very sound; the document of the bulletin. */
function facts() {
  return queries
    .selectFrom('airings')
    .innerJoin('bulletins', 'bulletins.id', 'airings.bulletinId')
    .leftJoin('clips', 'clips.id', 'airings.clipId')
    .leftJoin('documents', 'documents.id', 'bulletins.documentId')
    .leftJoin('parts', (join) =>
      join
        .onRef('parts.documentId', '=', 'bulletins.documentId')
        .onRef('parts.position', '=', 'bulletins.documentPart'),
    )
    .leftJoin('compositions', 'compositions.bulletinId', 'airings.bulletinId')
    .leftJoin('programmeEditions as edition', 'edition.bulletinId', 'airings.bulletinId')
    .select(['airings.id', 'airings.playAtMs', 'airings.durationMs', 'airings.title'])
    .select(['airings.priority', 'airings.drill', 'airings.state', 'bulletins.personalData'])
    .select((eb) => {
      const ofSound = eb
        .selectFrom('approvals')
        .select(({ fn }) => fn.countAll<number>().as('many'))
        .whereRef('approvals.bulletinId', '=', 'airings.bulletinId')
        .whereRef('approvals.contentHash', '=', 'clips.contentHash');
      return [
        ofSound.where('approvals.voidedAtMs', 'is', null).as('standing'),
        ofSound.where('approvals.voidedAtMs', 'is not', null).as('voided'),
        // found by a machine, and no second person has seen why it is nobody's own; a variant as its original
        eb
          .selectFrom('suspicions')
          .select(({ fn }) => fn.countAll<number>().as('many'))
          .where('suspicions.settled', '=', 0)
          .where(({ or, eb: is }) =>
            or([
              is('suspicions.bulletinId', '=', is.ref('bulletins.id')),
              is('suspicions.bulletinId', '=', is.ref('bulletins.originalId')),
            ]),
          )
          .as('suspected'),
      ];
    })
    .select(['clips.synthetic', 'documents.id as documentId', 'edition.broken'])
    .select(['documents.number', 'documents.issuer', 'documents.title as documentTitle'])
    .select(['parts.number as partNumber', 'parts.issuer as partIssuer'])
    .select(['parts.title as partTitle', 'bulletins.documentPart', 'compositions.clauses']);
}

type FactsRow = InferResult<ReturnType<typeof facts>>[number] & { sentences: string | null };

function asFacts(row: FactsRow): AiredFacts {
  const { id, playAtMs, durationMs, title, priority } = row;
  const source = {
    number: row.partNumber ?? row.number,
    issuer: row.partIssuer ?? row.issuer,
    title: row.partTitle ?? row.documentTitle ?? '',
    clauses: row.clauses ?? '',
  };
  return {
    ...{ id, playAtMs, durationMs, title, priority },
    drill: row.drill === 1,
    cancelled: row.state === 'cancelled',
    // once approved, and by nobody any more: returned, taken back, or changed since
    withdrawn: ((row.voided ?? 0) > 0 && row.standing === 0) || isTakenBack(row.broken),
    personalData: row.personalData === 1 || (row.suspected ?? 0) > 0,
    sentences: row.sentences === null ? [] : (JSON.parse(row.sentences) as ClipSentence[]),
    synthetic: row.synthetic === null ? null : (JSON.parse(row.synthetic) as SyntheticMark),
    source: row.documentId === null ? null : source,
    documentId: row.documentId,
    documentPart: row.documentPart,
  };
}

/** A programme says what its parts say: one of them taken back or changed, nobody hears it again. */
const TAKEN_BACK: ReadonlySet<BrokenPart['why']> = new Set([
  ...(['gone', 'withdrawn', 'changed', 'older-text', 'original-not-approved'] as const),
]);

function isTakenBack(broken: string | null): boolean {
  return broken !== null && TAKEN_BACK.has((JSON.parse(broken) as BrokenPart).why);
}
