// Tables: row by row where short, one summary sentence where long (CONVENTIONS §7).
// It must never know the paragraphs around it.
import type { Lexicon } from '../lexicon/lexicon.ts';
import { perWord, unitOf } from '../lexicon/units.ts';
import { type Mapped, slice, startMapped } from '../source/mapped.ts';
import type { ReadingProfile, Trace } from '../types.ts';
import { cardinal } from '../words/number.ts';
import { cellsOf, type Grid, gridOf, isGroup, SERIAL } from './grid.ts';

/** Rows a listener can follow by ear. */
const MAX_SPOKEN_ROWS = 5;

export type TableVoice = {
  /** Reads one cell as running text. */
  read: (cell: Mapped) => Trace[];
  /** Puts the words of a count in the region's form. */
  count: (words: string) => string;
  mode: ReadingProfile['tables'];
  lexicon: Lexicon;
};

/** One list of traces per sentence. */
export function tableTraces(lines: readonly Mapped[], voice: TableVoice): Trace[][] {
  const grid = gridOf(lines);
  if (grid === null) return lines.map((line) => plainRow(cellsOf(line), voice));
  const long = grid.rows.length > MAX_SPOKEN_ROWS;
  if (voice.mode === 'summary' || (voice.mode === 'auto' && long)) {
    const span = { from: lines[0]?.from[0] as number, to: lines.at(-1)?.to.at(-1) as number };
    const sum = grid.total === null ? [] : [rowTraces(grid, grid.total, voice)];
    return [summary(grid, span, voice), ...sum];
  }
  return grid.rows.map((row) => rowTraces(grid, row, voice));
}

function plainRow(cells: readonly Mapped[], voice: TableVoice): Trace[] {
  return cells.flatMap((cell, column) => {
    if (cell.text === '') return [];
    const serial = column === 0 && cells.length > 1 && SERIAL.test(cell.text);
    return [
      ...(serial ? [wholeCell(cell, 'số thứ tự')] : cellSaid(cell, voice)),
      pauseAt(cell, ','),
    ];
  });
}

/** A tick says yes, whatever head it stands under. */
function cellSaid(cell: Mapped, voice: TableVoice): Trace[] {
  return cell.text.toLowerCase() === 'x' ? [wholeCell(cell, 'có')] : voice.read(cell);
}

function wholeCell(cell: Mapped, words: string): Trace {
  const [from, to] = [cell.from[0] as number, cell.to.at(-1) as number];
  return { words, from, to, rule: 'table-cell' };
}

function rowTraces(grid: Grid, row: readonly Mapped[], voice: TableVoice): Trace[] {
  const { head, constant } = grid;
  if (isGroup(head, row)) return plainRow(row, voice);
  const serial = /^\d{1,3}\.?$/u.test((row[0] as Mapped).text) && head.length > 1;
  const subject = serial ? 1 : grid.subject;
  const name = row[subject]?.text === '' && row === grid.total ? row[0] : row[subject];
  const traces =
    name === undefined || name.text === '' ? [] : [...voice.read(name), pauseAt(name, ':')];
  head.forEach((title, column) => {
    const cell = row[column];
    if (column <= subject || cell === undefined || cell.text === '' || constant.has(column)) return;
    for (const trace of cellTraces(title, cell, voice)) traces.push(trace);
  });
  const end = traces.at(-1);
  if (end !== undefined) end.words = '.';
  return traces;
}

/** "diện tích tự nhiên 126,13 ki lô mét vuông;" and "nội dung: lập quy hoạch;". */
function cellTraces(title: Mapped, cell: Mapped, voice: TableVoice): Trace[] {
  const { name, unit } = headerOf(title, voice.lexicon);
  const numeric = /^[\d.,]*\d$/u.test(cell.text);
  const dated = DAY_HEAD.test(name.text) && DAY_CELL.test(cell.text);
  const value = dated ? daySaid(name, cell, voice) : cellSaid(cell, voice);
  const said = lowered(voice.read(name));
  if (!numeric) said.push(pauseAt(cell, ':'));
  const counted = numeric && unit !== null ? [unit] : [];
  return [...said, ...value, ...counted, pauseAt(cell, ';')];
}

/** Under "Ngày" or "Thời gian" 5/10 is a day, not a share. */
const DAY_HEAD = /^\s*(?:ngày|thời gian|thời hạn|thời điểm|hạn)(?!\p{L})/iu;
const DAY_CELL = /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\d/])/u;

