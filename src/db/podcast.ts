// Reads which sounds were heard in communes, each once: what a podcast is made of.
// It must never know what of it may be told (src/domain/public/public-page.ts).
import { sql } from 'kysely';
import type { PodcastStore } from '../services/podcast/podcast-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function airedSoundRows(run: Runner): PodcastStore['airedSounds'] {
  return {
    list({ tenantIds, fromMs, limit, bulletinId }) {
      if (tenantIds.length === 0) return [];
      return run.all(
        queries
          .selectFrom('airings')
          .innerJoin('bulletins', 'bulletins.id', 'airings.bulletinId')
          .select(['airings.bulletinId', 'airings.clipId'])
          // SQLite and PostgreSQL both take an id by its ULID: the first is the earliest made
          .select(({ fn }) => [
            fn.min('airings.id').as('airingId'),
            fn.min('airings.playAtMs').as('airedAtMs'),
            fn.min('airings.tenantId').as('tenantId'),
          ])
          .where('airings.playAtMs', '>=', fromMs)
          .$if(bulletinId !== undefined, (one) =>
            one.where('airings.bulletinId', '=', bulletinId ?? ''),
          )
          .where('airings.state', '!=', 'cancelled')
          .where('airings.drill', '=', 0)
          .where('bulletins.personalData', '=', 0)
          .where('bulletins.state', '=', 'approved')
          .whereRef('bulletins.clipId', '=', 'airings.clipId')
          .where(({ exists }) => exists(heardAt(tenantIds)))
          .groupBy(['airings.bulletinId', 'airings.clipId'])
          .orderBy('airedAtMs', 'desc')
          .orderBy('airings.bulletinId', 'desc')
          .limit(limit),
      );
    },
    file: (clipId) =>
      run.first(queries.selectFrom('clips').select(['id', 'path']).where('id', '=', clipId)),
    everHeard({ bulletinId, tenantIds }) {
      if (tenantIds.length === 0) return [];
      const heard = queries
        .selectFrom('airings')
        .select('airings.clipId')
        .distinct()
        .where('airings.bulletinId', '=', bulletinId)
        .where('airings.drill', '=', 0)
        .where(({ exists }) => exists(heardAt(tenantIds)))
        .limit(SOUNDS_OF_ONE);
      return run.all(heard).map(({ clipId }) => clipId);
    },
  };
}

/** A bulletin is seldom changed ten times; a hundred are nobody's. */
const SOUNDS_OF_ONE = 100;

/** Some speaker of theirs played it, in whole or in part. */
function heardAt(tenantIds: readonly string[]) {
  return (
    queries
      .selectFrom('airingSpeakers as part')
      .innerJoin('sites', 'sites.id', 'part.siteId')
      .innerJoin('verdicts', (join) =>
        join
          .onRef('verdicts.airingId', '=', 'part.airingId')
          .onRef('verdicts.siteId', '=', 'part.siteId'),
      )
      .select('part.siteId')
      // of the airing around it: a name of the outer query
      .where('part.airingId', '=', sql.ref<string>('airings.id'))
      .where('sites.tenantId', 'in', padded(tenantIds))
      .where('verdicts.kind', 'in', ['played', 'partly-played'])
  );
}
