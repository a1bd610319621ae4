// Runs compiled queries on one SQLite connection, synchronously, with prepared statements kept.
// It must never know a table: only query text, values in, rows out.
import type Database from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import { worldly } from './faults.ts';

/** Distinct query texts kept prepared: about 90 exist with padded IN lists, the rest is room to grow. */
const STATEMENTS_MAX = 200;

export type Runnable<Row> = { compile(): CompiledQuery<Row> };

export type Runner = {
  all<Row>(query: Runnable<Row>): Row[];
  first<Row>(query: Runnable<Row>): Row | null;
  /** how many rows changed */
  change(query: Runnable<unknown>): number;
  /** All or nothing; inside another one it is a savepoint of it. */
  transaction<T>(work: () => T): T;
};

/** @throws AppError of fault world when disk, lock or file refuse; SqliteError when the query is wrong */
export function makeRunner(connection: Database.Database): Runner {
  const prepared = statementCache(connection);
  const guarded = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw worldly(error);
    }
  };
  const rows = <Row>(query: Runnable<Row>): Row[] => {
    const { sql, parameters } = query.compile();
    return guarded(() => {
      const { statement, names } = prepared(sql);
      const found = statement.raw().all(...parameters) as unknown[][];
      return found.map((values) => asRow<Row>(names, values));
    });
  };
  return {
    all: rows,
    first: (query) => rows(query)[0] ?? null,
    change(query) {
      const { sql, parameters } = query.compile();
      return guarded(() => prepared(sql).statement.run(...parameters).changes);
    },
    transaction: (work) => guarded(() => connection.transaction(work).immediate()),
  };
}

type Prepared = { statement: Database.Statement<unknown[]>; names: string[] };

/** Least recently used goes first: a Map keeps the order of insertion. */
function statementCache(connection: Database.Database): (sql: string) => Prepared {
  const kept = new Map<string, Prepared>();
  return (sql) => {
    const known = kept.get(sql) ?? prepare(connection, sql);
    kept.delete(sql);
    kept.set(sql, known);
    const oldest = kept.keys().next().value;
    if (kept.size > STATEMENTS_MAX && oldest !== undefined) kept.delete(oldest);
    return known;
  };
}

function prepare(connection: Database.Database, sql: string): Prepared {
  const statement = connection.prepare<unknown[]>(sql);
  const names = statement.reader ? statement.columns().map(({ name }) => camelCase(name)) : [];
  return { statement, names };
}

function asRow<Row>(names: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  names.forEach((name, place) => {
    row[name] = values[place];
  });
  return row as Row;
}

/** The way back from CamelCasePlugin, done once per statement instead of once per row. */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
