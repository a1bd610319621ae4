// What goes wrong while a clip is made: a sentence for the officer, and nothing half made is left.
// It must never know how a clip is made when all goes well.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openClip, type ProduceOrder, produceClip } from '../../audio/produce.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import type { Voice } from '../../audio/voices/port.ts';
import { makeFolder, NOTICE } from './fixture.ts';

const voice = createEspeakVoice();
const folder = makeFolder();
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await voice.close();
  folder.remove();
});

function order(changes: Partial<ProduceOrder> = {}): ProduceOrder {
  return {
    sentences: NOTICE,
    title: 'Thử',
    voice,
    clipsDir: join(folder.path, 'clips'),
    maxSeconds: null,
    onProgress: () => {},
    signal: new AbortController().signal,
    ...changes,
  };
}

/** Twenty minutes of tone, quickly: enough to fill a small disk and to be aborted in the middle of. */
function toneVoice(failAfter = Number.POSITIVE_INFINITY): Voice {
  let spoken = 0;
  return {
    ...voice,
    async speak() {
      spoken += 1;
      if (spoken > failAfter) throw new Error('the line is dead');
      const samples = Int16Array.from({ length: 22_050 * 4 }, (_, at) => 8_000 * Math.sin(at / 8));
      return { samples, by: { engine: 'tone', engineVersion: '1', voice: 'a' } };
    },
  };
}
const MANY = Array.from({ length: 300 }, (_, at) => `Câu số ${at}.`);

/** Beside what is kept for the next try. */
function leftIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path).filter((name) => name !== 'kept') : [];
}

function keptIn(path: string, room: 'sentences' | 'parts'): string[] {
  const folder = join(path, 'kept', room);
  return existsSync(folder) ? readdirSync(folder) : [];
}

test.each([
  ['no sentence', { sentences: [] }, 'nothing-to-say'],
  ['only punctuation', { sentences: ['.', ', ;'] }, 'nothing-to-say'],
  ['a sentence without end', { sentences: ['a '.repeat(10_001)] }, 'sentence-too-long'],
  ['a library', { sentences: Array.from({ length: 20_001 }, () => 'Có.') }, 'too-many-sentences'],
])('%s is refused, in two languages, as the caller’s', async (_, changes, code) => {
  const failure = await produceClip(order(changes)).catch((thrown: unknown) => thrown);
  expect(failure).toMatchObject({ code, fault: 'caller' });
  const { say } = failure as { say: { vi: string; en: string } };
  expect(say.vi).toMatch(/\p{L}.+\.$/u);
  expect(say.en).toMatch(/^[A-Z].+\.$/);
  expect(leftIn(join(folder.path, 'clips'))).toEqual([]);
});

test.each(['speech', 'mastering'] as const)(
  'stopped during %s it stops soon and leaves nothing',
  async (step) => {
    const controller = new AbortController();
    const clipsDir = join(folder.path, `stopped-${step}`);
    const making = produceClip(
      order({
        clipsDir,
        sentences: MANY.slice(0, 60),
        voice: toneVoice(),
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.step === step) controller.abort();
        },
      }),
    );
    await expect(making).rejects.toMatchObject({ code: 'stopped' });
    expect(leftIn(clipsDir)).toEqual([]);
    // what was said is there for the next try, and nothing half written
    await expect.poll(() => keptIn(clipsDir, 'sentences').filter(isPart)).toEqual([]);
    expect(keptIn(clipsDir, 'sentences').length).toBeGreaterThan(0);
    expect(keptIn(clipsDir, 'parts').filter(isPart)).toEqual([]);
  },
);

test('stopped before it began it does nothing', async () => {
  const clipsDir = join(folder.path, 'never');
  const making = produceClip(order({ clipsDir, signal: AbortSignal.abort() }));
  await expect(making).rejects.toMatchObject({ code: 'stopped' });
  expect(leftIn(clipsDir)).toEqual([]);
});

test('a voice that dies in the middle leaves nothing half made', async () => {
  const clipsDir = join(folder.path, 'dead-voice');
  const making = produceClip(order({ clipsDir, sentences: MANY, voice: toneVoice(40) }));
  await expect(making).rejects.toThrow('the line is dead');
  expect(leftIn(clipsDir)).toEqual([]);
});

test.each([
  ['is not there', '/nowhere/ffmpeg', 'ffmpeg-missing'],
  ['fails at once', '/bin/false', 'ffmpeg-failed'],
])('an ffmpeg that %s is said, and nothing is left', async (_, program, code) => {
  vi.stubEnv('VANGXA_FFMPEG', program);
  const clipsDir = join(folder.path, code);
  const making = produceClip(order({ clipsDir, sentences: ['Có.'], voice: toneVoice() }));
  await expect(making).rejects.toMatchObject({ code, fault: 'world' });
  expect(leftIn(clipsDir)).toEqual([]);
});

