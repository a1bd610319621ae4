// Abbreviations, acronyms, capital words and foreign words of running text (CONVENTIONS §5).
// It must never guess silently: what is not in a table is spelled and becomes a doubt.

import { ABBREVIATIONS, DOTTED, SPELLED } from '../lexicon/abbreviations.ts';
import { FOREIGN } from '../lexicon/foreign.ts';
import { table } from '../lexicon/table.ts';
import { spelled } from '../words/letters.ts';
import { cardinal, codeNumber } from '../words/number.ts';
import { respelled, unjoined } from '../words/respell.ts';
import { isVietnameseSyllable } from '../words/syllable.ts';
import { ahead, before, doubtHere, type Reading, type Rule } from './reading.ts';

const ROADS = table<string>({
  QL: 'quốc lộ',
  TL: 'tỉnh lộ',
  ĐT: 'đường tỉnh',
  ĐH: 'đường huyện',
  HL: 'hương lộ',
  ĐX: 'đường xã',
  KM: 'ki lô mét',
});

export const ABBREVIATION_RULES: readonly Rule[] = [
  {
    name: 'code',
    kind: 'number',
    pattern: /(\p{Lu}{1,4})([.-]?)(\d{1,4})(\p{Lu}{0,2})(?![\p{L}\d]|[.,]\d|\/\p{Lu})/uy,
    say: (match) => {
      const [, letters, sign, digits, tail] = match as unknown as [
        string,
        string,
        string,
        string,
        string,
      ];
      const road = ROADS[letters];
      // "Q.1" is a district: the full stop makes it an abbreviation.
      if (road === undefined && sign === '.') return null;
      const head = road ?? FOREIGN.get(letters.toLowerCase()) ?? spelled(letters);
      return `${head} ${codeNumber(digits)} ${spelled(tail)}`.trim();
    },
  },
  {
    name: 'mixed-code',
    kind: 'number',
    pattern: /\p{Lu}{1,3}\d{1,3}(?:\p{Lu}{1,3}\d{0,3}){1,3}(?![\p{L}\d])/uy,
    say: (match) =>
      (match[0].match(/\d+|\p{Lu}+/gu) as string[])
        .map((part) => (/\d/u.test(part) ? codeNumber(part) : spelled(part)))
        .join(' '),
  },
  {
    name: 'name-number',
    kind: 'number',
    pattern: /([A-Za-z]{3,12})-(\d{1,4})(?![\p{L}\d])/uy,
    say: (match) => {
      const name = FOREIGN.get((match[1] as string).toLowerCase());
      return name === undefined ? null : `${name} ${cardinal(match[2] as string)}`;
    },
  },
  {
    name: 'abbreviation',
    kind: 'word',
    pattern: /\p{L}[\p{L}&]{0,19}(?:[-./][\p{L}&]{1,12}){0,3}\.?/uy,
    say: (match, reading) => longest(match, reading),
  },
  {
    name: 'capitals',
    kind: 'word',
    pattern: /\p{Lu}[\p{Lu}&]+(?!\p{L})/uy,
    say: (match, reading) => capitals(match, reading),
  },
  {
    name: 'word',
    kind: 'word',
    pattern: /[\p{Script=Latin}]{1,80}/uy,
    say: (match, reading) => plain(match, reading),
  },
  {
    name: 'foreign-script',
    kind: 'silent',
    pattern: /\p{L}{1,80}/uy,
    say: (match, reading) => {
      doubtHere(reading, match, 'foreign-script', '');
      return '';
    },
  },
];

/** The longest run that a table knows; the match is shortened to it. */
function longest(match: RegExpExecArray, reading: Reading): string | null {
  let written = match[0];
  for (;;) {
    const said = known(written, match, reading);
    if (said !== null && !/^[\p{L}]/u.test(reading.text.slice(match.index + written.length))) {
      match[0] = written;
      return said;
    }
    const cut = written.replace(/(?:\.|[-./][\p{L}&]*)$/u, '');
    if (cut === written) return null;
    written = cut;
  }
}

function known(written: string, match: RegExpExecArray, reading: Reading): string | null {
  const local = reading.local.get(written);
  if (local !== undefined) return local;
  const dotted = dottedSaid(written, match, reading);
  if (dotted !== null) return dotted;
  const context = ambiguous(written, match, reading);
  if (context !== null) return context;
  const meant = ABBREVIATIONS.get(written);
  if (meant !== undefined) {
    // In a heading of capitals TU or BAN are syllables; AI is the machine everywhere.
    return reading.caps && written !== 'AI' && isVietnameseSyllable(written) ? null : meant;
  }
  if (SPELLED.has(written) && !(reading.caps && isVietnameseSyllable(written)))
    return spelled(written);
  const foreign = FOREIGN.get(written.toLowerCase());
  return foreign === undefined || isVietnameseSyllable(written) ? null : foreign;
}

