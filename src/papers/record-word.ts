// The same log or figures as a Word file, to be gone on with in an office; the only place that touches docx.
// It must never hold a word of its own: the form's words come with the paper.
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { RecordPaper } from '../services/approval/papers-port.ts';
import { clean, shown } from './record-sheet.ts';

/** Nghị định 30/2020 App. I: Times New Roman, A4, 30 mm on the left, 20 mm elsewhere (twentieths of a point). */
const FONT = 'Times New Roman';
const MARGIN = { left: 1_701, right: 1_134, top: 1_134, bottom: 1_134 };
const A4 = { width: 11_906, height: 16_838 };

export async function recordWord(paper: RecordPaper): Promise<Uint8Array> {
  const { place, title, subtitle, basis, methods, landscape } = paper;
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const document = new Document({
    ...{ title: clean(title), creator: 'Vang Xa', description: clean(subtitle) },
    styles: { default: { document: { run: { font: FONT, size: 22 } } } },
    sections: [
      {
        properties: { page: { size: { ...A4, orientation }, margin: MARGIN } },
        footers: { default: footer() },
        children: [
          centred(place.toLocaleUpperCase('vi'), { bold: true }),
          centred(title, { bold: true, size: 28 }),
          centred(subtitle, {}),
          centred(basis, { italics: true, size: 18 }),
          tableOf(paper),
          ...(paper.rows.length === 0 ? [line('Không có dòng nào trong kỳ này.', {})] : []),
          line('Cách tính', { bold: true }),
          ...methods.map((method) => new Paragraph({ text: clean(method), bullet: { level: 0 } })),
          line('', {}),
          signatures(paper),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Look = { bold?: boolean; italics?: boolean; size?: number };

function line(text: string, look: Look): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: clean(text), ...look })] });
}

function centred(text: string, look: Look): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 80 },
    children: [new TextRun({ text: clean(text), ...look })],
  });
}

const SIDES = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

function tableOf({ columns, rows, landscape }: RecordPaper): Table {
  const size = landscape ? 17 : 20;
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const [short, long] = [A4.width, A4.height];
  const room = (landscape ? long : short) - MARGIN.left - MARGIN.right;
  const widths = columns.map(({ share }) => Math.floor((share / all) * room));
  const cell = (of: { text: string; at: number; bold?: boolean }) =>
    new TableCell({
      width: { size: widths[of.at] ?? 0, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: of.bold ? AlignmentType.CENTER : SIDES[columns[of.at]?.align ?? 'left'],
          children: [new TextRun({ text: clean(of.text), size, bold: of.bold ?? false })],
        }),
      ],
    });
  const head = columns.map(({ title: text }, at) => cell({ text, at, bold: true }));
  const body = rows.map((row) =>
    columns.map((_, at) => cell({ text: row[at] == null ? '–' : shown(row[at] ?? ''), at })),
  );
  return new Table({
    columnWidths: widths,
    width: { size: room, type: WidthType.DXA },
    rows: [
      // said again on each page
      new TableRow({ tableHeader: true, children: head }),
      ...body.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
}

const NONE = { style: 'none', size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

function signatures({ signatures: all, landscape }: RecordPaper): Table {
  const room = (landscape ? A4.height : A4.width) - MARGIN.left - MARGIN.right;
  const width = { size: Math.floor(room / Math.max(1, all.length)), type: WidthType.DXA };
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: all.map(() => width.size),
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: all.map(
          ({ title, note }, at) =>
            new TableCell({
              ...{ width, borders: NO_BORDERS },
              children: [
                centred(at === all.length - 1 ? 'Ngày …… tháng …… năm ………' : '', { italics: true }),
                centred(title, { bold: true }),
                centred(note, { italics: true, size: 18 }),
              ],
            }),
        ),
      }),
    ],
  });
}

function footer(): Footer {
  const children = [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children, size: 18 })],
      }),
    ],
  });
}
