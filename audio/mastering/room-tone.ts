// A floor of noise 40 dB under the speech, the same at every rendering: what a quiet room sounds like. Pure.
// It must never know words, files or ffmpeg.

/**
 * Machine speech has stops of digital silence inside words, and libopus (SILK) answers some of them with a burst
 * to full scale: 2–4 in every half hour of the Sơn La plan, at 24 as at 32 kbit/s. With a floor near −58 dBFS on
 * air, over the whole band the coder sees, there were none in eight hours of the same. These steps are that floor
 * before some 10 dB of gain.
 */
const STEPS = 22;
/** 16 s of noise, then the same again: nobody hears a loop of hiss, and adding is all that is left to do. */
const NOISE_SAMPLES = 1 << 18;

/** @returns a stage for 16-bit little-endian samples in pieces of any size; its noise is the same at every run */
export function createRoomTone(): (bytes: Uint8Array) => Uint8Array {
  const noise = makeNoise();
  let at = 0;
  let odd: number | null = null;
  return (bytes) => {
    const all = odd === null ? bytes : Buffer.concat([Buffer.of(odd), bytes]);
    odd = all.length % 2 === 0 ? null : (all.at(-1) ?? null);
    const samples = new Int16Array(Uint8Array.from(all.subarray(0, all.length & ~1)).buffer);
    for (let each = 0; each < samples.length; each += 1) {
      const sum = (samples[each] ?? 0) + (noise[at] ?? 0);
      samples[each] = sum > 32_767 ? 32_767 : sum < -32_768 ? -32_768 : sum;
      at = (at + 1) & (NOISE_SAMPLES - 1);
    }
    return new Uint8Array(samples.buffer);
  };
}

/** Numerical Recipes' generator: plenty for a noise nobody listens to. */
function makeNoise(): Int8Array {
  let state = 0x5eed;
  const noise = new Int8Array(NOISE_SAMPLES);
  // a plain loop: each part of a clip has it made anew
  for (let at = 0; at < NOISE_SAMPLES; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    noise[at] = Math.round((state / 0x1_0000_0000) * 2 * STEPS - STEPS);
  }
  return noise;
}