function daySaid(name: Mapped, cell: Mapped, voice: TableVoice): Trace[] {
  const start = cell.from[0] as number;
  const cued = startMapped();
  cued.add('ngày ', start, start);
  cued.append(cell);
  const [, day, ...rest] = voice.read(cued.done()) as [Trace, Trace, ...Trace[]];
  const words = /ngày/iu.test(name.text) ? day.words : `ngày ${day.words}`;
  return [{ ...day, words }, ...rest];
}

/** "Diện tích (Km²)" → the name and what its numbers count, said from the bracket that names it. */
function headerOf(title: Mapped, lexicon: Lexicon): { name: Mapped; unit: Trace | null } {
  const match = /\s*\(([^()]{1,24})\)\s*$/u.exec(title.text);
  if (match === null) return { name: title, unit: null };
  const at = title.text.indexOf('(', match.index) + 1;
  const name = slice(title, 0, match.index);
  const bracket = slice(title, at, at + (match[1] as string).length);
  const words = unitIn(bracket.text, lexicon);
  return { name, unit: words === '' ? null : { ...wholeCell(bracket, words), rule: 'table-unit' } };
}

/** "%", "Km²", "Triệu đồng", "tạ/ha": words, or '' where the bracket holds no unit. */
function unitIn(written: string, lexicon: Lexicon): string {
  if (written.trim() === '%') return 'phần trăm';
  const sides = written.split('/').map((side) => side.trim());
  const said = sides.map(
    (side) =>
      unitOf(lexicon, side.replace(/[\s.]/gu, ''))?.spoken ??
      (/^(?:\p{L}+\s?){1,3}$/u.test(side) ? side.toLowerCase() : null),
  );
  if (said.some((words) => words === null)) return '';
  return said.reduce<string>((words, next, at) => {
    if (at === 0) return next as string;
    const [above, below] = [sides[at - 1] as string, sides[at] as string];
    return `${words} ${perWord(above.toLowerCase(), below.toLowerCase())} ${next}`;
  }, '');
}

/** Rows of "Tên bản" are about "bản". */
function bareName(name: Mapped): Mapped {
  const { length } = /^tên\s+(?=\S)/iu.exec(name.text)?.[0] ?? '';
  return slice(name, length, name.text.length);
}

function lowered(traces: Trace[]): Trace[] {
  return traces.map((trace, index) =>
    index === 0 ? { ...trace, words: trace.words.toLowerCase() } : trace,
  );
}

type Span = { from: number; to: number };

/** "Bảng gồm mười dòng về tên bản, từ Bản Mòn đến Bản Lụa; mỗi dòng ghi: số hộ, diện tích." */
function summary(grid: Grid, span: Span, voice: TableVoice): Trace[] {
  const { head, rows, subject, total, constant, groups } = grid;
  const data = rows.filter((row) => row !== total && (groups === 0 || !isGroup(head, row)));
  const title = head[subject] as Mapped;
  const count = (words: number): string => voice.count(cardinal(String(words)));
  const said = (words: string): Trace => ({ words, ...span, rule: 'table-summary' });
  const about = bareName(headerOf(title, voice.lexicon).name);
  const columns = head.filter(
    (cell, column) =>
      column !== subject && cell.text !== '' && !SERIAL.test(cell.text) && !constant.has(column),
  );
  return [
    said(`Bảng gồm ${count(data.length)} dòng`),
    ...(about.text === '' ? [] : [said('về'), ...lowered(voice.read(about))]),
    ...(groups > 1 ? [said(`, chia thành ${count(groups)} nhóm`)] : []),
    ...firstToLast(data, { subject, said }, voice),
    ...(columns.length === 0 ? [] : [said('; mỗi dòng ghi:')]),
    ...columns.flatMap((cell) => [
      ...lowered(voice.read(headerOf(cell, voice.lexicon).name)),
      pauseAt(cell, ','),
    ]),
  ];
}

/** Where the rows run from and to, where both are names one can say in a breath. */
function firstToLast(
  data: readonly (readonly Mapped[])[],
  { subject, said }: { subject: number; said: (words: string) => Trace },
  voice: TableVoice,
): Trace[] {
  const [first, last] = [data[0]?.[subject], data.at(-1)?.[subject]];
  if (!isName(first) || !isName(last) || first.text === last.text) return [];
  return [said(', từ'), ...voice.read(first), said('đến'), ...voice.read(last)];
}

function isName(cell: Mapped | undefined): cell is Mapped {
  return cell !== undefined && /^\p{L}[^.,;:\u2028]{0,39}$/u.test(cell.text);
}

function pauseAt(cell: Mapped, words: string): Trace {
  const at = cell.to.at(-1) as number;
  return { words, from: at, to: at, rule: 'table' };
}
