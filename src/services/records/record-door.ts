// The door of records as types: tables of what aired and figures owed, files of them, schemes, deadlines.
// It must never know routes, rows or sheets.
import type { Actor, Area } from '../../domain/model.ts';
import type { Deadline, Scheme } from '../../domain/records/record-model.ts';
import type { RecordColumn, RecordKind } from '../../domain/records/record-template.ts';

export type RecordWish = {
  kind: RecordKind;
  /** a commune, or the province for all of them */
  areaId: string;
  /** "2026-12" or "2026" */
  period: string;
  documentId?: string | null;
  schemeId?: string | null;
};
export type RecordPage = {
  title: string;
  subtitle: string;
  columns: readonly RecordColumn[];
  rows: readonly (readonly (string | number | null)[])[];
  /** how the figures are made: printed with them, and shown with them */
  methods: readonly string[];
  /** where the following rows are; null: there are none */
  next: string | null;
};
export type SheetFormat = 'pdf' | 'docx';
export type DueReport = Deadline & { dueDay: string; daysLeft: number };

export type Records = {
  page(actor: Actor, wish: RecordWish & { after?: string | null }): Promise<RecordPage>;
  /** row by row, however many there are */
  csv(actor: Actor, wish: RecordWish): { name: string; text: AsyncIterable<string> };
  /** @throws AppError when it has more rows than a sheet can hold */
  sheet(
    actor: Actor,
    wish: RecordWish & { format: SheetFormat },
  ): Promise<{ name: string; bytes: Uint8Array }>;
  deadlines(actor: Actor, input: { areaId: string }): { own: boolean; deadlines: DueReport[] };
  setDeadlines(
    actor: Actor,
    input: { areaId: string; deadlines: readonly Deadline[] },
  ): { own: boolean; deadlines: DueReport[] };
};
export type Schemes = {
  /** one's own and those of the levels above and beneath that one may see */
  list(actor: Actor): Scheme[];
  create(
    actor: Actor,
    input: { areaId: string; code: string; name: string; fromDay: string; untilDay: string | null },
  ): Scheme;
  edit(
    actor: Actor,
    input: { schemeId: string; name: string; fromDay: string; untilDay: string | null },
  ): Scheme;
  ofBulletin(actor: Actor, input: { bulletinId: string }): Scheme[];
  setOfBulletin(
    actor: Actor,
    input: { bulletinId: string; schemeIds: readonly string[] },
  ): Scheme[];
};
export type AreaEdits = {
  edit(
    actor: Actor,
    input: {
      areaId: string;
      name?: string;
      population?: number | null;
      setting?: Area['setting'];
    },
  ): Area;
};
