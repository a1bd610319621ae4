// Which voices there are, and what a province or a commune chose among them: data, per language.
// It must never know engines, keys or models; no voice clones a real person's, and none can be chosen (issue #6, 7).
import type { Clip } from '../model.ts';

/** One voice that can speak now. A dialogue's other side is its own second voice. */
export type VoiceThere = {
  /** how a choice names it, whatever its version: "azure:vi-VN-HoaiMyNeural" */
  id: string;
  /** voices of one group are one engine: when one cannot speak, none of them can */
  group: string;
  engine: string;
  engineVersion: string;
  voice: string;
  /** who answers in a dialogue; null: the first says both sides */
  second: string | null;
  /** ISO 639-3 */
  language: string;
  /** 'cloud': the words leave the house */
  place: 'here' | 'cloud';
};

export type Profile = Clip['profile'];
export const PROFILES: readonly Profile[] = ['horn', 'indoor', 'flat'];

/** What one tenant chose for one language; what it left open comes from above. */
export type VoiceChoice = {
  areaId: string;
  language: string;
  /** ids of voices, first to last; none: not chosen here */
  steps: readonly string[];
  /** syllables a minute */
  pace: number | null;
  profile: Profile | null;
};

/** The province's yes, or a commune's no, to words that leave the house. */
export type CloudWord = { areaId: string; allowed: boolean };

/** Half a dozen engines with two voices each: a longer ladder is never climbed to its end. */
export const STEPS_MAX = 12;
/** Slower, and words fall apart; faster, and nobody follows under a horn (announcers speak 180–220). */
export const PACE_MIN = 100;
export const PACE_MAX = 320;

export type ChoiceFault = 'too-many-steps' | 'twice' | 'pace' | 'unknown-voice' | 'other-language';

/** What is wrong with a wish, or null. A voice that is chosen must be there; later it may be missing. */
export function choiceFault(
  wish: Omit<VoiceChoice, 'areaId'>,
  voices: readonly VoiceThere[],
): ChoiceFault | null {
  const { steps, pace, language } = wish;
  if (steps.length > STEPS_MAX) return 'too-many-steps';
  if (new Set(steps).size < steps.length) return 'twice';
  if (pace !== null && !(Number.isInteger(pace) && pace >= PACE_MIN && pace <= PACE_MAX))
    return 'pace';
  const named = steps.map((id) => voices.find((voice) => voice.id === id));
  if (named.includes(undefined)) return 'unknown-voice';
  return named.some((voice) => voice?.language !== language) ? 'other-language' : null;
}
