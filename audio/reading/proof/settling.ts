// Whether words that a person chose for a place still say the figures printed there.
// It must never forbid other figures: a person may know that the print is wrong.
import type { Problem } from '../lexicon/problem.ts';
import { digitsOf, figuresIn, figuresOf } from './figures.ts';
import { looseFigures, printed, waysOf } from './written.ts';

/** Says both values where "1.500.000" is to be heard as "hai triệu"; null where there are no digits, or the same. */
export function checkFigures(source: string, words: string): Problem | null {
  // The power of "m2" is no figure.
  const written = printed(source).replace(/(?<=\p{L})[23](?!\d)/gu, '');
  if (!/\d/.test(written)) return null;
  const heard = figuresOf(figuresIn(words.toLowerCase().match(/\p{L}+|[.,;:]/gu) ?? []));
  if (isSame(written, heard)) return null;
  const shown = printed(source);
  if (heard.length === 0)
    return {
      vi: `Văn bản ghi "${shown}" nhưng lời đọc không có số nào. Nếu đúng ý, hãy xác nhận.`,
      en: `The text has "${shown}" and these words say no number. Confirm if you mean it.`,
    };
  const said = heard.map(grouped).join(', ');
  return {
    vi: `Văn bản ghi "${shown}" nhưng lời đọc là ${said}. Nếu đúng ý, hãy xác nhận.`,
    en: `The text has "${shown}" and these words say ${said}. Confirm if you mean it.`,
  };
}

function isSame(written: string, heard: readonly string[]): boolean {
  const said = heard.join(' ');
  const ways = waysOf(written) ?? [];
  if (ways.some((way) => way.match(/#?\d+(?:,\d+)?/g)?.join(' ') === said)) return true;
  const digits = heard.map(digitsOf);
  // A telephone is said digit by digit, with or without its full stops.
  if (digits.every((one) => one !== null) && digits.join('') === written.replace(/\D/g, ''))
    return true;
  const figures = looseFigures(written);
  return (
    figures.length === heard.length &&
    figures.every((each, at) => each.includes(heard[at] as string))
  );
}

function grouped(figure: string): string {
  const [whole = '', fraction] = figure.replace('#', '').split(',');
  const parted = figure.startsWith('#') ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return fraction === undefined ? parted : `${parted},${fraction}`;
}
