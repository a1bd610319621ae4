// Roman numerals, letters, per cents and numbers written in words: what a source without digits must still come back as.
// It must never know the grammar; a trace's rule only says what to look for.
import { figuresIn, figuresOf } from './figures.ts';
import type { Said } from './sources.ts';
import { figureOfRoman, printed } from './written.ts';

/** Does this say the numeral, letter or number word that its source shows? Everything else is no figure. */
export function markHolds(said: Said): boolean {
  if (said.rule === 'word') return wordHolds(said);
  if (ROMAN_RULES.has(said.rule)) return romanHolds(said);
  if (LETTER_RULES.has(said.rule)) return letterHolds(said);
  const share = /[%‰]/.exec(said.source)?.[0];
  const name = share === '%' ? /phần trăm/ : /phần (?:nghìn|ngàn)/;
  return share === undefined || name.test(said.words.join(' '));
}

const ROMAN_RULES = new Set(['roman', 'phan', 'enumeration']);
const LETTER_RULES = new Set(['point', 'diem']);

function romanHolds({ source, words, speller }: Said): boolean {
  const [written] = /[IVXLCDM]+|[ivx]+/.exec(printed(source)) as unknown as [string];
  const figures = figuresOf(figuresIn(words));
  if (figures.join(' ') === String(figureOfRoman(written.toUpperCase()))) return true;
  // "IIII" is no numeral: it was said letter by letter, and that is true as well.
  return figures.length === 0 && speller.says(bare(words).slice(1), written);
}

/** "điểm đ" → the letter's own name. */
function letterHolds({ source, words, speller }: Said): boolean {
  const letter = printed(source).replace(/\P{L}/gu, '');
  return speller.says(
    bare(words).filter((word) => word !== 'điểm'),
    letter,
  );
}

/** A number written in letters is said in the same letters. */
function wordHolds({ source, words }: Said): boolean {
  const [word] = words as [string];
  return !NUMBER_WORDS.has(word) || printed(source).toLowerCase() === word;
}

export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  'không một hai ba bốn tư năm sáu bảy tám chín mười mươi mốt lăm trăm nghìn ngàn triệu tỷ linh lẻ'.split(
    ' ',
  ),
);

export const LONGEST_NUMBER_WORD = 'không'.length;

/** Words without their pauses. */
export function bare(words: readonly string[]): string[] {
  return words.filter((word) => !/^[.,;:]$/.test(word));
}
