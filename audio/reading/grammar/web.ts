// Addresses of the web and of mail: only the host is said, syllable by syllable (CONVENTIONS §6).
// It must never fetch or resolve anything.
import { spelled } from '../words/letters.ts';
import { digitByDigit } from '../words/number.ts';
import { isVietnameseSyllable } from '../words/syllable.ts';
import { doubtHere, type Reading, type Rule, speak } from './reading.ts';

export const WEB_RULES: readonly Rule[] = [
  {
    name: 'web',
    kind: 'word',
    pattern:
      /(?:https?:\/\/)(?:www\.)?([\p{L}\d-]{1,60}(?:\.[\p{L}\d-]{1,60}){0,6})(?::\d{1,5})?(?:[/?#][^\s,;()“”"]{0,2000})?/iuy,
    say: (match, reading) => host(match, reading, match[1] as string),
  },
  {
    name: 'mail',
    kind: 'word',
    pattern: /([a-z0-9][a-z0-9._-]{0,60})@([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,20}){1,4})/iuy,
    say: (match, reading) =>
      `${dotted(match, reading, match[1] as string)} a còng ${host(match, reading, match[2] as string)}`,
  },
  {
    name: 'web-bare',
    kind: 'word',
    pattern:
      /(?:www\.)?([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,4}\.(?:vn|com|net|org|info|edu|gov))(?![\p{L}\d])(?:\/[^\s,;()“”"]{0,2000})?/iuy,
    say: (match, reading) => host(match, reading, match[1] as string),
  },
];

function host(match: RegExpExecArray, reading: Reading, name: string): string {
  return dotted(match, reading, name);
}

function dotted(match: RegExpExecArray, reading: Reading, name: string): string {
  return name
    .toLowerCase()
    .split('.')
    .map((part) =>
      part
        .split(/[-_]/u)
        .map((one) => partSaid(match, reading, one))
        .join(' gạch '),
    )
    .join(' chấm ');
}

function partSaid(match: RegExpExecArray, reading: Reading, part: string): string {
  const known = reading.lexicon.hosts.get(part) ?? reading.lexicon.foreign.get(part);
  if (known !== undefined) return speak(reading, known);
  if (/^\d+$/u.test(part)) return digitByDigit(part);
  const pieces = (part.match(/\d+|\p{L}+/gu) ?? []).map((piece) =>
    /\d/u.test(piece) ? digitByDigit(piece) : (knownHost(piece) ?? spelled(piece)),
  );
  const said = pieces.join(' ');
  doubtHere(reading, match, 'web-address', said);
  return said;
}

/** "tinhsonla" → tinh son la: unmarked syllables, the fewest that fill the name. */
function knownHost(name: string): string | null {
  if (name.length > 40) return null;
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= name.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 6); start < end; start += 1) {
      const head = best[start] ?? null;
      const tail = name.slice(start, end);
      if (head === null || tail.length < 2 || !isBareSyllable(tail)) continue;
      const current = best[end] ?? null;
      if (current === null || head.length + 1 < current.length) best[end] = [...head, tail];
    }
  }
  return best[name.length]?.join(' ') ?? null;
}

function isBareSyllable(letters: string): boolean {
  return (
    isVietnameseSyllable(letters) ||
    isVietnameseSyllable(letters.replace(/[aeiouy](?!.*[aeiouy])/u, '$&\u0323'))
  );
}
