// How many seconds of sound this machine decodes in one, by the very worker that will do it.
// It must never know networks or speakers.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDecodeWorker } from '../agent/decoder.ts';
import { SpeakerError } from '../agent/errors.ts';
import { makeLog } from '../agent/log.ts';
import { SAMPLES_PER_MS } from '../agent/pcm.ts';
import { unpackPackets } from '../protocol/index.ts';
import { CALIBRATION_SECONDS, CALIBRATION_SOUND } from './calibration-sound.ts';

const FRAME_MS = 60;
/** A slow machine is known after two seconds; a fast one after a hundred rounds. */
const LONGEST_MS = 2_000;
const ROUNDS_MAX = 100;

/** @param folder is made and removed again */
export async function measureDecoding(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const payload = Buffer.from(CALIBRATION_SOUND, 'base64');
  const path = join(folder, 'chunk.bin');
  writeFileSync(path, payload);
  const packets = unpackPackets(payload)?.length ?? 0;
  const place = { path, at: 0, bytes: payload.length, packets };
  const frameSamples = FRAME_MS * SAMPLES_PER_MS;
  const chunkSamples = packets * frameSamples;
  const worker = makeDecodeWorker(makeLog('error'));
  const decode = async (seq: number) => {
    const outcome = await worker.decode({
      path: join(folder, 'sound.pcm'),
      totalSamples: chunkSamples * (ROUNDS_MAX + 1),
      seq,
      place,
      before: null,
      from: seq * chunkSamples,
      frameSamples,
    });
    if (outcome !== 'good') throw notDecoded();
  };
  try {
    await decode(0); // starting the worker and compiling the decoder are not decoding
    const startMs = performance.now();
    let rounds = 0;
    while (rounds < ROUNDS_MAX && performance.now() - startMs < LONGEST_MS) await decode(++rounds);
    const seconds = (performance.now() - startMs) / 1_000;
    return Math.round((rounds * CALIBRATION_SECONDS) / seconds);
  } finally {
    await worker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function notDecoded(): SpeakerError {
  return new SpeakerError({
    code: 'decoder-broken',
    fault: 'ours',
    say: {
      vi: 'Bộ giải mã Opus không chạy được trên máy này.',
      en: 'The Opus decoder does not run on this machine.',
    },
  });
}
