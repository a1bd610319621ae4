// Clock times: 7h30, 08:00, 14g05, 3p20s (CONVENTIONS §2.5).
// It must never say "rưỡi" or add morning or evening: only what is written.
import { cardinal } from '../words/number.ts';
import { ahead, before, type Rule } from './reading.ts';

export const TIME_RULES: readonly Rule[] = [
  {
    name: 'time',
    kind: 'quantity',
    pattern:
      /([01]?\d|2[0-4])\s?(?:h|g|giờ)\s?([0-5]\d)(?:\s?(?:'|’|p|ph|phút))?(?:\s?([0-5]\d)\s?(?:s|giây|"))?(?![\p{L}\d])/uy,
    say: (match) => clock(match[1], match[2], match[3]),
  },
  {
    name: 'hour',
    kind: 'quantity',
    pattern: /([01]?\d|2[0-4])h(?![\p{L}\d])/uy,
    say: (match) => clock(match[1], undefined, undefined),
  },
  {
    // "7g30 đến 11g", "lúc 7g": beside a clock the letter is the hour, elsewhere the gram.
    name: 'hour-letter',
    kind: 'quantity',
    pattern: /([01]?\d|2[0-4])g(?![\p{L}\d])/uy,
    say: (match, reading) =>
      CLOCK_BEFORE.test(before(reading)) || CLOCK_AFTER.test(ahead(match, reading))
        ? clock(match[1], undefined, undefined)
        : null,
  },
  {
    name: 'time-colon',
    kind: 'quantity',
    pattern: /([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\d:])/uy,
    say: (match, reading) =>
      /(?:tỷ|tỉ) (?:lệ|số)\s*$/u.test(before(reading)) ? null : clock(match[1], match[2], match[3]),
  },
  {
    name: 'minutes',
    kind: 'quantity',
    pattern: /(\d{1,3})(?:p|ph|'|’)(?:([0-5]\d)s)?(?![\p{L}\d])/uy,
    say: (match) => `${cardinal(match[1] as string)} phút${part(match[2], 'giây')}`,
  },
];

const CLOCK_BEFORE = /(?:^|[^\p{L}])(?:lúc|hồi)\s$|\d(?:g|h|giờ)\d{0,2}\s?(?:-|–|đến)\s?$/u;
const CLOCK_AFTER = /^\s?(?:-|–|đến)\s?\d{1,2}(?:g\d\d|h|\sgiờ)/u;

function clock(hours: string | undefined, minutes?: string, seconds?: string): string {
  return `${cardinal(hours as string)} giờ${part(minutes, 'phút')}${part(seconds, 'giây')}`;
}

function part(digits: string | undefined, name: string): string {
  return digits === undefined || Number(digits) === 0 ? '' : ` ${cardinal(digits)} ${name}`;
}
