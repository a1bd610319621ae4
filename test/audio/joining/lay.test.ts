// Edges, loudness and joins of pieces as numbers, without files or ffmpeg.
// It must never need a real recording.
import { describe, expect, test } from 'vitest';
import { EDGE_MS, edged, levelled, PIECE_LUFS } from '../../../audio/joining/edges.ts';
import { lay } from '../../../audio/joining/lay.ts';
import { loudnessOf } from '../../../audio/mastering/k-weighting.ts';

const RATE = 24_000;
const ms = (count: number) => (count * RATE) / 1_000;
/** A word of a tone, with so much of a quiet room before and after it. */
function word(of: { loud?: number; ms?: number; beforeMs?: number; afterMs?: number }) {
  const { loud = 6_000, ms: long = 300, beforeMs = 200, afterMs = 300 } = of;
  return Int16Array.from({ length: ms(beforeMs + long + afterMs) }, (_, at) => {
    const within = at >= ms(beforeMs) && at < ms(beforeMs + long);
    return within ? Math.round(loud * Math.sin(at / 12)) : (at % 7) - 3;
  });
}
const middle = (samples: Int16Array) => samples.slice(ms(EDGE_MS), samples.length - ms(EDGE_MS));

describe('a piece', () => {
  test.each([
    ['a long silence on both sides', { beforeMs: 900, afterMs: 1_500 }],
    ['a recorder that began in the word', { beforeMs: 0 }],
    ['one that ended in it', { afterMs: 0 }],
    ['a word of a fifth of a second', { ms: 200 }],
  ])('has edges of one length after %s', (_, of) => {
    const piece = edged(word(of), RATE);
    const long = (of as { ms?: number }).ms ?? 300;
    expect(Math.abs((piece?.length ?? 0) / ms(1) - long - 2 * EDGE_MS)).toBeLessThanOrEqual(10);
    expect([Math.abs(piece?.[0] ?? 99), Math.abs(piece?.at(-1) ?? 99)]).toEqual([
      expect.toSatisfy((edge: number) => edge <= 3),
      expect.toSatisfy((edge: number) => edge <= 3),
    ]);
  });

  test('in which nothing sounds, or only a click, is none', () => {
    expect(edged(new Int16Array(RATE), RATE)).toBeNull();
    const click = new Int16Array(RATE);
    click[9_000] = 30_000;
    expect(edged(click, RATE)).toBeNull();
    expect(edged(new Int16Array(0), RATE)).toBeNull();
  });

  test('whispered, shouted, long or of one syllable, is as loud as any other', () => {
    for (const of of [{ loud: 300 }, { loud: 28_000 }, { ms: 150 }, { ms: 3_000 }]) {
      const piece = levelled(edged(word(of), RATE) ?? new Int16Array(), RATE);
      const heard = middle(piece);
      const long = Int16Array.from({ length: RATE }, (_, at) => heard[at % heard.length] as number);
      expect(Math.abs((loudnessOf(long, RATE) ?? 0) - PIECE_LUFS)).toBeLessThan(0.3);
    }
  });

  test('is never brought beyond full scale, and silence stays silent', () => {
    const spiky = word({ loud: 150 });
    spiky[ms(300)] = 20_000;
    const most = levelled(spiky, RATE).reduce((top, one) => Math.max(top, Math.abs(one)), 0);
    expect(most).toBeLessThanOrEqual(29_000);
    expect(levelled(new Int16Array(90), RATE)).toEqual(new Int16Array(90));
  });
});

describe('pieces that are laid', () => {
  const pieces = [word({}), word({ ms: 500 }), word({ ms: 220 })].map(
    (one) => edged(one, RATE) as Int16Array,
  );
  const [a, b, c] = pieces as [Int16Array, Int16Array, Int16Array];

  test('stand 80 ms apart in a sentence, 450 between sentences, 900 before they are said again', () => {
    const { places, samples } = lay({ sentences: [[a, b], [c]], times: 2, rateHz: RATE });
    const gaps = places.slice(1).map(({ startMs }, at) => startMs - (places[at]?.endMs ?? 0));
    expect(gaps).toEqual([80, 450, 900, 80, 450]);
    expect(places[0]?.startMs).toBe(EDGE_MS);
    expect(samples.length / ms(1) - (places.at(-1)?.endMs ?? 0)).toBeCloseTo(EDGE_MS, 0);
  });

  test('sound as they did alone, and rise from nothing', () => {
    const { samples } = lay({ sentences: [[a]], times: 1, rateHz: RATE });
    expect(samples).toHaveLength(a.length);
    expect(middle(samples)).toEqual(middle(a));
    expect([samples[0], samples.at(-1)]).toEqual([0, 0]);
  });

  test('keep the noise of a room as loud through a crossfade as beside it', () => {
    const hiss = (seed: number) =>
      Int16Array.from({ length: ms(400) }, (_, at) => ((at * seed) % 201) - 100);
    const { samples } = lay({ sentences: [[hiss(7_919), hiss(104_729)]], times: 1, rateHz: RATE });
    const power = (fromMs: number, untilMs: number) => {
      const part = samples.slice(ms(fromMs), ms(untilMs));
      return part.reduce((sum, one) => sum + one * one, 0) / part.length;
    };
    // the crossfade lies from 360 to 400 ms
    expect(10 * Math.log10(power(362, 398) / power(200, 350))).toBeCloseTo(0, 0);
  });

  test('louder together than one sample can say are held at full scale', () => {
    const loud = new Int16Array(ms(400)).fill(32_000);
    const { samples } = lay({ sentences: [[loud, loud]], times: 1, rateHz: RATE });
    expect(Math.max(...samples)).toBe(32_767);
  });
});
