// The facts in an ONNX file: read from its end, and never from a file that only looks like one.
// It must never know an engine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readOnnxFacts } from '../../audio/voices/onnx-facts.ts';
import { tinyVits } from './tiny-onnx.ts';

const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function facts(bytes: Uint8Array): Promise<Map<string, string>> {
  const path = join(folder, 'model.onnx');
  writeFileSync(path, bytes);
  return readOnnxFacts(path);
}

const GIVEN = { sample_rate: '16000', language: 'Tiếng Việt', empty: '', comment: 'x'.repeat(300) };
const WHOLE = tinyVits({ facts: GIVEN });

test('a model says what it was told to say', async () => {
  expect(Object.fromEntries(await facts(WHOLE))).toEqual(GIVEN);
  expect(await facts(tinyVits({ facts: {} }))).toEqual(new Map());
});

test('numbers and fixed fields between the others are stepped over', async () => {
  const more = Buffer.from([
    5 * 8,
    200,
    1,
    9 * 8 + 1,
    ...Array(8).fill(7),
    9 * 8 + 5,
    1,
    2,
    3,
    4,
    40,
    1,
  ]);
  expect((await facts(Buffer.concat([WHOLE, more]))).get('sample_rate')).toBe('16000');
});

test.each([1, 20, 300, WHOLE.length - 400, WHOLE.length - 1])(
  'cut after %i bytes it is refused',
  async (at) => {
    await expect(facts(WHOLE.subarray(0, at))).rejects.toThrow(/cut short/);
  },
);

test.each([
  ['empty', Buffer.alloc(0)],
  ['a text', Buffer.from('this is no model at all')],
  ['endless numbers', Buffer.alloc(64, 0xff)],
  ['a field of a kind that is none', Buffer.from([8 * 8 + 7, 1])],
  ['fields without end', Buffer.from(Array(9_000).fill([40, 1]).flat())],
])('%s is no model', async (_, bytes) => {
  await expect(facts(bytes)).rejects.toThrow();
});

test('a fact of a megabyte is refused before it is read', async () => {
  await expect(facts(tinyVits({ facts: { long: 'x'.repeat(1_000_000) } }))).rejects.toThrow(
    /too long/,
  );
});

test('300 facts are no voice', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`fact${at}`, '1']));
  await expect(facts(tinyVits({ facts: many }))).rejects.toThrow(/too many/);
});

test('a file that is not there is the file system’s own word', async () => {
  await expect(readOnnxFacts(join(folder, 'none.onnx'))).rejects.toMatchObject({ code: 'ENOENT' });
});
