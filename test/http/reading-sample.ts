// Believable documents, scripts, profiles and lexicons, for tests of the web room.
// It must never know routes or screens.
import type { DocumentBrief } from '../../src/domain/documents/document-model.ts';
import type { LexiconAddition } from '../../src/domain/documents/reading-model.ts';
import type {
  DifferenceView,
  DocumentView,
  Heard,
  LexiconView,
  PartView,
  ReadingView,
  ScriptView,
  SettledDoubt,
} from '../../src/services/reading/reading-door.ts';
import { profile } from '../domain/samples.ts';
import { area, HASH, NOW_MS } from './sample.ts';

export const document: DocumentBrief = {
  id: 'doc-1',
  tenantId: area.id,
  number: '12/QĐ-UBND',
  issuer: 'UBND xã Mường La',
  title: 'Quyết định về thu phí',
  textHash: HASH,
  container: 'pdf',
  encoding: null,
  ocr: null,
  signatures: [],
  notes: [],
  file: { hash: HASH, bytes: 1_000, name: 'quyết định.pdf' },
  createdBy: 'acc-1',
  createdAtMs: NOW_MS,
};
const status = {
  ...({
    kind: 'in-force',
    commentUntil: null,
    inForceFrom: '2026-11-01',
    endedOn: null,
    by: null,
  } as const),
} as const;
export const part: PartView = {
  position: 1,
  number: '12/QĐ-UBND',
  issuer: null,
  date: '2026-11-01',
  type: 'Quyết định',
  title: 'Về thu phí',
  sourceFrom: 0,
  sourceTo: 7,
  evidence: [{ from: 0, to: 3 }],
  proposed: status,
  status: { ...status, confirmedBy: 'acc-1', confirmedAtMs: NOW_MS, remark: null },
  standing: 'in-force',
  lapsed: false,
  saidByOthers: [
    { does: 'amends', number: '13/QĐ-UBND', title: null, documentId: null, position: 1 },
  ],
  acts: [
    {
      does: 'repeals',
      number: '3/QĐ',
      from: 1,
      to: 5,
      title: null,
      documentId: null,
      position: null,
    },
  ],
};
const similar = {
  ...({ position: 1, relation: 'draft-of', share: 0.97, documentId: 'doc-0' } as const),
  ...({ otherPosition: 2, number: null, title: 'Dự thảo' } as const),
} as const;
export const view: DocumentView = {
  ...document,
  text: 'Điều 1.',
  pages: [{ page: 1, from: 0, to: 7 }],
  parts: [part],
  similar: [similar],
};
const { number, title } = document;
export const line = {
  ...document,
  parts: [{ position: 1, number, title, standing: null, confirmed: false }],
};
export const reading = {
  title: 'Quyết định về thu phí',
  number: '12/QĐ-UBND',
  issuer: 'UBND xã Mường La',
  sentences: 1,
  spoken: ['Điều một.'],
  syllables: 2,
  estimatedSeconds: 1,
  doubts: [],
};
export const taken = { document, reading, parts: [part], similar: [similar] };

export const settled: SettledDoubt = {
  ...({ id: 'set-1', from: 3, to: 6, source: 'BCH', words: 'ban chỉ huy', page: 1 } as const),
  ...({ reason: 'unknown-abbreviation', kept: 'commune', settledBy: 'acc-1' } as const),
  ...({ otherFigures: false, settledByName: 'Lan', settledAtMs: NOW_MS } as const),
};
export const script: ScriptView = {
  profile: profile(),
  lexiconRevision: 3,
  part: { position: null, from: 0, to: 7 },
  sentenceFrom: 0,
  sentences: [
    {
      ...({
        words: 'điều một',
        clause: 'Điều 1',
        kind: 'dieu',
        sourceFrom: 0,
        sourceTo: 7,
      } as const),
      syllables: 2,
      trace: [{ words: 'điều một', from: 0, to: 6, rule: 'heading', entry: null }],
    },
  ],
  nextFrom: null,
  total: 1,
  source: { from: 0, to: 7 },
  spans: [{ from: 0, to: 7, kind: 'heard', rule: 'heading', sentence: 0 }],
  blocks: [{ kind: 'dieu', role: 'read', label: 'Điều 1', clause: null, from: 0, to: 7 }],
  doubts: {
    open: [
      {
        ...({
          reason: 'blank',
          source: '…',
          suggestion: '',
          clause: null,
          from: 1,
          to: 2,
        } as const),
        page: 1,
      },
    ],
    settled: [settled],
  },
  repairs: [{ source: 'Điêu', repaired: 'Điều', from: 0, to: 4 }],
  counts: { dieu: 1 },
  syllables: 2,
  estimatedSeconds: 1,
  open: 1,
  settled: 1,
};
export const digest = {
  items: [
    {
      ...({
        kind: 'deadline',
        source: 'trước ngày 5/12/2026',
        words: 'trước ngày năm',
        position: 1,
        clause: null,
      } as const),
      ...({ sentence: 0, from: 0, to: 3, value: '2026-12-05' } as const),
    },
  ],
  whole: true,
};
export const programmes = {
  programmes: [
    {
      ...({
        opening: ['tiếp theo'],
        closing: [],
        cutsClause: false,
        sentenceFrom: 0,
        sentenceTo: 1,
        clauseFrom: null,
      } as const),
      ...({ clauseTo: 'Điều 1', syllables: 2, seconds: 0.6 } as const),
    },
  ],
};
const changed: DifferenceView = {
  kind: 'changed',
  here: { from: 0, to: 1 },
  there: { from: 0, to: 2 },
  hereText: 'a',
  thereText: 'ab',
};
export const differences = { differences: [changed], whole: true };

export const ownReading: ReadingView = { areaId: area.id, from: 'own', profile: profile() };
export const entry = { written: 'BCH', spoken: 'ban chỉ huy', note: 'quân sự', example: 'BCH xã' };
export const addition: LexiconAddition = {
  ...({ id: 'lex-1', areaId: area.id, ...entry, changedBy: 'acc-1', changedAtMs: NOW_MS } as const),
};
export const lexicon: LexiconView = {
  revision: 3,
  entries: [
    { id: 'lex-1', from: 'commune', table: null, hidden: false, ...entry },
    { id: null, from: 'built-in', table: 'abbreviations', hidden: true, ...entry },
  ],
  whole: true,
};
export const uses = {
  uses: [{ documentId: 'doc-1', title: 'Tên', count: 2, from: 3, to: 6, source: 'của BCH xã' }],
  whole: true,
};

const madeOfIt = { id: 'b', title: 'Đốt nương', state: 'approved' } as const;
export const heard: Heard = {
  ended: true,
  bulletins: [madeOfIt],
  villages: [
    {
      ...{ areaId: 'v', name: 'Bản Mòng', communeName: 'Xã Mường La' },
      ...{ airings: 2, speakers: 1, lastAtMs: 1_796_446_830_000 },
    },
  ],
  corrections: [{ ...madeOfIt, id: 'c', madeAtMs: 1_796_446_830_000, areaIds: ['v'] }],
  mentioning: [{ id: 'm', title: 'Họp bản' }],
};
