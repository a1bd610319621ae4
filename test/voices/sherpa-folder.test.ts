// A folder of neural voices: what is taken as a voice, and the sentence for what is not.
// It must never know the engine's own code.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSherpaVoices } from '../../audio/voices/sherpa.ts';
import { readSherpaModel } from '../../audio/voices/sherpa-model.ts';
import { FACTS, modelFolder } from './models.ts';
import { tinyVits } from './tiny-onnx.ts';

const parent = mkdtempSync(join(tmpdir(), 'voices-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

let count = 0;
const fresh = () => {
  count += 1;
  const folder = join(parent, `set-${count}`);
  mkdirSync(folder);
  return folder;
};

test('no folder, or an empty one, is no voices and no error', async () => {
  for (const folder of [join(parent, 'nowhere'), fresh()])
    expect(await openSherpaVoices(folder)).toMatchObject({ voices: [], refused: [] });
});

test('each folder that fits is a voice, by name, with whose it is; the others say why not', async () => {
  const set = fresh();
  const note = { language: 'hmn', voice: 'Mông 1', licence: 'CC BY 4.0', source: 'https://ví.dụ' };
  modelFolder({ parent: set, name: 'b', note: { ...note, voice: 'Mong 1', speakers: [1, 0] } });
  modelFolder({ parent: set, name: 'a', note: { language: 'vie', sha256: 'ab'.repeat(32) } });
  modelFolder({ parent: set, name: 'bad', note: { language: 'vie' }, tokens: null });
  modelFolder({ parent: set, name: '.hidden', note: { language: 'vie' } });
  writeFileSync(join(set, 'a-file.txt'), '');
  const { voices, refused, engineVersion } = await openSherpaVoices(set);
  expect(voices.map(({ id, secondId, language }) => [id, secondId, language])).toEqual([
    ['a', undefined, 'vie'],
    ['Mong 1#1', 'Mong 1', 'hmn'],
  ]);
  expect(voices[1]).toMatchObject({
    ...{ name: 'b', licence: 'CC BY 4.0', source: 'https://ví.dụ', engine: 'sherpa-onnx' },
    ...{ sampleRateHz: 16_000, synthetic: true, lanes: 1, place: 'here' },
  });
  expect(voices[0]?.engineVersion).toBe(`${engineVersion ?? 'absent'}+abababab`);
  expect(voices[1]?.engineVersion).toMatch(/\+t[0-9a-z]+$/);
  expect(refused).toEqual([
    { name: 'bad', say: expect.objectContaining({ vi: expect.stringContaining('tokens.txt') }) },
  ]);
});

test.each([
  ['vits-piper-vi_VN-vais1000-medium', 'vie'],
  ['vits-mms-hmn', 'hmn'],
  ['mms-blt', 'blt'],
])('a folder named %s speaks %s without a note', async (name, language) => {
  expect(await readSherpaModel(modelFolder({ parent: fresh(), name }))).toMatchObject({
    ...{ language, voice: name, licence: '', sha256: null, speakers: [0], pace: null },
  });
});

test('the model may be named after the voice, as the public archives have it, when it is the only one', async () => {
  const folder = modelFolder({ parent: fresh(), name: 'mms-vie' });
  rmSync(join(folder, 'model.onnx'));
  writeFileSync(join(folder, 'vi_VN-x.onnx'), tinyVits({ facts: FACTS }));
  writeFileSync(join(folder, 'vi_VN-x.onnx.json'), '{}');
  expect((await readSherpaModel(folder)).files.model).toBe(join(folder, 'vi_VN-x.onnx'));
  writeFileSync(join(folder, 'vi_VN-y.onnx'), '');
  await expect(readSherpaModel(folder)).rejects.toMatchObject({ code: 'no-model' });
});

describe('front ends', () => {
  const { frontend: _, ...spoken } = FACTS;
  const piper = { facts: { ...spoken, comment: 'piper' } };

  test('of characters: the letters it knows are known', async () => {
    const { letters } = await readSherpaModel(
      modelFolder({ parent: fresh(), name: 'mms-vie', tokens: 'a 1\n 2\nế 3\r\n5\n' }),
    );
    expect(letters).toEqual(new Set(['a', ' ', 'ế']));
  });
  test('Piper’s: its espeak-ng-data', async () => {
    const folder = modelFolder({ parent: fresh(), name: 'x-vi_VN-y', model: piper });
    await expect(readSherpaModel(folder)).rejects.toMatchObject({ code: 'no-espeak-data' });
    mkdirSync(join(folder, 'espeak-ng-data'));
    expect(await readSherpaModel(folder)).toMatchObject({
      letters: null,
      files: { espeakFolder: join(folder, 'espeak-ng-data'), lexicon: '' },
    });
  });
  test('others: a lexicon', async () => {
    const model = { facts: { ...spoken, comment: 'vits' } };
    const folder = modelFolder({ parent: fresh(), name: 'mms-vie', model });
    await expect(readSherpaModel(folder)).rejects.toMatchObject({ code: 'no-lexicon' });
    writeFileSync(join(folder, 'lexicon.txt'), '');
    expect((await readSherpaModel(folder)).files.lexicon).toBe(join(folder, 'lexicon.txt'));
  });
});

const without = (fact: keyof typeof FACTS) => ({ facts: { ...FACTS, [fact]: '' } });

test.each([
  ['a cut model', { model: tinyVits({ facts: FACTS }).subarray(0, 500) }, 'broken'],
  ['an empty model', { model: Buffer.alloc(0) }, 'broken'],
  ['a model without a rate', { model: without('sample_rate') }, 'no-facts'],
  ['a model without speakers', { model: without('n_speakers') }, 'no-facts'],
  ['a model without a language', { model: without('language') }, 'no-facts'],
  ['a model without a comment', { model: without('comment') }, 'no-facts'],
  ['a rate nobody hears', { model: { facts: { ...FACTS, sample_rate: '999999' } } }, 'no-facts'],
  ['a note without a language', { note: {} }, 'no-language'],
  ['a note that is no JSON', { note: '{' }, 'bad-note'],
  ['a note that is a list', { note: [] }, 'bad-note'],
  ['a note that is nothing', { note: 'null' }, 'bad-note'],
  ['a note without end', { note: `{"language":"vie","x":"${'x'.repeat(70_000)}"}` }, 'bad-note'],
  ['a speaker it does not have', { note: { language: 'vie', speakers: [0, 2] } }, 'no-speaker'],
] as const)('%s: %o', async (_, given, code) => {
  const folder = modelFolder({
    parent: fresh(),
    name: 'voice',
    note: { language: 'vie' },
    ...given,
  });
  const fault = await readSherpaModel(folder).catch((thrown: unknown) => thrown);
  expect(fault).toMatchObject({ code, say: { vi: expect.any(String), en: expect.any(String) } });
});

test.each([
  { language: 'vi' },
  { language: 'VIE' },
  { language: 7 },
  { voice: '' },
  { voice: '<b>' },
  { voice: 'x'.repeat(81) },
  { licence: 'x'.repeat(301) },
  { source: 'a\nb' },
  { sha256: 'abc' },
  { speakers: [] },
  { speakers: [0, 1, 2] },
  { speakers: [-1] },
  { speakers: '0' },
  { pace: 0 },
  { pace: '200' },
])('a note of %j is refused', async (wrong) => {
  const note = { language: 'vie', ...wrong };
  const folder = modelFolder({ parent: fresh(), name: 'voice', note });
  await expect(readSherpaModel(folder)).rejects.toMatchObject({ code: 'bad-note' });
});

test('an empty checksum is none, and pace and speakers are taken as given', async () => {
  const note = { language: 'vie', sha256: '', pace: 210, speakers: [1] };
  expect(await readSherpaModel(modelFolder({ parent: fresh(), name: 'v', note }))).toMatchObject({
    ...{ sha256: null, pace: 210, speakers: [1] },
  });
});
