// What was found in a bulletin, shown and answered; and whether machine voices say aloud that they are.
// It must never take a mark off: src/services/public/public-desk.ts lets an approver do so.
import { tenantChain } from '../../domain/areas.ts';
import { composed } from '../../domain/composed.ts';
import type { Actor, Area, Bulletin } from '../../domain/model.ts';
import { isOpen } from '../../domain/personal/suspicion.ts';
import { type Action, may } from '../../domain/rights.ts';
import { SPOKEN_MARK } from '../../domain/sound/synthetic.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { emptyField, refusal } from '../refusals.ts';
import { permit, permitted, seenArea } from '../scope.ts';
import type { PersonalDesk, PersonalView } from './personal-door.ts';
import { spokenMarkOf } from './spoken-mark.ts';
import { foundIn, suspect } from './suspecting.ts';

/** A reason is a sentence; a page of them is read by nobody. */
const REASON_MAX_CHARS = 500;

export function makePersonalDesk(deps: Deps): PersonalDesk {
  const { store } = deps;
  return {
    view: (actor, of) => viewOf(deps, theirs(deps, { actor, action: 'bulletin.view', ...of })),
    answer(actor, { bulletinId, reason }) {
      const bulletin = theirs(deps, { actor, action: 'personal.answer', bulletinId });
      const said = plainLine(composed(reason)).slice(0, REASON_MAX_CHARS);
      if (!/\p{L}/u.test(said)) throw emptyField('reason');
      answerFor(deps, { actor, bulletin, reason: said });
      return viewOf(deps, bulletin);
    },
    spokenMark: (actor, { areaId }) =>
      markView(deps, tenantOf(deps, { actor, areaId, action: 'spoken-mark.view' })),
    setSpokenMark(actor, { areaId, spoken }) {
      const area = tenantOf(deps, { actor, areaId, action: 'spoken-mark.set' });
      const { id: tenantId } = area;
      store.transaction(() => {
        store.spokenMarks.put(tenantId, spoken);
        const subject = `area:${tenantId}`;
        record(deps, { actor, action: 'spoken-mark.set', subject, tenantId, detail: { spoken } });
      });
      deps.changes.tell({ kind: 'area', id: tenantId, tenantId });
      return markView(deps, area);
    },
  };
}

/** Written down with who said so: an approver sees it, and the audit keeps it. @throws AppError: nothing is asked */
export function answerFor(
  deps: Deps,
  of: { actor: Actor; bulletin: Bulletin; reason: string },
): void {
  const { actor, bulletin, reason } = of;
  const { id, tenantId } = bulletin;
  deps.store.transaction(() => {
    const asked = suspect(deps, bulletin);
    if (asked === null || bulletin.personalData) throw nothingAsked();
    const settled = isSecond(deps, of);
    if (bulletin.state === 'approved' && !settled) throw secondNeeded();
    const said = { reason, byId: actor.accountId, atMs: deps.clock.wallMs(), settled };
    deps.store.suspicions.put({ ...asked, ...said });
    const detail = { reason, found: asked.found };
    const subject = `bulletin:${id}`;
    record(deps, { actor, action: 'personal.answer', subject, tenantId, detail });
  });
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
}

/** Approved before anybody answered, it may have been heard: what opens it to everybody is not its writer's word. */
function isSecond(deps: Deps, { actor, bulletin }: { actor: Actor; bulletin: Bulletin }): boolean {
  const { tenantId, authorId, writerIds } = bulletin;
  if ([authorId, ...writerIds].includes(actor.accountId)) return false;
  const chain = tenantChain(treeAbove(deps.store.areas, tenantId), tenantId);
  return may(actor, 'bulletin.approve', chain);
}

function viewOf(deps: Deps, bulletin: Bulletin): PersonalView {
  const found = foundIn(deps, bulletin);
  // one found here before anybody looked is written down as it is looked at for approval, not by a reader
  const kept = deps.store.suspicions.of(bulletin.id);
  const { reason = null, byId = null, atMs = null } = kept ?? {};
  const byName = (byId && deps.store.accounts.get(byId)?.fullName) || '';
  const marked = bulletin.personalData;
  return {
    ...{ marked, found },
    suspected: !marked && found.length > 0 && (kept === null || isOpen(kept)),
    answer: reason === null || atMs === null ? null : { reason, byName, atMs },
  };
}

function theirs(deps: Deps, of: { actor: Actor; action: Action; bulletinId: string }): Bulletin {
  const thing = deps.store.bulletins.get(of.bulletinId);
  return permitted(deps, { actor: of.actor, action: of.action, thing });
}

function tenantOf(deps: Deps, of: { actor: Actor; areaId: string; action: Action }): Area {
  const seen = seenArea(deps, of);
  permit(deps, { actor: of.actor, action: of.action, tenantId: seen.tenantId });
  return deps.store.areas.get(seen.tenantId) ?? seen;
}

function markView(deps: Deps, { id }: Area) {
  const own = deps.store.spokenMarks.get(id);
  return { own, spoken: spokenMarkOf(deps, id), sentence: SPOKEN_MARK };
}

const secondNeeded = () =>
  refusal('forbidden', 'second-needed', {
    vi: 'Bản tin đã được duyệt khi chưa ai trả lời: chỉ người duyệt không viết bản tin này mới trả lời được.',
    en: 'It was approved before anybody answered: only an approver who did not write it may answer now.',
  });

const nothingAsked = () =>
  refusal('conflict', 'nothing-asked', {
    vi: 'Bản tin này không có chỗ nào cần trả lời.',
    en: 'There is nothing to answer in this bulletin.',
  });
