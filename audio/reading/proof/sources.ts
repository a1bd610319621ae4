// Does a piece of what was heard say the figures of its source?
// It must never know the grammar: words are parsed back, the source is looked at on its own.
import { BROKEN, digitsOf, figuresIn, figuresOf, type Heard } from './figures.ts';
import { type Speller, YEAR } from './letters.ts';
import { bare, markHolds } from './marks.ts';
import { looseFigures, printed, waysOf, withoutZeros } from './written.ts';

/** What was said for a source; `before` is what stands to its left: a type said there is not said twice. */
export type Said = {
  source: string;
  before: string;
  words: readonly string[];
  rule: string;
  /** Which lexicon entries spoke. */
  entry: string;
  speller: Speller;
};

export function isTrue(said: Said): boolean {
  if (said.entry.includes('addition:') && !LETTERED.test(said.rule)) return true;
  return hasDigit(said.source) ? figuresHold(said) : markHolds(said);
}

export function hasDigit(source: string): boolean {
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) return true;
  }
  return false;
}

const WEB_RULES = new Set(['web', 'mail', 'web-bare']);
/** What these show besides figures is letters, and the letters must come back as well. */
const LETTERED =
  /^(?:docno|docno-party|docno-named|docno-year|standard|code|mixed-code|name-number)$/;

function figuresHold(said: Said): boolean {
  const heard = figuresIn(said.words);
  const written = printed(said.source);
  if (WEB_RULES.has(said.rule)) return digitsHold(heard, hostOf(written));
  // What digits there were stood in markup.
  if (!/\d/.test(written)) return true;
  // No count is 000: its thousands stand before a space.
  if (said.rule === 'number' && written === '000') return false;
  if (LETTERED.test(said.rule)) return letteredHolds(said, heard, written);
  if (KEEPS_ZERO.test(said.before) && /^0\d+$/.test(written)) return digitsHold(heard, written);
  // "quý II/2026": the slash is said as the year's name.
  if (/^\/\s?\d{4}$/.test(written) && said.words[0] !== 'năm') return false;
  if (NUMBERED.test(said.before) && /^\d{1,3}(?:,\d{1,3})+$/.test(written))
    return figuresOf(heard).join(' ') === written.split(',').map(withoutZeros).join(' ');
  const ways = waysOf(written);
  if (ways?.includes(bindingsOf(heard)) || powerHolds(said, written)) return true;
  if (isRun(said, written) && digitsHold(heard, written)) return true;
  return ways === null && looseHolds(heard, written);
}

/** "Đề án 06", "Nghị quyết số 06": what is a name keeps its zero (CONVENTIONS §1.7). */
const KEEPS_ZERO =
  /(?:đề án(?: số)?|(?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị) số)\s*$/iu;

/** "khoản 1,2 Điều 5,6": what is numbered has no tenths. */
const NUMBERED = /(?:khoản|điều|mục|chương|phụ lục)\s$/iu;

/** Words that bind figures: without them 15 and 4 are no date and 2 and 3 no fraction. */
const BINDING = new Set(
  'tháng năm trên phần đến chấm giờ phút giây nghìn ngàn triệu tỷ'.split(' ').concat([...BROKEN]),
);

/** What may stand before a figure and belongs to no other: "tháng bốn", "Phần hai". */
const LEADING = new Set(['tháng', 'năm', 'phần']);

/** Figures and what binds them: "ngày mười lăm tháng tư …" is 15 tháng 4 …. */
export function bindingsOf(heard: readonly Heard[]): string {
  const kept = heard.filter((one) => one.isFigure || BINDING.has(one.text));
  const first = kept.findIndex((one) => !LEADING.has(one.text));
  return kept
    .slice(Math.max(0, first))
    .map((one) => one.text)
    .join(' ');
}

const DOCNO =
  /^(\d{1,5}(?:-\d{1,2})?)\s?([a-zđA-ZĐ]?)\s?(?:[/:-]\s?([12]\d{3}))?(?:\s?[-–/:]\s?(\p{Lu}.*))?$/u;

/** What a commune added is said as it likes ("F0"); but a document's number is still a number. */
function letteredHolds(said: Said, heard: readonly Heard[], written: string): boolean {
  if (said.entry.includes('addition:')) return looseHolds(heard, written);
  return docnoHolds(said, written) || codeHolds(said, written);
}

/** A document's number: its figure, its year, then each part against the lexicon read in reverse. */
function docnoHolds({ words, before, speller }: Said, written: string): boolean {
  const match = DOCNO.exec(written);
  if (match === null) return false;
  const [, number = '', letter = '', year = '', tail = ''] = match;
  const parts = tail.split(/\s?[-–/]\s?/u).filter((part, at, all) => part !== all[at - 1]);
  const count = number.replace('-', '|');
  const head = `${count}${letter}|${year === '' ? '' : `${YEAR}${year}|`}`;
  const says = (names: readonly string[]): boolean =>
    speller.says(bare(words), `${head}${names.join('')}`);
  if (says(parts)) return true;
  const [type = '', ...rest] = parts;
  return type !== '' && speller.stands(type, before) && says(rest);
}

/** "C06", "8C1", "QL.6": letters by their names or what they stand for, figures as they are. */
function codeHolds({ words, speller }: Said, written: string): boolean {
  return speller.says(bare(words), written);
}

/** Telephones, plates, identity numbers, hot lines and bodies named by a number: whatever the grouping. */
function isRun({ rule, before }: Said, written: string): boolean {
  const digits = written.replace(/\D/g, '').length;
  if (digits < 3 || !/^[\d\s.()+A-ZĐ–-]+$/u.test(written)) return false;
  return digits > 4 || rule === 'hotline' || NAMED_BODY.test(before);
}

const NAMED_BODY = /(?:ban chỉ đạo|bcđ|tổ công tác|tct|chuyên án)\s*$/iu;

/** Every digit by itself, in order. */
function digitsHold(heard: readonly Heard[], written: string): boolean {
  const broken = heard.some((one) => BROKEN.has(one.text));
  const digits = figuresOf(heard).map(digitsOf).join('');
  return !broken && digits === written.replace(/\D/g, '');
}

/** "km2": the digit is said as a power. */
function powerHolds({ words }: Said, written: string): boolean {
  const power = /^[\p{L}µ]{1,4}([23])$/u.exec(written)?.[1];
  return power !== undefined && words.includes(power === '2' ? 'vuông' : 'khối');
}

/** Everything else with digits: each figure in its order, and no half of a number. */
function looseHolds(heard: readonly Heard[], written: string): boolean {
  if (heard.some((one) => BROKEN.has(one.text))) return false;
  const figures = figuresOf(heard);
  const wanted = looseFigures(written);
  return (
    figures.length === wanted.length &&
    wanted.every((ways, at) => ways.includes(figures[at] as string))
  );
}

/** Of an address only the host is said. */
function hostOf(address: string): string {
  return address
    .replace(/^[a-z]+:\/\//iu, '')
    .replace(/[/?#].*$/u, '')
    .replace(/:\d+$/u, '');
}
