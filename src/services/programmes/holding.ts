// An edition is held to its parts: one that is withdrawn, changed, expired or repealed takes it off the air at once.
// It must never decide what a part must be: src/domain/programmes/part-standing.ts does.
import { airedBy } from '../../domain/airing/playlist.ts';
import type { Airing, Bulletin } from '../../domain/model.ts';
import type { BrokenPart, ProgrammeEdition } from '../../domain/programmes/programme-model.ts';
import { sayBroken } from '../../domain/programmes/programme-words.ts';
import type { Cancelling } from '../airing/cancelling.ts';
import type { Deps } from '../deps.ts';
import { heldPersonal } from '../personal/suspecting.ts';
import { record } from '../record.ts';
import { bulletinsOf } from './editions.ts';
import { brokenPart } from './joined.ts';
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

type Parts = { deps: Deps; cancelling: Pick<Cancelling, 'withdraw' | 'send'> };

export function makeHolding(parts: Parts): Holding {
  const { deps } = parts;
  const changed = new Set<string>();
  let lookedMs = Number.NEGATIVE_INFINITY;
  const stop = deps.changes.listen(({ kind, id }) => {
    if (kind === 'bulletin') changed.add(id);
    else if (WIDE.has(kind)) lookedMs = Number.NEGATIVE_INFINITY;
  });
  return {
    look() {
      const ids = [...changed];
      changed.clear();
      const said = ids.filter((id) => isPart(deps, id));
      for (const id of said) markPersonal(deps, id);
      const monoMs = deps.clock.monoMs();
      if (said.length === 0 && monoMs - lookedMs < EVERY_MS) return;
      lookedMs = monoMs;
      lookAtAll(parts);
    },
    breakOff: (edition, broken) => breakOff(parts, edition, broken),
    stop,
  };
}

/** One of these may end a dozen parts at once. */
const WIDE: ReadonlySet<string> = new Set(['document', 'assignment', 'clock']);

function isPart({ store }: Deps, id: string): boolean {
  return store.programmeEditions.get(id) !== null || store.programmeEditions.saying(id).length > 0;
}

/** Whatever is planned or on its way, and was not found broken before. */
function lookAtAll(parts: Parts): void {
  const { deps } = parts;
  const { store, clock } = deps;
  const nowMs = clock.planMs();
  const factsOf = new Map<string, FactsOf>();
  for (const edition of store.programmeEditions.holding(onAir(deps))) {
    const { tenantId, bulletinId } = edition;
    const facts = factsOf.get(tenantId) ?? partFacts(deps, { tenantId, nowMs });
    factsOf.set(tenantId, facts);
    const held = store.programmeEditions.parts(bulletinId);
    const broken = brokenPart(deps, { parts: held, tenantId, facts });
    if (broken === null) continue;
    try {
      breakOff(parts, edition, broken);
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

function breakOff({ deps, cancelling }: Parts, edition: ProgrammeEdition, broken: BrokenPart) {
  const { store, clock } = deps;
  const { bulletinId, tenantId, builtBy: authorId } = edition;
  const says = sayBroken(broken);
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
  const title = store.bulletins.get(bulletinId)?.title ?? '';
  const told = { bulletinId, tenantId, title, authorId, remark: says.vi };
  deps.happenings.tell({ kind: 'bulletin-returned', ...told });
}

/** Whoever is named in a part is named in every edition that says it, those of last week too. */
function markPersonal(deps: Deps, bulletinId: string): void {
  const { store } = deps;
  const own = store.programmeEditions.get(bulletinId) ? [bulletinId] : [];
  for (const id of [...own, ...store.programmeEditions.saying(bulletinId)]) {
    const bulletin = store.bulletins.get(id);
    if (!bulletin || bulletin.personalData || !namesSomebody(deps, id)) continue;
    store.transaction(() => {
      store.bulletins.update({ ...bulletin, personalData: true });
      record(deps, {
        ...{ actor: null, action: 'service.programme-marked', tenantId: bulletin.tenantId },
        ...{ subject: `bulletin:${id}`, detail: { bulletinId } },
      });
    });
  }
}

/** Asked before the mark of an edition is taken off: its parts keep it. */
export function namesSomebody(deps: Pick<Deps, 'store'>, editionId: string): boolean {
  const parts = deps.store.programmeEditions.parts(editionId);
  return bulletinsOf(deps, parts).some((one) => heldPersonal(deps, one));
}
