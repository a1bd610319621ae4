// What may reach an engine: letters, marks, digits and plain punctuation; whatever else stood in a text is a gap. Pure.
// It must never know languages, engines, or what the words mean.

/**
 * No control (an engine's own commands begin with one), no private use, nothing unassigned, no half of a pair;
 * no brackets but round ones either: "[[" opens eSpeak's phonemes, "<" what other engines take for markup.
 */
const UNSPEAKABLE = /[^\p{L}\p{M}\p{N}\p{Zs}.,;:!?…'’‘"“”«»()/%&+\-–—·។៕៖]+/gu;
/** Seen by nobody and spoken by nobody: joiners, soft hyphens, the order of writing. */
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]+/gu;
/** Khmer is written without spaces: this stands where they would. */
const SPACE_OF_NO_WIDTH = /\u200b+/gu;

/** The same where nothing is to be said against it, so that what was kept is found again. */
export function speakable(words: string): string {
  const plain = words.replace(SPACE_OF_NO_WIDTH, ' ').replace(UNSEEN, '');
  const left = plain.replace(UNSPEAKABLE, ' ');
  return left === words ? words : left.replace(/\s+/gu, ' ').trim();
}
