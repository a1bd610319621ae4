// What every sheet shares: A4, a font with every Vietnamese letter, fixed dates, a footer with page numbers.
// It must never know what a sheet says.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';

export type Sheet = { title: string; madeAtMs: number; content: Content[]; footer: string };

/** Millimetres in points. */
export const mm = (length: number) => (length * 72) / 25.4;

export function sheet({ title, madeAtMs, content, footer }: Sheet): TDocumentDefinitions {
  const made = new Date(madeAtMs);
  return {
    pageSize: 'A4',
    // 30 mm on the left to be filed (Nghị định 30/2020 App. I), 20 mm elsewhere
    pageMargins: [mm(30), mm(20), mm(20), mm(20)],
    language: 'vi',
    info: { title, producer: 'Vang Xa', creator: 'Vang Xa', creationDate: made, modDate: made },
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.2 },
    styles: {
      issuer: { bold: true, alignment: 'center' },
      title: { bold: true, fontSize: 15, alignment: 'center' },
      heading: { bold: true, fontSize: 12, margin: [0, 10, 0, 3] },
      small: { fontSize: 9, color: '#444444' },
    },
    footer: (page, pages) => ({
      columns: [
        { text: footer, width: '*' },
        { text: `${page}/${pages}`, width: 'auto' },
      ],
      margin: [mm(30), mm(6), mm(20), 0],
      style: 'small',
    }),
    content,
  };
}
