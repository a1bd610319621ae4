// Rows of the outbox to the source system: what waits, what is due, what went.
// It must never know how long to wait or what a letter says.
import type { LetterKind, OutboxLetter } from '../domain/source/source-model.ts';
import type { SourceStore } from '../services/source/source-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';

type Letters = SourceStore['letters'];

const COLUMNS = [
  ...(['id', 'kind', 'subject', 'body', 'createdAtMs', 'dueAtMs'] as const),
  ...(['attempts', 'lastError', 'state'] as const),
] as const;

export function letterRows(run: Runner): Letters {
  return { ...reads(run), ...changes(run) };
}

type Reads = Pick<Letters, 'nextDue' | 'waiting' | 'lastOf' | 'lastAbout' | 'list' | 'aboutSpan'>;

function reads(run: Runner): Reads {
  const letters = queries.selectFrom('sourceLetters').select(COLUMNS);
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
    lastAbout({ kind, subject, aboutId }) {
      const same = letters.where('aboutId', '=', aboutId).where('subject', '=', subject);
      return run.first(same.where('kind', '=', kind).orderBy('id', 'desc').limit(1));
    },
    list({ state, beforeId, limit }) {
      let shown = letters.orderBy('id', 'desc').limit(limit);
      if (state !== null) shown = shown.where('state', '=', state);
      if (beforeId !== null) shown = shown.where('id', '<', beforeId);
      return run.all(shown);
    },
    aboutSpan({ kind, fromMs, toMs, afterId, limit }) {
      const span = letters.where('aboutMs', '>=', fromMs).where('aboutMs', '<', toMs);
      const page = span.where('kind', '=', kind).where('id', '>', afterId);
      return run.all(page.orderBy('id').limit(limit));
    },
  };
}

/** Of each subject only its first: a result must not overtake the acknowledgement. */
function firstDue(nowMs: number) {
  return queries
    .selectFrom('sourceLetters as letter')
    .select(COLUMNS.map((column) => `letter.${column}` as const))
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
    insert(letter, about = null) {
      const { id: aboutId = null, atMs: aboutMs = null } = about ?? {};
      const row = { ...letter, aboutId, aboutMs };
      run.change(queries.insertInto('sourceLetters').values(row));
    },
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
