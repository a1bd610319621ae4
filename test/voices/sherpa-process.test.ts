// The process of a neural voice when it goes wrong: it ends, hangs, swells, or answers what was not asked.
// It must never know the engine.
import { type ChildProcess, spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { startSherpa } from '../../audio/voices/sherpa-process.ts';
import { type Acting, acting, ends, refuses } from './fake-process.ts';

const FILES = { model: 'm', tokens: 't', lexicon: '', espeakFolder: '' };
const SENTENCE = { words: 'a', speaker: 0, speed: 1 };

test('a process that ends while loading: voice-missing', async () => {
  const child = startSherpa({ start: acting(ends, ends) });
  await expect(child.load(FILES, undefined)).rejects.toMatchObject({ code: 'voice-missing' });
  expect(child.alive).toBe(false);
  await expect(child.speak(SENTENCE)).rejects.toMatchObject({ code: 'voice-failed' });
});

test('a program that cannot be started at all: voice-missing', async () => {
  const start = () => spawn('/nowhere/node', { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const child = startSherpa({ start });
  await expect(child.load(FILES, undefined)).rejects.toMatchObject({ code: 'voice-missing' });
});

test('killed in the middle of a sentence: voice-failed', async () => {
  const child = startSherpa({ start: acting(ends) });
  expect(await child.load(FILES, undefined)).toEqual({ sampleRateHz: 16_000 });
  await expect(child.speak(SENTENCE)).rejects.toMatchObject({ code: 'voice-failed' });
});

test('a sentence it refuses leaves it alive; a load it refuses does not', async () => {
  const child = startSherpa({ start: acting(refuses('voice-failed')) });
  await child.load(FILES, undefined);
  await expect(child.speak(SENTENCE)).rejects.toMatchObject({ code: 'voice-failed' });
  expect(child.alive).toBe(true);
  await child.stop();
  const other = startSherpa({ start: acting(ends, refuses('voice-missing')) });
  await expect(other.load(FILES, undefined)).rejects.toMatchObject({ code: 'voice-missing' });
  expect(other.alive).toBe(false);
});

test('silent beyond its limit: voice-slow, and gone', async () => {
  const child = startSherpa({ start: acting(ends, () => {}), limitMs: 5 });
  await expect(child.load(FILES, undefined)).rejects.toMatchObject({ code: 'voice-slow' });
  expect(child.alive).toBe(false);
});

/** A real process, which answers a load and then fills its memory. */
function swelling(): ChildProcess {
  const act = `process.on('message', (o) => {
    if (o.load) process.send({ id: o.id, loaded: { sampleRateHz: 16000 } });
    else globalThis.held = Buffer.alloc(200 * 1024 ** 2, 1);
  })`;
  const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const;
  return spawn(process.execPath, ['-e', act], { serialization: 'advanced', stdio: [...stdio] });
}

test.skipIf(process.platform !== 'linux')(
  'swelling beyond its bound: voice-failed, and gone',
  async () => {
    const child = startSherpa({ start: swelling, residentMax: 150 * 1024 ** 2 });
    await child.load(FILES, undefined);
    const failure = await child.speak(SENTENCE).catch((thrown: Error) => thrown);
    expect(failure).toMatchObject({ code: 'voice-failed' });
    expect((failure as Error).message).toContain('too much memory');
  },
);

test('stopped by the caller, before and in the middle', async () => {
  const child = startSherpa({ start: acting(() => {}) });
  await expect(child.load(FILES, AbortSignal.abort())).rejects.toMatchObject({ code: 'stopped' });
  await child.load(FILES, undefined);
  const controller = new AbortController();
  const speaking = child.speak({ ...SENTENCE, signal: controller.signal });
  controller.abort();
  await expect(speaking).rejects.toMatchObject({ code: 'stopped' });
  expect(child.alive).toBe(false);
});

test('answers to other questions are not taken for ours', async () => {
  const both: Acting = ({ id }, { says }) => {
    says({ id: 99, samples: new Int16Array(9) });
    says({ id, samples: new Int16Array(2) });
  };
  const child = startSherpa({ start: acting(both, both) });
  expect(await child.speak(SENTENCE)).toEqual(new Int16Array(2));
  await expect(child.load(FILES, undefined)).rejects.toMatchObject({ code: 'voice-failed' });
});
