// Which file draws which kind of paper.
// It must never draw anything itself.
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Paper } from '../services/approval/papers-port.ts';
import { approvalSlip } from './approval-slip.ts';
import { publicPoster } from './public-poster.ts';
import { recordSheet } from './record-sheet.ts';
import { unitLabels } from './unit-labels.ts';

export function definitionOf(paper: Paper): TDocumentDefinitions {
  switch (paper.kind) {
    case 'approval-slip':
      return approvalSlip(paper);
    case 'public-poster':
      return publicPoster(paper);
    case 'record':
      return recordSheet(paper);
    case 'unit-labels':
      return unitLabels(paper);
  }
}
