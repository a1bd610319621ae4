// An edition is held to its parts: one that is withdrawn, changed, expired or repealed takes it off the air at once.
// It must never decide what a part must be: src/domain/programmes/part-standing.ts does.
import { airedBy } from '../../domain/airing/playlist.ts';
import type { Airing, Bulletin } from '../../domain/model.ts';
import { faultOf, takenBack } from '../../domain/programmes/part-standing.ts';
import type { BrokenPart, ProgrammeEdition } from '../../domain/programmes/programme-model.ts';
import { sayBroken } from '../../domain/programmes/programme-words.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import type { BulletinParts } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { brokenPart } from './joined.ts';
import { editionsOf, makeMarkedAgain, markEditions } from './marking.ts';
import { makeMending } from './mending.ts';
import { type FactsOf, partFacts } from './sayable.ts';

export type Holding = {
  /** one beat: what changed since the last one at once, time that passed every so often */
  look(): void;
  breakOff(edition: ProgrammeEdition, broken: BrokenPart): void;
  stop(): void;
};

/** An expiry, or a document's last midnight, is seen within this: a minute is promised. */
const EVERY_MS = 20_000;
/** Longest sound there can be, and as far ahead as airings are made. */
const AROUND_MS = 10 * 3_600_000;
/** What was aired stays to be heard again: an ident said in a year of programmes takes a few beats, not one long one. */
const BEHIND_PER_LOOK = 50;

type Parts = { deps: Deps; cancelling: Pick<Cancelling, 'withdraw' | 'send'> };

export function makeHolding(parts: BulletinParts): Holding {
  const { deps } = parts;
  const mending = makeMending(parts);
  const markedAgain = makeMarkedAgain(deps);
  const changed = new Set<string>();
  /** editions that say what changed, on the air or not; none twice, so never more than there are */
  const behind = new Set<string>();
  let begun = false;
  let lookedMs = Number.NEGATIVE_INFINITY;
  const stop = deps.changes.listen(({ kind, id }) => {
    if (kind === 'bulletin') changed.add(id);
    else if (WIDE.has(kind)) lookedMs = Number.NEGATIVE_INFINITY;
  });
  return {
    look() {
      // a run that was killed between a withdrawal and the look that would have seen it
      if (!begun) for (const id of deps.store.programmeEditions.outOfStep()) behind.add(id);
      begun = true;
      tellMarked(deps, markedAgain() ?? []);
      const ids = [...changed];
      changed.clear();
      for (const id of ids.flatMap((each) => withVariants(deps, each))) {
        const saying = editionsOf(deps, id);
        if (saying.length > 0) tellMarked(deps, markEditions(deps, id));
        for (const editionId of saying) behind.add(editionId);
      }
      const monoMs = deps.clock.monoMs();
      if (behind.size === 0 && monoMs - lookedMs < EVERY_MS) return;
      lookedMs = monoMs;
      const some = [...behind].slice(0, BEHIND_PER_LOOK);
      for (const id of some) behind.delete(id);
      lookAtAll(parts, some);
      mending.look();
    },
    breakOff: (edition, broken) => breakOff(parts, { edition, broken, isOver: false }),
    stop() {
      mending.stop();
      stop();
    },
  };
}

/** One of these may end a dozen parts at once. */
const WIDE: ReadonlySet<string> = new Set(['document', 'assignment', 'clock']);

/** What happens to an original happens to what hangs on it: an edition may say the variant alone. */
function withVariants({ store }: Deps, id: string): string[] {
  return [id, ...store.bulletins.variantsOf(id).map((variant) => variant.id)];
}

/** Pages and feeds that were put together before it let it go now. */
function tellMarked({ store, changes }: Deps, ids: readonly string[]): void {
  for (const id of ids)
    changes.tell({ kind: 'bulletin', id, tenantId: store.bulletins.get(id)?.tenantId ?? null });
}

