// Rows of what the province gives to communes, their answers, and the counts of what was aired of it.
// It must never know when a commune is done or behind (src/domain/assign/part-standing.ts).
import type { Assignment, AssignmentPart } from '../domain/assign/assign-model.ts';
import type { AiredOf, AssignmentStore } from '../services/assign/assign-store.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

type Rows = AssignmentStore['assignments'];

export function assignmentRows(run: Runner): Rows {
  return { ...assignmentReads(run), ...assignmentChanges(run), ...partRows(run) };
}

type Reads = Pick<Rows, 'get' | 'list' | 'openOfBulletin' | 'givenTo' | 'airedOf' | 'hasPart'>;

function assignmentReads(run: Runner): Reads {
  const assignments = queries.selectFrom('assignments').selectAll('assignments');
  // an id is a ULID: it grows with the time it was made
  const newest = assignments.orderBy('assignments.id', 'desc');
  return {
    get: (id) => run.first(assignments.where('id', '=', id)),
    list({ tenantIds, beforeId, limit }) {
      if (tenantIds.length === 0) return [];
      const theirs = newest.where(({ eb, exists, or, selectFrom }) =>
        or([
          eb('assignments.tenantId', 'in', padded(tenantIds)),
          exists(
            selectFrom('assignmentParts as part')
              .select('part.communeId')
              .whereRef('part.assignmentId', '=', 'assignments.id')
              .where('part.communeId', 'in', padded(tenantIds)),
          ),
        ]),
      );
      const page = beforeId === null ? theirs : theirs.where('assignments.id', '<', beforeId);
      return run.all(page.limit(limit));
    },
    openOfBulletin: (bulletinId) =>
      run.all(newest.where('bulletinId', '=', bulletinId).where('withdrawnAtMs', 'is', null)),
    givenTo: ({ bulletinId, communeId }) =>
      run.all(
        newest
          .innerJoin('assignmentParts as part', 'part.assignmentId', 'assignments.id')
          .where('part.communeId', '=', communeId)
          .where('part.bulletinId', '=', bulletinId)
          .where('part.answer', '!=', 'declined')
          .where('assignments.withdrawnAtMs', 'is', null),
      ),
    airedOf: ({ bulletinIds, sinceMs }) =>
      bulletinIds.length === 0
        ? []
        : [...run.all(aired(bulletinIds, sinceMs)), ...run.all(airedWithin(bulletinIds, sinceMs))]
            .map(asAired)
            .sort((a, b) => a.playAtMs - b.playAtMs),
    hasPart: ({ bulletinId, communeIds }) =>
      communeIds.length > 0 &&
      run.first(
        queries
          .selectFrom('assignmentParts')
          .select('assignmentId')
          .where('communeId', 'in', padded(communeIds))
          .where('bulletinId', '=', bulletinId)
          .limit(1),
      ) !== null,
  };
}

/** A verdict is one row per speaker: they are counted where they lie, not carried here. */
function aired(bulletinIds: readonly string[], sinceMs: number) {
  return queries
    .selectFrom('airings')
    .select(({ selectFrom }) => [
      'airings.bulletinId',
      'airings.tenantId',
      'airings.playAtMs',
      selectFrom('airingSpeakers as part')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('part.airingId', '=', 'airings.id')
        .as('speakers'),
      selectFrom('verdicts')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('verdicts.airingId', '=', 'airings.id')
        .where('verdicts.kind', '=', 'played')
        .as('whole'),
    ])
    .where('airings.bulletinId', 'in', padded(bulletinIds))
    .where('airings.playAtMs', '>=', sinceMs)
    .orderBy('airings.playAtMs');
}

/** Said in a programme it was aired as well, once however often it was said there, in whatever language. */
function airedWithin(bulletinIds: readonly string[], sinceMs: number) {
  return queries
    .selectFrom('programmeParts as said')
    .innerJoin('bulletins', 'bulletins.id', 'said.bulletinId')
    .innerJoin('airings', 'airings.bulletinId', 'said.editionId')
    .distinct()
    .select(({ fn, selectFrom }) => [
      fn.coalesce('bulletins.originalId', 'bulletins.id').as('bulletinId'),
      'airings.tenantId',
      'airings.playAtMs',
      selectFrom('airingSpeakers as part')
        .select((one) => one.fn.countAll<number>().as('n'))
        .whereRef('part.airingId', '=', 'airings.id')
        .as('speakers'),
      selectFrom('verdicts')
        .select((one) => one.fn.countAll<number>().as('n'))
        .whereRef('verdicts.airingId', '=', 'airings.id')
        .where('verdicts.kind', '=', 'played')
        .as('whole'),
    ])
    .where(({ eb, or }) =>
      or([
        eb('bulletins.id', 'in', padded(bulletinIds)),
        eb('bulletins.originalId', 'in', padded(bulletinIds)),
      ]),
    )
    .where('airings.playAtMs', '>=', sinceMs);
}

type AiredRow = { bulletinId: string; tenantId: string; playAtMs: number } & Record<
  'speakers' | 'whole',
  number | null
>;
const asAired = ({ bulletinId, tenantId, playAtMs, speakers, whole }: AiredRow): AiredOf => ({
  ...{ bulletinId, tenantId, playAtMs },
  ...{ speakers: speakers ?? 0, whole: whole ?? 0 },
});

function assignmentChanges(run: Runner): Pick<Rows, 'insert' | 'setDue' | 'withdraw'> {
  const change = (id: string, row: Partial<Assignment>) =>
    void run.change(queries.updateTable('assignments').set(row).where('id', '=', id));
  return {
    insert(assignment, parts) {
      run.transaction(() => {
        run.change(queries.insertInto('assignments').values(assignment));
        const { bulletinId } = assignment;
        for (const part of parts)
          run.change(queries.insertInto('assignmentParts').values(asRow(part, bulletinId)));
      });
    },
    setDue: (id, dueAtMs) => change(id, { dueAtMs }),
    withdraw: (id, withdrawnAtMs) => change(id, { withdrawnAtMs }),
  };
}

function partRows(run: Runner): Pick<Rows, 'parts' | 'part' | 'putPart'> {
  const parts = queries.selectFrom('assignmentParts').selectAll();
  return {
    parts(assignmentIds) {
      if (assignmentIds.length === 0) return [];
      const theirs = parts.where('assignmentId', 'in', padded(assignmentIds));
      return run.all(theirs.orderBy('assignmentId').orderBy('communeId')).map(asPart);
    },
    part(assignmentId, communeId) {
      const one = parts.where('assignmentId', '=', assignmentId);
      const row = run.first(one.where('communeId', '=', communeId));
      return row && asPart(row);
    },
    putPart({ assignmentId, communeId, areaIds, ...answered }) {
      run.change(
        queries
          .updateTable('assignmentParts')
          .set({ ...answered, areaIds: JSON.stringify(areaIds) })
          .where('assignmentId', '=', assignmentId)
          .where('communeId', '=', communeId),
      );
    },
  };
}

function asRow(part: AssignmentPart, bulletinId: string): Tables['assignmentParts'] {
  return { ...part, bulletinId, areaIds: JSON.stringify(part.areaIds) };
}

function asPart({ bulletinId: _, ...row }: Tables['assignmentParts']): AssignmentPart {
  return { ...row, areaIds: JSON.parse(row.areaIds) as string[] };
}
