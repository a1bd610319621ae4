// Words as tesseract saw them, with their boxes, to a page of text by the same layout as printed ones.
// It must never know how the picture was made or read.
import { pageText } from './layout.ts';
import type { Run } from './pen.ts';

/** A box holds letters with marks and tails: this many times the letters' nominal size. */
const BOX_HEIGHT = 0.8;
/** Border lines of a table are seen as letters. */
const BORDER = /^[|¦[\]_—]+(?=.{2})|[|¦]+$/gu;

/** @param tsv tesseract's table of words: level, page, block, paragraph, line, word, box, trust, text */
export function seenText(tsv: string, longSide: number): string {
  const rows = tsv.split('\n').map((row) => row.split('\t'));
  const numbers = new Set(rows.filter(isWord).map((row) => row[1]));
  return [...numbers]
    .map((page) =>
      pageOf(
        rows.filter((row) => row[1] === page),
        longSide,
      ),
    )
    .join('\n');
}

const [PAGE_LEVEL, WORD_LEVEL] = ['1', '5'];

function isWord(row: readonly string[]): boolean {
  return row[0] === WORD_LEVEL && row.length >= 12;
}

function pageOf(rows: readonly string[][], longSide: number): string {
  const sheet = boxOf(rows.find(([level]) => level === PAGE_LEVEL) ?? []);
  const points = longSide / Math.max(sheet.width, sheet.height, 1);
  const lines = new Map<string, Word[]>();
  for (const row of rows.filter(isWord)) {
    const text = (row[11] ?? '').replace(BORDER, '');
    if (/^(?:[|¦[\]_]|—{2,})*$/u.test(text)) continue;
    const key = row.slice(2, 5).join('.');
    lines.set(key, [...(lines.get(key) ?? []), { text, ...boxOf(row) }]);
  }
  const runs = [...lines.values()].flatMap((words) => runsOf(words, points));
  const [width, height] = [sheet.width * points, sheet.height * points];
  return pageText({ width, height, runs, aslant: [], rules: [], hidden: false });
}

type Box = { left: number; top: number; width: number; height: number };
type Word = Box & { text: string };

function boxOf(row: readonly string[]): Box {
  const [left = 0, top = 0, width = 0, height = 0] = row.slice(6, 10).map(Number);
  return { left, top, width, height };
}

/** All words of a line share its baseline and size: a comma's box says nothing of either. */
function runsOf(words: readonly Word[], points: number): Run[] {
  const size = median(words.map(({ height }) => height)) / BOX_HEIGHT || 1;
  const baseline = median(words.map(({ top, height }) => top + height));
  return words.map(({ text, left, width }) => ({
    text,
    x: left * points,
    y: baseline * points,
    width: width * points,
    size: size * points,
    font: '',
    turn: 0,
  }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
