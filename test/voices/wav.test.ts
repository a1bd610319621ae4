// A WAV from a pipe: its sound is taken, and anything else refused.
// It must never know which program wrote it.
import { expect, test } from 'vitest';
import { readWav } from '../../audio/voices/wav.ts';

function chunk(kind: string, body: Buffer, size = body.length): Buffer {
  const head = Buffer.alloc(8, kind);
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function format(channels = 1, bits = 16, kind = 1): Buffer {
  const body = Buffer.alloc(16);
  body.writeUInt16LE(kind, 0);
  body.writeUInt16LE(channels, 2);
  body.writeUInt32LE(22_050, 4);
  body.writeUInt16LE(bits, 14);
  return chunk('fmt ', body);
}

const SOUND = Buffer.from(Int16Array.of(1, -2, 32_767, -32_768).buffer);
const riff = (...parts: Buffer[]) =>
  Buffer.concat([Buffer.from('RIFF\xff\xff\xff\xffWAVE', 'latin1'), ...parts]);

test('samples and rate', () => {
  const { sampleRateHz, samples } = readWav(riff(format(), chunk('data', SOUND)));
  expect([sampleRateHz, [...samples]]).toEqual([22_050, [1, -2, 32_767, -32_768]]);
});

test('a length not known when the head was written is all there is', () => {
  const wav = riff(format(), chunk('data', SOUND, 0x7fff_f000));
  expect(readWav(wav).samples).toHaveLength(4);
  expect(readWav(wav.subarray(0, -1)).samples).toHaveLength(3);
});

test('other chunks, of odd length too, are stepped over; bytes at an odd place are read', () => {
  const wav = riff(
    chunk('LIST', Buffer.from('odd')),
    format(),
    chunk('fact', Buffer.alloc(4)),
    chunk('data', SOUND),
  );
  expect([...readWav(Buffer.concat([Buffer.alloc(1), wav]).subarray(1)).samples]).toEqual([
    1, -2, 32_767, -32_768,
  ]);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('no WAV at all, but long enough')],
  ['a RIFF of another kind', Buffer.from('RIFF    AVI fmt ')],
  ['no sound', riff(format())],
  ['sound before its format', riff(chunk('data', SOUND), format())],
  ['stereo', riff(format(2), chunk('data', SOUND))],
  ['8 bit', riff(format(1, 8), chunk('data', SOUND))],
  ['floats', riff(format(1, 16, 3), chunk('data', SOUND))],
  ['a format cut short', riff(chunk('fmt ', Buffer.alloc(4)), chunk('data', SOUND))],
])('%s is refused', (_, bytes) => {
  expect(() => readWav(bytes)).toThrow(expect.objectContaining({ code: 'voice-failed' }));
});
