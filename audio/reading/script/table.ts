// Tables: row by row where short, one summary sentence where long (CONVENTIONS §7).
// It must never know the paragraphs around it.
import type { Lexicon } from '../lexicon/lexicon.ts';
import { unitOf } from '../lexicon/units.ts';
import { join, type Mapped, slice } from '../source/mapped.ts';
import type { ReadingProfile, Trace } from '../types.ts';
import { cardinal } from '../words/number.ts';

/** Rows a listener can follow by ear. */
const MAX_SPOKEN_ROWS = 5;
const SERIAL = /^(?:stt|tt|số tt|số thứ tự|#|no\.?)$/iu;

export type TableVoice = {
  /** Reads one cell as running text. */
  read: (cell: Mapped) => Trace[];
  profile: ReadingProfile;
  lexicon: Lexicon;
};

/** One list of traces per sentence. */
export function tableTraces(lines: readonly Mapped[], voice: TableVoice): Trace[][] {
  const table = tableOf(lines);
  if (table === null) return lines.map((line) => plainRow(cellsOf(line), voice));
  const { head, rows } = table;
  const span = { from: lines[0]?.from[0] as number, to: lines.at(-1)?.to.at(-1) as number };
  if (
    voice.profile.tables === 'summary' ||
    (voice.profile.tables === 'auto' && rows.length > MAX_SPOKEN_ROWS)
  ) {
    return [summary({ head, rows: rows.length, span }, voice)];
  }
  const constant = constantColumns(rows);
  return rows.map((row) => rowTraces({ head, row, constant }, voice));
}

type Table = { head: Mapped[]; rows: Mapped[][] };

/** The head is the first row, where it looks like one; repeated heads are dropped. */
function tableOf(lines: readonly Mapped[]): Table | null {
  const all = lines
    .map(cellsOf)
    .filter((cells) => cells.some((cell) => /[\p{L}\p{N}]/u.test(cell.text)));
  const head = all[0];
  if (head === undefined || all.length < 2) return null;
  const named = head.every((cell) => !/^[\d.,]*\d$/u.test(cell.text));
  if (!named && !SERIAL.test((head[0] as Mapped).text)) return null;
  const key = (cells: Mapped[]): string =>
    cells
      .map((cell) => cell.text)
      .join('\t')
      .trim();
  const rows = all.slice(1).filter((cells) => key(cells) !== key(head));
  return { head, rows: whole(rows) };
}

/** A row without serial and subject goes on with the row above it (a page ended inside). */
function whole(rows: readonly Mapped[][]): Mapped[][] {
  const merged: Mapped[][][] = [];
  for (const row of rows) {
    const above = merged.at(-1);
    if (above === undefined || row[0]?.text !== '' || row[1]?.text !== '') {
      merged.push(row.map((cell) => [cell]));
    } else {
      above.forEach((parts, column) => {
        const more = row[column];
        if (more !== undefined && more.text !== '') parts.push(more);
      });
    }
  }
  return merged.map((row) => row.map(together));
}

function together(parts: readonly Mapped[]): Mapped {
  const [only, ...more] = parts as [Mapped, ...Mapped[]];
  return more.length === 0
    ? only
    : join(
        parts,
        more.map(() => ' '),
      );
}

function cellsOf(line: Mapped): Mapped[] {
  const cells: Mapped[] = [];
  const mark = line.text.startsWith('|') ? '|' : '\t';
  let start = mark === '|' ? 1 : 0;
  const end = mark === '|' && line.text.endsWith('|') ? line.text.length - 1 : line.text.length;
  while (start <= end) {
    const at = line.text.indexOf(mark, start);
    const stop = at < 0 || at > end ? end : at;
    cells.push(trim(line, start, stop));
    start = stop + 1;
  }
  return cells;
}

function trim(line: Mapped, start: number, end: number): Mapped {
  let [from, to] = [start, end];
  while (from < to && /[\s]/u.test(line.text[from] as string)) from += 1;
  while (to > from && /[\s]/u.test(line.text[to - 1] as string)) to -= 1;
  return slice(line, from, to);
}

function plainRow(cells: readonly Mapped[], voice: TableVoice): Trace[] {
  return cells.flatMap((cell) =>
    cell.text === '' ? [] : [...voice.read(cell), pauseAt(cell, ',')],
  );
}

function constantColumns(rows: readonly Mapped[][]): Set<number> {
  if (rows.length < 2) return new Set();
  const first = rows[0] as Mapped[];
  const same = first.map((cell, column) => rows.every((row) => row[column]?.text === cell.text));
  return new Set(same.flatMap((is, column) => (is ? [column] : [])));
}

type Row = { head: Mapped[]; row: Mapped[]; constant: ReadonlySet<number> };

function rowTraces({ head, row, constant }: Row, voice: TableVoice): Trace[] {
  // "II  NHÓM TIỆN ÍCH …": a row of one title groups the rows beneath it.
  if (head.length > 2 && row.slice(2).every((cell) => cell.text === ''))
    return plainRow(row, voice);
  const subject =
    SERIAL.test((head[0] as Mapped).text) || /^\d{1,3}\.?$/u.test((row[0] as Mapped).text) ? 1 : 0;
  const name = row[subject];
  const traces =
    name === undefined || name.text === '' ? [] : [...voice.read(name), pauseAt(name, ':')];
  head.forEach((title, column) => {
    const cell = row[column];
    if (column <= subject || cell === undefined || cell.text === '' || constant.has(column)) return;
    traces.push(...cellTraces(title, cell, voice));
  });
  const end = traces.at(-1);
  if (end !== undefined) end.words = '.';
  return traces;
}

/** "diện tích tự nhiên 126,13 ki lô mét vuông;" and "nội dung: lập quy hoạch;". */
function cellTraces(title: Mapped, cell: Mapped, voice: TableVoice): Trace[] {
  const { name, unit } = headerOf(title, voice.lexicon);
  const numeric = /^[\d.,]*\d$/u.test(cell.text);
  const value =
    cell.text.toLowerCase() === 'x'
      ? [
          {
            words: 'có',
            from: cell.from[0] as number,
            to: cell.to[0] as number,
            rule: 'table-tick',
          },
        ]
      : voice.read(cell);
  const said = lowered(voice.read(name));
  if (!numeric) said.push(pauseAt(cell, ':'));
  const counted = numeric && unit !== '' ? [{ ...pauseAt(cell, unit), rule: 'table-unit' }] : [];
  return [...said, ...value, ...counted, pauseAt(cell, ';')];
}

/** "Diện tích (Km²)" → the name and what its numbers count. */
function headerOf(title: Mapped, lexicon: Lexicon): { name: Mapped; unit: string } {
  const match = /\s*\(([^()]{1,24})\)\s*$/u.exec(title.text);
  if (match === null) return { name: title, unit: '' };
  const written = (match[1] as string).trim();
  const unit =
    unitOf(lexicon, written.replace(/\s/gu, ''))?.spoken ??
    (/^(?:[\p{L}]+\s?){1,3}$/u.test(written) ? written.toLowerCase() : '');
  return { name: slice(title, 0, match.index), unit };
}

function lowered(traces: Trace[]): Trace[] {
  return traces.map((trace, index) =>
    index === 0 ? { ...trace, words: trace.words.toLowerCase() } : trace,
  );
}

type Whole = { head: readonly Mapped[]; rows: number; span: { from: number; to: number } };

function summary({ head, rows, span }: Whole, voice: TableVoice): Trace[] {
  const words = `Bảng có ${cardinal(String(rows))} dòng, gồm các cột:`;
  const said = { words, ...span, rule: 'table-summary' };
  const columns = head
    .filter((cell) => cell.text !== '' && !SERIAL.test(cell.text))
    .flatMap((cell) => {
      const { name } = headerOf(cell, voice.lexicon);
      return [...lowered(voice.read(name)), pauseAt(cell, ',')];
    });
  return [said, ...columns];
}

function pauseAt(cell: Mapped, words: string): Trace {
  const at = cell.to.at(-1) as number;
  return { words, from: at, to: at, rule: 'table' };
}
