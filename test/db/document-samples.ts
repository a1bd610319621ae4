// Rows of documents and of how they are read, as plain values, so that a test names only what it is about.
// It must never know the rules under test.
import type {
  Act,
  ActDoes,
  LegalDocument,
  Part,
} from '../../src/domain/documents/document-model.ts';
import type { LexiconAddition, Settlement } from '../../src/domain/documents/reading-model.ts';
import { NOON } from '../domain/samples.ts';

export const document = (of: Partial<LegalDocument> = {}): LegalDocument => ({
  id: 'vb-1',
  tenantId: 'xa-a',
  number: '9/QĐ-UBND',
  issuer: null,
  title: 'Quyết định về vệ sinh môi trường',
  text: 'Điều 1. Phạt tiền từ 100.000 đồng đến 300.000 đồng…\n',
  textHash: 'f'.repeat(64),
  container: 'pdf',
  encoding: null,
  ocr: null,
  signatures: [
    {
      signer: 'Lò Thị Mẫu',
      organisation: null,
      signedAt: '2026-12-01T02:00:00Z',
      intact: true,
      whole: false,
      trusted: false,
      problem: { vi: 'Có phần thêm sau chữ ký.', en: 'Something was added after it.' },
    },
  ],
  notes: [{ vi: '2 trang không có chữ', en: '2 pages without text' }],
  pages: [{ page: 1, from: 0, to: 20 }],
  file: { hash: 'h1', bytes: 1_000, name: 'quyết định.pdf' },
  createdBy: 'tac-gia',
  createdAtMs: NOON,
  ...of,
});

export const part = (of: Partial<Part> = {}): Part => ({
  documentId: 'vb-1',
  tenantId: 'xa-a',
  position: 1,
  number: '9/QĐ-UBND',
  issuer: 'UBND xã A',
  date: '2026-12-01',
  type: 'Quyết định',
  title: 'Về vệ sinh môi trường',
  sourceFrom: 0,
  sourceTo: 50,
  found: {
    kind: 'in-force',
    commentUntil: null,
    inForceFrom: '2026-12-01',
    endedOn: null,
    by: null,
    acts: [],
    evidence: [{ from: 3, to: 9 }],
  },
  status: null,
  ...of,
});

export const act = (number: string, does: ActDoes = 'repeals'): Act => ({
  does,
  number,
  from: 1,
  to: 2,
});

export const addition = (of: Partial<LexiconAddition> = {}): LexiconAddition => ({
  id: 'm-1',
  areaId: 'xa-a',
  written: 'BCH',
  spoken: 'ban chỉ huy',
  note: 'phòng chống thiên tai',
  example: 'BCH xã',
  changedBy: 'tac-gia',
  changedAtMs: NOON,
  ...of,
});

export const settlement = (of: Partial<Settlement> = {}): Settlement => ({
  id: 's-1',
  documentId: 'vb-1',
  tenantId: 'xa-a',
  from: 8,
  to: 12,
  written: 'Phạt',
  before: 'Điều 1. ',
  after: ' tiền',
  words: 'phạt',
  reason: 'unknown-word',
  kept: 'document',
  additionId: null,
  settledBy: 'tac-gia',
  settledAtMs: NOON,
  ...of,
});
