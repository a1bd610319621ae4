// One spelling for a document's number, so that "Số: 09/QĐ-UBND" and "9/QĐ – UBND" are found as one.
// It must never know documents or rows: only the number as written.
import { composed } from '../composed.ts';

/** For comparing only: never shown. Null where there is no digit, because that is no number. */
export function numberKey(number: string | null): string | null {
  if (number === null) return null;
  const key = composed(number)
    .toUpperCase()
    .replace(/^\s*SỐ\s*:?/u, '')
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, '')
    .replace(/^0+(?=\d)/u, '');
  return /^\d/u.test(key) ? key : null;
}
