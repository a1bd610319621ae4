// The chime that comes with the product: three rising tones, as samples. Pure.
// It must never know files, levels or where it is heard.

/** Sol–do–mi: rising, so that it opens; between 390 and 660 Hz, where a horn is at its loudest. */
const TONES_HZ = [392, 523.25, 659.25];
const EACH_MS = 480;
/** The last one rings out. */
const LAST_MS = 1_400;
/** A struck bell: the fundamental, and fainter what rings above it. */
const PARTIALS = [
  { times: 1, share: 1 },
  { times: 2, share: 0.35 },
  { times: 3, share: 0.12 },
];
/** So long that the strike does not click, so short that it is one. */
const STRIKE_MS = 8;
/** Down to a third within. */
const DECAY_MS = 520;
/** Its end is no step. */
const FADE_MS = 60;
const PEAK = 12_000;

export const CHIME_MS = (TONES_HZ.length - 1) * EACH_MS + LAST_MS;

export function chimeSamples(rateHz: number): Int16Array {
  const sound = new Float64Array(Math.round((CHIME_MS * rateHz) / 1_000));
  for (const [at, hz] of TONES_HZ.entries()) {
    const from = Math.round((at * EACH_MS * rateHz) / 1_000);
    for (let n = from; n < sound.length; n += 1)
      sound[n] = (sound[n] ?? 0) + tone({ hz, ms: ((n - from) * 1_000) / rateHz });
  }
  const loudest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Int16Array.from(sound, (value, n) => {
    const leftMs = ((sound.length - 1 - n) * 1_000) / rateHz;
    return Math.round((value / loudest) * PEAK * Math.min(1, leftMs / FADE_MS));
  });
}

function tone({ hz, ms }: { hz: number; ms: number }): number {
  const strength = Math.min(1, ms / STRIKE_MS) * Math.exp(-ms / DECAY_MS);
  const turns = (hz * ms) / 1_000;
  const sum = PARTIALS.reduce(
    (all, { times, share }) => all + share * Math.sin(2 * Math.PI * times * turns),
    0,
  );
  return strength * sum;
}
