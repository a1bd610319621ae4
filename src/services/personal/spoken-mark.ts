// Whether a commune's machine voices end by saying that they are: its own word, else its province's, else no.
// It must never add a word to a recording of people.
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Bulletin } from '../../domain/model.ts';
import { SPOKEN_MARK } from '../../domain/sound/synthetic.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';

export function spokenMarkOf({ store }: Pick<Deps, 'store'>, tenantId: string): boolean {
  for (const { id } of treeAbove(store.areas, tenantId).upwards(tenantId)) {
    const said = store.spokenMarks.get(id);
    if (said !== null) return said;
  }
  return false;
}

/** The last sentence of what a machine reads; null: none, or nobody here knows how another language says it. */
export function afterwordOf(
  deps: Pick<Deps, 'store'>,
  { tenantId, language }: Pick<Bulletin, 'tenantId' | 'language'>,
): string | null {
  return language === VIETNAMESE && spokenMarkOf(deps, tenantId) ? SPOKEN_MARK : null;
}
