// A programme as somebody wishes it: whose it is, where it is heard in which languages, and which bulletins it takes.
// It must never join sound, nor write a row.
import { type AreaTree, sitesUnder, tenantChain } from '../../domain/areas.ts';
import { alikeByOrder, languageFinder } from '../../domain/languages/order.ts';
import type { Actor, Area, Bulletin } from '../../domain/model.ts';
import { chosenBy, neverIn } from '../../domain/programmes/choosing.ts';
import {
  BARE,
  ITEMS_MOST,
  type ProgrammeTemplate,
  USUAL_CHOOSING,
} from '../../domain/programmes/programme-model.ts';
import type { Action } from '../../domain/rights.ts';
import { sitesWithUnits } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import { missing, refusal } from '../refusals.ts';
import { makeLevels } from '../regulation/planned.ts';
import { permit, permitted, seenArea, treeOf } from '../scope.ts';
import type { ProgrammeWish } from './programmes-door.ts';
import { isTheirs, partFacts, spokenOf } from './sayable.ts';

export type Wished = {
  template: ProgrammeTemplate | null;
  tenantId: string;
  tree: AreaTree;
  /** one for each order of languages there */
  groups: { languages: readonly string[]; areaIds: readonly string[] }[];
  itemIds: readonly string[];
  atMs: number;
};
/** no actor: the service itself, of what somebody wished before; it is asked for no right */
type Asked = { actor: Actor | null; action: Action; wish: ProgrammeWish };

/** As far ahead as anybody plans an evening. */
const AHEAD_MOST_MS = 400 * 24 * 3_600_000;
/** Orders of languages in one commune; more are a mistake of the table. */
const GROUPS_MOST = 12;
/** The newest of a commune's approved bulletins that are looked at by a rule. */
const LOOKED_MOST = 400;

export function wished(deps: Deps, asked: Asked): Wished {
  const { actor, action, wish } = asked;
  const tree = treeOf(deps);
  const areas = [...new Set(wish.areaIds)].map((areaId) => areaFor(deps, { actor, areaId }));
  const thing =
    wish.templateId === null ? null : deps.store.programmeTemplates.get(wish.templateId);
  const template = wish.templateId === null ? null : templateFor(deps, asked, thing);
  if (template?.removedAtMs) throw missing();
  const tenantId =
    template?.tenantId ??
    tenantOf(
      areas.map((area) => area.tenantId),
      tree,
    );
  if (actor !== null) permit(deps, { actor, action, tenantId });
  for (const { id } of areas) if (!tenantChain(tree, id).includes(tenantId)) throw missing();
  const nowMs = deps.clock.planMs();
  const atMs = Math.min(Math.max(wish.atMs ?? nowMs, nowMs), nowMs + AHEAD_MOST_MS);
  const groups = groupsOf(deps, { tree, areaIds: areas.map(({ id }) => id) });
  const itemIds = wish.itemIds
    ? named(deps, { itemIds: wish.itemIds, tenantId })
    : byRule(deps, { template, tenantId, groups, nowMs, atMs });
  return { template, tenantId, tree, groups, itemIds, atMs };
}

function areaFor(deps: Deps, { actor, areaId }: { actor: Actor | null; areaId: string }): Area {
  const area = actor === null ? deps.store.areas.get(areaId) : seenArea(deps, { actor, areaId });
  if (area === null) throw missing();
  return area;
}

function templateFor(
  deps: Deps,
  { actor, action }: Asked,
  thing: ProgrammeTemplate | null,
): ProgrammeTemplate {
  if (actor !== null) return permitted(deps, { actor, action, thing });
  if (thing === null) throw missing();
  return thing;
}

/** What several communes hear is the province's. */
function tenantOf(tenantIds: readonly string[], tree: AreaTree): string {
  const [first, ...others] = [...new Set(tenantIds)];
  if (first === undefined) throw noAreas();
  return others.length === 0 ? first : (tree.upwards(first).at(-1)?.id ?? first);
}

function groupsOf(
  deps: Deps,
  { tree, areaIds }: { tree: AreaTree; areaIds: readonly string[] },
): Wished['groups'] {
  const { store } = deps;
  const sites = sitesUnder({ tree, areaIds, sites: sitesWithUnits(deps) });
  const places = [...new Set(sites.map(({ areaId }) => areaId))];
  if (places.length === 0) throw noSpeakers();
  const find = languageFinder(store.languageOrders.all(), store.areas.all());
  const groups = alikeByOrder(places, find);
  if (groups.length > GROUPS_MOST) throw tooManyOrders();
  const [only] = groups;
  // one order everywhere: where it was wished is where it is said, whatever pole comes there tomorrow
  return only && groups.length === 1 ? [{ ...only, areaIds: [...areaIds] }] : groups;
}

/** A variant stands for the bulletin it is one of: which language is said where is the village's. */
function named(
  deps: Deps,
  { itemIds, tenantId }: { itemIds: readonly string[]; tenantId: string },
): string[] {
  const originals = itemIds.map((id) => {
    const bulletin = deps.store.bulletins.get(id);
    if (!bulletin || !isTheirs(deps, { bulletin, tenantId })) throw missing();
    refuseNever(deps, bulletin);
    return bulletin.originalId ?? bulletin.id;
  });
  const once = [...new Set(originals)];
  if (once.length > ITEMS_MOST) throw tooManyItems();
  return once;
}

