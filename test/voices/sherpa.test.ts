// The real neural engine with a model the test makes: it loads, speaks at the pace asked for, and never takes us down.
// It must never know mastering or files of sound.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSherpaVoices, type SherpaVoice } from '../../audio/voices/sherpa.ts';
import { createSherpaHost } from '../../audio/voices/sherpa-host.ts';
import { readSherpaModel } from '../../audio/voices/sherpa-model.ts';
import { espeakPhonemes, FACTS, modelFolder, PHONEMES } from './models.ts';
import { keepsItsPromises } from './promises.ts';

const parent = mkdtempSync(join(tmpdir(), 'sherpa-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const CHECKED = createHash('sha256');
const good = modelFolder({ parent, name: 'good', note: { language: 'vie', speakers: [0, 1] } });
const sha256 = CHECKED.update(readFileSync(join(good, 'model.onnx'))).digest('hex');
modelFolder({ parent, name: 'checked', note: { language: 'hmn', sha256, pace: 120 } });
modelFolder({ parent, name: 'swapped', note: { language: 'vie', sha256: '0'.repeat(64) } });
modelFolder({ parent, name: 'deadly', note: { language: 'vie', pace: 200 }, tokens: 'ab 1\nq\n' });

const HOW = { syllablesPerMinute: 180 };
const PROSE =
  'thông báo đến toàn thể bà con nhân dân về lịch tiêm phòng cho đàn gia súc trên địa bàn';

describe.skipIf(!isInstalled())('the real engine', async () => {
  const set = await openSherpaVoices(parent);
  afterAll(() => set.close());
  const voice = (name: string) => set.voices.find((one) => one.name === name) as SherpaVoice;

  test('speaks Vietnamese at the pace asked for, which it found out by itself', async () => {
    expect(set.refused).toEqual([]);
    for (const syllablesPerMinute of [160, 240]) {
      const { samples, by } = await voice('good').speak(PROSE, { syllablesPerMinute });
      const pace = (PROSE.split(' ').length * 60 * 16_000) / samples.length;
      expect(Math.abs(pace / syllablesPerMinute - 1), `${pace}`).toBeLessThan(0.1);
      expect(by).toEqual({
        engine: 'sherpa-onnx',
        engineVersion: voice('good').engineVersion,
        voice: 'good',
      });
      expect(samples.some((sample) => sample > 15_000)).toBe(true);
    }
  });

  test('says another sentence otherwise, by the second voice too, and the same one the same', async () => {
    const speak = (words: string, speaker: 'first' | 'second' = 'first') =>
      voice('good').speak(words, { ...HOW, speaker });
    const [one, same, other, second] = await Promise.all([
      ...[speak('Một con bò.'), speak('MỘT CON BÒ.'), speak('Hai con bò.')],
      speak('Một con bò.', 'second'),
    ] as const);
    expect(same?.samples).toEqual(one?.samples);
    expect(other?.samples).not.toEqual(one?.samples);
    expect(second?.samples).not.toEqual(one?.samples);
    expect(second?.by.voice).toBe('good#1');
  });

  test('a sentence too long to hold at once is said in pieces, all of it', async () => {
    const [short, long] = [PROSE, Array(12).fill(PROSE).join(', ')];
    const one = (await voice('good').speak(short, HOW)).samples.length;
    const all = (await voice('good').speak(long, HOW)).samples.length;
    expect(all / one).toBeGreaterThan(11.5);
    expect(all / one).toBeLessThan(13);
  });

  test('a letter the model does not have is refused, not swallowed; marks alone are silence', async () => {
    const failure = await voice('good')
      .speak('Xin chào Wang', HOW)
      .catch((thrown: Error) => thrown);
    expect(failure).toMatchObject({ code: 'voice-unspeakable', fault: 'caller' });
    expect((failure as Error).message).toContain('(w)');
    expect((await voice('good').speak(' , . ', HOW)).samples).toHaveLength(0);
  });

  test('a model by which the engine ends its process is a sentence, and the next voice speaks', async () => {
    await expect(voice('deadly').speak('q', HOW)).rejects.toMatchObject({
      code: 'voice-unspeakable', // what its list of letters says is seen before
    });
    const model = { ...(await readSherpaModel(join(parent, 'deadly'))), letters: null };
    const host = createSherpaHost();
    const sentence = { words: 'q', speaker: 0, speed: 1 };
    const failure = await host.speak(model, sentence).catch((thrown: Error) => thrown);
    expect(failure).toMatchObject({ code: 'voice-missing' });
    expect((failure as Error).message).toContain('Error when reading tokens');
    expect(host.loaded).toBeNull();
    await host.close();
  });

  test('a model that is not the one whose checksum was noted is not loaded', async () => {
    const failure = await voice('swapped')
      .speak('a', HOW)
      .catch((thrown: Error) => thrown);
    expect(failure).toMatchObject({ code: 'voice-missing' });
    expect((failure as Error).message).toContain('checksum');
  });

  const phonemes = espeakPhonemes();
  test.skipIf(phonemes === null)('a Piper voice speaks by the phonemes beside it', async () => {
    const facts = { ...FACTS, comment: 'piper', voice: 'vi', frontend: '', n_speakers: '1' };
    const piper = join(parent, 'piper');
    const folder = modelFolder({
      ...{ parent: piper, name: 'vits-piper-vi_VN-tiny', tokens: PHONEMES },
      model: { facts, piper: true, speakers: false },
    });
    symlinkSync(phonemes as string, join(folder, 'espeak-ng-data'));
    const { voices, refused, close } = await openSherpaVoices(piper);
    expect(refused).toEqual([]);
    const said = await (voices[0] as SherpaVoice).speak(PROSE, HOW);
    const pace = (PROSE.split(' ').length * 60 * 16_000) / said.samples.length;
    expect(Math.abs(pace / 180 - 1), `${pace}`).toBeLessThan(0.1);
    await close();
  });

  test('keeps the promises of the port', async () => {
    await keepsItsPromises({ voice: voice('good'), words: 'Một hai ba.', another: 'Bốn năm.' });
  });

  test('one model is in memory at a time; given back when idle, and after a stop', async () => {
    const host = createSherpaHost({ idleMs: 20 });
    const [one, other] = await Promise.all([
      readSherpaModel(good),
      readSherpaModel(join(parent, 'checked')),
    ]);
    const say = (model: typeof one, signal?: AbortSignal) =>
      host.speak(model, { words: 'một hai', speaker: 0, speed: 1, signal });
    const lengths = Promise.all([say(one), say(other)]);
    expect(new Set((await lengths).map(({ length }) => length)).size).toBe(1);
    expect(host.loaded).toBe('checked');
    await expect.poll(() => host.loaded).toBeNull();
    const controller = new AbortController();
    const stopped = say(one, controller.signal);
    await expect.poll(() => host.loaded).toBe('good');
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
    expect(host.loaded).toBeNull();
    await host.close();
  });
});

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('sherpa-onnx-node/package.json');
    return true;
  } catch {
    return false;
  }
}
