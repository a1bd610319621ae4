// What a reading is ordered with: the lexicon, the profile, what people added and what they settled.
// It must never know who ordered it.
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { LexiconEntry, ReadingProfile, Settlement } from '../types.ts';

export type ReadingOrder = {
  lexicon: Lexicon;
  /** What it does not say is as on air. */
  profile?: Partial<ReadingProfile>;
  /** The province's first, then the commune's: later wins. */
  additions?: readonly LexiconEntry[];
  settled?: readonly Settlement[];
};
