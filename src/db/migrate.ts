// Brings a database forward to the newest shape, all steps in one transaction, and writes down which.
// It must never know a step's contents, and never goes back.
import type Database from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import { type Migration, migrations, sqliteTypes } from './migrations.ts';

/** @returns the version after; @throws AppError when the file was written by a newer Vang Xa */
export function migrate(
  connection: Database.Database,
  steps: readonly Migration[] = migrations,
): number {
  connection.exec(
    'create table if not exists schema_versions (version integer primary key, name text not null) strict',
  );
  const newest = steps.at(-1)?.version ?? 0;
  return connection
    .transaction(() => {
      const at = currentVersion(connection);
      if (at > newest) throw tooNew(at, newest);
      for (const step of steps.filter(({ version }) => version > at)) take(connection, step);
      return newest;
    })
    .immediate();
}

function currentVersion(connection: Database.Database): number {
  const row = connection.prepare('select max(version) as version from schema_versions').get();
  return (row as { version: number | null }).version ?? 0;
}

function take(connection: Database.Database, step: Migration): void {
  for (const statement of step.statements(sqliteTypes)) connection.exec(statement);
  connection
    .prepare('insert into schema_versions (version, name) values (?, ?)')
    .run(step.version, step.name);
}

function tooNew(at: number, known: number): AppError {
  return new AppError({
    code: 'database-too-new',
    fault: 'world',
    say: {
      vi: `Dữ liệu này do bản Vang Xa mới hơn ghi (phiên bản ${at}, bản đang chạy biết đến ${known}). Hãy chạy bản mới hơn; không có gì bị thay đổi.`,
      en: `This database was written by a newer Vang Xa (version ${at}; this one knows ${known}). Run the newer one; nothing was changed.`,
    },
  });
}
