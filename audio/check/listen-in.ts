// A clip played to an ear sentence by sentence: where it heard something else, a person is asked to listen.
// It must never know which engine listens, nor hold a clip back when none does.
import { drain, startFfmpeg } from '../mastering/ffmpeg.ts';
import type { Ear } from './ear.ts';
import { type Finding, finding } from './finding.ts';
import { errorShare, isMisheard } from './misheard.ts';
import type { CheckedSentence } from './sentences.ts';

/** Recognition takes a tenth of the sound's time: beyond this a bulletin would wait for its check. */
const HEARD_MAX_MS = 10 * 60_000;
/** One sentence in memory: 2 MB at 16 kHz. */
const SENTENCE_MAX_MS = 30_000;
/** The breath before a word, or the ear misses its first consonant. */
const AROUND_MS = 100;

export async function listenIn(of: {
  clipPath: string;
  sentences: readonly CheckedSentence[];
  ear: Ear;
  signal: AbortSignal;
}): Promise<Finding[]> {
  const { ear, sentences, signal } = of;
  const heard = sentences.filter(({ endMs }) => endMs <= HEARD_MAX_MS);
  const last = heard.at(-1)?.endMs ?? 0;
  if (last === 0) return [];
  const samples = await decoded(of, last + AROUND_MS);
  const found: Finding[] = [];
  for (const [sentence, { words, startMs, endMs }] of heard.entries()) {
    if (endMs - startMs > SENTENCE_MAX_MS) continue;
    const part = samples.subarray(
      samplesIn(Math.max(0, startMs - AROUND_MS), ear),
      samplesIn(endMs + AROUND_MS, ear),
    );
    const floats = Float32Array.from(part, (sample) => sample / 32_768);
    const share = errorShare(words, await ear.hear(floats, signal));
    const at = { atMs: startMs, untilMs: endMs, sentence };
    if (isMisheard(share))
      found.push(finding({ kind: 'misheard', ...at, amount: Math.round(share * 100) }));
  }
  return found;
}

const samplesIn = (ms: number, { sampleRateHz }: Ear) => Math.round((ms * sampleRateHz) / 1_000);

async function decoded(
  { clipPath, ear, signal }: { clipPath: string; ear: Ear; signal: AbortSignal },
  untilMs: number,
): Promise<Int16Array> {
  const from = ['-t', `${untilMs / 1_000}`, '-f', 'ogg', '-i', `file:${clipPath}`];
  const to = ['-f', 's16le', '-ar', `${ear.sampleRateHz}`, '-ac', '1', 'pipe:1'];
  const run = startFfmpeg([...from, ...to], signal);
  run.input.end();
  const parts: Uint8Array[] = []; // ten minutes at 16 kHz are 19 MB
  await drain(run, async (bytes) => void parts.push(bytes));
  const whole = Uint8Array.from(Buffer.concat(parts));
  return new Int16Array(whole.buffer, 0, whole.length >> 1);
}
