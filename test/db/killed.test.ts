// Killed with −9: what was committed is there, what was not is gone, and the folder is free again.
// It must never wait for a fixed time: only for what the child says.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { lockDataFolder } from '../../src/db/lock.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import { openStore } from '../../src/db/store.ts';
import { ownFolder } from './dialects.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const SCRIPT = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Starts the child and answers with its lines once it has said `until`. */
async function child(
  args: string[],
  until: RegExp,
): Promise<{ lines: string[]; kill(): Promise<void> }> {
  const process_ = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', SCRIPT, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(process_);
  const lines: string[] = [];
  for await (const line of createInterface({ input: process_.stdout })) {
    lines.push(line);
    if (until.test(line)) break;
  }
  const kill = async () => {
    process_.kill('SIGKILL');
    if (process_.exitCode === null && process_.signalCode === null) await once(process_, 'exit');
  };
  return { lines, kill };
}

test('a service killed in the middle of a transaction loses that one and no other', async () => {
  const folder = ownFolder();
  const { lines, kill } = await child(['write', folder, '25'], /^inside/);
  expect(lines.at(-1)).toBe('inside 26');
  await kill();
  const path = join(folder, 'a.db');
  const store = openStore({ path });
  for (let n = 1; n <= 25; n += 1) expect(store.settings.get(`second-${n}`)).toBe('x');
  expect(store.settings.get('first-26')).toBeNull();
  expect(store.counters.next('n')).toBe(26); // not skipped, not drawn twice
  store.close();
  const connection = openSqlite(path);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  connection.close();
});

test('two services on one data folder: the second is refused until the first is gone, even killed', async () => {
  const folder = join(ownFolder(), 'du-lieu');
  const { kill } = await child(['hold', folder], /^held/);
  const taken = expect.objectContaining({ code: 'folder-taken', fault: 'world', place: folder });
  expect(() => lockDataFolder(folder)).toThrow(taken);
  await kill();
  const lock = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(taken);
  lock.release();
  lockDataFolder(folder).release();
});

test('the refusal names the folder and what to do, in both languages', () => {
  const folder = ownFolder();
  const lock = lockDataFolder(folder);
  const said = [/Hãy dừng dịch vụ đó.*VANGXA_DATA/, /Stop it, or set VANGXA_DATA/];
  try {
    lockDataFolder(folder);
  } catch (error) {
    const { vi, en } = (error as { say: { vi: string; en: string } }).say;
    expect([said[0]?.test(vi), said[1]?.test(en), vi.includes(folder)]).toEqual([true, true, true]);
  }
  expect.assertions(1);
  lock.release();
});

test('the data folder is made for its owner alone', () => {
  const folder = join(ownFolder(), 'a', 'b');
  lockDataFolder(folder).release();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a data folder that cannot be made says so', () => {
  const folder = ownFolder();
  lockDataFolder(folder).release();
  const beneathAFile = join(folder, 'vang-xa.lock', 'a');
  expect(() => lockDataFolder(beneathAFile)).toThrow(
    expect.objectContaining({ code: 'database-unwritable' }),
  );
});