test('an ffmpeg killed in the middle is said; the last good clip stays', async () => {
  const clipsDir = join(folder.path, 'killed-ffmpeg');
  const good = await produceClip(order({ clipsDir, sentences: ['Có.'], voice: toneVoice() }));
  const dying = join(folder.path, 'dying');
  writeFileSync(dying, '#!/bin/sh\nhead -c 2000 > /dev/null\nkill -9 $$\n', { mode: 0o755 });
  vi.stubEnv('VANGXA_FFMPEG', dying);
  const making = produceClip(order({ clipsDir, sentences: ['Không.'], voice: toneVoice() }));
  await expect(making).rejects.toMatchObject({ code: 'ffmpeg-failed', fault: 'world' });
  expect(leftIn(clipsDir).sort()).toEqual([`${good.id}.json`, `${good.id}.opus`]);
  expect((await openClip(good.path)).sound.contentHash).toBe(good.contentHash);
});

test('an edit whose coder dies is said; what was kept stays as it was, and the next try succeeds', async () => {
  const clipsDir = join(folder.path, 'killed-edit');
  const sentences = MANY.slice(0, 40);
  const good = await produceClip(order({ clipsDir, sentences, voice: toneVoice() }));
  const parts = keptIn(clipsDir, 'parts').sort();
  const edited = { clipsDir, sentences: sentences.with(20, 'Câu này mới.'), voice: toneVoice() };
  const dying = join(folder.path, 'dying-edit');
  writeFileSync(dying, '#!/bin/sh\nhead -c 2000 > /dev/null\nkill -9 $$\n', { mode: 0o755 });
  vi.stubEnv('VANGXA_FFMPEG', dying);
  await expect(produceClip(order(edited))).rejects.toMatchObject({ code: 'ffmpeg-failed' });
  expect(keptIn(clipsDir, 'parts').sort()).toEqual(parts);
  vi.unstubAllEnvs();
  const made = await produceClip(order(edited));
  expect(made.parts.filter((key) => !good.parts.includes(key)).length).toBeLessThan(3);
  expect((await openClip(good.path)).sound.contentHash).toBe(good.contentHash);
});

test('a part is known though its sentences were swept: cut inside it, they are said again', async () => {
  const clipsDir = join(folder.path, 'cut-inside');
  const sentences = MANY.slice(0, 12);
  const whole = await produceClip(order({ clipsDir, sentences, voice: toneVoice() }));
  for (const one of keptIn(clipsDir, 'sentences')) rmSync(join(clipsDir, 'kept', 'sentences', one));
  for (const maxSeconds of [11, 22, 33]) {
    const cut = await produceClip(order({ clipsDir, sentences, voice: toneVoice(), maxSeconds }));
    expect(cut.durationMs).toBeLessThanOrEqual(maxSeconds * 1_000);
    expect(cut.durationMs).toBeLessThan(whole.durationMs);
  }
});

test('a folder that cannot be written is the disk’s failure', async () => {
  const file = join(folder.path, 'a-file');
  writeFileSync(file, '');
  await expect(produceClip(order({ clipsDir: join(file, 'clips') }))).rejects.toMatchObject({
    code: 'disk-failed',
    fault: 'world',
  });
});

const isPart = (name: string) => name.endsWith('.part');

/** A disk of a megabyte; only root may mount one. */
function mountSmallDisk(): { path: string; unmount(): void } | null {
  const path = join(folder.path, 'small-disk');
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return { path, unmount: () => execFileSync('umount', [path]) };
  } catch {
    return null;
  }
}

test('a disk that fills up is called by its name, and is left as empty as it was', async ({
  skip,
}) => {
  const disk = mountSmallDisk();
  if (disk === null) return skip('only root may mount a small disk');
  try {
    const making = produceClip(order({ clipsDir: disk.path, sentences: MANY, voice: toneVoice() }));
    const failure = await making.catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: 'disk-full', fault: 'world' });
    expect((failure as { say: { vi: string } }).say.vi).toContain('đầy');
    expect(leftIn(disk.path)).toEqual([]);
    for (const room of ['sentences', 'parts'] as const) expect(keptIn(disk.path, room)).toEqual([]);
  } finally {
    disk.unmount();
  }
});

test('what a killed process left is swept after an hour, not before', async () => {
  const clipsDir = join(folder.path, 'swept');
  mkdirSync(clipsDir);
  for (const name of ['.old.pcm.part', '.new.pcm.part', 'kept.opus'])
    writeFileSync(join(clipsDir, name), 'x');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(join(clipsDir, '.old.pcm.part'), longAgo, longAgo);
  utimesSync(join(clipsDir, 'kept.opus'), longAgo, longAgo);
  const { id } = await produceClip(order({ clipsDir, sentences: ['Có.'] }));
  expect(leftIn(clipsDir).sort()).toEqual(
    ['.new.pcm.part', `${id}.json`, `${id}.opus`, 'kept.opus'].sort(),
  );
});
