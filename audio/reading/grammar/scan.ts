// One block, left to right: the first rule that applies makes the next token.
// It must never know any single rule, only their order.
import type { SettledHere } from '../lexicon/settled.ts';
import { ABBREVIATION_RULES } from './abbreviations.ts';
import { ADDITION_RULE } from './additions.ts';
import { BLANK_RULES, BROKEN_NUMBER_RULES } from './blanks.ts';
import { DATE_RULES, HYPHEN_DAY_RULE, LETTER_MONTH_RULE } from './dates.ts';
import { DIGIT_RUN_RULES, SIGNED_TELEPHONE_RULES } from './digits.ts';
import { BLANK_DOCNO_RULE, DOCNO_RULES, STANDARD_RULE } from './docno.ts';
import { QUANTITY_RULES } from './quantities.ts';
import type { Found, Reading, Rule, Token } from './reading.ts';
import { REFERENCE_RULES } from './references.ts';
import { SPACED_NUMBER_RULE } from './spaced.ts';
import { AND_SO_ON_RULE, SYMBOL_RULES } from './symbols.ts';
import { TIME_RULES } from './times.ts';
import {
  MONEY_FIRST_RULE,
  PER_COUNT_RULE,
  PER_RULE,
  PERCENT_RULE,
  TIMES_RULE,
  UNIT_RULE,
} from './units.ts';
import { WEB_RULES } from './web.ts';

const AT_DIGIT: readonly Rule[] = [
  ADDITION_RULE,
  ...DIGIT_RUN_RULES.slice(0, 1),
  ...DOCNO_RULES,
  STANDARD_RULE,
  ...DATE_RULES,
  HYPHEN_DAY_RULE,
  ...BROKEN_NUMBER_RULES,
  ...TIME_RULES,
  ...DIGIT_RUN_RULES.slice(1, -2),
  SPACED_NUMBER_RULE,
  ...DIGIT_RUN_RULES.slice(-2),
  ...QUANTITY_RULES,
];
const AT_LETTER: readonly Rule[] = [
  ADDITION_RULE,
  BLANK_DOCNO_RULE,
  ...BLANK_RULES,
  LETTER_MONTH_RULE,
  AND_SO_ON_RULE,
  TIMES_RULE,
  ...WEB_RULES,
  UNIT_RULE,
  ...REFERENCE_RULES,
  ...ABBREVIATION_RULES,
];
const AT_SYMBOL: readonly Rule[] = [
  ...SIGNED_TELEPHONE_RULES,
  MONEY_FIRST_RULE,
  PERCENT_RULE,
  UNIT_RULE,
  PER_RULE,
  PER_COUNT_RULE,
  ...SYMBOL_RULES,
];

/** Reads from `reading.at` to the end of the text; every character falls to exactly one token or gap. */
export function scan(reading: Reading): void {
  const waiting = [...reading.settled];
  while (reading.at < reading.text.length) {
    const settled = waiting[0];
    const token = settled === undefined ? next(reading) : upTo(settled, reading);
    reading.tokens.push(token);
    reading.at = token.to;
    while (waiting[0] !== undefined && waiting[0].from < reading.at) waiting.shift();
  }
}

/** A rule that would reach over what a person settled is shown the text only as far as that. */
function upTo({ from, to, words }: SettledHere, reading: Reading): Token {
  if (from === reading.at) return { from, to, rule: 'settled', kind: 'word', say: words };
  const doubts: Found[] = [];
  const token = next({ ...reading, doubt: (found) => doubts.push(found) });
  if (token.to > from) return next({ ...reading, text: reading.text.slice(0, from) });
  for (const found of doubts) reading.doubt(found);
  return token;
}

const DIGIT = /\d/u;
const LETTER = /\p{L}/u;

function next(reading: Reading): Token {
  const { text, at } = reading;
  const letter = String.fromCodePoint(text.codePointAt(at) as number);
  const rules = DIGIT.test(letter) ? AT_DIGIT : LETTER.test(letter) ? AT_LETTER : AT_SYMBOL;
  let token: Token | null = null;
  // The last rule of each list takes whatever is left, so one always applies.
  rules.some((rule) => {
    rule.pattern.lastIndex = at;
    if (reading.spoke.length > 0) reading.spoke.length = 0;
    const match = rule.pattern.exec(text);
    const say = match === null ? null : rule.say(match, reading);
    if (match === null || say === null) return false;
    token = { from: at, to: at + match[0].length, rule: rule.name, kind: rule.kind, say };
    if (reading.spoke.length > 0) token.entry = [...new Set(reading.spoke)].join(' + ');
    return true;
  });
  return token as unknown as Token;
}
