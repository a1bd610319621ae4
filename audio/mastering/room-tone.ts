// A floor of noise 40 dB under the speech, the same at every rendering: what a quiet room sounds like. Pure.
// It must never know words, files or ffmpeg.

/**
 * Machine speech has stops of digital silence inside words, and libopus (SILK) answers some of them with a burst
 * to full scale: 2–4 in every half hour of the Sơn La plan, at 24 as at 32 kbit/s. With a floor near −58 dBFS on
 * air, over the whole band the coder sees, there were none in eight hours of the same. These steps are that floor
 * before some 10 dB of gain.
 */
const STEPS = 22;

/** @returns a stage for 16-bit little-endian samples in pieces of any size; its noise is the same at every run */
export function createRoomTone(): (bytes: Uint8Array) => Uint8Array {
  let state = 0x5eed;
  let odd: number | null = null;
  return (bytes) => {
    const held: Buffer = odd === null ? Buffer.from(bytes) : Buffer.concat([Buffer.of(odd), bytes]);
    odd = held.length % 2 === 0 ? null : (held.at(-1) ?? null);
    const whole = held.subarray(0, held.length & ~1);
    for (let at = 0; at < whole.length; at += 2) {
      // Numerical Recipes' generator: plenty for a noise nobody listens to.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const noise = Math.round((state / 0x1_0000_0000) * 2 * STEPS - STEPS);
      whole.writeInt16LE(Math.max(-32_768, Math.min(32_767, whole.readInt16LE(at) + noise)), at);
    }
    return whole;
  };
}
