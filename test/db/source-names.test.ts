// Names given before they held their sender are found again by the messages that come after.
// It must never know what a name decides.
import { expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { migrations } from '../../src/db/migrations.ts';
import { openSqlite } from '../../src/db/sqlite.ts';

test('a result from before is found by its airing', () => {
  const connection = openSqlite(':memory:');
  migrate(connection, migrations.slice(0, 34));
  const airingId = '01KBQ0000000000000000000AB';
  const insert = connection.prepare(`insert into source_letters
    (id, kind, subject, body, created_at_ms, due_at_ms, attempts, state)
    values (?, ?, 's', ?, 0, 0, 0, 'waiting')`);
  insert.run('l-1', 'airing-result', JSON.stringify({ airingId, title: 't' }));
  insert.run('l-2', 'ack', '{}');
  migrate(connection, migrations.slice(0, 35));
  const found = connection.prepare('select about_id, about_ms from source_letters order by id');
  expect(found.raw().all()).toEqual([
    [airingId, null],
    [null, null],
  ]);
});

test('a message from before has the key it was signed with, and a warning its sender, in its name', () => {
  const connection = openSqlite(':memory:');
  migrate(connection, migrations.slice(0, 33));
  const insert = connection.prepare(`insert into incoming
    (id, source, external_id, revision, message_id, hash, bytes, content_type, via, key_id,
     arrived_at_ms, priority, drill, title, sender, does, state, raw)
    values (?, 'tỉnh', 'T-1', 1, 'T-2', 'h', 1, ?, 'pull', ?, 0, 'normal', 0, 't', 'a@b', 'say',
            'accepted', x'00')`);
  insert.run('i-1', 'application/json', null);
  connection.exec("update incoming set revision = 2 where id = 'i-1'");
  insert.run('i-2', 'application/cap+xml; charset=utf-8', 'khoa-1');
  migrate(connection, migrations.slice(0, 34));
  const named = connection.prepare(
    'select source, external_id, message_id from incoming order by id',
  );
  expect(named.raw().all()).toEqual([
    ['tỉnh', 'T-1', 'T-2'],
    ['tỉnh · khoa-1', 'cap:a@b,T-1', 'cap:a@b,T-2'],
  ]);
});
