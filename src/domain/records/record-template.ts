// A template of a report: its columns, its texts, its methods and who signs; one gives CSV, PDF and Word alike.
// It must never know files: a parsed template in, a filled sheet out.
import type { FigureField, Figures } from './record-figures.ts';
import { LOG_FIELDS } from './record-log.ts';

export type RecordKind = 'log' | 'justice' | 'document';
export type RecordColumn = {
  field: string;
  title: string;
  /** of the sheet's width, in shares */
  share: number;
  align?: 'left' | 'right' | 'center';
};
export type RecordTemplate = {
  id: RecordKind;
  title: string;
  /** `{period}`, `{place}`, `{document}`, `{scheme}` are filled in */
  subtitle: string;
  basis: string;
  landscape: boolean;
  columns: readonly RecordColumn[];
  /** of a table of figures: which, in which words, and how each is made */
  figures?: readonly { field: FigureField; title: string; unit: string; method: string }[];
  methods: readonly string[];
  signatures: readonly { title: string; note: string }[];
};

export type Cells = Readonly<Record<string, string | number | null>>;
/** What every format draws. */
export type FilledRecord = {
  title: string;
  subtitle: string;
  basis: string;
  landscape: boolean;
  columns: readonly RecordColumn[];
  rows: readonly (readonly (string | number | null)[])[];
  methods: readonly string[];
  signatures: readonly { title: string; note: string }[];
};

export type Fills = Readonly<Record<'period' | 'place' | 'document' | 'scheme', string>>;

export function filled(of: {
  template: RecordTemplate;
  rows: readonly Cells[];
  fills: Fills;
}): FilledRecord {
  const { template, rows, fills } = of;
  const { title, basis, landscape, columns, methods, signatures } = template;
  return {
    ...{ title, basis, landscape, columns, methods, signatures },
    subtitle: subtitleOf(template, fills),
    rows: rows.map((row) => cellsOf(template, row)),
  };
}

export function cellsOf({ columns }: Pick<RecordTemplate, 'columns'>, row: Cells) {
  return columns.map(({ field }) => row[field] ?? null);
}

/** What has nothing to say of a document or a scheme says nothing of it. */
export function subtitleOf({ subtitle }: Pick<RecordTemplate, 'subtitle'>, fills: Fills): string {
  const named = subtitle.replace(
    /\{(period|place)\}/gu,
    (_, name: 'period' | 'place') => fills[name],
  );
  const about = [
    ...(fills.document === '' ? [] : [`văn bản: ${fills.document}`]),
    ...(fills.scheme === '' ? [] : [`đề án, chương trình: ${fills.scheme}`]),
  ];
  return [named, ...about].join('; ');
}

/** Figures as rows of a table: number, what, unit, how many, how it is made. */
export function figureRows(template: RecordTemplate, figures: Figures): Cells[] {
  return (template.figures ?? []).map(({ field, title, unit, method }, index) => ({
    ...{ number: index + 1, figure: title, unit, value: figures[field], method },
  }));
}

const FIELDS: Record<RecordKind, readonly string[]> = {
  log: LOG_FIELDS,
  justice: ['number', 'figure', 'unit', 'value', 'method'],
  document: ['number', 'commune', 'village', 'times', 'speakers', 'first', 'last'],
};
/** A sheet with more columns has no room for words. */
const COLUMNS_MAX = 16;

/** @returns what is wrong with it, or null */
export function templateFault(found: RecordTemplate): string | null {
  if (!Object.hasOwn(FIELDS, found.id)) return `id ${found.id}`;
  if (found.columns.length === 0 || found.columns.length > COLUMNS_MAX) return 'columns';
  const stray = found.columns.find(({ field }) => !FIELDS[found.id].includes(field));
  if (stray) return `column ${stray.field}`;
  if (found.columns.some(({ share, title }) => !(share > 0) || title === '')) return 'column share';
  if (found.id === 'justice' && (found.figures ?? []).some(({ method }) => method === ''))
    return 'a figure without its method';
  return found.title === '' || found.signatures.length > 3 ? 'title or signatures' : null;
}