/** TP. ThS. v/v: short forms with a sign of their own; a full stop alone needs a name after it. */
function dottedSaid(written: string, match: RegExpExecArray, reading: Reading): string | null {
  const said = DOTTED.get(written.toLowerCase());
  if (said === undefined) return null;
  const rest = reading.text.slice(match.index + written.length, match.index + written.length + 4);
  if (!written.endsWith('.')) return said;
  return (/^[a-zđ]/u.test(written) ? /^\s?\d/u : /^\s?[\p{Lu}\d]/u).test(rest) ? said : null;
}

type Sense = { when: (around: { left: string; right: string }) => boolean; say: string };
/** Abbreviations that mean different things in different company; the last sense is the doubtful one. */
const SENSES = table<readonly Sense[]>({
  TT: [
    { when: ({ right }) => /^\s?(?:số\s)?\d/u.test(right), say: 'thông tư' },
    {
      when: ({ right }) => /^[.\s]?\s?(?:TU|HĐND|Tỉnh ủy|UBND|Huyện ủy|Đảng ủy)/u.test(right),
      say: 'thường trực',
    },
    { when: ({ right }) => /^\s\p{Lu}/u.test(right), say: 'trung tâm' },
  ],
  CT: [
    { when: ({ right }) => /^\s?(?:số\s)?\d/u.test(right), say: 'chỉ thị' },
    {
      when: ({ right }) =>
        /^(?:,|\s)\s?(?:UBND|HĐND|các PCT|PCT|xã|huyện|tỉnh|phường|Hội)/u.test(right),
      say: 'chủ tịch',
    },
    { when: ({ left }) => /sở\s*$/u.test(left), say: 'công thương' },
  ],
  KH: [
    {
      when: ({ right, left }) =>
        /^\s?(?:số\s)?\d/u.test(right) || /xây dựng\s*$|ban hành\s*$/u.test(left),
      say: 'kế hoạch',
    },
  ],
  BCH: [
    {
      when: ({ right }) => /^\s(?:quân|phòng|PCTT|QS|bộ đội|công an)/iu.test(right),
      say: 'ban chỉ huy',
    },
  ],
  BTC: [{ when: ({ right }) => /^\s(?:Trung|TW|Tỉnh|TU)/u.test(right), say: 'ban tổ chức' }],
});
const FALLBACK = table<string>({ TT: 'trung tâm', CT: 'chủ tịch', KH: 'kế hoạch' });

function ambiguous(written: string, match: RegExpExecArray, reading: Reading): string | null {
  const senses = SENSES[written];
  if (senses === undefined) return null;
  const end = match.index + written.length;
  const around = { left: before(reading), right: reading.text.slice(end, end + 24) };
  const sense = senses.find((one) => one.when(around));
  if (sense !== undefined) return sense.say;
  const fallback = FALLBACK[written];
  if (fallback === undefined) return null;
  reading.doubt({
    reason: 'ambiguous-abbreviation',
    from: match.index,
    to: end,
    suggestion: fallback,
  });
  return fallback;
}

function capitals(match: RegExpExecArray, reading: Reading): string {
  const word = match[0];
  const lower = word.toLowerCase();
  if (reading.caps && isVietnameseSyllable(word)) return inCase(lower, reading);
  if (word.length > 2 && isVietnameseSyllable(word)) return inCase(lower, reading);
  if (/[^A-Z]/u.test(word) && isVietnameseSyllable(word)) return inCase(lower, reading);
  const said = spelled(word);
  doubtHere(reading, match, 'unknown-abbreviation', said);
  return said;
}

/** Capitals of a heading go down, except where the document's prose writes a name. */
function inCase(lower: string, reading: Reading): string {
  return reading.isName(lower) ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}

function plain(match: RegExpExecArray, reading: Reading): string {
  const word = match[0];
  if (word.length === 1)
    return /[aeiouyăâêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/iu.test(word)
      ? word
      : spelled(word) || respelled(word);
  if (isVietnameseSyllable(word)) return word;
  const joined = unjoined(word);
  if (joined !== null) return joined;
  const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  const said = parts
    .map(
      (part) =>
        FOREIGN.get(part.toLowerCase()) ??
        (/^\p{Lu}+$/u.test(part) ? spelled(part) : respelled(part)),
    )
    .join(' ');
  if (!isUnit(word, ahead(match, reading))) doubtHere(reading, match, 'unknown-word', said);
  return said;
}

/** Table heads write a unit alone in brackets: "(ha)", "(km²)". */
function isUnit(word: string, right: string): boolean {
  return word.length < 4 && /^\s?[²³)]/u.test(right);
}
