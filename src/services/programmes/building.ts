// Builds what was previewed: one bulletin for each order of languages, in the line in which all sound is made.
// It must never approve anything (approving.ts), nor join sound (joined.ts).
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { EditionPlan } from '../../domain/programmes/edition-plan.ts';
import type { EditionPart, ProgrammeEdition } from '../../domain/programmes/programme-model.ts';
import { sayLeftOut } from '../../domain/programmes/programme-words.ts';
import type { Making } from '../bulletins/making.ts';
import { EACH_WAITING_MAX, WAITING_MAX } from '../bulletins/making-queue.ts';
import type { Deps } from '../deps.ts';
import { languageName } from '../languages/names-of.ts';
import { heldPersonal } from '../personal/suspecting.ts';
import { record } from '../record.ts';
import { limitReached, refusal } from '../refusals.ts';
import { bulletinsOf, expiryOf, partsOf, textOf, viewOf } from './editions.ts';
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
    refuseIfCrowded(making, { tenantId, wanted: planned.editions.length });
    const made = planned.editions.map((_, at) => newEdition(deps, { actor, planned, at }));
    deps.store.transaction(() => {
      for (const one of made) insert(deps, { actor, ...one });
    });
    for (const { bulletin } of made) start(of, bulletin);
    return made.map(({ edition }) => viewOf(deps, edition));
  };
}

/** All of them or none: half a programme's villages would hear it. */
function refuseIfCrowded(making: Making, of: { tenantId: string; wanted: number }): void {
  const { tenantId, wanted } = of;
  const { waiting } = making.line();
  const own = waiting.filter((one) => one.tenantId === tenantId && !one.urgent).length;
  const room = Math.min(EACH_WAITING_MAX - own, WAITING_MAX - waiting.length);
  if (wanted <= room) return;
  throw limitReached({
    vi: `chương trình này cần tạo ${wanted} âm thanh, chỉ còn chỗ cho ${room}; hãy thử lại sau ít phút`,
    en: `this programme needs ${wanted} sounds, and there is room for ${room}; try again in a few minutes`,
  });
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
export function heard(deps: Deps, parts: readonly EditionPart[]) {
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

export function start({ deps, making }: BuildingParts, { id, tenantId }: Bulletin): void {
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
  making.want(id);
}

type Noted = {
  /** null: the service itself */
  actor: Actor | null;
  edition: ProgrammeEdition;
  parts: readonly EditionPart[];
  action: 'programme.build' | 'programme.rebuild' | 'service.programme-rebuilt';
};

export function note(deps: Deps, { actor, edition, parts, action }: Noted): void {
  const { bulletinId, tenantId, templateId, languages, areaIds, version } = edition;
  const said = parts.flatMap((part) => part.bulletinId ?? []);
  const detail = { templateId, languages, areaIds, version, bulletinIds: [...new Set(said)] };
  record(deps, { actor, action, subject: `bulletin:${bulletinId}`, tenantId, detail });
}

export function refuseEmpty({ pieces, leftOut }: EditionPlan): void {
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

export const nothingToAir = () =>
  refusal('conflict', 'nothing-to-air', {
    vi: 'Không có bản tin nào phát được bằng thứ tiếng nghe ở đó. Xem phần còn thiếu, duyệt hoặc ghi âm rồi dựng lại.',
    en: 'No bulletin can be said in a language heard there. See what is missing, approve or record it, then build again.',
    place: 'itemIds',
  });
