// The rows of languages as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody.
import type { Commission } from '../domain/languages/commission.ts';
import type { VariantOf } from '../domain/languages/variant.ts';

/** `languages`: JSON kept as text, so that every database can hold it. */
export type LanguageTables = {
  languageOrders: { areaId: string; languages: string };
  variants: VariantOf;
  commissions: Commission;
};
