// The order of languages of an area: its own, or what it lies in says.
// It must never decide what airs: whoever builds a programme asks for the order.

import { areaTree } from '../../domain/areas.ts';
import { languageFinder, ORDER_MAX, orderFault } from '../../domain/languages/order.ts';
import type { Area } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, seenArea } from '../scope.ts';
import type { LanguageOrders, LanguageOrderView } from './languages-door.ts';

export function makeLanguageOrders(deps: Deps): LanguageOrders {
  const { store } = deps;
  return {
    get: (actor, input) => viewOf(deps, seenArea(deps, { actor, ...input })),
    set(actor, { areaId, languages }) {
      const area = seenArea(deps, { actor, areaId });
      const { tenantId } = area;
      permit(deps, { actor, action: 'language-order.set', tenantId });
      if (languages.length > 0) check(deps, languages);
      store.transaction(() => {
        if (languages.length === 0) store.languageOrders.remove(areaId);
        else store.languageOrders.put({ areaId, languages });
        const subject = `area:${areaId}`;
        const detail = { languages };
        record(deps, { actor, action: 'language-order.set', subject, tenantId, detail });
      });
      deps.changes.tell({ kind: 'area', id: areaId, tenantId });
      return viewOf(deps, area);
    },
  };
}

function viewOf({ store }: Deps, { id: areaId }: Area): LanguageOrderView {
  const areas = store.areas.all();
  const { languages, fromAreaId } = languageFinder(store.languageOrders.all(), areas)(areaId);
  const own = store.languageOrders.get(areaId)?.languages ?? null;
  const from = fromAreaId === null ? null : areaTree(areas).get(fromAreaId);
  return { areaId, own, languages, fromName: from?.name ?? null };
}

function check(deps: Deps, languages: readonly string[]): void {
  const fault = orderFault(languages, new Set(deps.languages.map(({ code }) => code)));
  if (fault === null) return;
  if (typeof fault === 'object') throw unknown(fault.unknown);
  throw refusal('caller', 'bad-order', {
    vi: `Mỗi nơi nghe từ 1 đến ${ORDER_MAX} ngôn ngữ, mỗi ngôn ngữ một lần.`,
    en: `A place hears 1 to ${ORDER_MAX} languages, each once.`,
    place: 'languages',
  });
}

const unknown = (code: string) =>
  refusal('caller', 'unknown-language', {
    vi: `Không có ngôn ngữ “${code}” trong danh sách. Hãy chọn mã có ở /api/languages.`,
    en: `There is no language “${code}” in the list. Choose a code of /api/languages.`,
    place: 'languages',
  });
