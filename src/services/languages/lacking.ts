// What the villages of a schedule would hear of a bulletin in their languages, and what is missing: told to the planner.
// It must never tell a village, nor hold anything back.
import { alikeByOrder, languageFinder } from '../../domain/languages/order.ts';
import type { Actor, Area, Bulletin } from '../../domain/model.ts';
import { theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { treeOf } from '../scope.ts';
import type { LanguageStand, OrderStand, VariantNeed, WayOut } from './languages-door.ts';
import { languageName } from './names-of.ts';
import { viewOf } from './variant-views.ts';

/** More orders than these among the villages of one schedule are a mistake, and no list for a person. */
const ORDERS_MAX = 50;

export function standingOf(
  deps: Deps,
  actor: Actor,
  input: { bulletinId: string; areaIds: readonly string[] },
): OrderStand[] {
  const { bulletinId } = input;
  const asked = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
  const original = (asked.originalId && deps.store.bulletins.get(asked.originalId)) || asked;
  const villages = villagesOf(deps, { areaIds: input.areaIds, tenantId: original.tenantId });
  const find = languageFinder(deps.store.languageOrders.all(), deps.store.areas.all());
  const named = new Map(villages.map(({ id, name }) => [id, name]));
  const stands = standsOf(deps, original);
  const groups = alikeByOrder([...named.keys()], find).slice(0, ORDERS_MAX);
  return groups.map(({ languages, areaIds }) => ({
    ...{ languages, areaIds, areaNames: areaIds.flatMap((id) => named.get(id) ?? []) },
    stands: languages.map(stands),
  }));
}

/** Those in which somebody lives: what has nothing beneath it. Of other tenants nothing is told. */
function villagesOf(
  deps: Deps,
  { areaIds, tenantId }: { areaIds: readonly string[]; tenantId: string },
): Area[] {
  const tree = treeOf(deps);
  const own = new Set(tree.downwards(tenantId).map(({ id }) => id));
  const beneath = areaIds.flatMap((id) => tree.downwards(id)).filter(({ id }) => own.has(id));
  const parents = new Set(beneath.map(({ parentId }) => parentId));
  const found = new Map(beneath.filter(({ id }) => !parents.has(id)).map((one) => [one.id, one]));
  return [...found.values()];
}

function standsOf(deps: Deps, original: Bulletin): (language: string) => LanguageStand {
  const variants = deps.store.bulletins.variantsOf(original.id);
  return (language) => {
    const named = { language, languageName: languageName(deps, language) };
    if (language === original.language) {
      const need = ownNeed(original);
      return { ...named, bulletinId: original.id, ...standing(need), need, ways: waysOf(need) };
    }
    const variant = variants.find((one) => one.language === language);
    if (!variant)
      return { ...named, bulletinId: null, stands: 'missing', need: null, ways: FROM_NOTHING };
    const { need } = viewOf(deps, { variant, original });
    return { ...named, bulletinId: variant.id, ...standing(need), need, ways: waysOf(need) };
  };
}

const standing = (need: VariantNeed): Pick<LanguageStand, 'stands'> => ({
  stands: need === null ? 'airs' : 'needs',
});

function ownNeed({ state }: Bulletin): VariantNeed {
  if (state === 'making') return 'time';
  if (state === 'failed') return 'sound';
  return state === 'approved' ? null : 'approval';
}

const FROM_NOTHING: readonly WayOut[] = ['write', 'record', 'link'];
const WAYS: Readonly<Record<NonNullable<VariantNeed>, readonly WayOut[]>> = {
  words: FROM_NOTHING,
  sound: ['record', 'link'],
  'same-again': ['confirm', 'write', 'record', 'link'],
  approval: ['approve'],
  original: ['original'],
  time: ['wait'],
};
const waysOf = (need: VariantNeed): readonly WayOut[] => (need === null ? [] : WAYS[need]);
