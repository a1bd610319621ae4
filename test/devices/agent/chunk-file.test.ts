// Writing to a disk that fills up: all of it or an error, and the next chunk tries again.
import { mkdirSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeChunkFile, readChunks } from '../../../devices/agent/chunk-file.ts';
import { writeWhole } from '../../../devices/agent/safe-file.ts';
import { newFolder } from './speaker.ts';

/** Takes so many bytes at a time. */
function testFile(sizes: number[]) {
  const disk = Buffer.alloc(8);
  const write = async (bytes: Buffer, from: number, length: number, at: number) => {
    const bytesWritten = Math.min(length, sizes.shift() ?? 0);
    bytes.copy(disk, at, from, from + bytesWritten);
    return { bytesWritten, buffer: bytes };
  };
  return { disk, file: { write } as unknown as Pick<FileHandle, 'write'> };
}

test('what the disk takes in parts is written whole', async () => {
  const { disk, file } = testFile([2, 1, 9]);
  await writeWhole(file, Buffer.from('abcdef'), 1);
  expect(disk.toString('latin1')).toBe('\0abcdef\0');
});

test('a part is never taken for the whole', async () => {
  const { file } = testFile([2]);
  await expect(writeWhole(file, Buffer.from('abcdef'), 0)).rejects.toThrow('takes no more');
});

test('a file that could not be opened is tried again with the next chunk', async () => {
  const folder = join(newFolder(), 'later');
  const path = join(folder, 'chunks.bin');
  const file = makeChunkFile(path, 0);
  const chunk = { seq: 3, repair: false, payload: Buffer.from('abc') };
  await expect(file.append(chunk)).rejects.toThrow('ENOENT');
  mkdirSync(folder);
  await file.append(chunk);
  await file.close();
  expect(readChunks(path, () => true).chunks).toMatchObject([{ seq: 3 }]);
});
