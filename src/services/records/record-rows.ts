// The rows of a record as cells, page by page: what aired, the figures, who heard a document.
// It must never know formats or files.
import { setImmediate } from 'node:timers/promises';
import { spokenPlace } from '../../domain/airing/verdict-chain.ts';
import type { AreaTree } from '../../domain/areas.ts';
import { bothSums, figuresOf, type LegalSums } from '../../domain/records/record-figures.ts';
import { logLine } from '../../domain/records/record-log.ts';
import {
  type Cells,
  figureRows,
  type RecordTemplate,
} from '../../domain/records/record-template.ts';
import { DAY_MS, VIETNAM_OFFSET_MS } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import type { Asked, LogCursor } from './record-store.ts';

export type RowsAsked = { asked: Asked; template: RecordTemplate; tree: AreaTree };
/** A screen of it, and two statements for a page whatever its length. */
export const PAGE_ROWS = 100;

export type RowPage = { rows: Cells[]; next: { cursor: LogCursor; number: number } | null };

export async function rowsPage(
  deps: Deps,
  of: RowsAsked & { from: RowPage['next']; limit?: number },
): Promise<RowPage> {
  const { template, asked, tree } = of;
  if (template.id === 'log') return logRows(deps, of);
  if (template.id === 'document') return { rows: heardRows(deps, of), next: null };
  const inScope = new Set(asked.scope.tenantIds);
  const villages = deps.store.areas
    .all()
    .filter(({ kind, tenantId }) => kind === 'village' && inScope.has(tenantId));
  const sums = await sumsByDay(deps, asked);
  return { rows: figureRows(template, figuresOf({ sums, tree, villages })), next: null };
}

/** A day of a province is three thousand airings: the beat comes in between, however long the span is. */
async function sumsByDay(deps: Deps, asked: Asked): Promise<LegalSums> {
  let sums: LegalSums | null = null;
  const untilMs = Math.min(asked.toMs, deps.clock.planMs());
  for (let { fromMs } = asked; fromMs < untilMs || sums === null; fromMs += DAY_MS) {
    const toMs = Math.min(fromMs + DAY_MS, asked.toMs);
    const day = deps.store.records.legalSums({ ...asked, fromMs, toMs });
    sums = sums === null ? day : bothSums(sums, day);
    await setImmediate();
  }
  return sums;
}

function logRows(
  deps: Deps,
  { asked, tree, from, limit = PAGE_ROWS }: RowsAsked & { from: RowPage['next']; limit?: number },
): RowPage {
  const found = deps.store.records.log({ ...asked, after: from?.cursor ?? null, limit: limit + 1 });
  const page = found.slice(0, limit);
  const before = from?.number ?? 0;
  const nameOf = (id: string) => tree.get(id)?.name ?? '';
  const rows = page.map((airing, index) => logLine(airing, { number: before + index + 1, nameOf }));
  const last = page.at(-1);
  const isMore = found.length > limit && last !== undefined;
  const cursor = last && { playAtMs: last.playAtMs, airingId: last.airingId };
  return { rows, next: isMore && cursor ? { cursor, number: before + page.length } : null };
}

/** Who heard a document, where, how often: for its correction, and for whoever asks whether it was told. */
export function heardBy(deps: Deps, of: { documentId: string; tenantIds: readonly string[] }) {
  return deps.store.records.heardBy(of);
}

function heardRows(deps: Deps, { asked, tree }: RowsAsked): Cells[] {
  const { documentId, scope } = asked;
  if (documentId === null) return [];
  const moment = (atMs: number) => {
    const local = new Date(atMs + VIETNAM_OFFSET_MS).toISOString();
    const [year, month, day] = local.slice(0, 10).split('-');
    return `${local.slice(11, 16)} ${day}/${month}/${year}`;
  };
  return heardBy(deps, { documentId, tenantIds: scope.tenantIds }).map((row, index) => ({
    number: index + 1,
    commune: tree.get(row.tenantId)?.name ?? '',
    village: spokenPlace(tree.get(row.areaId)?.name ?? ''),
    ...{ times: row.times, speakers: row.speakers },
    ...{ first: moment(row.firstMs), last: moment(row.lastMs) },
  }));
}
