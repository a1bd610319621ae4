// Labels of spare units on sticker sheets: twelve to a page, a code to scan and the same to type.
// It must never be printed twice from anything kept: the codes are known when the units are made, and then no more.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { LabelsPaper } from '../services/approval/papers-port.ts';
import { mm } from './definition.ts';

const ACROSS = 3;
const DOWN = 4;
/** A4 less its margins, in three by four. */
const WIDTH = mm(190) / ACROSS;
const HEIGHT = mm(266) / DOWN;
/** Read at arm's length from a ladder, also when scratched. */
const CODE = mm(36);
/** Letters so small are still read without glasses. */
const SMALL = 9;
const NO_DAY = new Date(0);

export function unitLabels({ labels }: LabelsPaper): TDocumentDefinitions {
  const pages = inGroups(labels, ACROSS * DOWN);
  return {
    pageSize: 'A4',
    pageMargins: [mm(10), mm(14), mm(10), mm(10)],
    language: 'vi',
    info: {
      ...{ title: 'Nhãn thiết bị dự phòng', producer: 'Vang Xa', creator: 'Vang Xa' },
      ...{ creationDate: NO_DAY, modDate: NO_DAY },
    },
    defaultStyle: { font: 'Roboto', fontSize: SMALL, alignment: 'center' },
    content: pages.map((page, n) => pageOf(page, n > 0)),
  };
}

type Label = LabelsPaper['labels'][number];

function pageOf(labels: readonly Label[], isLater: boolean): Content {
  const rows = inGroups(labels, ACROSS).map((row) => [
    ...row.map(labelOf),
    ...Array.from({ length: ACROSS - row.length }, () => ({ text: '' })),
  ]);
  return {
    table: { widths: Array(ACROSS).fill(WIDTH - 10), heights: HEIGHT - 10, body: rows },
    // a line to cut along
    layout: { hLineWidth: () => 0.3, vLineWidth: () => 0.3, paddingTop: () => mm(3) },
    ...(isLater ? { pageBreak: 'before' } : {}),
  };
}

function labelOf({ payload, text, communeName }: Label): Content {
  return {
    stack: [
      { text: 'VANG XA · thiết bị dự phòng', bold: true },
      { text: communeName, margin: [0, 1, 0, 4] },
      { qr: payload, fit: CODE, eccLevel: 'Q', padding: 4 },
      { text, bold: true, margin: [0, 4, 0, 0] },
    ],
  };
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, n) => all.slice(n * size, (n + 1) * size));
}
