// Persons, offices and places: what stands behind an honorific, an office or a kind of place.
// It must never know a gazetteer: only how names are written.
import { FAMILIES, HONORIFICS, OFFICES, PLACES } from './cues.ts';
import type { DigestKind, Hit } from './items.ts';
import type { Line } from './line.ts';
import { bodyPattern } from './offices.ts';

const PROPER = "\\p{Lu}[\\p{Ll}’']{0,9}(?!\\p{L})";
const PERSON = `(${PROPER}(?:\\s${PROPER}){1,4})`;
const PLACE_NAME = `(?:${PROPER}(?:[\\s-]${PROPER}){0,3}|\\d{1,3}(?!\\d|[.,/]\\d))`;
const cue = (words: readonly string[]): string =>
  `(?<!\\p{L})(?:${[...words]
    .sort((one, other) => other.length - one.length)
    .map(cued)
    .join('|')})`;

type Rule = {
  kind: DigestKind;
  /** A person's name is no place: "Chủ tịch UBND xã Hà Thị …". */
  person: boolean;
  pattern: RegExp;
  accepts: (name: string) => boolean;
};

const RULES: readonly Rule[] = [
  {
    kind: 'name',
    person: true,
    pattern: new RegExp(`${cue(HONORIFICS)}(?:\\s\\(bà\\))?:?\\s${PERSON}`, 'gu'),
    accepts: isProper,
  },
  {
    kind: 'name',
    person: true,
    pattern: new RegExp(
      `${cue(OFFICES)}(?:\\s(?:xã|tỉnh|UBND(?:\\s(?:xã|tỉnh))?))?:?\\s${PERSON}`,
      'gu',
    ),
    accepts: (name) => isProper(name) && FAMILIES.has(name.split(' ')[0] as string),
  },
  {
    kind: 'place',
    person: false,
    pattern: new RegExp(`${cue(PLACES)}\\s(?:số\\s)?(${PLACE_NAME})`, 'gu'),
    accepts: (name) => /^\d/.test(name) || isProper(name),
  },
  {
    kind: 'name',
    person: false,
    pattern: new RegExp(`(${bodyPattern(PROPER)})`, 'gu'),
    accepts: () => true,
  },
];

export function namesIn({ shown }: Line): Hit[] {
  const hits: (Hit & { person: boolean })[] = [];
  for (const { kind, person, pattern, accepts } of RULES) {
    for (const match of shown.matchAll(pattern)) {
      if (!accepts(match[1] as string)) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      const crosses = (other: Hit): boolean => other.start < end && start < other.end;
      if (hits.some((other) => (other.person || other.kind === kind) && crosses(other))) continue;
      const value = kind === 'place' ? match[0] : (match[1] as string);
      hits.push({ start, end, kind, person, value });
    }
  }
  return hits;
}

function isProper(name: string): boolean {
  return name.split(/[\s-]/u).every((word) => /^\p{Lu}(?!\p{Lu})/u.test(word));
}

/** A cue may begin a sentence; a name keeps its capitals, so the pattern cannot look past case. */
function cued(word: string): string {
  const first = word[0] as string;
  return `[${first}${first.toUpperCase()}]${escaped(word.slice(1))}`;
}

function escaped(word: string): string {
  return word.replaceAll('.', '\\.');
}
