// Rows of recordings, and what was noticed in clips.
// It must never know what is heard in either.
import type { Finding } from '../domain/sound/recording.ts';
import type { RecordingStore } from '../services/sound/recordings-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function recordingStore(run: Runner): RecordingStore {
  const rows = queries.selectFrom('recordings').selectAll();
  const kept = queries.selectFrom('clips').select('findings');
  return {
    recordings: {
      of: (bulletinId) => run.first(rows.where('bulletinId', '=', bulletinId)),
      put(recording) {
        const { bulletinId, ...changed } = recording;
        run.change(
          queries
            .insertInto('recordings')
            .values(recording)
            .onConflict((clash) => clash.column('bulletinId').doUpdateSet(changed)),
        );
      },
      remove: (bulletinId) =>
        void run.change(queries.deleteFrom('recordings').where('bulletinId', '=', bulletinId)),
    },
    findings: {
      of(clipId) {
        const text = run.first(kept.where('id', '=', clipId))?.findings ?? null;
        return text === null ? null : (JSON.parse(text) as Finding[]);
      },
      put(clipId, findings) {
        const text = JSON.stringify(findings);
        run.change(queries.updateTable('clips').set({ findings: text }).where('id', '=', clipId));
      },
    },
  };
}
