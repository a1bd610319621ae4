// One model in memory at a time: which is held, when another takes its place, and what is never held.
// It must never know the real engine.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createSherpaHost } from '../../audio/voices/sherpa-host.ts';
import type { SherpaModel } from '../../audio/voices/sherpa-model.ts';
import { type Acting, acting, ends } from './fake-process.ts';
import { settled } from './fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'host-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const onnx = join(folder, 'model.onnx');
writeFileSync(onnx, 'a model');
const sha256 = createHash('sha256').update('a model').digest('hex');

function model(name: string, more: Partial<SherpaModel> = {}): SherpaModel {
  return {
    ...{ name, voice: name, language: 'vie', licence: '', source: '', sha256: null },
    ...{ speakers: [0], pace: 200, sampleRateHz: 16_000, print: 'p', letters: null },
    files: { model: onnx, tokens: 't', lexicon: '', espeakFolder: '' },
    ...more,
  };
}

const SENTENCE = { words: 'a', speaker: 0, speed: 1 };
const speaks: Acting = ({ id }, { says }) => says({ id, samples: new Int16Array(3) });

/** A host whose processes are counted. */
function hostThat(acts: Acting) {
  let started = 0;
  const start = acting(acts);
  const host = createSherpaHost({
    start: () => {
      started += 1;
      return start();
    },
  });
  return { host, started: () => started };
}

test('a model is loaded once for many sentences, and gives way to another', async () => {
  const { host, started } = hostThat(speaks);
  const [one, other] = [model('one'), model('other')];
  await Promise.all([host.speak(one, SENTENCE), host.speak(one, SENTENCE)]);
  expect([host.loaded, started()]).toEqual(['one', 1]);
  await host.speak(other, SENTENCE);
  expect([host.loaded, started()]).toEqual(['other', 2]);
  await host.close();
  expect(host.loaded).toBeNull();
});

test('after a process died the next sentence has a new one', async () => {
  let sentences = 0;
  const { host, started } = hostThat((order, child) => {
    sentences += 1;
    if (sentences === 1) ends(order, child);
    else speaks(order, child);
  });
  await expect(host.speak(model('one'), SENTENCE)).rejects.toMatchObject({ code: 'voice-failed' });
  expect(host.loaded).toBeNull();
  expect(await host.speak(model('one'), SENTENCE)).toHaveLength(3);
  expect(started()).toBe(2);
  await host.close();
});

test('a model whose rate is no longer what its folder said is not kept', async () => {
  const { host } = hostThat(speaks);
  const changed = model('changed', { sampleRateHz: 22_050 });
  for (let count = 0; count < 2; count += 1) {
    await expect(host.speak(changed, SENTENCE)).rejects.toMatchObject({ code: 'voice-missing' });
    expect(host.loaded).toBeNull();
  }
});

test('the checksum is looked at once, before anything is started; a wrong one starts nothing', async () => {
  const { host, started } = hostThat(speaks);
  await host.speak(model('right', { sha256 }), SENTENCE);
  const wrong = model('wrong', { sha256: 'f'.repeat(64) });
  await expect(host.speak(wrong, SENTENCE)).rejects.toMatchObject({ code: 'voice-missing' });
  const gone = model('gone', { sha256: 'e'.repeat(64), files: { ...wrong.files, model: '/none' } });
  await expect(host.speak(gone, SENTENCE)).rejects.toMatchObject({ code: 'voice-missing' });
  expect(started()).toBe(1);
});

test('sentences stand in a row of 64, no more', async () => {
  const { host } = hostThat(() => {});
  const one = model('one');
  const all = Array.from({ length: 70 }, () => host.speak(one, SENTENCE).catch((thrown) => thrown));
  await settled();
  expect((await Promise.race([...all.slice(65)])) as unknown).toMatchObject({ code: 'voice-slow' });
  await host.close();
});
