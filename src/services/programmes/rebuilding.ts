// An edition built anew in the same bulletin, by somebody or by itself: other parts, another sound, another approval.
// It must never undo an approver's word against the whole.
import { isDrill } from '../../domain/airing/drill.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { EditionPart, ProgrammeEdition } from '../../domain/programmes/programme-model.ts';
import { offAir } from '../airing/off-air.ts';
import type { BulletinParts } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../refusals.ts';
import { heard, note, nothingToAir, refuseEmpty, start } from './building.ts';
import { editionFor, partsOf, viewOf } from './editions.ts';
import { nextTimeOf } from './next-time.ts';
import { plannedFor } from './previewing.ts';
import type { Programmes } from './programmes-door.ts';

/** In the same bulletin, so that its schedules stay. */
export function rebuilding(of: BulletinParts): Programmes['rebuild'] {
  const { deps, making } = of;
  return async (actor, { bulletinId }) => {
    const before = editionFor(deps, { actor, action: 'programme.build', bulletinId });
    const parts = await partsAnew(deps, { actor, before });
    making.refuseIfFull({ tenantId: before.tenantId, priority: 'normal', drill: false });
    return viewOf(deps, settled(of, { actor, before, parts }));
  };
}

/** As somebody would who pressed it, of whatever may be said: nobody is asked for a right. @throws AppError: it cannot be */
export async function rebuildAlone(of: BulletinParts, before: ProgrammeEdition): Promise<void> {
  const parts = await partsAnew(of.deps, { actor: null, before });
  settled(of, { actor: null, before, parts });
}

type Rebuilt = { actor: Actor | null; before: ProgrammeEdition };

async function partsAnew(deps: Deps, { actor, before }: Rebuilt): Promise<EditionPart[]> {
  const wish = {
    ...{ templateId: templateThere(deps, before), itemIds: stillThere(deps, before) },
    // what has expired by then would break it again
    ...{ areaIds: before.areaIds, atMs: nextTimeOf(deps, before.bulletinId) },
  };
  const planned = await plannedFor(deps, { actor, action: 'programme.build', wish });
  const order = before.languages.join(' ');
  const same = planned.editions.find(({ plan }) => plan.order.join(' ') === order);
  if (!same || planned.editions.length > 1) throw ordersChanged();
  refuseEmpty(same.plan);
  return partsOf(same.plan);
}

function settled(
  of: BulletinParts,
  { actor, before, parts }: Rebuilt & { parts: readonly EditionPart[] },
): ProgrammeEdition {
  const { deps } = of;
  const { bulletinId } = before;
  const asked = actor ?? { accountId: before.builtBy, name: '', grants: [] };
  // one that stands, built with other parts, is not what airs
  const stop = offAir(of, { bulletinId, actor: asked, reason: 'bulletin-changed' });
  const edition = deps.store.transaction(() => {
    const after = replace(deps, { actor, before, parts });
    stop.sign();
    return after;
  });
  stop.send();
  const bulletin = deps.store.bulletins.get(bulletinId);
  if (bulletin) start(of, bulletin);
  return edition;
}

function replace(deps: Deps, of: Rebuilt & { parts: readonly EditionPart[] }): ProgrammeEdition {
  const { store, clock } = deps;
  const { actor, parts } = of;
  const { bulletinId } = of.before;
  // somebody may have built it while it was planned
  const before = store.programmeEditions.get(bulletinId) ?? of.before;
  const bulletin = store.bulletins.get(bulletinId) as Bulletin;
  if (before.broken === null && bulletin.state === 'returned') throw takenBack();
  // still on the air with the parts it would have: nothing was wrong with it
  const stands = bulletin.state === 'approved' || bulletin.state === 'making';
  if (before.broken === null && stands && isAlike(store.programmeEditions.parts(bulletinId), parts))
    throw holdsStill();
  const version = bulletin.version + 1;
  const by = actor ? { authorId: actor.accountId, writerIds: [actor.accountId] } : {};
  store.bulletins.update({
    ...bulletin,
    ...heard(deps, parts),
    ...{ ...by, version, state: 'making', stateReason: null, clipId: null, submitsItself: true },
  });
  store.approvals.voidAll(bulletinId, clock.planMs());
  const builtBy = actor?.accountId ?? before.builtBy;
  const edition = { ...before, builtBy, builtAtMs: clock.wallMs(), version, broken: null };
  store.programmeEditions.put(edition, parts);
  const action = actor ? 'programme.rebuild' : 'service.programme-rebuilt';
  note(deps, { actor, edition, parts, action });
  return edition;
}

function isAlike(some: readonly EditionPart[], others: readonly EditionPart[]): boolean {
  const names = (parts: readonly EditionPart[]) =>
    parts.map(({ kind, contentHash, pauseFrames }) => `${kind} ${contentHash} ${pauseFrames}`);
  return names(some).join() === names(others).join();
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
