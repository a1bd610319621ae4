// The floor of noise under speech: there, quiet, the same every time, and blind to how bytes are cut.
// It must never know ffmpeg.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRoomTone } from '../../audio/mastering/room-tone.ts';

const SILENCE = new Uint8Array(32_000);

function samplesOf(bytes: Uint8Array): Int16Array {
  return new Int16Array(Uint8Array.from(bytes).buffer);
}

test('silence becomes a floor near −68 dBFS, without a hum', () => {
  const noise = samplesOf(createRoomTone()(SILENCE));
  const power = noise.reduce((sum, sample) => sum + sample * sample, 0) / noise.length;
  expect(10 * Math.log10(power / 32_768 ** 2)).toBeCloseTo(-68.2, 0);
  const mean = noise.reduce((sum, sample) => sum + sample, 0) / noise.length;
  expect(Math.abs(mean)).toBeLessThan(0.5);
  for (const lag of [1, 2, 80, 160]) {
    const product = noise
      .subarray(lag)
      .reduce((sum, sample, at) => sum + sample * (noise[at] ?? 0), 0);
    expect(Math.abs(product / noise.length / power), `lag ${lag}`).toBeLessThan(0.03);
  }
});

test('it is the same at every run and however the bytes are cut', () => {
  const whole = Buffer.from(createRoomTone()(SILENCE));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1 }), (pieces) => {
      const tone = createRoomTone();
      const parts: Uint8Array[] = [];
      let at = 0;
      for (const piece of pieces) {
        parts.push(tone(SILENCE.subarray(at, at + piece)));
        at += Math.min(piece, SILENCE.length - at);
      }
      const got = Buffer.concat(parts);
      expect(got.length).toBe(at & ~1);
      expect(got.equals(whole.subarray(0, got.length))).toBe(true);
    }),
  );
});

test('the loudest samples do not wrap around', () => {
  const loud = Int16Array.from({ length: 2_000 }, (_, at) => (at % 2 === 0 ? 32_767 : -32_768));
  const got = samplesOf(createRoomTone()(new Uint8Array(loud.buffer)));
  expect(got.every((sample, at) => (at % 2 === 0 ? sample > 32_000 : sample < -32_000))).toBe(true);
});
