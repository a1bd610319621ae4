// Builds what was previewed: one bulletin for each order of languages, in the line in which all sound is made.
// It must never approve anything (approving.ts), nor join sound (joined.ts).
import { isDrill } from '../../domain/airing/drill.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { EditionPlan } from '../../domain/programmes/edition-plan.ts';
import type { EditionPart, ProgrammeEdition } from '../../domain/programmes/programme-model.ts';
import { sayLeftOut } from '../../domain/programmes/programme-words.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { languageName } from '../languages/names-of.ts';
import { heldPersonal } from '../personal/suspecting.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { bulletinsOf, editionFor, expiryOf, partsOf, textOf, viewOf } from './editions.ts';
import { type Planned, plannedFor, titleOf } from './previewing.ts';
import type { Programmes } from './programmes-door.ts';

export type BuildingParts = { deps: Deps; making: Making };

type New = { bulletin: Bulletin; edition: ProgrammeEdition; parts: readonly EditionPart[] };

export function building(of: BuildingParts): Programmes['build'] {
  const { deps, making } = of;
  return async (actor, wish) => {
    const planned = await plannedFor(deps, { actor, action: 'programme.build', wish });
    const { tenantId } = planned.wished;
    making.refuseIfFull({ tenantId, priority: 'normal', drill: false });
    const made = planned.editions.map((_, at) => newEdition(deps, { actor, planned, at }));
    deps.store.transaction(() => {
      for (const one of made) insert(deps, { actor, ...one });
    });
    for (const { bulletin } of made) start(of, bulletin);
    return made.map(({ edition }) => viewOf(deps, edition));
  };
}

function newEdition(deps: Deps, of: { actor: Actor; planned: Planned; at: number }): New {
  const { actor, planned, at } = of;
  const { wished, editions } = planned;
  const { plan, areaIds } = editions[at] as (typeof editions)[number];
  refuseEmpty(plan);
  const parts = partsOf(plan);
  const title = [titleOf(deps, wished), ...(editions.length > 1 ? [named(deps, plan.order)] : [])];
  const bulletin: Bulletin = {
    ...{ id: deps.ids.next(), tenantId: wished.tenantId, title: title.join(' – ') },
    ...{ documentId: null, documentPart: null, originalId: null, genre: 'news', version: 1 },
    ...{ priority: 'normal', drill: false, maxSeconds: null, repeats: 1, standingId: null },
    ...heard(deps, parts),
    language: plan.order[0] ?? '',
    ...{ submitsItself: true, state: 'making', stateReason: null, clipId: null },
    ...{ authorId: actor.accountId, writerIds: [actor.accountId] },
    createdAtMs: deps.clock.wallMs(),
  };
  const edition: ProgrammeEdition = {
    ...{ bulletinId: bulletin.id, tenantId: wished.tenantId, version: 1, broken: null },
    ...{ templateId: wished.template?.id ?? null, languages: plan.order, areaIds },
    ...{ itemIds: wished.itemIds, builtBy: actor.accountId, builtAtMs: deps.clock.wallMs() },
  };
  return { bulletin, edition, parts };
}

/** Of its parts: what is said, until when, and whether anybody is named. */
function heard(deps: Deps, parts: readonly EditionPart[]) {
  return {
    text: textOf(deps, parts),
    expiresAtMs: expiryOf(deps, parts),
    personalData: bulletinsOf(deps, parts).some((one) => heldPersonal(deps, one)),
  };
}

function named(deps: Deps, languages: readonly string[]): string {
  return languages.map((code) => languageName(deps, code)).join(', ');
}

function insert(deps: Deps, { actor, bulletin, edition, parts }: New & { actor: Actor }): void {
  deps.store.bulletins.insert(bulletin);
  deps.store.programmeEditions.put(edition, parts);
  note(deps, { actor, edition, parts, action: 'programme.build' });
}

function start({ deps, making }: BuildingParts, { id, tenantId }: Bulletin): void {
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
  making.want(id);
}

/** In the same bulletin, so that its schedules stay: other parts, another sound, another approval. */
export function rebuilding(of: BuildingParts): Programmes['rebuild'] {
  const { deps, making } = of;
  const { store } = deps;
  return async (actor, { bulletinId }) => {
    const action = 'programme.build';
    const before = editionFor(deps, { actor, action, bulletinId });
    const wish = {
      ...{ templateId: templateThere(deps, before), itemIds: stillThere(deps, before) },
      ...{ areaIds: before.areaIds, atMs: null },
    };
    const planned = await plannedFor(deps, { actor, action, wish });
    const order = before.languages.join(' ');
    const same = planned.editions.find(({ plan }) => plan.order.join(' ') === order);
    if (!same || planned.editions.length > 1) throw ordersChanged();
    refuseEmpty(same.plan);
    making.refuseIfFull({ tenantId: before.tenantId, priority: 'normal', drill: false });
    const parts = partsOf(same.plan);
    const edition = store.transaction(() => replace(deps, { actor, before, parts }));
    const bulletin = store.bulletins.get(bulletinId);
    if (bulletin) start(of, bulletin);
    return viewOf(deps, edition);
  };
}

