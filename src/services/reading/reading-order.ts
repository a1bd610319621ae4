// How one tenant's texts are read: its profile, its lexicon additions, and what was settled in a document.
// It must never know a rule of reading, nor who is asking.
import { createHash } from 'node:crypto';
import { tenantChain } from '../../domain/areas.ts';
import type {
  LexiconAddition,
  LexiconEntry,
  ReadingOrder,
} from '../../domain/documents/reading-model.ts';
import { type ChosenProfile, chosenProfile } from '../../domain/documents/reading-profile.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';

/** The tenant itself, then its province. */
export function tenantsAbove(deps: Pick<Deps, 'store'>, tenantId: string): string[] {
  return tenantChain(treeAbove(deps.store.areas, tenantId), tenantId);
}

export function orderOf(
  deps: Deps,
  of: { tenantId: string; documentId: string | null },
): ReadingOrder {
  return {
    profile: profileOf(deps, of.tenantId).profile,
    additions: additionsFor(deps, of.tenantId).map(asEntry),
    settled: of.documentId === null ? [] : settledIn(deps, of.documentId),
  };
}

export function profileOf({ store, reader }: Deps, tenantId: string): ChosenProfile {
  const chosen = (areaId: string | undefined) => {
    const kept = areaId === undefined ? null : store.profiles.get(areaId);
    // a profile from before an option existed has its default
    return kept && { ...reader.profile, ...kept };
  };
  const [own, province] = tenantsAbove({ store }, tenantId);
  return chosenProfile({ own: chosen(own), province: chosen(province), product: reader.profile });
}

/** The province's first: of two for the same word the later, nearer one is said. */
export function additionsFor(deps: Pick<Deps, 'store'>, tenantId: string): LexiconAddition[] {
  return tenantsAbove(deps, tenantId)
    .reverse()
    .flatMap((areaId) => deps.store.additions.of(areaId));
}

/** What became a lexicon entry is said by that entry, and follows it when it is changed. */
function settledIn({ store }: Deps, documentId: string): ReadingOrder['settled'] {
  return store.settlements
    .of(documentId)
    .filter(({ kept }) => kept === 'document')
    .map(({ written, before, after, words }) => ({ written, before, after, words }));
}

function asEntry({ written, spoken, note, example }: LexiconAddition): LexiconEntry {
  return { written, spoken, note, example };
}

/** Equal for two orders that read alike. */
export function keyOfOrder(order: ReadingOrder): string {
  return createHash('sha256').update(JSON.stringify(order)).digest('base64url');
}

const REVISION = 'lexicon.revision:';
const PROFILE_REVISION = 'reading.revision:';

/**
 * Another after every change of how this tenant's texts are read, here or above; also when it is
 * changed back: what was made in between was read otherwise.
 */
export function readingKeyOf(deps: Deps, tenantId: string): string {
  const order = keyOfOrder(orderOf(deps, { tenantId, documentId: null }));
  const own = (areaId: string) => deps.store.settings.get(PROFILE_REVISION + areaId) ?? '0';
  const profiles = tenantsAbove(deps, tenantId).map(own).join('.');
  return `${order}.${lexiconRevision(deps, tenantId)}.${profiles}`;
}

/** In the transaction of the change itself. */
export function reviseProfile({ store }: Pick<Deps, 'store'>, areaId: string): void {
  const last = Number(store.settings.get(PROFILE_REVISION + areaId) ?? 0);
  store.settings.put(PROFILE_REVISION + areaId, String(last + 1));
}

/** Grows with every change of an addition here or above: what was read before it is out of date. */
export function lexiconRevision(deps: Pick<Deps, 'store'>, tenantId: string): number {
  const own = (areaId: string) => Number(deps.store.settings.get(REVISION + areaId) ?? 0);
  return tenantsAbove(deps, tenantId).reduce((sum, areaId) => sum + own(areaId), 0);
}

/** In the transaction of the change itself. */
export function reviseLexicon({ store }: Pick<Deps, 'store'>, areaId: string): void {
  const last = Number(store.settings.get(REVISION + areaId) ?? 0);
  store.settings.put(REVISION + areaId, String(last + 1));
}
