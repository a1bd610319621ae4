// Which eSpeak stands where on a ladder, for which language.
// It must never know how either speaks.
import { describe, expect, test } from 'vitest';
import { ESPEAK_LANGUAGES, espeakSteps } from '../../audio/voices/espeak-steps.ts';
import { findSystemEspeak, type SystemEspeak } from '../../audio/voices/espeak-system.ts';

const SYSTEM: SystemEspeak = {
  program: '/usr/bin/espeak-ng',
  version: '1.51',
  voices: new Set(['vi', 'vi-vn-x-south', 'en-us']),
};

const steps = (language: string, voice?: string, system: SystemEspeak | null = SYSTEM) =>
  espeakSteps({ language, ...(voice !== undefined && { voice }) }, system).map(
    ({ id, engineVersion, language }) => `${id} ${/^[a-z]*/.exec(engineVersion)?.[0]} ${language}`,
  );

describe('steps', () => {
  test.each([
    ['vie', undefined, ['vi  vie', 'vi wasm vie']],
    ['vie', 'vi-vn-x-south', ['vi-vn-x-south  vie', 'vi-vn-x-south wasm vie']],
    ['vie', 'vi-vn-x-central', ['vi-vn-x-central wasm vie']], // not among the system's
    ['eng', undefined, ['en-us  eng']],
    ['fra', undefined, []],
    ['hmn', undefined, []],
    ['vie', 'en-us', []],
    ['hmn', 'vi', []],
  ])('%s by %s: %o', (language, voice, expected) => {
    expect(steps(language, voice)).toEqual(expected);
  });
  test('without the system’s there is the embedded one', () => {
    expect(steps('vie', undefined, null)).toEqual(['vi wasm vie']);
    expect(steps('eng', undefined, null)).toEqual([]);
  });
  test('the lanes asked for are the lanes of both', () => {
    const made = espeakSteps({ language: 'vie', lanes: 1 }, SYSTEM);
    expect(made.map(({ lanes }) => lanes)).toEqual([1, 1]);
  });
});

test('every language named is one the system’s program has, and named by ISO 639-3', async () => {
  const system = await findSystemEspeak();
  const missing = ESPEAK_LANGUAGES.filter(({ voice }) => system && !system.voices.has(voice));
  expect(missing).toEqual([]);
  expect(ESPEAK_LANGUAGES.every(({ language }) => /^[a-z]{3}$/.test(language))).toBe(true);
});
