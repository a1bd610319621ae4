// Which clips some row still names, and the way out of the one that none does.
// It must never know files, nor guess: a table that holds ids or hashes of clips is asked here, each by an index.
import type { Store } from '../services/ports.ts';
import { unlessHeld } from './held.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

type Ids = readonly string[];

export function clipNames(run: Runner): Pick<Store['clips'], 'named' | 'release'> {
  const named = (ids: Ids, beforeMs: number) => {
    const asked = padded(ids);
    const rows = [
      ...NAMING.flatMap((table) =>
        run.all(queries.selectFrom(table).select('clipId').distinct().where('clipId', 'in', asked)),
      ),
      ...run.all(approvedOf(asked)),
      ...run.all(signedOf(asked)),
      ...run.all(ofCommissions(asked, beforeMs)),
    ];
    return new Set(rows.flatMap(({ clipId }) => clipId ?? []));
  };
  return {
    named: ({ ids, returnedBeforeMs }) =>
      ids.length === 0 ? new Set() : named(ids, returnedBeforeMs),
    release: ({ id, returnedBeforeMs }) =>
      unlessHeldOrNamed(() =>
        run.transaction(() => {
          if (named([id], returnedBeforeMs).size > 0) return false;
          // a recording that was sent back is told of without its sound
          run.change(
            queries.updateTable('commissions').set({ clipId: null }).where('clipId', '=', id),
          );
          run.change(queries.deleteFrom('clips').where('id', '=', id));
          return true;
        }),
      ),
  };
}

/** Whatever stands in one of these is heard, was heard, or was put before an approver. */
const NAMING = ['bulletins', 'airings', 'programmeParts', 'recordings', 'editions'] as const;

/** Given for exactly this sound, taken back or not: the proof keeps what it is of. */
function approvedOf(ids: Ids) {
  return queries
    .selectFrom('clips')
    .innerJoin('approvals', 'approvals.contentHash', 'clips.contentHash')
    .select('clips.id as clipId')
    .distinct()
    .where('clips.id', 'in', ids);
}

function signedOf(ids: Ids) {
  return queries
    .selectFrom('clips')
    .innerJoin('slips', 'slips.contentHash', 'clips.contentHash')
    .select('clips.id as clipId')
    .distinct()
    .where('clips.id', 'in', ids);
}

/** A confirmed one stays: it is what somebody was paid for. */
function ofCommissions(ids: Ids, returnedBeforeMs: number) {
  return queries
    .selectFrom('commissions')
    .select('clipId')
    .distinct()
    .where('clipId', 'in', ids)
    .where(({ and, eb, or }) =>
      or([
        eb('state', 'not in', ['returned', 'revoked']),
        and([
          eb('state', '=', 'returned'),
          or([eb('judgedAtMs', 'is', null), eb('judgedAtMs', '>', returnedBeforeMs)]),
        ]),
      ]),
    );
}

/** A reference nobody thought of here is still a reference: the database says so. */
function unlessHeldOrNamed(release: () => boolean): boolean {
  let released = false;
  return (
    unlessHeld(() => {
      released = release();
    }) && released
  );
}
