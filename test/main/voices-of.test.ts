// Settings become voices: which there are, how they are named, what is wrong said instead of thrown, no key told.
// It must never start an engine.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { SoundError } from '../../audio/errors.ts';
import { azureOf } from '../../src/azure-of.ts';
import { AppError } from '../../src/domain/errors.ts';
import { readSettings } from '../../src/settings.ts';
import { swapped } from '../../src/voice-swap.ts';
import { openVoices } from '../../src/voices-of.ts';
import type { AzureEnvironment } from '../../src/voices-settings.ts';
import { fakeVoice } from '../voices/fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'vangxa-voices-of-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = 'a-key-that-nobody-may-see-0123456789';
const keyFile = join(folder, 'azure.key');
writeFileSync(keyFile, `${SECRET}\n`);

const azure = (of: Partial<AzureEnvironment> = {}): AzureEnvironment => ({
  ...{ keyFile, region: 'southeastasia', endpoint: null, proxy: null },
  ...{ voices: [], second: null, lanes: null },
  ...of,
});

async function opened(of: Parameters<typeof openVoices>[0], path = '') {
  const house = await openVoices(of, path);
  onTestFinished(() => house.close());
  return house;
}

test('without any setting there is the embedded voice, both ways round', async () => {
  const house = await opened({ folder: null, azure: null });
  expect(house.list().map(({ id, second, place, rests }) => [id, second, place, rests])).toEqual([
    ['embedded:vi', 'vi+f2', 'here', null],
    ['embedded:vi+f2', 'vi', 'here', null],
  ]);
  expect([house.refused(), house.isCloud('azure'), house.isCloud('espeak-ng')]).toEqual([
    ...[[], true, false],
  ]);
});

test('the cloud stands first and its key stands nowhere', async () => {
  const house = await opened({ folder: null, azure: azure() });
  expect(house.list().map(({ id, place }) => `${id} ${place}`)).toEqual([
    ...['azure:vi-VN-HoaiMyNeural cloud', 'azure:vi-VN-NamMinhNeural cloud'],
    ...['embedded:vi here', 'embedded:vi+f2 here'],
  ]);
  expect(JSON.stringify([house.list(), house.refused()])).not.toContain(SECRET);
});

test('a folder that holds no voice is refused by name, with what to do', async () => {
  mkdirSync(join(folder, 'models', 'hong'), { recursive: true });
  const house = await opened({ folder: join(folder, 'models'), azure: null });
  expect(house.refused()).toMatchObject([{ name: 'hong', say: { vi: expect.any(String) } }]);
  expect(house.list().map(({ group }) => group)).toEqual(['embedded', 'embedded']);
});

test('a ladder is of what is there; of nothing there is none', async () => {
  const house = await opened({ folder: null, azure: null });
  expect(house.ladder(['gone:x', 'embedded:vi+f2']).steps.map(({ id }) => id)).toEqual(['vi+f2']);
  expect(() => house.ladder(['gone:x'])).toThrow(SoundError);
});

test.each([
  ['no region', { region: null }, /Neither a region nor an endpoint/u],
  ['an endpoint in the clear', { endpoint: 'ws://evil.example' }, /must be wss/u],
  ['a language not used here', { voices: ['fr-FR-DeniseNeural'] }, /vi- or km-/u],
  ['a name that is markup', { voices: ['vi-VN-"/><x'] }, /wrong shape/u],
  ['a proxy that cannot be read', { proxy: 'https://x' }, /VANGXA_AZURE_PROXY/u],
])('%s: no voice, and a sentence instead', (_, of, says) => {
  const { voices, refused } = azureOf(azure(of));
  expect(voices).toEqual([]);
  expect(refused[0]?.say.en).toMatch(says);
});

test('a voice for each language, and whoever answers answers in its own', () => {
  const voices = ['km-KH-PisethNeural', 'vi-VN-NamMinhNeural'];
  const found = azureOf(azure({ voices, second: 'vi-VN-HoaiMyNeural', lanes: 2 })).voices;
  expect(found.map(({ id, secondId, language, lanes }) => [id, secondId, language, lanes])).toEqual(
    [
      ['km-KH-PisethNeural', undefined, 'khm', 2],
      ['vi-VN-NamMinhNeural', 'vi-VN-HoaiMyNeural', 'vie', 2],
    ],
  );
});

test.each([
  ['is gone', join(folder, 'none.key')],
  ['is no key but a book', join(folder, 'book.key')],
])('a key file that %s: the voice says voice-key, and no path', async (_, file) => {
  writeFileSync(join(folder, 'book.key'), 'x'.repeat(5_000));
  const [voice] = azureOf(azure({ keyFile: file })).voices;
  const said = voice?.speak('Họp.', { syllablesPerMinute: 190 });
  await expect(said).rejects.toMatchObject({ code: 'voice-key' });
  await expect(said).rejects.not.toThrow(folder);
});

test('a renewed key file is noticed once', () => {
  const { renewed } = azureOf(azure());
  expect(renewed()).toBe(false);
  utimesSync(keyFile, new Date(), new Date(Date.now() + 5_000));
  expect([renewed(), renewed()]).toEqual([true, false]);
});

test('two of a dialogue change places, and each sentence still says who spoke it', async () => {
  const asked: (string | undefined)[] = [];
  const voice = { ...fakeVoice('a'), secondId: 'b' };
  const { speak } = voice;
  voice.speak = (words, how) => {
    asked.push(how.speaker);
    return speak(words, how);
  };
  const other = swapped(voice, 'b');
  expect([other.id, other.secondId]).toEqual(['b', voice.id]);
  const how = { syllablesPerMinute: 190 };
  await other.speak('một', how);
  await other.speak('hai', { ...how, speaker: 'second' });
  expect(asked).toEqual(['second', 'first']);
});

test('the environment says where models and keys are, and a wrong one is named without its secret', () => {
  expect(readSettings({}).voices).toEqual({ folder: null, azure: null });
  const { voices } = readSettings({
    ...{ VANGXA_VOICES_DIR: '/srv/voices', VANGXA_AZURE_KEY_FILE: '/run/azure.key' },
    ...{ VANGXA_AZURE_REGION: 'southeastasia', VANGXA_AZURE_LANES: '4' },
    VANGXA_AZURE_VOICE: 'vi-VN-NamMinhNeural, km-KH-PisethNeural',
  });
  expect(voices).toMatchObject({
    folder: '/srv/voices',
    azure: {
      keyFile: '/run/azure.key',
      lanes: 4,
      voices: [expect.any(String), 'km-KH-PisethNeural'],
    },
  });
  const wrong = () =>
    readSettings({
      ...{ VANGXA_AZURE_LANES: '21', VANGXA_AZURE_PROXY: 'socks://a:secret@b' },
      VANGXA_AZURE_VOICE: 'a,,b',
    });
  expect(wrong).toThrow(AppError);
  expect(wrong).toThrow(/VANGXA_AZURE_PROXY=….*VANGXA_AZURE_VOICE.*VANGXA_AZURE_LANES=21/u);
  expect(wrong).not.toThrow(/secret/u);
});
