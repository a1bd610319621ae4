// What a programme would sound like, edition by edition: exact before anything is made, and nothing written.
// It must never decide what is said or left out: src/domain/programmes does.
import { regulationsIn } from '../../domain/airing/hours-of-sites.ts';
import type { AreaTree } from '../../domain/areas.ts';
import type { Actor, Clip } from '../../domain/model.ts';
import { personalHints } from '../../domain/personal/personal-hints.ts';
import {
  type EditionPlan,
  type EditionWish,
  planEdition,
  type Spoken,
} from '../../domain/programmes/edition-plan.ts';
import { lengthOf } from '../../domain/programmes/lengths.ts';
import { sayLeftOut, sayMissing } from '../../domain/programmes/programme-words.ts';
import type { Action } from '../../domain/rights.ts';
import { dayNumber, dayOf } from '../../domain/vietnam-time.ts';
import { regulations } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import { languageName } from '../languages/names-of.ts';
import { heldPersonal } from '../personal/suspecting.ts';
import type { EditionPreview, Preview, ProgrammeWish } from './programmes-door.ts';
import { type FactsOf, partFacts, profileOf, spokenOf } from './sayable.ts';
import { frameOf, type Wished, wished } from './wished.ts';

export type Planned = {
  wished: Wished;
  editions: { plan: EditionPlan; areaIds: readonly string[]; minutes: number | null }[];
  facts: FactsOf;
  profile: Clip['profile'];
};

export async function plannedFor(
  deps: Deps,
  asked: { actor: Actor | null; action: Action; wish: ProgrammeWish },
): Promise<Planned> {
  const wish = wished(deps, asked);
  const { template, tenantId, atMs, itemIds } = wish;
  const facts = partFacts(deps, { tenantId, nowMs: atMs });
  const any = spokenOf(deps, { facts, profile: null });
  const profile = profileOf(itemIds.map(any), facts);
  const spoken = spokenOf(deps, { facts, profile });
  const of = (id: string | null) => (id === null ? null : spoken(id));
  const around: Omit<EditionWish, 'order' | 'regulationMs'> = {
    frame: frameOf(template),
    chime: template ? await chimeOf(deps, { template, profile, spoken }) : null,
    ident: of(template?.identId ?? null),
    opening: of(template?.openingId ?? null),
    closing: of(template?.closingId ?? null),
    items: itemIds.map(spoken),
  };
  const minutesAt = minutesIn(deps, wish.tree);
  const editions = wish.groups.map(({ languages, areaIds }) => {
    const minutes = minutesAt(areaIds);
    const regulationMs = minutes === null ? null : minutes * 60_000;
    return { plan: planEdition({ ...around, order: languages, regulationMs }), areaIds, minutes };
  });
  return { wished: wish, editions, facts, profile };
}

async function chimeOf(
  deps: Deps,
  of: {
    template: NonNullable<Wished['template']>;
    profile: Clip['profile'];
    spoken(id: string): Spoken;
  },
): Promise<EditionWish['chime']> {
  const { chime } = of.template;
  if (chime.kind === 'none') return null;
  if (chime.kind === 'bulletin') return of.spoken(chime.bulletinId);
  const clip = await deps.studio.chime(of.profile);
  const { id: clipId, contentHash } = clip;
  const length = lengthOf(clip);
  return { bulletinId: '', version: 0, title: 'Nhạc hiệu', clipId, contentHash, length };
}

/** The strictest of the regulations kept where it is heard. */
function minutesIn(deps: Deps, tree: AreaTree): (areaIds: readonly string[]) => number | null {
  const at = regulationsIn({ tree, regulations: regulations(deps) });
  return (areaIds) => {
    const below = areaIds.flatMap((id) => tree.downwards(id));
    const most = below.flatMap(({ id }) => at(id)?.rules.minutesPerSession ?? []);
    return most.length === 0 ? null : Math.min(...most);
  };
}

export function previewOf(deps: Deps, { wished: wish, editions }: Planned): Preview {
  const minutes = editions.flatMap((one) => one.minutes ?? []);
  return {
    tenantId: wish.tenantId,
    title: titleOf(deps, wish),
    itemIds: wish.itemIds,
    editions: editions.map((edition) => shown(deps, { edition, tree: wish.tree })),
    regulationMinutes: minutes.length === 0 ? null : Math.min(...minutes),
  };
}

function shown(
  deps: Deps,
  { edition, tree }: { edition: Planned['editions'][number]; tree: AreaTree },
): EditionPreview {
  const { order, missing, leftOut, ...plan } = edition.plan;
  const nameOf = (language: string) => languageName(deps, language);
  return {
    ...plan,
    languages: order,
    areaIds: edition.areaIds,
    areaNames: edition.areaIds.map((id) => tree.get(id)?.name ?? ''),
    missing: missing.map((one) => ({ ...one, says: sayMissing(one, nameOf) })),
    leftOut: leftOut.map((one) => ({ ...one, says: sayLeftOut(one) })),
  };
}

/** A day has one programme of a name; without a template it is called as the first of its bulletins that was approved. */
export function titleOf({ store }: Deps, { template, itemIds, atMs }: Wished): string {
  if (template === null) {
    const items = itemIds.flatMap((id) => store.bulletins.get(id) ?? []);
    // a title nobody read, or one that is somebody's own, is no name for what is published
    const read = items.find((one) => one.state === 'approved' && !heldPersonal({ store }, one));
    return read?.title ?? UNNAMED;
  }
  const { day, month, year } = dayOf(dayNumber(atMs));
  // older than the look at names when they are kept
  const name = personalHints(template.name).length > 0 ? UNNAMED : template.name;
  return `${name}, ngày ${day}/${month}/${year}`;
}

const UNNAMED = 'Chương trình truyền thanh';
