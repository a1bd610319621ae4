// One neural model in memory at a time, for all neural voices: loaded when needed, given back when nobody speaks.
// It must never know pace, pieces of sentences or folders.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { SoundError } from '../errors.ts';
import type { SherpaModel } from './sherpa-model.ts';
import {
  type ProcessBounds,
  type Sentence,
  type SherpaProcess,
  startSherpa,
} from './sherpa-process.ts';
import { createTurns } from './turns.ts';

export type SherpaHost = {
  /** @throws SoundError voice-missing, voice-failed, voice-slow, stopped */
  speak(model: SherpaModel, sentence: Sentence): Promise<Int16Array>;
  /** the name of the model in memory, for tests and for the screen of voices */
  readonly loaded: string | null;
  close(): Promise<void>;
};

export type HostOptions = ProcessBounds & { idleMs?: number };

/** A model takes a second to load and up to a gigabyte to hold: a minute between two bulletins keeps it. */
const IDLE_MS = 60_000;
const MAX_WAITING = 64;

export function createSherpaHost({ idleMs = IDLE_MS, ...bounds }: HostOptions = {}): SherpaHost {
  // Two models at once, or one model twice, would be more memory than a commune's computer has.
  const turns = createTurns({ places: 1, maxWaiting: MAX_WAITING, crowded: 'voice-slow' });
  const verified = new Set<string>();
  let held: { model: SherpaModel; process: SherpaProcess } | null = null;
  let idle: NodeJS.Timeout | undefined;

  async function letGo(): Promise<void> {
    clearTimeout(idle);
    const ending = held;
    held = null;
    await ending?.process.stop();
  }
  async function ready(
    model: SherpaModel,
    signal: AbortSignal | undefined,
  ): Promise<SherpaProcess> {
    if (held?.model === model && held.process.alive) return held.process;
    await letGo();
    if (model.sha256 !== null && !verified.has(model.sha256)) {
      await checkSum(model, signal);
      verified.add(model.sha256);
    }
    held = { model, process: startSherpa(bounds) };
    const { sampleRateHz } = await held.process.load(model.files, signal);
    if (sampleRateHz === model.sampleRateHz) return held.process;
    await letGo();
    throw new SoundError('voice-missing', new Error('the model was changed'));
  }
  return {
    async speak(model, sentence) {
      const leave = await turns.take(sentence.signal);
      clearTimeout(idle);
      try {
        return await (await ready(model, sentence.signal)).speak(sentence);
      } finally {
        if (held?.process.alive === false) held = null;
        idle = setTimeout(() => void letGo(), idleMs);
        idle.unref();
        leave();
      }
    },
    get loaded() {
      return held?.model.name ?? null;
    },
    close: letGo,
  };
}

/** A file that was swapped or cut says other things than the voice that was chosen. */
async function checkSum(model: SherpaModel, signal: AbortSignal | undefined): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(model.files.model, { signal })) hash.update(part);
  } catch (cause) {
    throw new SoundError(signal?.aborted ? 'stopped' : 'voice-missing', cause);
  }
  if (hash.digest('hex') !== model.sha256)
    throw new SoundError('voice-missing', new Error('the checksum is another'));
}
