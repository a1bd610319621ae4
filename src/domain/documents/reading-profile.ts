// Whose reading profile counts for a commune, and within which bounds pace and pauses stay.
// It must never know what the other options do to a text (audio/reading).
import { AppError } from '../errors.ts';
import type { ReadingProfile } from './reading-model.ts';

type Bounded = 'maxSyllables' | 'syllablesPerMinute' | 'fullStopMs';
type Bounds = { min: number; max: number; vi: string; en: string };

/** An announcer's pace is 190; a horn in a valley wants about 170. Outside of these nobody follows. */
export const PROFILE_BOUNDS: Readonly<Record<Bounded, Bounds>> = {
  syllablesPerMinute: {
    min: 120,
    max: 240,
    vi: 'Tốc độ (tiếng mỗi phút)',
    en: 'Pace (syllables a minute)',
  },
  // shorter than 150 ms two sentences run together, longer than 2 s it sounds like the end
  fullStopMs: {
    min: 150,
    max: 2_000,
    vi: 'Khoảng nghỉ hết câu (mili giây)',
    en: 'Rest after a sentence (ms)',
  },
  // an announcer's breath is about 60; under 20 every sentence falls apart
  maxSyllables: {
    min: 20,
    max: 120,
    vi: 'Câu dài nhất (tiếng)',
    en: 'Longest sentence (syllables)',
  },
};

/** null: fine */
export function profileProblem(profile: ReadingProfile): AppError | null {
  for (const name of Object.keys(PROFILE_BOUNDS) as Bounded[]) {
    const { min, max, vi, en } = PROFILE_BOUNDS[name];
    const value = profile[name];
    if (Number.isInteger(value) && value >= min && value <= max) continue;
    return new AppError({
      code: 'profile-out-of-bounds',
      fault: 'caller',
      say: {
        vi: `${vi}: chọn số nguyên từ ${min} đến ${max}.`,
        en: `${en}: choose a whole number from ${min} to ${max}.`,
      },
      place: `profile.${name}`,
    });
  }
  return null;
}

export type ChosenProfile = { from: 'own' | 'province' | 'default'; profile: ReadingProfile };

/** A commune that has chosen nothing reads as its province does, and that one as the product does. */
export function chosenProfile(of: {
  own: ReadingProfile | null;
  province: ReadingProfile | null;
  product: ReadingProfile;
}): ChosenProfile {
  if (of.own) return { from: 'own', profile: of.own };
  if (of.province) return { from: 'province', profile: of.province };
  return { from: 'default', profile: of.product };
}