function refuseNever({ store }: Deps, bulletin: Bulletin): void {
  const never = neverIn(bulletin);
  if (never === 'emergency') throw noEmergency(bulletin.title);
  if (never === 'drill') throw noDrill(bulletin.title);
  if (store.programmeEditions.get(bulletin.id)) throw noProgramme(bulletin.title);
}

function byRule(
  deps: Deps,
  of: Pick<Wished, 'template' | 'tenantId' | 'groups' | 'atMs'> & { nowMs: number },
): string[] {
  const { store } = deps;
  const { template, tenantId, nowMs, atMs } = of;
  if (template === null) throw noItems();
  const own = store.bulletins.ofTenants([tenantId], {
    ...{ limit: LOOKED_MOST, beforeId: null },
    state: 'approved',
  });
  const around = new Set(framesOf(deps, tenantId));
  const candidates = [...own, ...givenTo(deps, tenantId)].filter(
    (one) =>
      one.originalId === null &&
      !around.has(one.id) &&
      neverIn(one) === null &&
      store.programmeEditions.get(one.id) === null,
  );
  const bulletinIds = candidates.map(({ id }) => id);
  const times = store.programmeEditions.timesAired({ tenantId, bulletinIds });
  const level = makeLevels(deps);
  const choosable = candidates.map((one) => ({
    ...{ id: one.id, genre: one.genre, createdAtMs: one.createdAtMs },
    ...{ level: level(one), given: one.tenantId !== tenantId, timesAired: times.get(one.id) ?? 0 },
  }));
  const rule = template.choosing ?? USUAL_CHOOSING;
  const spoken = spokenOf(deps, {
    facts: partFacts(deps, { tenantId, nowMs: atMs }),
    profile: null,
  });
  const heard = new Set(of.groups.flatMap(({ languages }) => languages));
  // what has expired, or nobody there understands, takes nobody's place
  const holds = (id: string) => spoken(id).sayable.some(({ language }) => heard.has(language));
  const chosen = chosenBy(rule, { choosable, nowMs, holds });
  // of nothing at all the planner is told why, one by one
  return chosen.length > 0 ? chosen : chosenBy(rule, { choosable, nowMs, holds: () => true });
}

function framesOf({ store }: Deps, tenantId: string): string[] {
  return store.programmeTemplates.ofTenants([tenantId]).flatMap((one) => {
    const chimeId = one.chime.kind === 'bulletin' ? one.chime.bulletinId : null;
    return [chimeId, one.identId, one.openingId, one.closingId].flatMap((id) => id ?? []);
  });
}

/** Accepted by the commune; what it has not answered is nobody's to choose for it. */
function givenTo({ store }: Deps, tenantId: string): Bulletin[] {
  const given = store.assignments.list({
    ...{ tenantIds: [tenantId], beforeId: null, limit: LOOKED_MOST },
  });
  return given.flatMap((one) => {
    if (one.withdrawnAtMs !== null) return [];
    if (store.assignments.part(one.id, tenantId)?.answer !== 'accepted') return [];
    return store.bulletins.get(one.bulletinId) ?? [];
  });
}

export function frameOf(template: ProgrammeTemplate | null) {
  return template ?? BARE;
}

const noAreas = () =>
  refusal('caller', 'no-areas', {
    vi: 'Hãy chọn ít nhất một thôn, bản.',
    en: 'Choose at least one village.',
    place: 'areaIds',
  });

const noSpeakers = () =>
  refusal('conflict', 'no-speakers', {
    vi: 'Những nơi đã chọn chưa có cụm loa nào được lắp thiết bị.',
    en: 'No loudspeaker with a unit stands in the places chosen.',
    place: 'areaIds',
  });

const tooManyOrders = () =>
  refusal('caller', 'too-many-orders', {
    vi: `Những nơi đã chọn nghe theo hơn ${GROUPS_MOST} thứ tự ngôn ngữ. Hãy chọn ít nơi hơn.`,
    en: `The places chosen hear more than ${GROUPS_MOST} orders of languages. Choose fewer.`,
    place: 'areaIds',
  });

const tooManyItems = () =>
  refusal('caller', 'too-many-items', {
    vi: `Một chương trình có tối đa ${ITEMS_MOST} bản tin.`,
    en: `A programme has at most ${ITEMS_MOST} bulletins.`,
    place: 'itemIds',
  });

const noItems = () =>
  refusal('caller', 'no-items', {
    vi: 'Hãy chọn bản tin, hoặc chọn một mẫu chương trình để chọn theo quy tắc.',
    en: 'Choose bulletins, or a template whose rule chooses them.',
    place: 'itemIds',
  });

const noEmergency = (title: string) =>
  refusal('conflict', 'no-emergency', {
    vi: `“${title}” là tin khẩn cấp: hãy phát riêng, không đặt trong chương trình.`,
    en: `“${title}” is an emergency: air it by itself, not within a programme.`,
    place: 'itemIds',
  });

const noDrill = (title: string) =>
  refusal('conflict', 'no-drill', {
    vi: `“${title}” là diễn tập: hãy phát riêng, không đặt trong chương trình.`,
    en: `“${title}” is a drill: air it by itself, not within a programme.`,
    place: 'itemIds',
  });

const noProgramme = (title: string) =>
  refusal('conflict', 'no-programme', {
    vi: `“${title}” đã là một chương trình, không đặt được vào chương trình khác.`,
    en: `“${title}” is a programme itself and cannot stand within another.`,
    place: 'itemIds',
  });
