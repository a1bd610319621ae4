// Whoever is named in a part is named in every edition that says it: marked with the part, and once more after a start.
// It must never take a mark off.
import type { Deps } from '../deps.ts';
import { heldPersonal } from '../personal/suspecting.ts';
import { record } from '../record.ts';
import { bulletinsOf } from './editions.ts';

type Rows = Pick<Deps, 'store' | 'ids' | 'clock'>;

/** Those of last week too. Within the transaction of the part's own mark, where there is one. @returns what was marked */
export function markEditions(deps: Rows, bulletinId: string): string[] {
  return editionsOf(deps, bulletinId).filter((id) => markOne(deps, { id, bulletinId }));
}

/** The edition it is, and those in which it is said. */
export function editionsOf({ store }: Pick<Deps, 'store'>, id: string): string[] {
  const own = store.programmeEditions.get(id) ? [id] : [];
  return [...own, ...store.programmeEditions.saying(id)];
}

/** A beat is not held up by the programmes of years. */
const PER_LOOK = 50;

/** What a run that was killed left unmarked, some at each look. @returns what was marked; null: all were looked at */
export function makeMarkedAgain(deps: Rows): () => string[] | null {
  let beforeId: string | null = null;
  let done = false;
  return () => {
    if (done) return null;
    const { store } = deps;
    const tenantIds = [...new Set(store.areas.all().map(({ tenantId }) => tenantId))];
    const page = store.programmeEditions.ofTenants(tenantIds, { limit: PER_LOOK, beforeId });
    beforeId = page.at(-1)?.bulletinId ?? null;
    done = page.length < PER_LOOK;
    const ids = page.map(({ bulletinId }) => bulletinId);
    return ids.filter((id) => markOne(deps, { id, bulletinId: id }));
  };
}

function markOne(deps: Rows, { id, bulletinId }: { id: string; bulletinId: string }): boolean {
  const { store } = deps;
  const bulletin = store.bulletins.get(id);
  if (!bulletin || bulletin.personalData || !namesSomebody(deps, id)) return false;
  store.transaction(() => {
    store.bulletins.update({ ...bulletin, personalData: true });
    record(deps, {
      ...{ actor: null, action: 'service.programme-marked', tenantId: bulletin.tenantId },
      ...{ subject: `bulletin:${id}`, detail: { bulletinId } },
    });
  });
  return true;
}

/** Asked before the mark of an edition is taken off: its parts keep it. */
export function namesSomebody(deps: Pick<Deps, 'store'>, editionId: string): boolean {
  const parts = deps.store.programmeEditions.parts(editionId);
  return bulletinsOf(deps, parts).some((one) => heldPersonal(deps, one));
}