/** Whatever is planned, on its way, or says what changed, and was not found broken before. */
function lookAtAll(parts: Parts, behind: readonly string[]): void {
  const { deps } = parts;
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const factsOf = new Map<string, FactsOf>();
  const airs = new Set(onAir(deps));
  for (const edition of store.programmeEditions.holding([...new Set([...airs, ...behind])])) {
    const { tenantId, bulletinId } = edition;
    const facts = factsOf.get(tenantId) ?? partFacts(deps, { tenantId, nowMs });
    factsOf.set(tenantId, facts);
    const held = store.programmeEditions.parts(bulletinId);
    const isOver = !airs.has(bulletinId) && store.schedules.ofBulletin(bulletinId).length > 0;
    // what was aired and has run out since stays to be heard again, as a bulletin alone does
    const by = isOver ? takenBack : faultOf;
    const broken = brokenPart(deps, { parts: held, tenantId, facts, by });
    if (broken === null) continue;
    try {
      breakOff(parts, { edition, broken, isOver });
    } catch (error) {
      // one that cannot be stopped keeps no other sounding: it is found again at the next look
      deps.log.error({ err: error, bulletinId }, 'a programme could not be taken off the air');
    }
  }
}

function onAir({ store, clock }: Deps): string[] {
  const nowMs = clock.planMs();
  const tenantIds = [...new Set(store.areas.all().map(({ tenantId }) => tenantId))];
  const span = { fromMs: nowMs - AROUND_MS, toMs: nowMs + AROUND_MS };
  const open = store.airings
    .list({ tenantIds, ...span })
    .filter(({ state }) => state === 'planned' || state === 'sending' || state === 'sent');
  const scheduled = store.schedules.active().flatMap(airedBy);
  return [...new Set([...scheduled, ...open.map(({ bulletinId }) => bulletinId)])];
}

/** isOver: it was aired, and has no time to come; it is taken out of what is heard again, and nobody is to mend it */
type Breaking = { edition: ProgrammeEdition; broken: BrokenPart; isOver: boolean };

function breakOff({ deps, cancelling }: Parts, { edition, broken, isOver }: Breaking): void {
  const { store, clock } = deps;
  const { bulletinId, tenantId, builtBy: authorId } = edition;
  const says = sayBroken(broken);
  // an approver's word against the whole stands: with a part blamed instead, a rebuilding would undo it
  if (isWithdrawn(deps, bulletinId)) return;
  const stopped = store.transaction((): Airing[] => {
    const bulletin = store.bulletins.get(bulletinId) as Bulletin;
    store.programmeEditions.setBroken(bulletinId, broken);
    const stateReason = `${says.vi} (${says.en})`;
    store.bulletins.update({ ...bulletin, state: 'returned', stateReason, submitsItself: false });
    store.approvals.voidAll(bulletinId, clock.planMs());
    const by = { actor: null, reason: 'programme-broken' };
    const open = store.airings.openOfBulletin(bulletinId);
    record(deps, {
      ...{ actor: null, action: 'service.programme-broken', tenantId },
      ...{ subject: `bulletin:${bulletinId}`, detail: broken },
    });
    return open.filter((airing) => cancelling.withdraw(airing, by));
  });
  for (const airing of stopped) {
    if (airing.orderBytes) cancelling.send(airing);
    else deps.changes.tell({ kind: 'airing', id: airing.id, tenantId: airing.tenantId });
  }
  deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
  if (isOver) return;
  const title = store.bulletins.get(bulletinId)?.title ?? '';
  const told = { bulletinId, tenantId, title, authorId, remark: says.vi };
  deps.happenings.tell({ kind: 'bulletin-returned', ...told });
}

/** As a whole, by an approver: what broke by a part says by which. */
function isWithdrawn({ store }: Pick<Deps, 'store'>, bulletinId: string): boolean {
  const edition = store.programmeEditions.get(bulletinId);
  return edition?.broken === null && store.bulletins.get(bulletinId)?.state === 'returned';
}
