// The runner keeps statements prepared, but not without end, and names columns as the model does.
// It must never know tables of the product.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { padded, queries } from '../../src/db/queries.ts';
import { makeRunner } from '../../src/db/runner.ts';
import { openSqlite } from '../../src/db/sqlite.ts';

function counting() {
  const connection = openSqlite(':memory:');
  let prepared = 0;
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((source: string) => {
    prepared += 1;
    return prepare(source);
  }) as typeof connection.prepare;
  return { run: makeRunner(connection), prepared: () => prepared };
}
/** distinct texts, as distinct queries have */
const ask = (n: number) => ({
  compile: () => sql<{ n: number }>`select ${sql.lit(n)} as n`.compile(queries),
});

test('a query asked again is not prepared again', () => {
  const { run, prepared } = counting();
  for (let n = 0; n < 5; n += 1) run.first(ask(1));
  expect(prepared()).toBe(1);
});

test('two hundred texts are kept, the least used goes first', () => {
  const { run, prepared } = counting();
  run.first(ask(0));
  for (let n = 1; n <= 200; n += 1) {
    run.first(ask(n));
    run.first(ask(0)); // used all the time: stays
  }
  expect(prepared()).toBe(201);
  run.first(ask(0));
  run.first(ask(1)); // gone since
  expect(prepared()).toBe(202);
});

test('columns come back in camel case, one row or none', () => {
  const { run } = counting();
  const row = { compile: () => sql<{ playAtMs: number }>`select 5 as play_at_ms`.compile(queries) };
  expect(run.first(row)).toEqual({ playAtMs: 5 });
  const none = { compile: () => sql<object>`select 5 as a where 1 = 0`.compile(queries) };
  expect([run.first(none), run.all(none)]).toEqual([null, []]);
});

test.each([
  [['a'], ['a']],
  [
    ['a', 'b', 'c'],
    ['a', 'b', 'c', 'c'],
  ],
  [[], []],
])('an IN list %j is filled up to %j', (values, filled) => {
  expect(padded(values)).toEqual(filled);
});

test('five thousand lengths of IN list are fourteen texts', () => {
  const texts = new Set<string>();
  for (let n = 1; n <= 5_000; n += 1) {
    const list = padded(Array.from({ length: n }, String));
    texts.add(String(list.length));
  }
  expect(texts.size).toBe(14);
});
