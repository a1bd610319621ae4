// Logs, figures and who heard a document: shown by pages, handed out as CSV, PDF and Word from one template each.
// It must never sum or word anything itself: rows, src/domain/records and templates do.
import { setImmediate } from 'node:timers/promises';
import { isTenant } from '../../domain/areas.ts';
import type { Actor, Area } from '../../domain/model.ts';
import { BOM, csvRow } from '../../domain/records/record-csv.ts';
import { spanOfPeriod, spokenPeriod } from '../../domain/records/record-months.ts';
import {
  cellsOf,
  type Fills,
  filled,
  type RecordTemplate,
  subtitleOf,
} from '../../domain/records/record-template.ts';
import type { Deps } from '../deps.ts';
import { missing, refusal } from '../refusals.ts';
import { permit, seenArea, treeOf } from '../scope.ts';
import type { Records, RecordWish } from './record-door.ts';
import { type RowPage, type RowsAsked, rowsPage } from './record-rows.ts';
import type { LogCursor } from './record-store.ts';

/**
 * A month of a commune with 32 airings a day; 1,000 lines with twelve villages each are a PDF of 1.8 MB
 * and 3 s of a core on the printer's own thread (src/papers/papers.ts).
 */
export const SHEET_ROWS_MAX = 1_000;
const CSV_PAGE = 200;

export function makeRecords(deps: Deps): Pick<Records, 'page' | 'csv' | 'sheet'> {
  return {
    async page(actor, { after = null, ...wish }) {
      const { fills, ...of } = prepared(deps, { actor, wish });
      const { template } = of;
      const { rows, next } = await rowsPage(deps, { ...of, from: cursorIn(after) });
      const { title, columns, methods } = template;
      return {
        ...{ title, columns, methods, subtitle: subtitleOf(template, fills) },
        rows: rows.map((row) => cellsOf(template, row)),
        next: next && `${next.cursor.playAtMs}~${next.number}~${next.cursor.airingId}`,
      };
    },
    csv(actor, wish) {
      const of = prepared(deps, { actor, wish });
      return { name: `${nameOf(of, wish)}.csv`, text: csvText(deps, of) };
    },
    async sheet(actor, { format, ...wish }) {
      const of = prepared(deps, { actor, wish });
      const asked = { ...of, from: null, limit: SHEET_ROWS_MAX };
      const { rows, next } = await rowsPage(deps, asked);
      if (next) throw tooManyRows({ ...of, period: wish.period });
      const record = filled({ template: of.template, rows, fills: of.fills });
      const madeAtMs = deps.clock.planMs();
      const place = of.area.name;
      const paper = { kind: 'record', format, place, madeAtMs, ...record } as const;
      return { name: `${nameOf(of, wish)}.${format}`, bytes: await deps.papers.make(paper) };
    },
  };
}

type Prepared = RowsAsked & { area: Area; fills: Fills };

function prepared(deps: Deps, { actor, wish }: { actor: Actor; wish: RecordWish }): Prepared {
  const area = seenArea(deps, { actor, areaId: wish.areaId });
  permit(deps, { actor, action: 'record.view', tenantId: area.tenantId });
  if (!isTenant(area)) throw notACommune();
  const span = spanOfPeriod(wish.period);
  if (!span) throw badPeriod();
  const tree = treeOf(deps);
  const beneath = tree.downwards(area.id).filter(isTenant);
  const above = tree.upwards(area.id).slice(1).filter(isTenant);
  const scope = { tenantIds: beneath.map(({ id }) => id), aboveIds: above.map(({ id }) => id) };
  const known = new Set([...scope.tenantIds, ...scope.aboveIds]);
  const { documentId = null, schemeId = null } = wish;
  if (wish.kind === 'document' && documentId === null) throw noDocument();
  const document = documentId === null ? null : deps.store.documents.get(documentId);
  const scheme = schemeId === null ? null : deps.store.schemes.get(schemeId);
  if (documentId !== null && !known.has(document?.tenantId ?? '')) throw missing();
  if (schemeId !== null && !known.has(scheme?.tenantId ?? '')) throw missing();
  const fills: Fills = {
    period: spokenPeriod(wish.period),
    place: area.name,
    document: document ? [document.number, document.title].filter(Boolean).join(', ') : '',
    scheme: scheme?.name ?? '',
  };
  const asked = { scope, ...span, documentId, schemeId };
  return { asked, tree, area, fills, template: templateOf(deps, wish.kind) };
}

