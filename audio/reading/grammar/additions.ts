// What a province or a commune says differently stands before every rule of letters and digits.
// It must never win over what the document itself defines, nor break a longer word that is known.
import { isVietnameseSyllable } from '../words/syllable.ts';
import { isLongerKnown } from './abbreviations.ts';
import type { Rule } from './reading.ts';
import { speak } from './reading.ts';
import { WEB_RULES } from './web.ts';

export const ADDITION_RULE: Rule = {
  name: 'addition',
  kind: 'word',
  // No further than an addition may be long.
  pattern: /[\p{L}\p{N}]{1,60}/uy,
  say: (match, reading) => {
    const { text, at, lexicon } = reading;
    const found = lexicon.additions.longest({ text, at, first: match[0] });
    if (found === null || /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return null;
    const { written, said } = found;
    if (reading.local(written, at) !== undefined) return null;
    // In a heading of capitals BAN and TU are syllables.
    if (reading.caps && isVietnameseSyllable(written)) return null;
    const end = at + written.length;
    if (/^[-./&@]\p{L}/u.test(text.slice(end, end + 3)) && isPartOfMore(reading, end)) return null;
    match[0] = written;
    return speak(reading, said);
  },
};

/** "sonla" of sonla.gov.vn, "KT" of KT-XH: the longer word is said as it is. */
function isPartOfMore(reading: Parameters<Rule['say']>[1], end: number): boolean {
  const { text, at } = reading;
  const address = WEB_RULES.some(({ pattern }) => {
    pattern.lastIndex = at;
    return pattern.test(text) && pattern.lastIndex > end;
  });
  return address || isLongerKnown(reading, end);
}
