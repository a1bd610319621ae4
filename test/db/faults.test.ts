// What the world does to a database, said in two languages, with nothing half written.
// It must never know the tables involved.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unloadable, worldly } from '../../src/db/faults.ts';
import { settingRows } from '../../src/db/ledger.ts';
import { migrate } from '../../src/db/migrate.ts';
import { makeRunner } from '../../src/db/runner.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import { openStore } from '../../src/db/store.ts';
import { AppError } from '../../src/domain/errors.ts';
import { ownFolder } from './dialects.ts';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_BUSY', 'database-busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'database-busy'],
  ['SQLITE_LOCKED', 'database-busy'],
  ['SQLITE_READONLY_DBMOVED', 'database-unwritable'],
  ['SQLITE_CANTOPEN', 'database-unwritable'],
  ['EACCES', 'database-unwritable'],
  ['EROFS', 'database-unwritable'],
  ['SQLITE_CORRUPT', 'database-damaged'],
  ['SQLITE_NOTADB', 'database-damaged'],
  ['SQLITE_IOERR_FSYNC', 'disk-failed'],
])('%s is the world’s fault: %s', (code, expected) => {
  const error = worldly(coded(code)) as AppError;
  expect([error.code, error.fault]).toEqual([expected, 'world']);
  expect(error.say.vi).toMatch(/Hãy /);
  expect(error.say.en).not.toBe('');
  expect(error.cause).toBeInstanceOf(Error);
});

test.each([
  ['a broken constraint', coded('SQLITE_CONSTRAINT_UNIQUE')],
  ['an error without a code', new Error('x')],
  ['a code that is no text', Object.assign(new Error('x'), { code: 7 })],
  ['something thrown that is no error', 'x'],
  [
    'a sentence already made',
    new AppError({ code: 'a', fault: 'caller', say: { vi: 'a', en: 'a' } }),
  ],
])('%s stays what it is', (_, error) => {
  expect(worldly(error)).toBe(error);
  expect(unloadable(error)).toBe(error);
});

test.each([
  ['the file is not there', coded('MODULE_NOT_FOUND')],
  ['it does not load', coded('ERR_DLOPEN_FAILED')],
  ['no binary was ever built', new Error('Could not locate the bindings file. Tried: …')],
  ['it was built for another Node', new Error('was compiled against NODE_MODULE_VERSION 99')],
])('a native module that is missing (%s) names the build tools', (_, error) => {
  const said = unloadable(error) as AppError;
  expect(said).toMatchObject({ code: 'database-module', fault: 'world' });
  for (const words of [said.say.vi, said.say.en]) expect(words).toMatch(/python3, make, g\+\+/);
});

test('a disk that fills up in the middle: a sentence, nothing lost, and writing works again after', () => {
  const connection = openSqlite(join(ownFolder(), 'a.db'));
  migrate(connection);
  const run = makeRunner(connection);
  const settings = settingRows(run);
  settings.put('trước', 'còn đây');
  connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`);
  const filling = () =>
    run.transaction(() => {
      settings.put('nhỏ', 'x');
      settings.put('lớn', 'x'.repeat(1_000_000));
    });
  expect(filling).toThrow(expect.objectContaining({ code: 'disk-full', fault: 'world' }));
  expect([settings.get('trước'), settings.get('nhỏ')]).toEqual(['còn đây', null]);
  connection.pragma('max_page_count = 100000');
  filling();
  expect(settings.get('nhỏ')).toBe('x');
  connection.close();
});

test('a database another program holds says so', () => {
  const path = join(ownFolder(), 'a.db');
  const [holder, asking] = [openSqlite(path), openSqlite(path)];
  asking.pragma('busy_timeout = 0');
  migrate(holder);
  holder.exec('begin immediate');
  expect(() => settingRows(makeRunner(asking)).put('a', 'b')).toThrow(
    expect.objectContaining({ code: 'database-busy' }),
  );
  holder.close();
  asking.close();
});

test('a file that is no database is named as damaged and left alone', () => {
  const path = join(ownFolder(), 'a.db');
  writeFileSync(path, 'không phải cơ sở dữ liệu'.repeat(200));
  expect(() => openStore({ path })).toThrow(expect.objectContaining({ code: 'database-damaged' }));
});

test('a path that cannot be opened says so', () => {
  const path = join(ownFolder(), 'a.db');
  mkdirSync(path);
  expect(() => openStore({ path })).toThrow(AppError);
});

test('a wrong query stays an ordinary exception: that is our fault', () => {
  const connection = openSqlite(':memory:');
  const run = makeRunner(connection);
  expect(() => settingRows(run).get('a')).toThrow(/no such table/);
  connection.close();
});
