// Which bulletins may be said in a programme today, in which languages, and why the others may not: rows looked up once.
// It must never decide: src/domain/programmes does.
import type { Bulletin, Clip } from '../../domain/model.ts';
import type { HeldWhy, Sayable, Spoken } from '../../domain/programmes/edition-plan.ts';
import { lengthOf } from '../../domain/programmes/lengths.ts';
import { faultNow, type PartFacts } from '../../domain/programmes/part-standing.ts';
import type { PartFault } from '../../domain/programmes/programme-model.ts';
import type { Deps } from '../deps.ts';
import { boundVariants } from '../languages/binding.ts';
import { documentEnds } from '../reading/document-ends.ts';

type Rows = Pick<Deps, 'store'>;
export type FactsOf = (bulletinId: string) => PartFacts;

/** Of one answer or one look: what is said in ten editions is fetched once. */
export function partFacts(deps: Rows, of: { tenantId: string; nowMs: number }): FactsOf {
  const { store } = deps;
  const { tenantId, nowMs } = of;
  const ends = documentEnds(deps);
  const bound = boundVariants(deps);
  const known = new Map<string, PartFacts>();
  const gathered = (id: string): PartFacts => {
    const bulletin = store.bulletins.get(id);
    const clip = bulletin?.clipId ? store.clips.get(bulletin.clipId) : null;
    return {
      ...{ bulletin, clip, nowMs },
      approvals: bulletin ? store.approvals.of(id) : [],
      documentEndMs: bulletin && ends(bulletin),
      theirs: bulletin !== null && isTheirs(deps, { bulletin, tenantId }),
      bound: bulletin && (bound(bulletin)?.hindrance ?? null),
    };
  };
  return (id) => {
    const facts = known.get(id) ?? gathered(id);
    known.set(id, facts);
    return facts;
  };
}

/** Its own, or what the province gave it and it has not declined; of a variant its original counts as well. */
export function isTheirs(
  { store }: Rows,
  { bulletin, tenantId }: { bulletin: Bulletin; tenantId: string },
): boolean {
  if (bulletin.tenantId === tenantId) return true;
  const given = (bulletinId: string) =>
    store.assignments.givenTo({ bulletinId, communeId: tenantId }).length > 0;
  const { originalId } = bulletin;
  return given(bulletin.id) || (originalId !== null && given(originalId));
}

export function spokenOf(
  { store }: Rows,
  { facts, profile }: { facts: FactsOf; profile: Clip['profile'] | null },
): (originalId: string) => Spoken {
  return (originalId) => {
    const original = store.bulletins.get(originalId);
    const all = original ? [original, ...store.bulletins.variantsOf(originalId)] : [];
    const judged = all.map((bulletin) => judge({ bulletin, facts: facts(bulletin.id), profile }));
    return {
      originalId,
      title: original?.title ?? '',
      sayable: judged.flatMap((one) => ('clipId' in one ? [one] : [])),
      held: judged.flatMap((one) => ('why' in one ? [one] : [])),
    };
  };
}

type Held = { bulletinId: string; language: string; why: HeldWhy };

function judge(of: {
  bulletin: Bulletin;
  facts: PartFacts;
  profile: Clip['profile'] | null;
}): Sayable | Held {
  const { bulletin, facts, profile } = of;
  const { id: bulletinId, language, title, version } = bulletin;
  const { clip } = facts;
  const fault = faultNow(facts);
  if (fault !== null || clip === null)
    return { bulletinId, language, why: heldFor(bulletin, fault ?? 'gone') };
  if (profile !== null && clip.profile !== profile)
    return { bulletinId, language, why: 'other-profile' };
  const { id: clipId, contentHash } = clip;
  return { bulletinId, version, title, language, clipId, contentHash, length: lengthOf(clip) };
}

/** What was never approved is not "withdrawn": another person has another thing to do. */
function heldFor({ state }: Bulletin, fault: PartFault): HeldWhy {
  if (fault !== 'withdrawn' && fault !== 'changed') return fault;
  if (state === 'making' || state === 'failed') return state;
  return state === 'ready' || state === 'pending' ? 'not-approved' : fault;
}

/** Levelled for the most of them: what is for another loudspeaker cannot stand beside it in one sound. */
export function profileOf(spoken: readonly Spoken[], facts: FactsOf): Clip['profile'] {
  const counts = new Map<Clip['profile'], number>();
  for (const { bulletinId } of spoken.flatMap(({ sayable }) => sayable)) {
    const profile = facts(bulletinId).clip?.profile;
    if (profile) counts.set(profile, (counts.get(profile) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 'horn';
}
