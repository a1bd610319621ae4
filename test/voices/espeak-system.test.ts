// The system's espeak-ng: found or not, the same voice as the embedded one, and words that never become orders.
// It must never know mastering or files.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { runEspeak } from '../../audio/voices/espeak-program.ts';
import {
  createSystemEspeakVoice,
  findSystemEspeak,
  plainWords,
} from '../../audio/voices/espeak-system.ts';
import { keepsItsPromises } from './promises.ts';

const found = await findSystemEspeak();
const REQUIRED = process.env.VANGXA_REQUIRE === '1';
test.runIf(REQUIRED)('espeak-ng is installed, since VANGXA_REQUIRE says so', () => {
  expect(found, 'apt-get install espeak-ng').not.toBeNull();
});

const folder = mkdtempSync(join(tmpdir(), 'espeak-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROSE =
  'Ủy ban nhân dân xã thông báo đến toàn thể bà con nhân dân về lịch tiêm phòng cho đàn gia súc, gia cầm trên địa bàn.';

/** A program that takes our place in the PATH. */
function pretend(name: string, script: string): string {
  const place = mkdtempSync(join(folder, `${name}-`));
  writeFileSync(join(place, 'espeak-ng'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(place, 'espeak-ng'), 0o755);
  return place;
}

/** Answers as the real one, then does `then` with a sentence. */
function espeakThat(then: string): string {
  return pretend(
    'acting',
    `case "$1" in --version) echo 'eSpeak NG text-to-speech: 9.8-dev' ;; --voices) printf 'Pty Language\\n 5  vi  --/M Vietnamese aav/vi\\n 5  -w/etc/x --/M Bad x\\n' ;; *) ${then} ;; esac`,
  );
}

describe('found', () => {
  test('nowhere: null', async () => {
    expect(await findSystemEspeak('')).toBeNull();
    expect(await findSystemEspeak(folder)).toBeNull();
  });
  test.each([
    ['dies', 'exit 3'],
    ['says nothing', 'exit 0'],
    ['is another program', 'echo hello'],
  ])('a program that %s: null', async (_, script) => {
    expect(await findSystemEspeak(pretend('other', script))).toBeNull();
  });
  test('by the PATH: its version, and the voices whose names are names', async () => {
    const known = await findSystemEspeak(espeakThat('exit 1'));
    expect(known).toMatchObject({ version: '9.8-dev', voices: new Set(['vi']) });
    expect(() => createSystemEspeakVoice(known as never, { voice: '-w/etc/x' })).toThrow(
      expect.objectContaining({ code: 'voice-unknown' }),
    );
    expect(() => createSystemEspeakVoice(known as never, { voice: 'en' })).toThrow();
  });
});

describe('a program that goes wrong is a sentence', () => {
  const speak = async (then: string, signal?: AbortSignal) => {
    const known = await findSystemEspeak(espeakThat(then));
    const voice = createSystemEspeakVoice(known as NonNullable<typeof known>);
    return voice.speak('Có.', { syllablesPerMinute: 190, ...(signal && { signal }) });
  };
  test.each([
    ['dies', 'echo no such phoneme >&2; exit 1', 'voice-failed'],
    ['is killed', 'kill -9 $$', 'voice-failed'],
    ['puts out no WAV', 'echo hello', 'voice-failed'],
    ['puts out nothing', 'cat >/dev/null', 'voice-failed'],
    ['never ends its sound', 'cat /dev/zero', 'voice-failed'],
  ])('%s', async (_, then, code) => {
    await expect(speak(then)).rejects.toMatchObject({ code });
  });
  test('gone since it was found', async () => {
    const known = await findSystemEspeak(espeakThat('exit 1'));
    rmSync((known as NonNullable<typeof known>).program);
    const voice = createSystemEspeakVoice(known as NonNullable<typeof known>);
    await expect(voice.speak('Có.', { syllablesPerMinute: 190 })).rejects.toMatchObject({
      code: 'voice-missing',
    });
  });
  test('hangs: killed at its limit, or at an abort', async () => {
    const program = join(espeakThat('exec sleep 60'), 'espeak-ng');
    const run = { program, args: ['-v', 'vi'], words: 'Có.', maxBytes: 10 };
    await expect(runEspeak({ ...run, limitMs: 50 })).rejects.toMatchObject({ code: 'voice-slow' });
    const controller = new AbortController();
    const running = runEspeak({ ...run, limitMs: 60_000, signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: 'stopped' });
    await expect(speak('exit 1', AbortSignal.abort())).rejects.toMatchObject({ code: 'stopped' });
  });
  test('it sees nothing of the service’s own settings, and no argument of ours is made of words', async () => {
    process.env.VANGXA_SECRET_OF_TEST = 'secret';
    const place = espeakThat('printf "%s\\n" "$@" "$VANGXA_SECRET_OF_TEST" >&2; exit 1');
    const known = await findSystemEspeak(place);
    const voice = createSystemEspeakVoice(known as NonNullable<typeof known>);
    const how = { syllablesPerMinute: 190, speaker: 'second' } as const;
    const failure = await voice.speak('-w /tmp/x; $(id)', how).catch((thrown: Error) => thrown);
    expect(String((failure as Error).message)).toContain(
      'ended with 1: -v\nvi+f2\n-s\n135\n-b\n1\n-z\n--stdin\n--stdout)',
    );
  });
});

test.each([
  ['<speak><break/></speak> Có', 'speak break speak Có'],
  ["[[h@l'oU]] xin", "h l'oU xin"],
  ['\u0001100S nhanh\u0000', '100S nhanh'],
  ['một\nhai\r\nba', 'một hai ba'],
  ['  …  ', ''],
])('of %j only %j is spoken', (words, plain) => {
  expect(plainWords(words)).toBe(plain);
});

if (found === null) test.skip('the real one: espeak-ng is not installed');
else
  describe('the real one', () => {
    const system = createSystemEspeakVoice(found);
    const embedded = createEspeakVoice({ lanes: 1 });
    afterAll(() => embedded.close());
    const how = (syllablesPerMinute: number) => ({ syllablesPerMinute });

    test('says what it is', () => {
      expect(system).toMatchObject({
        ...{ engine: 'espeak-ng', id: 'vi', secondId: 'vi+f2', language: 'vie', place: 'here' },
        ...{ sampleRateHz: 22_050, synthetic: true, lanes: 2 },
      });
      expect(system.engineVersion).toMatch(/^\d+\.\d+/);
    });
    test('keeps the pace of the embedded one within 2 %, so one calibration serves both', async () => {
      const [one, other] = await Promise.all([
        system.speak(PROSE, how(170)),
        embedded.speak(PROSE, how(170)),
      ]);
      expect(Math.abs(sounding(one.samples) / sounding(other.samples) - 1)).toBeLessThan(0.02);
    });
    test('says the same twice, and another thing by the second voice', async () => {
      const [one, same] = [
        await system.speak('Có.', how(190)),
        await system.speak('Có.', how(190)),
      ];
      const second = await system.speak('Có.', { ...how(190), speaker: 'second' });
      expect(one.by).toEqual({
        engine: 'espeak-ng',
        engineVersion: system.engineVersion,
        voice: 'vi',
      });
      expect(second.by.voice).toBe('vi+f2');
      expect(same.samples).toEqual(one.samples);
      expect(second.samples).not.toEqual(one.samples);
    });
    test('words that look like orders are only spoken', async () => {
      const [plain, sly] = await Promise.all([
        system.speak('một hai', how(190)),
        system.speak(
          '\u0001400S[[ ]]một <break time="9s"/>hai'.replace(/[a-z="/9]+>/, '>'),
          how(190),
        ),
      ]);
      expect(sly.samples.length / plain.samples.length).toBeLessThan(6);
      expect((await system.speak('-w /tmp/never', how(190))).samples.length).toBeGreaterThan(1_000);
      expect((await system.speak(' .,; ', how(190))).samples.length).toBeLessThan(22_050);
    });
    test('keeps the promises of the port', async () => {
      await keepsItsPromises({ voice: system, words: 'Một hai ba.', another: 'Bốn năm.' });
    });
  });

/** From the first sample that is heard to the last. */
function sounding(samples: Int16Array): number {
  const first = samples.findIndex((sample) => Math.abs(sample) > 200);
  return samples.findLastIndex((sample) => Math.abs(sample) > 200) - first;
}
