// Clock times: 7h30, 08:00, 14g05, 3p20s (CONVENTIONS §2.5).
// It must never say "rưỡi" or add morning or evening: only what is written.
import { cardinal } from '../words/number.ts';
import { before, type Rule } from './reading.ts';

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

function clock(hours: string | undefined, minutes?: string, seconds?: string): string {
  return `${cardinal(hours as string)} giờ${part(minutes, 'phút')}${part(seconds, 'giây')}`;
}

function part(digits: string | undefined, name: string): string {
  return digits === undefined || Number(digits) === 0 ? '' : ` ${cardinal(digits)} ${name}`;
}
