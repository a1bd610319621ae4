// Whether an answer is whole: as long as it says itself, and as its words must last. Pure.
// It must never know the network, nor what is done about a short one.

export type Heard = {
  samples: Int16Array;
  sampleRateHz: number;
  /** how long the service says the sound is, at its end; null: it did not say */
  promisedMs: number | null;
  syllables: number;
  /** as the table of the voice foresees it */
  syllablesPerMinute: number;
};

/** Less than two frames of a coder, more than any rounding. */
const ROUNDING_MS = 40;
/** Nobody speaks two and a half times as fast as asked: the table of the voice may be off, not by so much. */
const FASTEST = 2.5;
/** Without the service's own word the expected time is all there is to hold it against. */
const FASTEST_WITHOUT_WORD = 1.6;

export function isWhole(heard: Heard): boolean {
  const { promisedMs, syllables, syllablesPerMinute } = heard;
  const ms = (heard.samples.length * 1_000) / heard.sampleRateHz;
  const fastest = promisedMs === null ? FASTEST_WITHOUT_WORD : FASTEST;
  const leastMs = (syllables * 60_000) / (syllablesPerMinute * fastest);
  return ms >= leastMs && ms + ROUNDING_MS >= (promisedMs ?? 0);
}
