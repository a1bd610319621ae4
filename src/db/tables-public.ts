// The rows of villagers' reports as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody: the shapes people think in are src/domain.
import type { PublicSettings } from '../domain/public/public-page.ts';
import type { Report } from '../domain/public/report.ts';

/** 0 or 1, as everywhere on disk. */
type Flag = number;
export type ReportRow = Omit<Report, 'answerPublic' | 'textPublic'> & {
  answerPublic: Flag;
  textPublic: Flag;
};
export type PublicPageRow = Omit<PublicSettings, 'open'> & { open: Flag };
export type PublicTables = { publicPages: PublicPageRow; reports: ReportRow };
