// Starting ffmpeg: which one, what its end says, and that it never outlives whoever asked for it.
// It must never know filters.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { drain, feed, findFfmpeg, npmFfmpeg, startFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import { makeFolder } from '../audio/fixture.ts';

const folder = makeFolder();
afterEach(() => vi.unstubAllEnvs());
afterAll(() => folder.remove());

test('the one named by VANGXA_FFMPEG is taken before all others', () => {
  vi.stubEnv('VANGXA_FFMPEG', '/opt/special/ffmpeg');
  expect(findFfmpeg()).toBe('/opt/special/ffmpeg');
});

test('the first program on the PATH is taken: no folder of that name, no file without the right to run', () => {
  const [asFolder, asText, asProgram] = ['a', 'b', 'c'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [asFolder, asText, asProgram]) mkdirSync(path);
  mkdirSync(join(asFolder, 'ffmpeg'));
  writeFileSync(join(asText, 'ffmpeg'), '');
  chmodSync(join(asText, 'ffmpeg'), 0o644);
  writeFileSync(join(asProgram, 'ffmpeg'), '#!/bin/sh\n');
  chmodSync(join(asProgram, 'ffmpeg'), 0o755);
  vi.stubEnv('VANGXA_FFMPEG', '');
  vi.stubEnv('PATH', ['', '/nowhere', asFolder, asText, asProgram].join(':'));
  expect(findFfmpeg()).toBe(join(asProgram, 'ffmpeg'));
});

test('without one on the PATH the one npm brought is taken', () => {
  vi.stubEnv('VANGXA_FFMPEG', '');
  vi.stubEnv('PATH', '/nowhere');
  expect(findFfmpeg()).toBe(npmFfmpeg() ?? 'ffmpeg');
});

test('its report is handed over at a good end, and quoted at a bad one', async () => {
  const good = startFfmpeg(['-f', 'lavfi', '-i', 'sine=d=0.1', '-f', 'null', '-']);
  good.input.end();
  expect(await drain(good, async () => {})).toContain('Audio');
  const bad = startFfmpeg(['-i', 'file:/nowhere.wav', '-f', 'null', '-']);
  bad.input.end();
  await expect(drain(bad, async () => {})).rejects.toThrow(/ffmpeg-failed.*No such file/s);
});

test('an abort kills it, and says it was stopped', async () => {
  const controller = new AbortController();
  const run = startFfmpeg(
    ['-f', 's16le', '-ar', '8000', '-ac', '1', '-i', 'pipe:0', '-f', 'null', '-'],
    controller.signal,
  );
  controller.abort();
  await expect(run.ended).rejects.toMatchObject({ code: 'stopped' });
  expect(() => startFfmpeg([], controller.signal)).toThrow(/stopped/);
});

test('whoever cannot take the output stops it, and his reason is the one heard', async () => {
  const run = startFfmpeg(['-f', 'lavfi', '-i', 'sine', '-f', 's16le', 'pipe:1']); // endless
  const full = drain(run, async () => {
    throw new Error('no room');
  });
  await expect(full).rejects.toThrow('no room');
  await expect(run.ended).rejects.toMatchObject({ code: 'ffmpeg-failed' });
});

test('feeding one that died ends at once instead of waiting for ever', async () => {
  const run = startFfmpeg([
    '-f',
    's16le',
    '-ar',
    '8000',
    '-ac',
    '1',
    '-i',
    'pipe:0',
    '-f',
    'null',
    '-',
  ]);
  run.kill();
  await run.ended.catch(() => {});
  let fed = 0;
  while (fed < 1_000 && (await feed(run.input, new Uint8Array(65_536)))) fed += 1;
  expect(fed).toBeLessThan(1_000);
});
