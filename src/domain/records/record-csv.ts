// Comma-separated text that spreadsheets open as it was meant: RFC 4180, and no cell that is run as a formula.
// It must never know what is in a cell.

/** Excel takes a file without it for the machine's own code page, and Vietnamese is gone. */
export const BOM = '\uFEFF';
/** CR LF (RFC 4180 §2.1) */
const END = '\r\n';
/** A spreadsheet runs what begins so (OWASP: CSV injection), whatever blanks or marks stand before it. */
const FORMULA =
  /^[\s\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
const RISKY_FIRST = /^[\t\r\n]/u;

export function csvRow(cells: readonly (string | number | null)[]): string {
  return cells.map(cellOf).join(',') + END;
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) || RISKY_FIRST.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
