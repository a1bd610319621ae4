// Rows of orders among colliding priority items: asked, chosen, or left to arrival.
// It must never know what collides (src/domain/airing/precedence.ts).
import type { PrecedenceRow, PrecedenceStore } from '../services/airing/precedence-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

const SCHEDULES_MAX = 2_000;
/** A day of seventy-five communes with a dozen collisions each, and room for the past week's. */
const CHOSEN_MAX = 5_000;

export function precedenceRows(run: Runner): PrecedenceStore['precedences'] {
  const rows = queries.selectFrom('precedences').selectAll();
  return {
    get: ({ tenantId, occurrenceId }) =>
      run.first(rows.where('tenantId', '=', tenantId).where('occurrenceId', '=', occurrenceId)),
    put(row) {
      const { tenantId: _, occurrenceId: _id, ...changed } = row;
      run.change(
        queries
          .insertInto('precedences')
          .values(row)
          .onConflict((clash) => clash.columns(['tenantId', 'occurrenceId']).doUpdateSet(changed)),
      );
    },
    chosen: (fromMs) =>
      run.all(
        rows
          .where('decidedBy', 'is not', null)
          .where('playAtMs', '>=', fromMs)
          .orderBy('playAtMs')
          .limit(CHOSEN_MAX),
      ),
    forget(scheduleId) {
      const theirs = rows.where('occurrenceId', 'like', `${scheduleId}@%`);
      for (const row of run.all(theirs)) run.change(givenWith(row));
    },
    scheduleIds: () =>
      run
        .all(
          queries
            .selectFrom('schedules')
            .innerJoin('bulletins', 'bulletins.id', 'schedules.bulletinId')
            .select('schedules.id')
            .where('schedules.endedAtMs', 'is', null)
            .where('bulletins.priority', '=', 'priority')
            .orderBy('schedules.id', 'desc')
            .limit(SCHEDULES_MAX),
        )
        .map(({ id }) => id),
    prune(beforeMs) {
      run.change(queries.deleteFrom('precedences').where('playAtMs', '<', beforeMs));
    },
  };
}

/** One order is given to all of it in one instant, by one person. */
function givenWith({ tenantId, occurrenceId, decidedBy, decidedAtMs }: PrecedenceRow) {
  const all = queries.deleteFrom('precedences').where('tenantId', '=', tenantId);
  if (decidedBy === null) return all.where('occurrenceId', '=', occurrenceId);
  return all.where('decidedBy', '=', decidedBy).where('decidedAtMs', '=', decidedAtMs);
}

export function hinderedRows(run: Runner): PrecedenceStore['hinderedLines'] {
  return {
    insert: (occurrenceId, atMs) =>
      run.change(
        queries
          .insertInto('hinderedLines')
          .values({ occurrenceId, atMs })
          .onConflict((clash) => clash.column('occurrenceId').doNothing()),
      ) > 0,
    prune(beforeMs) {
      run.change(queries.deleteFrom('hinderedLines').where('atMs', '<', beforeMs));
    },
  };
}
