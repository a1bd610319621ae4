// The samples of a WAV as a program writes it to a pipe, where the lengths in its head are not yet known.
// It must never know which program, nor take a file from people.
import { SoundError } from '../errors.ts';

export type Wav = { sampleRateHz: number; samples: Int16Array };

/** Mono, 16 bit, nothing else: it is what was asked for. @throws SoundError voice-failed */
export function readWav(bytes: Buffer): Wav {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE')
    throw strange('no WAV');
  let sampleRateHz: number | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const kind = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + size);
    if (kind === 'fmt ') sampleRateHz = rateOf(body);
    if (kind === 'data' && sampleRateHz !== null) return { sampleRateHz, samples: pcm(body) };
    at += 8 + size + (size % 2);
  }
  throw strange('a WAV without sound');
}

function rateOf(format: Buffer): number {
  const plain =
    format.length >= 16 &&
    [format.readUInt16LE(0), format.readUInt16LE(2), format.readUInt16LE(14)].join() === '1,1,16';
  if (!plain) throw strange('not mono of 16 bit');
  return format.readUInt32LE(4);
}

/** Copied: the caller's buffer may lie at an odd place, and is given back. A half sample at a cut end is left out. */
function pcm(body: Buffer): Int16Array {
  const samples = new Int16Array(body.length >> 1);
  for (let index = 0; index < samples.length; index += 1)
    samples[index] = body.readInt16LE(2 * index);
  return samples;
}

function strange(what: string): SoundError {
  return new SoundError('voice-failed', new Error(what));
}
