// A log or figures as a sheet to sign: the form's head, its table over as many pages as it takes, its methods beneath.
// It must never leave a figure without the method it was made by.
import type { Alignment, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { RecordPaper } from '../services/approval/papers-port.ts';
import { mm, sheet } from './definition.ts';

/** A table of twelve columns is read on A4 lying down at this size. */
const SMALL = 8.5;

export function recordSheet(paper: RecordPaper): TDocumentDefinitions {
  const { title, subtitle, basis, place, madeAtMs, landscape, methods } = paper;
  const definition = sheet({
    title,
    madeAtMs,
    footer: `${place} · ${subtitle}`.slice(0, 160),
    content: [
      { text: place.toLocaleUpperCase('vi'), style: 'issuer' },
      { text: title, style: 'title', margin: [0, 8, 0, 2] },
      { text: subtitle, alignment: 'center', margin: [0, 0, 0, 2] },
      { text: basis, style: 'small', alignment: 'center', margin: [0, 0, 0, 8] },
      tableOf(paper),
      ...(paper.rows.length === 0
        ? [{ text: 'Không có dòng nào trong kỳ này.', italics: true }]
        : []),
      { text: 'Cách tính', style: 'heading' },
      { ul: methods.map((method) => ({ text: method })), fontSize: 9 },
      signatures(paper),
    ],
  });
  return landscape ? { ...definition, pageOrientation: 'landscape' } : definition;
}

function tableOf({ columns, rows, landscape }: RecordPaper): Content {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  // A4 less its margins, and less what the lines and paddings of so many columns take
  const width = mm(landscape ? 247 : 160) - columns.length * 7;
  const cell = (text: string | number | null, align: string | undefined) => ({
    text: text === null ? '–' : shown(text),
    alignment: (align ?? 'left') as Alignment,
  });
  return {
    fontSize: landscape ? SMALL : 10,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ share }) => (share / all) * width),
      body: [
        columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' as const })),
        ...rows.map((row) => columns.map(({ align }, at) => cell(row[at] ?? null, align))),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => 3,
      paddingRight: () => 3,
    },
    margin: [0, 0, 0, 6],
  };
}

/** 1.234,5 as Vietnam writes it. */
export function shown(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('vi-VN') : clean(cell);
}

/** No font has letters for these, and XML 1.0 (§2.2) no place: Word would call the whole file broken. */
export function clean(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
}

function signatures({ signatures: all }: RecordPaper): Content {
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columns: all.map(({ title, note }, at) => ({
      width: '*',
      stack: [
        {
          text: at === all.length - 1 ? 'Ngày …… tháng …… năm ………' : ' ',
          ...{ alignment: 'center' as const, italics: true },
        },
        { text: title, bold: true, alignment: 'center' as const },
        { text: note, alignment: 'center' as const, style: 'small', margin: [0, 0, 0, 50] },
      ],
    })),
  };
}
