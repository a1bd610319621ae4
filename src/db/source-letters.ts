// Rows of the outbox to the source system: what waits, what is due, what went.
// It must never know how long to wait or what a letter says.
import type { LetterKind, OutboxLetter } from '../domain/source/source-model.ts';
import type { SourceStore } from '../services/source/source-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

type Letters = SourceStore['letters'];

/** A month of a province: 75 communes with four airings a day are 9,300 results. */
const OF_KIND_MAX = 20_000;
/** One bulletin in every commune, a few times. */
const OF_SUBJECT_MAX = 500;

export function letterRows(run: Runner): Letters {
  return { ...reads(run), ...changes(run) };
}

type Reads = Pick<Letters, 'nextDue' | 'waiting' | 'lastOf' | 'ofSubject' | 'list' | 'ofKind'>;

function reads(run: Runner): Reads {
  const letters = queries.selectFrom('sourceLetters').selectAll();
  return {
    nextDue: (nowMs) => run.first(firstDue(nowMs)),
    waiting() {
      const rows = run.all(
        queries
          .selectFrom('sourceLetters')
          .select(({ fn }) => [
            'kind',
            fn.countAll<number>().as('many'),
            fn.min('createdAtMs').as('oldestMs'),
          ])
          .where('state', '=', 'waiting')
          .groupBy('kind'),
      );
      return {
        count: rows.reduce((sum, { many }) => sum + many, 0),
        oldestMs: rows.length === 0 ? null : Math.min(...rows.map(({ oldestMs }) => oldestMs)),
        byKind: Object.fromEntries(rows.map(({ kind, many }) => [kind, many])),
      };
    },
    lastOf({ kind, subject }) {
      const same = letters.where('subject', '=', subject).where('kind', '=', kind);
      return run.first(same.orderBy('id', 'desc').limit(1));
    },
    ofSubject({ kind, subject }) {
      const same = letters.where('subject', '=', subject).where('kind', '=', kind);
      return run.all(same.orderBy('id', 'desc').limit(OF_SUBJECT_MAX));
    },
    list({ state, beforeId, limit }) {
      let shown = letters.orderBy('id', 'desc').limit(limit);
      if (state !== null) shown = shown.where('state', '=', state);
      if (beforeId !== null) shown = shown.where('id', '<', beforeId);
      return run.all(shown);
    },
    ofKind({ kind, fromMs, toMs }) {
      const span = letters.where('createdAtMs', '>=', fromMs).where('createdAtMs', '<', toMs);
      return run.all(span.where('kind', '=', kind).orderBy('id').limit(OF_KIND_MAX));
    },
  };
}

/** Of each subject only its first: a result must not overtake the acknowledgement. */
function firstDue(nowMs: number) {
  return queries
    .selectFrom('sourceLetters as letter')
    .selectAll('letter')
    .where('letter.state', '=', 'waiting')
    .where('letter.dueAtMs', '<=', nowMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sourceLetters as earlier')
            .select('earlier.id')
            .whereRef('earlier.subject', '=', 'letter.subject')
            .where('earlier.state', '=', 'waiting')
            .whereRef('earlier.id', '<', 'letter.id'),
        ),
      ),
    )
    .orderBy('letter.id')
    .limit(1);
}

type Changes = Omit<Letters, keyof Reads>;

function changes(run: Runner): Changes {
  const waiting = queries.selectFrom('sourceLetters').select('id').where('state', '=', 'waiting');
  const dropped = (error: string) =>
    ({ state: 'dropped', lastError: error }) satisfies Partial<OutboxLetter>;
  const oldest = (kind: LetterKind | null, limit: number) => {
    const first = waiting.orderBy('id').limit(limit);
    return kind === null ? first : first.where('kind', '=', kind);
  };
  return {
    insert: (letter) => void run.change(queries.insertInto('sourceLetters').values(letter)),
    update(letter) {
      const { id, ...changed } = letter;
      run.change(queries.updateTable('sourceLetters').set(changed).where('id', '=', id));
    },
    wake(nowMs) {
      const due = queries.updateTable('sourceLetters').set({ dueAtMs: nowMs });
      run.change(due.where('state', '=', 'waiting').where('dueAtMs', '>', nowMs));
    },
    dropOldest: ({ kind, error, limit }) =>
      run.change(
        queries
          .updateTable('sourceLetters')
          .set(dropped(error))
          .where('id', 'in', oldest(kind, limit)),
      ),
    dropOlderThan: ({ createdBeforeMs, error }) =>
      run.change(
        queries
          .updateTable('sourceLetters')
          .set(dropped(error))
          .where('state', '=', 'waiting')
          .where('createdAtMs', '<', createdBeforeMs),
      ),
    prune({ beforeMs, limit }) {
      const old = queries
        .selectFrom('sourceLetters')
        .select('id')
        .where('state', '!=', 'waiting')
        .where('createdAtMs', '<', beforeMs)
        .orderBy('id')
        .limit(limit);
      return run.change(queries.deleteFrom('sourceLetters').where('id', 'in', old));
    },
  };
}
