// Rows that only lay a page out: letterhead beside motto, recipients beside signature.
// It must never touch a row of data: only heads and feet of documents are split.
import { type Mapped, slice } from './mapped.ts';
import { DATELINE, MOTTO, NUMBER_LINE, RECIPIENTS, SIGN } from './shapes.ts';

/** One cell of a layout row; `office`: it stands left of the motto, so it names who issues. */
export type Column = { body: Mapped; office: boolean };

/** The longest row a letterhead or a signature can be, three offices and a list of recipients. */
const MAX_LAYOUT = 4000;
const GAP = /\t+|\u2028+| {3,}/gu;

/** The cells of a layout row in source order; null where the row is data or has one column. */
export function columnsOf(line: Mapped, inFoot: boolean): Column[] | null {
  if (line.text.length > MAX_LAYOUT) return null;
  const cells = cellsOf(line);
  if (cells.length < 2) return oneSpaceApart(cells[0] ?? null);
  const texts = cells.map((cell) => cell.text);
  if (!texts.some(isLayout) && !(inFoot && texts.length === 2)) return null;
  return marked(cells);
}

function isLayout(cell: string): boolean {
  return (
    MOTTO.test(cell) ||
    DATELINE.test(cell) ||
    RECIPIENTS.test(cell) ||
    (SIGN.test(cell) && !/\p{Ll}/u.test(cell)) ||
    (NUMBER_LINE.test(cell) && !/ {3}|\t/u.test(cell))
  );
}

function marked(cells: readonly Mapped[]): Column[] {
  const motto = cells.findIndex((cell) => MOTTO.test(cell.text));
  const number = cells.findIndex((cell) => NUMBER_LINE.test(cell.text));
  const offices = number < 0 || number > motto ? motto : number;
  return cells.map((body, at) => ({ body, office: at < offices && !MOTTO.test(body.text) }));
}

function cellsOf(line: Mapped): Mapped[] {
  const cells: Mapped[] = [];
  let start = 0;
  const add = (end: number): void => {
    let [from, to] = [start, end];
    while (from < to && /\s/u.test(line.text[from] as string)) from += 1;
    while (to > from && /\s/u.test(line.text[to - 1] as string)) to -= 1;
    if (from < to) cells.push(slice(line, from, to));
  };
  for (const gap of line.text.matchAll(GAP)) {
    add(gap.index);
    start = gap.index + gap[0].length;
  }
  add(line.text.length);
  return cells;
}

const INNER_MOTTO =
  /^(\P{Ll}{3,60}?)\s(?=(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN))/u;
const NUMBER_AND_PLACE =
  /^((?:Số|SỐ)\s*[:.]?.{1,60}?[\p{Lu}\d])\s(?=\p{Lu}[\p{L}.’']{0,12}(?: \p{Lu}[\p{L}’'-]{0,12}){0,5}, ngày\s)/u;

/** Extracted pages put the columns one space apart: "Số: 5/KH-UBND Sơn La, ngày …". */
function oneSpaceApart(line: Mapped | null): Column[] | null {
  const left = (INNER_MOTTO.exec(line?.text ?? '') ?? NUMBER_AND_PLACE.exec(line?.text ?? ''))?.[1];
  if (line === null || left === undefined) return null;
  return marked([slice(line, 0, left.length), slice(line, left.length + 1, line.text.length)]);
}
