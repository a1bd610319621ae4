// Where queries are written: Kysely as a typed builder that only compiles, in SQLite's dialect.
// It must never know a connection: running is runner.ts, because the Store port is synchronous.
import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './tables.ts';

/** PostgreSQL later: the same builder with PostgresQueryCompiler, the same repositories. */
export const queries = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
});

/**
 * Fills an IN list up to a power of two by repeating its last value: `in` does not mind, and
 * statements of 1 … 5,000 areas become 14 texts in the statement cache instead of 5,000.
 * The list must not be empty (PostgreSQL refuses `in ()`): repositories answer [] themselves.
 */
export function padded(values: readonly string[]): string[] {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, values.length)));
  const last = values[values.length - 1];
  const filled = [...values];
  while (last !== undefined && filled.length < size) filled.push(last);
  return filled;
}
