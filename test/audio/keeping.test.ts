// What stays on disk and what goes: scheduled clips with all they were made of, then what aired last.
// It must never know sound.
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sweepSound, usedSound } from '../../audio/keeping.ts';
import { keptPath, openKept } from '../../audio/kept/kept.ts';
import { foundRendition } from '../../audio/renditions.ts';
import { makeFolder } from './fixture.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 9, 20);
let folder = makeFolder();
afterEach(() => {
  folder.remove();
  folder = makeFolder();
});
const folders = () => ({ clipsDir: folder.path, keptDir: join(folder.path, 'kept') });
const idOf = (letter: string) => letter.repeat(64);
const agedTo = (path: string, daysAgo: number) => {
  const at = new Date(NOW_MS - daysAgo * DAY_MS);
  utimesSync(path, at, at);
};

/** A clip of 1,000 bytes with a rendition, one part of 1,000 and one sentence of 1,000 of its own. */
async function addClip(letter: string, daysAgo: number): Promise<void> {
  const { clipsDir, keptDir } = folders();
  const kept = await openKept(keptDir);
  const body = Buffer.alloc(900);
  const [part, sentence] = [`part-${letter}`, `sentence-${letter}`];
  await kept.put('sentences', sentence, { head: { samples: 450 }, body });
  await kept.put('parts', part, { head: { said: [{ key: sentence }] }, body });
  const id = idOf(letter);
  writeFileSync(join(clipsDir, `${id}.json`), JSON.stringify({ id, parts: [part] }));
  for (const end of ['opus', '16.opus'])
    writeFileSync(join(clipsDir, `${id}.${end}`), Buffer.alloc(900));
  for (const end of ['json', 'opus', '16.opus']) agedTo(join(clipsDir, `${id}.${end}`), daysAgo);
  agedTo(keptPath(keptDir, 'parts', part), daysAgo);
  agedTo(keptPath(keptDir, 'sentences', sentence), daysAgo);
}

const left = (room: 'parts' | 'sentences') =>
  readdirSync(join(folders().keptDir, room)).map((name) => name.replace(/^\w+-|\.kept$/gu, ''));
const clipsLeft = () =>
  readdirSync(folder.path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.charAt(0));

test('beneath the limits nothing goes', async () => {
  await addClip('a', 9);
  expect(await sweepSound({ ...folders(), scheduled: new Set(), nowMs: NOW_MS })).toEqual({
    ...{ removed: 0, bytes: 0 },
  });
});

test('kept sentences and parts go by age, never those of a scheduled clip', async () => {
  for (const [at, letter] of ['a', 'b', 'c'].entries()) await addClip(letter, 9 - at);
  const scheduled = new Set([idOf('a')]);
  const swept = await sweepSound({ ...folders(), scheduled, maxKeptBytes: 4_500, nowMs: NOW_MS });
  expect(swept.removed).toBe(2);
  expect(left('parts').sort()).toEqual(['a', 'c']);
  expect(left('sentences').sort()).toEqual(['a', 'c']);
  expect(clipsLeft().sort()).toEqual(['a', 'b', 'c']);
});

test('renditions go first, then the clips that aired longest ago, whole', async () => {
  for (const [at, letter] of ['a', 'b', 'c'].entries()) await addClip(letter, 9 - at);
  const scheduled = new Set([idOf('a')]);
  await sweepSound({ ...folders(), scheduled, maxClipBytes: 2_500, nowMs: NOW_MS });
  expect(clipsLeft().sort()).toEqual(['a', 'c']);
  expect(readdirSync(folder.path).filter((name) => name.includes('.16.'))).toEqual([]);
  expect(existsSync(join(folder.path, `${idOf('b')}.opus`))).toBe(false);
});

test('what airs is young again, with all it was made of', async () => {
  for (const [at, letter] of ['a', 'b'].entries()) await addClip(letter, 9 - at);
  await usedSound({ ...folders(), clipIds: new Set([idOf('a'), idOf('x')]), nowMs: NOW_MS });
  const { keptDir } = folders();
  expect(statSync(keptPath(keptDir, 'sentences', 'sentence-a')).mtimeMs).toBe(NOW_MS);
  const later = NOW_MS + DAY_MS;
  const bounds = { maxKeptBytes: 2_500, maxClipBytes: 1_500, nowMs: later };
  await sweepSound({ ...folders(), scheduled: new Set(), ...bounds });
  expect([left('parts'), left('sentences'), clipsLeft()]).toEqual([['a'], ['a'], ['a']]);
});

test('what was used within the hour stays: a clip may be in the making', async () => {
  await addClip('a', 0);
  const none = { maxKeptBytes: 0, maxClipBytes: 0, nowMs: NOW_MS };
  await sweepSound({ ...folders(), scheduled: new Set(), ...none });
  expect([left('parts'), clipsLeft()]).toEqual([['a'], ['a']]);
});

test('facts that cannot be read name nothing', async () => {
  await addClip('a', 9);
  writeFileSync(join(folder.path, `${idOf('a')}.json`), '{"parts":');
  const scheduled = new Set([idOf('a')]);
  await sweepSound({ ...folders(), scheduled, maxKeptBytes: 0, nowMs: NOW_MS });
  expect(left('parts')).toEqual([]);
});

test('renditions have a bound of their own: they go where clips may stay for ever', async () => {
  for (const [at, letter] of ['a', 'b', 'c'].entries()) await addClip(letter, 9 - at);
  const bounds = { maxClipBytes: Number.MAX_SAFE_INTEGER, maxRenditionBytes: 1_000 };
  await sweepSound({ ...folders(), scheduled: new Set(), ...bounds, nowMs: NOW_MS });
  const thin = readdirSync(folder.path).filter((name) => name.endsWith('.16.opus'));
  expect(thin.map((name) => name.charAt(0))).toEqual(['c']);
  expect(clipsLeft().sort()).toEqual(['a', 'b', 'c']);
});

test('a rendition somebody listens to stays before newer ones nobody does, and is still the same file to a player', async () => {
  for (const [at, letter] of ['a', 'b'].entries()) await addClip(letter, 9 - at);
  const path = (letter: string) => join(folder.path, `${idOf(letter)}.opus`);
  const found = (letter: string, heard: boolean) =>
    foundRendition({ path: path(letter), kind: 'opus16', heard });
  const written = statSync(join(folder.path, `${idOf('a')}.16.opus`)).mtimeMs;
  expect(await found('b', false)).toMatchObject({ bytes: 900, mime: 'audio/ogg' });
  const heard = await found('a', true);
  expect(statSync(heard?.path ?? '').mtimeMs).toBe(written);
  const bounds = { maxRenditionBytes: 1_000, nowMs: Date.now() + 2 * DAY_MS };
  await sweepSound({ ...folders(), scheduled: new Set(), ...bounds });
  expect([(await found('a', false))?.kind, await found('b', false)]).toEqual(['opus16', null]);
  const own = { path: path('b'), kind: 'opus24' as const, heard: true };
  expect(await foundRendition(own)).toMatchObject({ path: own.path, bytes: 900 });
  expect(await foundRendition({ ...own, kind: 'mp3' })).toBeNull();
});
