// What an edition hangs on: its parts, asked wherever somebody asks what will air, not only at the next look.
// It must never take anything off the air: holding.ts does.
import type { Bound } from '../../domain/airing/hindrance.ts';
import type { Bulletin } from '../../domain/model.ts';
import { hindranceBy } from '../../domain/programmes/part-standing.ts';
import type { Deps } from '../deps.ts';
import { boundVariants } from '../languages/binding.ts';
import { brokenPart } from './joined.ts';
import { type FactsOf, partFacts } from './sayable.ts';

type Rows = Pick<Deps, 'store' | 'clock'>;
type Asked = Pick<Bulletin, 'id' | 'originalId' | 'state'>;

/** Of one answer: a variant by its original, an edition by its parts; null of what hangs on nothing. */
export function boundBulletins(deps: Rows): (bulletin: Asked) => Bound | null {
  const byOriginal = boundVariants(deps);
  const byParts = boundEditions(deps);
  return (bulletin) => byOriginal(bulletin) ?? byParts(bulletin);
}

function boundEditions(deps: Rows): (bulletin: Asked) => Bound | null {
  const { store, clock } = deps;
  const known = new Map<string, Bound | null>();
  const factsOf = new Map<string, FactsOf>();
  const boundNow = (id: string): Bound | null => {
    const edition = store.programmeEditions.get(id);
    if (edition === null) return null;
    const { tenantId } = edition;
    const facts = factsOf.get(tenantId) ?? partFacts(deps, { tenantId, nowMs: clock.planMs() });
    factsOf.set(tenantId, facts);
    const broken = brokenPart(deps, { parts: store.programmeEditions.parts(id), tenantId, facts });
    return { hindrance: broken && hindranceBy(broken.why), expiresAtMs: null };
  };
  return ({ id, state }) => {
    // unapproved it airs nowhere, and its own state says why
    if (state !== 'approved') return null;
    const bound = known.has(id) ? (known.get(id) ?? null) : boundNow(id);
    known.set(id, bound);
    return bound;
  };
}