function templateOf(deps: Deps, kind: RecordWish['kind']): RecordTemplate {
  const found = deps.recordTemplates.find(({ id }) => id === kind);
  if (!found) throw missing();
  return found;
}

/** A page at a time, and the beat in between: a month of a province is a hundred thousand lines. */
async function* csvText(deps: Deps, of: Prepared): AsyncGenerator<string> {
  const { template } = of;
  yield BOM + csvRow(template.columns.map(({ title }) => title));
  let from: RowPage['next'] = null;
  do {
    const page: RowPage = await rowsPage(deps, { ...of, from, limit: CSV_PAGE });
    yield page.rows.map((row) => csvRow(cellsOf(template, row))).join('');
    from = page.next;
    await setImmediate();
  } while (from !== null);
}

const NAMES: Record<RecordWish['kind'], string> = {
  log: 'nhat-ky-phat-thanh',
  justice: 'thong-ke-pbgdpl',
  document: 'noi-da-nghe',
};

function nameOf({ area }: Prepared, { kind, period }: RecordWish): string {
  return `${NAMES[kind]}-${area.code}-${period}`;
}

/** @throws AppError when it is none of ours */
function cursorIn(text: string | null): { cursor: LogCursor; number: number } | null {
  if (text === null) return null;
  const found = /^(\d{1,14})~(\d{1,7})~([A-Za-z0-9_-]{1,64})$/.exec(text);
  if (!found) throw badCursor();
  const [, at, number, airingId = ''] = found;
  return { cursor: { playAtMs: Number(at), airingId }, number: Number(number) };
}

const badCursor = () =>
  refusal('caller', 'bad-cursor', {
    vi: 'Không tìm được trang này. Hãy xem lại từ đầu.',
    en: 'There is no such page. Begin again at the first one.',
    place: 'after',
  });

const badPeriod = () =>
  refusal('caller', 'bad-period', {
    vi: 'Kỳ báo cáo là một tháng (2026-12) hoặc một năm (2026).',
    en: 'A report is for a month (2026-12) or a year (2026).',
    place: 'period',
  });

const notACommune = () =>
  refusal('caller', 'not-a-commune', {
    vi: 'Báo cáo lập cho cả xã, phường hoặc cả tỉnh.',
    en: 'A report is for a whole commune, ward or province.',
    place: 'areaId',
  });

const noDocument = () =>
  refusal('caller', 'no-document', {
    vi: 'Hãy chọn văn bản cần xem nơi đã nghe.',
    en: 'Choose the document to be told where it was heard.',
    place: 'documentId',
  });

/** Only what can still be made smaller is advised. */
function tooManyRows({ asked, period }: Pick<Prepared, 'asked'> & Pick<RecordWish, 'period'>) {
  const isOne = asked.scope.tenantIds.length === 1;
  const isMonth = period.includes('-');
  const vi = [...(isOne ? [] : ['chọn một xã']), ...(isMonth ? [] : ['chọn một tháng'])];
  const en = [...(isOne ? [] : ['choose one commune']), ...(isMonth ? [] : ['choose one month'])];
  const most = {
    vi: SHEET_ROWS_MAX.toLocaleString('vi-VN'),
    en: SHEET_ROWS_MAX.toLocaleString('en'),
  };
  return refusal('caller', 'too-many-rows', {
    vi: `Quá ${most.vi} dòng, không in thành một tệp được. Hãy ${[...vi, 'tải tệp CSV'].join(', hoặc ')}.`,
    en: `More than ${most.en} rows do not fit one sheet: ${[...en, 'take the CSV'].join(', or ')}.`,
  });
}
