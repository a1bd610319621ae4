// What is asked of every engine behind the port, whichever it is.
// It must never know any one of them.
import { expect } from 'vitest';
import type { Voice } from '../../audio/voices/port.ts';

export type Promised = {
  voice: Voice;
  /** a sentence of its language */
  words: string;
  another: string;
};

export async function keepsItsPromises({ voice, words, another }: Promised): Promise<void> {
  // as marks, keys and file tags hold them
  expect(voice.engine).toMatch(/^[\w-]{1,40}$/);
  expect(voice.engineVersion).toMatch(/^[\w.+-]{1,80}$/);
  for (const id of [voice.id, voice.secondId ?? voice.id]) expect(id).toMatch(/^[\w.+#: -]{1,90}$/);
  expect(voice.language).toMatch(/^[a-z]{3}$/);
  expect(['here', 'cloud']).toContain(voice.place);
  expect(voice.synthetic).toBe(true);
  expect(voice.sampleRateHz).toBeGreaterThanOrEqual(8_000);
  expect(Number.isInteger(voice.lanes) && voice.lanes >= 1).toBe(true);

  const how = { syllablesPerMinute: 190 };
  const by = { engine: voice.engine, engineVersion: voice.engineVersion };
  // more at a time than it has lanes, and each its own answer
  const asked = [words, another, words, another].slice(0, voice.lanes + 2);
  const said = await Promise.all(asked.map((one) => voice.speak(one, how)));
  for (const { samples, by: who } of said) {
    expect(samples).toBeInstanceOf(Int16Array);
    expect(samples.length).toBeGreaterThan(voice.sampleRateHz / 10);
    expect(who).toEqual({ ...by, voice: voice.id });
  }
  expect(said[1]?.samples).not.toEqual(said[0]?.samples);
  const second = await voice.speak(words, { ...how, speaker: 'second' });
  expect(second.by).toEqual({ ...by, voice: voice.secondId ?? voice.id });

  const signal = AbortSignal.abort();
  await expect(voice.speak(words, { ...how, signal })).rejects.toMatchObject({ code: 'stopped' });
  await voice.close();
  await voice.close(); // twice does no harm
}
