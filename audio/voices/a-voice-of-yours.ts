// A voice server on the network: a sentence is posted to it, a WAV comes back.
// It must never know what the words are for, nor what becomes of the samples.
//
// HOW A FOURTH ENGINE IS ADDED. Nothing starts this file but test/voices/a-voice-of-yours.test.ts; it works as it stands.
//  1. Copy it to audio/voices/<your-engine>.ts, and write in the two lines above what it is and what it must not know.
//  2. Change the six places marked ①–⑥. Nothing else in the house changes but:
//     - src/voices-of.ts, which makes voices of settings and puts them on a ladder;
//     - test/house/owners.ts, if it imports a package or starts a program: name this file as its owner.
//  3. Test it: `keepsItsPromises` of test/voices/promises.ts asks of it what is asked of every engine.
// You need not think of retries over minutes, other engines, rates, loudness, pauses between sentences or caching:
// the ladder (ladder.ts) and the rooms above it do that. One sentence in, its samples out.
import { SoundError } from '../errors.ts';
import type { Voice } from './port.ts';
import { createTurns } from './turns.ts';
import { readWav } from './wav.ts';

// ① What a person sets. No secret is ever logged or told: it stays in the closure below.
export type HouseVoiceSettings = {
  /** where sentences are posted, for example "http://10.0.0.5:5002/speak" */
  url: string;
  key: string;
  /** the voice within the engine: letters, digits, "-", "_", "." and "#", since it is written into clips */
  voice: string;
  /** ISO 639-3. A voice speaks one language; an engine of several languages makes several voices */
  language: string;
};

// ② Limits, each with a number and a reason.
/** Sentences at the same time: what the server allows, not what this machine could ask. */
const LANES = 2;
const MAX_WAITING = 64;
/** One sentence; the ladder is usually less patient, and its signal ends the request. */
const LIMIT_MS = 60_000;
/** Twenty minutes at the rate below: no sentence is as long, and an endless answer fills no memory. */
const MAX_BYTES = 60_000_000;
/** What the engine gives. Voices of other rates may stand on the same ladder: it makes them one. */
const SAMPLE_RATE_HZ = 24_000;

export function createHouseVoice(settings: HouseVoiceSettings): Voice {
  const { voice: id, language } = settings;
  // ③ Who spoke, as the law wants it marked on the clip. The version must change when the same words would sound
  // otherwise, for what was said once is kept under it.
  const mark = { engine: 'house-voice', engineVersion: '1' };
  const turns = createTurns({ places: LANES, maxWaiting: MAX_WAITING, crowded: 'voice-throttled' });
  return {
    ...{ id, ...mark, language },
    sampleRateHz: SAMPLE_RATE_HZ,
    synthetic: true,
    lanes: LANES,
    // ④ 'cloud' when words leave the house: the province must allow it, and no bulletin that names people goes there.
    place: 'cloud',
    async speak(words, how) {
      const leave = await turns.take(how.signal);
      try {
        const rate = how.syllablesPerMinute / USUAL_PACE;
        const bytes = await ask(settings, { words, rate, signal: how.signal });
        const { sampleRateHz, samples } = readWav(bytes);
        if (sampleRateHz !== SAMPLE_RATE_HZ) throw new SoundError('voice-failed');
        return { samples, by: { ...mark, voice: id } };
      } finally {
        leave();
      }
    },
    // ⑤ Whatever is held open is given back here: a process, a connection, a model in memory.
    async close() {},
  };
}

/** Its pace at rate 1, measured over a long text: syllables a minute. Every engine has another. */
const USUAL_PACE = 200;

type Sentence = { words: string; rate: number; signal: AbortSignal | undefined };

async function ask(settings: HouseVoiceSettings, sentence: Sentence): Promise<Buffer> {
  const { words, rate, signal } = sentence;
  const limit = AbortSignal.timeout(LIMIT_MS);
  try {
    const answer = await fetch(settings.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.key}` },
      // As data, never pasted into markup or a command: words may hold anything.
      body: JSON.stringify({ text: words, voice: settings.voice, rate }),
      redirect: 'error',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    if (!answer.ok || answer.body === null) throw refusal(answer.status);
    return await bounded(answer.body);
  } catch (cause) {
    if (signal?.aborted) throw new SoundError('stopped', signal.reason);
    if (limit.aborted) throw new SoundError('voice-slow', cause);
    throw cause instanceof SoundError ? cause : new SoundError('voice-unreachable', cause);
  }
}

// ⑥ The engine's refusals in the words of audio/errors.ts: the ladder lets an engine rest by them.
function refusal(status: number): SoundError {
  switch (status) {
    case 401:
    case 403:
      return new SoundError('voice-key'); // rests until settings change
    case 402:
      return new SoundError('voice-quota'); // rests for hours
    case 404:
      return new SoundError('voice-unknown'); // rests until settings change
    case 429:
      return new SoundError('voice-throttled'); // rests a quarter of a minute, then longer
    default:
      return new SoundError('voice-failed', new Error(`status ${status}`)); // rests after three in a row
  }
}

async function bounded(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MAX_BYTES) throw new SoundError('voice-failed', new Error('endless sound'));
    parts.push(part);
  }
  return Buffer.concat(parts);
}
