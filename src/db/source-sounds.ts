// Rows of recordings that came with bulletins of the source system.
// It must never know what is in the bytes.
import type { IncomingSound } from '../domain/source/source-model.ts';
import type { SourceStore } from '../services/source/source-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { SoundTable } from './tables-source.ts';

/** All but the bytes: sixteen megabytes are read once, when they become a clip. */
const COLUMNS = [
  ...(['bulletinId', 'url', 'type', 'size', 'digest', 'state', 'why', 'place'] as const),
  ...(['attempts', 'dueAtMs'] as const),
] as const;

export function soundRows(run: Runner): SourceStore['incomingSounds'] {
  const rows = queries.selectFrom('incomingSounds').select(COLUMNS);
  const one = (row: Omit<SoundTable, 'raw'> | null) => row && asSound(row);
  return {
    insert(sound, raw) {
      run.change(queries.insertInto('incomingSounds').values({ ...asRow(sound), raw }));
    },
    update(sound, raw) {
      const { bulletinId, ...changed } = asRow(sound);
      const set = raw === undefined ? changed : { ...changed, raw };
      run.change(
        queries.updateTable('incomingSounds').set(set).where('bulletinId', '=', bulletinId),
      );
    },
    of: (bulletinId) => one(run.first(rows.where('bulletinId', '=', bulletinId))),
    raw(bulletinId) {
      const kept = queries.selectFrom('incomingSounds').select('raw');
      return run.first(kept.where('bulletinId', '=', bulletinId))?.raw ?? null;
    },
    nextDue(nowMs) {
      const due = rows.where('state', '=', 'waiting').where('dueAtMs', '<=', nowMs);
      return one(run.first(due.orderBy('dueAtMs').limit(1)));
    },
  };
}

function asRow({ why: refused, ...sound }: IncomingSound): Omit<SoundTable, 'raw'> {
  const { why = null, place = null } = refused ?? {};
  return { ...sound, why, place };
}

function asSound({ why, place, ...row }: Omit<SoundTable, 'raw'>): IncomingSound {
  return { ...row, why: why && { why, place } };
}
