// Rows of choices of voices, of words on the cloud, and of how often a sound was wanted anew.
// It must never know who speaks.
import type { VoiceStore } from '../services/voices/voices-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function voiceStore(run: Runner): VoiceStore {
  const choices = queries.selectFrom('voiceChoices').selectAll();
  return {
    voiceChoices: {
      get(areaId, language) {
        const row = run.first(
          choices.where('areaId', '=', areaId).where('language', '=', language),
        );
        return row && { ...row, steps: JSON.parse(row.steps) as string[] };
      },
      put(choice) {
        const { areaId, language, ...of } = choice;
        const changed = { ...of, steps: JSON.stringify(of.steps) };
        run.change(
          queries
            .insertInto('voiceChoices')
            .values({ areaId, language, ...changed })
            .onConflict((clash) => clash.columns(['areaId', 'language']).doUpdateSet(changed)),
        );
      },
      remove: (areaId, language) =>
        void run.change(
          queries
            .deleteFrom('voiceChoices')
            .where('areaId', '=', areaId)
            .where('language', '=', language),
        ),
    },
    ...cloudAndRetakes(run),
  };
}

function cloudAndRetakes(run: Runner): Pick<VoiceStore, 'cloudWords' | 'retakes'> {
  const words = queries.selectFrom('cloudWords').selectAll();
  const retakes = queries.selectFrom('voiceRetakes').select('retake');
  const wanted = queries.selectFrom('voiceRetakesWanted').selectAll();
  return {
    cloudWords: {
      get(areaId) {
        const row = run.first(words.where('areaId', '=', areaId));
        return row && { areaId, allowed: row.allowed === 1 };
      },
      put({ areaId, allowed: is }) {
        const allowed = is ? 1 : 0;
        run.change(
          queries
            .insertInto('cloudWords')
            .values({ areaId, allowed })
            .onConflict((clash) => clash.column('areaId').doUpdateSet({ allowed })),
        );
      },
    },
    retakes: {
      of: (bulletinId) => run.first(retakes.where('bulletinId', '=', bulletinId))?.retake ?? 0,
      put: (bulletinId, retake) =>
        void run.change(
          queries
            .insertInto('voiceRetakes')
            .values({ bulletinId, retake })
            .onConflict((clash) => clash.column('bulletinId').doUpdateSet({ retake })),
        ),
      wanted: () => run.all(wanted.orderBy('bulletinId')),
      wantedOf: (bulletinId) => run.first(wanted.where('bulletinId', '=', bulletinId)),
      want: ({ bulletinId, ...of }) =>
        void run.change(
          queries
            .insertInto('voiceRetakesWanted')
            .values({ bulletinId, ...of })
            .onConflict((clash) => clash.column('bulletinId').doUpdateSet(of)),
        ),
      done: (bulletinId) =>
        void run.change(
          queries.deleteFrom('voiceRetakesWanted').where('bulletinId', '=', bulletinId),
        ),
    },
  };
}
