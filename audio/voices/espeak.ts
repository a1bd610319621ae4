// eSpeak NG as WebAssembly, Vietnamese, in worker threads: always there, on any machine, without a network.
// It must never know what the words are for, nor what becomes of the samples.
import { createRequire } from 'node:module';
import { SoundError } from '../errors.ts';
import { createLane, type Lane, startEspeak } from './espeak-lane.ts';
import type { Voice } from './port.ts';

export const ESPEAK_VOICES = ['vi', 'vi-vn-x-central', 'vi-vn-x-south'] as const;
export type EspeakVoice = (typeof ESPEAK_VOICES)[number];

/**
 * The variant that answers in a dialogue: a woman's voice beside the man's, a fifth to an octave higher. Of the
 * engine's five it keeps the pace of the first within 2 % and every tone of Vietnamese apart.
 */
const SECOND = '+f2';

/** Two: the second halves the time of a long script on two cores; each holds about 100 MB. */
const LANES = 2;
const SAMPLE_RATE_HZ = 22_050;
/** Sentences waiting for a lane; callers keep a few beyond the lanes, so this many is a mistake. */
const MAX_WAITING = 64;

export function createEspeakVoice(wanted: { voice?: EspeakVoice; lanes?: number } = {}): Voice {
  const id = wanted.voice ?? 'vi';
  const secondId = `${id}${SECOND}`;
  const lanes = Array.from({ length: wanted.lanes ?? LANES }, () =>
    createLane(() => startEspeak(id)),
  );
  const idle: Lane[] = [...lanes];
  const mark = { engine: 'espeak-ng', engineVersion: packageVersion() };
  const waiting: ((lane: Lane) => void)[] = [];

  async function takeLane(): Promise<Lane> {
    const lane = idle.pop();
    if (lane !== undefined) return lane;
    if (waiting.length >= MAX_WAITING) throw new SoundError('voice-failed');
    return new Promise((resolve) => waiting.push(resolve));
  }
  function giveBack(lane: Lane): void {
    const next = waiting.shift();
    if (next === undefined) idle.push(lane);
    else next(lane);
  }
  return {
    id,
    secondId,
    ...mark,
    language: 'vie',
    sampleRateHz: SAMPLE_RATE_HZ,
    synthetic: true,
    lanes: lanes.length,
    place: 'here',
    async speak(words, how) {
      const lane = await takeLane();
      try {
        if (how.signal?.aborted) throw new SoundError('stopped', how.signal.reason);
        const voice = how.speaker === 'second' ? secondId : id;
        const rate = espeakRate(how.syllablesPerMinute);
        const samples = await lane.speak({ words, rate, voice }, how.signal);
        return { samples, by: { ...mark, voice } };
      } finally {
        giveBack(lane);
      }
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

/**
 * Measured on the 9,234 syllables of two provincial plans as read aloud: [the engine's rate, syllables a minute, commas included].
 * The engine's "words a minute" are English words, so only a measurement tells.
 */
const MEASURED: readonly (readonly [number, number])[] = [
  [80, 119],
  [100, 141],
  [120, 169],
  [150, 211],
  [200, 282],
  [250, 353],
  [300, 432],
];

export function espeakRate(syllablesPerMinute: number): number {
  const above = MEASURED.findIndex(([, pace]) => pace >= syllablesPerMinute);
  const [lowRate, lowPace] = MEASURED[above - 1] ?? [80, 119];
  const [highRate, highPace] = MEASURED[above] ?? [300, 432];
  if (above === 0) return 80;
  if (above === -1) return 300;
  const share = (syllablesPerMinute - lowPace) / (highPace - lowPace);
  return Math.round(lowRate + share * (highRate - lowRate));
}

function packageVersion(): string {
  const facts = createRequire(import.meta.url)('@echogarden/espeak-ng-emscripten/package.json') as {
    version: string;
  };
  return `wasm-${facts.version}`;
}
