// The system's own espeak-ng, where there is one: many times faster than the embedded, otherwise the same voice.
// It must never know what the words are for, nor what becomes of the samples.
import { SoundError } from '../errors.ts';
import { type EspeakVoice, espeakRate } from './espeak.ts';
import { findEspeak, runEspeak } from './espeak-program.ts';
import type { Voice } from './port.ts';
import { createTurns } from './turns.ts';
import { readWav } from './wav.ts';

/** `voices`: the names its -v takes, as it lists them */
export type SystemEspeak = { program: string; version: string; voices: ReadonlySet<string> };

/** Asked once, at the start. null: none is there, or what is there does not answer as one */
export async function findSystemEspeak(path?: string): Promise<SystemEspeak | null> {
  const program = findEspeak(path);
  if (program === null) return null;
  const ask = async (arg: string) =>
    (await runEspeak({ program, ...QUESTION, args: [arg] })).toString();
  try {
    const version = /\b\d+\.\d+[\w.-]*/.exec(await ask('--version'))?.[0];
    const voices = listed(await ask('--voices'));
    return version === undefined || voices.size === 0 ? null : { program, version, voices };
  } catch {
    return null;
  }
}

/** Its list of 130 languages is 12 kB, at once. */
const QUESTION = { words: '', maxBytes: 262_144, limitMs: 10_000 };

/** Lines like " 5  vi-vn-x-south   --/M      Vietnamese_(Southern) aav/vi-VN-x-south". */
function listed(text: string): Set<string> {
  const names = text.split('\n').map((line) => /^\s*\d+\s+(\S+)\s/.exec(line)?.[1] ?? '');
  return new Set(names.filter((name) => NAME.test(name)));
}

/** Never begins with a dash, holds no path. */
const NAME = /^[a-z]{2,3}(-[a-z0-9]+)*$/;

export type SystemEspeakWanted = {
  /** ISO 639-3; the pace is only measured for Vietnamese */
  language?: string;
  /** as the program names it, without a variant */
  voice?: EspeakVoice | (string & {});
  lanes?: number;
};

/** A woman's voice beside the man's, as in the embedded one. */
const SECOND = '+f2';
/** As many processes as the embedded one has threads: the other work of two cores must go on. */
const LANES = 2;
const MAX_WAITING = 64;
const SAMPLE_RATE_HZ = 22_050;
/** The longest sentence allowed (20,000 characters) takes a second or two: half a minute is a dead program. */
const LIMIT_MS = 30_000;
/** No letter is spoken for a second; 50 minutes are more than the longest sentence at the slowest pace. */
const MAX_SECONDS = 3_000;

/** @throws SoundError voice-unknown */
export function createSystemEspeakVoice(
  found: SystemEspeak,
  wanted: SystemEspeakWanted = {},
): Voice {
  const { language = 'vie', voice: id = 'vi', lanes = LANES } = wanted;
  if (!NAME.test(id) || !found.voices.has(id)) throw new SoundError('voice-unknown');
  const secondId = `${id}${SECOND}`;
  const mark = { engine: 'espeak-ng', engineVersion: found.version };
  const turns = createTurns({ places: lanes, maxWaiting: MAX_WAITING, crowded: 'voice-failed' });
  return {
    ...{ id, secondId, ...mark, language, lanes },
    sampleRateHz: SAMPLE_RATE_HZ,
    synthetic: true,
    place: 'here',
    async speak(words, how) {
      const voice = how.speaker === 'second' ? secondId : id;
      const rate = espeakRate(how.syllablesPerMinute);
      const leave = await turns.take(how.signal);
      try {
        const samples = await speak({
          program: found.program,
          words,
          voice,
          rate,
          signal: how.signal,
        });
        return { samples, by: { ...mark, voice } };
      } finally {
        leave();
      }
    },
    async close() {}, // each sentence had its own process
  };
}

type Sentence = {
  program: string;
  words: string;
  voice: string;
  rate: number;
  signal: AbortSignal | undefined;
};

async function speak({ program, words, voice, rate, signal }: Sentence): Promise<Int16Array> {
  const plain = plainWords(words);
  if (plain === '') return new Int16Array(0);
  const bytes = await runEspeak({
    program,
    // -b 1: UTF-8; -z: no rest after the end; and without -m no markup is read
    args: ['-v', voice, '-s', String(rate), '-b', '1', '-z', '--stdin', '--stdout'],
    words: plain,
    maxBytes: 2 * SAMPLE_RATE_HZ * Math.min(MAX_SECONDS, 10 + plain.length),
    limitMs: LIMIT_MS,
    signal,
  });
  const { sampleRateHz, samples } = readWav(bytes);
  if (sampleRateHz !== SAMPLE_RATE_HZ) throw new SoundError('voice-failed');
  return samples;
}

/** The program obeys control characters and phonemes in [[…]]: only what is spoken goes in. */
export function plainWords(words: string): string {
  return words.replace(/[^\p{L}\p{M}\p{N}.,;:?!'’-]+/gu, ' ').trim();
}
