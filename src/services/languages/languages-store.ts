// What variants, orders of languages and commissioned recordings need of rows.
// It must never know SQL: src/db implements it.
import type { Commission } from '../../domain/languages/commission.ts';
import type { LanguageOrder } from '../../domain/languages/order.ts';
import type { VariantOf } from '../../domain/languages/variant.ts';

export type LanguageStore = {
  languageOrders: {
    all(): LanguageOrder[];
    get(areaId: string): LanguageOrder | null;
    /** whole row, by area */
    put(order: LanguageOrder): void;
    remove(areaId: string): void;
  };
  variants: {
    of(bulletinId: string): VariantOf | null;
    /** whole row, by bulletin */
    put(variant: VariantOf): void;
  };
  commissions: {
    insert(commission: Commission): void;
    get(id: string): Commission | null;
    byHash(tokenHash: string): Commission | null;
    byListenerHash(tokenHash: string): Commission | null;
    ofBulletin(bulletinId: string): Commission[];
    /** newest first */
    ofTenants(
      tenantIds: readonly string[],
      page: { limit: number; beforeId: string | null },
    ): Commission[];
    /** asked or returned, nobody was told that it is overdue; the earliest day first */
    waiting(limit: number): Commission[];
    update(commission: Commission): void;
    /** asked, sent or returned */
    countOpen(tenantId: string): number;
  };
};
