// One page's parts to its text: tables as rows, columns one after the other, paragraphs told apart.
// It must never know other pages, files or pdf.js.
import { inReadingOrder } from './columns.ts';
import { gridsOf } from './grid.ts';
import { plainLetters } from './letters.ts';
import { type Line, linesOf, lineText, type Segment } from './lines.ts';
import type { PageParts } from './parts.ts';
import type { Run } from './pen.ts';
import { type Table, tableOf } from './tables.ts';

/** A gap this wide is a column's, in letter heights; narrower ones are spaces. */
const TAB_GAP = 1.8;
/** White above a line, against the usual distance of lines, that begins a new paragraph. */
const PARAGRAPH = 1.35;

export function pageText(parts: PageParts): string {
  const { tables, rest } = tablesOf(parts);
  const lines = inReadingOrder(linesOf(rest), parts.width);
  const printed = inOrder(spaced(lines), tables);
  const aslant = parts.aslant.map(({ text }) => plainLetters(text).trim());
  return [...printed, ...aslant].join('\n').trim();
}

function tablesOf(parts: PageParts): { tables: Table[]; rest: Run[] } {
  const tables: Table[] = [];
  let rest = parts.runs;
  for (const grid of gridsOf(parts.rules)) {
    const found = tableOf(grid, rest);
    if (found === null) continue;
    tables.push(found.table);
    rest = found.rest;
  }
  return { tables, rest };
}

type Printed = { y: number; text: string };

function inOrder(lines: readonly Printed[], tables: readonly Table[]): string[] {
  const text: string[] = [];
  let at = 0;
  for (const line of lines) {
    for (; at < tables.length && (tables[at] as Table).top < line.y; at += 1) {
      text.push(...(tables[at] as Table).rows);
    }
    text.push(line.text);
  }
  return [...text, ...tables.slice(at).flatMap(({ rows }) => rows)];
}

/** Every line with a blank one before it where the page leaves more white than between lines. */
function spaced(lines: readonly Line[]): Printed[] {
  const steps = lines.slice(1).map((line, at) => line.y - (lines[at] as Line).y);
  const usual = median(steps.filter((step) => step > 0));
  return lines.map((line, at) => {
    const step = steps[at - 1] ?? 0;
    // The first and last line may be a page number or a running head: what they part goes on.
    const inside = at > 1 && at < lines.length - 1;
    const blank = inside && (step < 0 || step > usual * PARAGRAPH);
    return { y: line.y, text: (blank ? '\n' : '') + lineText(line, gapOf(line)) };
  });
}

function gapOf(line: Line): (before: Segment, after: Segment) => string {
  const head = line.segments[0] as Segment;
  return (before, after) => {
    if (before === head && ENUMERATOR.test(before.text)) return ' ';
    return (after.x1 - before.x2) / line.size > TAB_GAP ? '\t' : ' ';
  };
}

/** "1." and its text stand apart by a tab stop, and are one line all the same. */
const ENUMERATOR =
  /^(?:[-–—+*•]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ]|[IVXLC]{1,7})[.)]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/u;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}
