// The shape of a database: brought forward once, never back, strict about what it holds.
// It must never know repositories.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { type Migration, migrations } from '../../src/db/migrations.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import { openStore } from '../../src/db/store.ts';
import { ownFolder } from './dialects.ts';

const NEWEST = migrations.length;
const step = (version: number, ...statements: string[]): Migration => ({
  version,
  name: `bước ${version}`,
  statements: () => statements,
});
const tablesOf = (connection: ReturnType<typeof openSqlite>) =>
  connection
    .prepare("select name, sql from sqlite_master where type = 'table' order by name")
    .all() as { name: string; sql: string }[];

test('steps are numbered 1, 2, 3 …', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, n) => n + 1));
});

test('a new database is brought to the newest shape, and again without change', () => {
  const connection = openSqlite(':memory:');
  expect(migrate(connection)).toBe(NEWEST);
  const before = tablesOf(connection);
  expect(migrate(connection)).toBe(NEWEST);
  expect(tablesOf(connection)).toEqual(before);
});

test('what was there stays when a step is added', () => {
  const connection = openSqlite(':memory:');
  migrate(connection, [step(1, 'create table a (id text primary key) strict')]);
  connection.exec("insert into a values ('cũ')");
  migrate(connection, [
    step(1, 'never run again'),
    step(2, 'alter table a add column atMs integer'),
  ]);
  expect(connection.prepare('select * from a').all()).toEqual([{ id: 'cũ', atMs: null }]);
});

test('a bulletin from before its writers were kept has its author for a writer', () => {
  const connection = openSqlite(':memory:');
  migrate(connection, migrations.slice(0, 6));
  connection.exec(`pragma foreign_keys = off; insert into bulletins
    (id, tenant_id, title, text, genre, priority, drill, state, version, author_id, created_at_ms)
    values ('bt', 'xa', 't', 'v', 'notice', 'normal', 0, 'ready', 1, 'tac-gia', 0)`);
  migrate(connection);
  const row = connection.prepare('select writer_ids from bulletins').get();
  expect(row).toEqual({ writer_ids: '["tac-gia"]' });
});

test('a step that fails leaves the database as it was, all steps of that start', () => {
  const connection = openSqlite(':memory:');
  const broken = [step(1, 'create table a (id text) strict'), step(2, 'creat table')];
  expect(() => migrate(connection, broken)).toThrow(/syntax/);
  expect(tablesOf(connection).map(({ name }) => name)).toEqual(['schema_versions']);
});

test('a database written by a newer service is refused, untouched', () => {
  const path = join(ownFolder(), 'a.db');
  const connection = openSqlite(path);
  migrate(connection, [...migrations, step(NEWEST + 1, 'create table sau (id text) strict')]);
  connection.close();
  expect(() => openStore({ path })).toThrow(
    expect.objectContaining({ code: 'database-too-new', fault: 'world' }),
  );
});

test('every table is strict, and none has a boolean or an unnamed unit of time', () => {
  const connection = openSqlite(':memory:');
  migrate(connection);
  for (const { name, sql } of tablesOf(connection)) {
    expect([name, /strict$/i.test(sql)]).toEqual([name, true]);
    const columns = connection.pragma(`table_info(${name})`) as { name: string; type: string }[];
    for (const column of columns) {
      expect([name, column.name, column.type]).not.toContain('BOOLEAN');
      if (/_at($|_)/.test(column.name)) expect(column.name).toMatch(/_at_ms$/);
    }
  }
});

test('a time that is no whole number of milliseconds is refused, not rounded in silence', () => {
  const store = openStore({ path: ':memory:' });
  const row = { accountId: null, action: 'a', subject: 's', tenantId: null, detail: '{}' };
  expect(() => store.audit.append({ id: '1', atMs: 0.5, ...row })).toThrow(/INTEGER/);
  store.close();
});

test('commits reach the disk, references hold, and the file is its owner’s alone', () => {
  const path = join(ownFolder(), 'a.db');
  const connection = openSqlite(path);
  const pragma = (name: string) => connection.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual([
    'wal',
    2,
    1,
  ]);
  migrate(connection);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
  connection.close();
});
