// A built-in bit of Opus, and whether this machine makes sound of it: a part of the self-test.
// It must never know what else is decoded, nor leave anything behind.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackPackets } from '../protocol/index.ts';
import type { DecodeWorker } from './decoder.ts';
import { peakOf, SAMPLES_PER_MS } from './pcm.ts';

/** Two packets of 60 ms, 440 Hz at 12 kbit/s, as a chunk payload. */
const SAMPLE =
  'AFpbQQPguK3a9ooXgHfBVL8m0QoBkRD15MkCysDL9zjUOecfGquJNBoZaUzdRo2y7iDhQQbUFMC64oIl2uahAV6Bj2zz' +
  'kmVS/V8HgPWspqBS7hev2iY4gQsAAAAAWltBA+jChr25B8U/Pbxh8q1EgbV+rlVBqJcTeTicdaaStwc3b1HbnbZFIgSx' +
  'gluQgIrAmVc8q/qvmLmaSIiV2DU5l/HWp+OkmYBrerPc+VaiN0gWjL0T5QAAAA==';
const FRAME_SAMPLES = 60 * SAMPLES_PER_MS;
/** The tone is at −15 dBFS or so; rounding is not. */
const PEAK_MIN = 1_000;

/** A file of its own each time: the worker may still have the last one open. */
let files = 0;

export async function decodesSample(
  worker: Pick<DecodeWorker, 'decode'>,
  folder: string,
): Promise<boolean> {
  const payload = Buffer.from(SAMPLE, 'base64');
  const packets = unpackPackets(payload)?.length ?? 0;
  const chunk = join(folder, `sample-${files}.opus`);
  const path = join(folder, `sample-${files++}.pcm`);
  try {
    await writeFile(chunk, payload);
    const outcome = await worker.decode({
      ...{ path, totalSamples: packets * FRAME_SAMPLES, seq: 0, from: 0, before: null },
      place: { path: chunk, at: 0, bytes: payload.length, packets },
      frameSamples: FRAME_SAMPLES,
    });
    if (outcome !== 'good') return false;
    const bytes = await readFile(path);
    const samples = new Int16Array(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    );
    return peakOf(samples) >= PEAK_MIN;
  } catch {
    return false; // a folder that takes nothing decodes nothing
  } finally {
    await rm(chunk, { force: true });
    await rm(path, { force: true });
  }
}