function replace(
  deps: Deps,
  of: { actor: Actor; before: ProgrammeEdition; parts: readonly EditionPart[] },
): ProgrammeEdition {
  const { store, clock } = deps;
  const { actor, before, parts } = of;
  const bulletin = store.bulletins.get(before.bulletinId) as Bulletin;
  if (before.broken === null && bulletin.state === 'returned') throw takenBack();
  // still on the air with parts that hold: nothing was wrong with it
  const stands = bulletin.state === 'approved' || bulletin.state === 'making';
  if (before.broken === null && stands) throw holdsStill();
  const version = bulletin.version + 1;
  const by = { authorId: actor.accountId, writerIds: [actor.accountId] };
  store.bulletins.update({
    ...bulletin,
    ...heard(deps, parts),
    ...{ ...by, version, state: 'making', stateReason: null, clipId: null, submitsItself: true },
  });
  store.approvals.voidAll(before.bulletinId, clock.planMs());
  const built = { builtBy: actor.accountId, builtAtMs: clock.wallMs() };
  const edition = { ...before, ...built, version, broken: null };
  store.programmeEditions.put(edition, parts);
  note(deps, { actor, edition, parts, action: 'programme.rebuild' });
  return edition;
}

function templateThere({ store }: Deps, { templateId }: ProgrammeEdition): string | null {
  const template = templateId === null ? null : store.programmeTemplates.get(templateId);
  return template?.removedAtMs === null ? templateId : null;
}

/** What became an emergency, or was taken back by the province, is left out: the planner sees it in the parts. */
function stillThere({ store }: Deps, { itemIds, tenantId }: ProgrammeEdition): string[] {
  const there = itemIds.filter((id) => {
    const bulletin = store.bulletins.get(id);
    if (!bulletin || isDrill(bulletin) || bulletin.priority === 'emergency') return false;
    const given = store.assignments.givenTo({ bulletinId: id, communeId: tenantId });
    return bulletin.tenantId === tenantId || given.length > 0;
  });
  if (there.length === 0) throw nothingToAir();
  return there;
}

type Noted = {
  actor: Actor;
  edition: ProgrammeEdition;
  parts: readonly EditionPart[];
  action: 'programme.build' | 'programme.rebuild';
};

function note(deps: Deps, { actor, edition, parts, action }: Noted): void {
  const { bulletinId, tenantId, templateId, languages, areaIds, version } = edition;
  const said = parts.flatMap((part) => part.bulletinId ?? []);
  const detail = { templateId, languages, areaIds, version, bulletinIds: [...new Set(said)] };
  record(deps, { actor, action, subject: `bulletin:${bulletinId}`, tenantId, detail });
}

function refuseEmpty({ pieces, leftOut }: EditionPlan): void {
  if (pieces.some(({ kind }) => kind === 'item')) return;
  const whys = leftOut.slice(0, WHYS_SAID).map(sayLeftOut);
  if (whys.length === 0) throw nothingToAir();
  throw refusal('conflict', 'nothing-to-air', {
    vi: `Không có bản tin nào phát được. ${whys.map(({ vi }) => vi).join(' ')}`,
    en: `No bulletin can be said. ${whys.map(({ en }) => en).join(' ')}`,
    place: 'itemIds',
  });
}

/** The preview names the others. */
const WHYS_SAID = 3;

const nothingToAir = () =>
  refusal('conflict', 'nothing-to-air', {
    vi: 'Không có bản tin nào phát được bằng thứ tiếng nghe ở đó. Xem phần còn thiếu, duyệt hoặc ghi âm rồi dựng lại.',
    en: 'No bulletin can be said in a language heard there. See what is missing, approve or record it, then build again.',
    place: 'itemIds',
  });

const ordersChanged = () =>
  refusal('conflict', 'orders-changed', {
    vi: 'Thứ tự ngôn ngữ của các thôn đã đổi từ khi dựng. Hãy dựng chương trình mới.',
    en: 'The villages’ orders of languages have changed since it was built. Build a new programme.',
  });

/** An approver's word against the whole is not undone by a button. */
const takenBack = () =>
  refusal('conflict', 'edition-withdrawn', {
    vi: 'Người duyệt đã rút cả chương trình này, nên không dựng lại được. Hãy hỏi lý do rồi dựng chương trình mới.',
    en: 'An approver withdrew this whole programme, so it cannot be rebuilt. Ask why, then build a new one.',
  });

const holdsStill = () =>
  refusal('conflict', 'edition-holds', {
    vi: 'Chương trình này vẫn đang đúng, không cần dựng lại.',
    en: 'This programme still holds: there is nothing to rebuild.',
  });
