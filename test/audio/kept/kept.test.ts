// Things kept on disk: found whole or not at all, touched when used, taken back on demand.
// It must never know what is kept.
import {
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptPath, openKept } from '../../../audio/kept/kept.ts';
import { makeFolder } from '../fixture.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const body = Buffer.from('Mời bà con');
const pathOf = (key: string) => keptPath(folder.path, 'sentences', key);

async function keptWith(key: string) {
  const kept = await openKept(folder.path);
  await kept.put('sentences', key, { head: { samples: 10 }, body });
  return kept;
}

test('what was put is found, its head without its body; the other room has it not', async () => {
  const kept = await keptWith('a');
  expect(await kept.get('sentences', 'a')).toEqual({ head: { samples: 10 }, body });
  expect(await kept.head('sentences', 'a')).toEqual({ samples: 10 });
  expect(await kept.get('parts', 'a')).toBeNull();
  expect(await kept.head('parts', 'a')).toBeNull();
  expect(
    readdirSync(join(folder.path, 'sentences')).filter((name) => name.endsWith('.part')),
  ).toEqual([]);
});

test.each([
  ['cut', (path: string) => truncateSync(path, 20)],
  ['emptied', (path: string) => truncateSync(path, 0)],
  ['written over', (path: string) => writeFileSync(path, 'something else')],
])('%s, it is not there, and not found a second time', async (_, damage) => {
  const kept = await keptWith('b');
  damage(pathOf('b'));
  expect(await kept.head('sentences', 'b')).toBeNull();
  expect(await kept.get('sentences', 'b')).toBeNull();
  expect(() => statSync(pathOf('b'))).toThrow();
});

test('a rotten byte in the body is found when the body is read', async () => {
  const kept = await keptWith('c');
  const bytes = readFileSync(pathOf('c'));
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
  writeFileSync(pathOf('c'), bytes);
  expect(await kept.head('sentences', 'c')).toEqual({ samples: 10 });
  expect(await kept.get('sentences', 'c')).toBeNull();
});

test('used again it is young again; what is gone is not missed', async () => {
  const kept = await keptWith('d');
  const longAgo = new Date(2020, 1, 1);
  utimesSync(pathOf('d'), longAgo, longAgo);
  await kept.touch('sentences', ['d', 'nobody']);
  expect(statSync(pathOf('d')).mtimeMs).toBeGreaterThan(longAgo.getTime() + 1_000);
});

test('what this door put is taken back, what others put is not', async () => {
  await keptWith('others');
  const kept = await keptWith('own');
  await kept.takeBack();
  expect(await kept.head('sentences', 'own')).toBeNull();
  expect(await kept.head('sentences', 'others')).not.toBeNull();
});

test('a folder that cannot be is the disk’s failure', async () => {
  writeFileSync(join(folder.path, 'file'), '');
  const failure = openKept(join(folder.path, 'file', 'kept'));
  await expect(failure).rejects.toMatchObject({ code: 'disk-failed', fault: 'world' });
});
