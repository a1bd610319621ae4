// Rows of suspected personal data, and of communes whose machine voices say that they are.
// It must never know what was found.
import type { PersonalStore } from '../services/personal/personal-store.ts';
import type { PodcastStore } from '../services/podcast/podcast-store.ts';
import { airedSoundRows } from './podcast.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function hearingStore(run: Runner): PersonalStore & PodcastStore {
  const suspicions = queries.selectFrom('suspicions').selectAll();
  const marks = queries.selectFrom('spokenMarks').selectAll();
  return {
    airedSounds: airedSoundRows(run),
    suspicions: {
      of(bulletinId) {
        const row = run.first(suspicions.where('bulletinId', '=', bulletinId));
        return row && { ...row, settled: row.settled === 1 };
      },
      put(suspicion) {
        const { bulletinId, ...said } = suspicion;
        const changed = { ...said, settled: Number(said.settled) };
        run.change(
          queries
            .insertInto('suspicions')
            .values({ bulletinId, ...changed })
            .onConflict((clash) => clash.column('bulletinId').doUpdateSet(changed)),
        );
      },
      remove: (bulletinId) =>
        void run.change(queries.deleteFrom('suspicions').where('bulletinId', '=', bulletinId)),
    },
    spokenMarks: {
      get(areaId) {
        const row = run.first(marks.where('areaId', '=', areaId));
        return row === null ? null : row.spoken === 1;
      },
      put(areaId, said) {
        run.change(queries.deleteFrom('spokenMarks').where('areaId', '=', areaId));
        const spoken = Number(said);
        if (said !== null) run.change(queries.insertInto('spokenMarks').values({ areaId, spoken }));
      },
    },
  };
}
