// Words whose marks a scan has moved: "nguời" for "người", "phưong" for "phương".
// It must never say a mended word by itself: a person is always asked.
import { decomposed } from './composed.ts';
import { isVietnameseSyllable } from './syllable.ts';

/** Each slip with its marks taken off the tone: which letters a scan leaves, and which were printed. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/u\u031bo(?!\u031b)|uo\u031b/u, 'u\u031bo\u031b'],
  [/ie(?!\u0302)/u, 'ie\u0302'],
  [/ye(?!\u0302)/u, 'ye\u0302'],
];
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** No syllable has more letters (nghiêng). */
const MAX_LETTERS = 7;

/** The one syllable this was, as far as its vowels tell; null where none comes out. */
export function mended(word: string): string | null {
  const marked = decomposed(word.toLowerCase());
  const tones = marked.match(TONES) ?? [];
  if (word.length > MAX_LETTERS || tones.length > 1) return null;
  const bare = marked.replace(TONES, '');
  for (const [slip, printed] of SLIPS) {
    const whole = bare.replace(slip, printed);
    if (whole === bare) continue;
    const said = toned(whole, tones[0] ?? '');
    if (isVietnameseSyllable(said)) return said;
  }
  return null;
}

/** The tone goes on the last vowel that bears a mark of its own: ươ → ườ, iê → iế. */
function toned(bare: string, tone: string): string {
  return bare.replace(/^(.*[\u0302\u031b])/u, `$1${tone}`).normalize('NFC');
}
