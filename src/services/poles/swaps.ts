// A spare becomes a site's unit by its label: told until it says hello as that site, and used once.
// It must never show a password to anybody but the spare itself.
import { topics } from '../../../devices/protocol/index.ts';
import { tenantChain } from '../../domain/areas.ts';
import type { Actor, Site, Unit } from '../../domain/model.ts';
import type { Spare, Swap } from '../../domain/poles/pole-model.ts';
import { parseLabel } from '../../domain/poles/unit-label.ts';
import { may } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { hashSecret } from '../people/secret-hash.ts';
import { newToken, tokenHash } from '../people/tokens.ts';
import { record } from '../record.ts';
import { permitted, treeOf } from '../scope.ts';
import { signOrder } from '../wire/orders.ts';
import type { Outbox } from '../wire/outbox.ts';
import type { Spares, SwapView } from './pole-door.ts';
import {
  labelElsewhere,
  labelUnknown,
  labelUsed,
  labelWithdrawn,
  neverSeen,
  notALabel,
} from './pole-refusals.ts';
import { enrolmentOf, type SiteParts, unitChanged } from './sites.ts';

export type Swaps = Pick<Spares, 'swap'> & {
  /** the unit that is now at this site has said hello */
  arrived(site: Site, unitId: string): void;
  /** a spare has said hello: what it was told is said again */
  remind(spareId: string): void;
};
export type SwapParts = SiteParts & { outbox: Outbox };

/** It names one spare, which is gone once it has obeyed: an old one moves nobody. A box may lie for a year. */
const EXPIRES_MS = 365 * 24 * 3_600_000;
/** MQTT 3.1.1 §3.3.1.3: an empty retained message takes away the one that was kept. */
const EMPTY = new Uint8Array();

export function makeSwaps(parts: SwapParts): Swaps {
  const { deps, outbox } = parts;
  const { store } = deps;
  const remind = (spareId: string) => {
    const topic = topics.speakerOrder(spareId);
    outbox.post(topic, () => orderFor(deps, spareId), { urgent: true });
  };
  return {
    remind,
    swap(actor, { siteId, label }) {
      const thing = store.sites.get(siteId);
      const site = permitted(deps, { actor, action: 'unit.swap', thing });
      const spare = spareOf(deps, { actor, label });
      const before = store.swaps.ofSpare(spare.id);
      // pressed twice, or scanned again to see whether it went
      if (before?.siteId === siteId && before.doneAtMs === null) return swapView(deps, before);
      if (before) throw labelUsed(nameFor(deps, { spare, siteId: before.siteId }));
      if (spare.heardAtMs === null) throw neverSeen();
      const swap = install(deps, { actor, site, spare });
      unitChanged(parts, site);
      remind(spare.id);
      return swapView(deps, swap);
    },
    arrived(site, unitId) {
      const swap = store.swaps.ofUnit(unitId);
      if (!swap || swap.doneAtMs !== null) return;
      const { spareId } = swap;
      store.transaction(() => {
        store.swaps.done(spareId, deps.clock.planMs());
        record(deps, {
          actor: null,
          action: 'service.unit-swapped',
          subject: `unit:${unitId}`,
          tenantId: site.tenantId,
          detail: { siteId: site.id, spareId },
        });
      });
      deps.doors.changed();
      deps.doors.expel(spareId);
      outbox.post(topics.report(spareId, 'status'), () => EMPTY, { retain: true });
      deps.changes.tell({ kind: 'speaker', id: site.id, tenantId: site.tenantId });
    },
  };
}

/** The spare whose label this is. What is wrong with it is said only to who holds the label itself. */
function spareOf(deps: Deps, { actor, label }: { actor: Actor; label: string }): Spare {
  const read = parseLabel(label);
  if (!read) throw notALabel();
  const spare = deps.store.spares.get(read.spareId);
  if (!spare || spare.codeHash !== tokenHash(read.code)) throw labelUnknown();
  const chain = tenantChain(treeOf(deps), spare.tenantId);
  if (!may(actor, 'unit.swap', chain)) throw labelElsewhere();
  if (spare.withdrawnAtMs !== null) throw labelWithdrawn();
  return spare;
}

function nameFor({ store }: Deps, { spare, siteId }: { spare: Spare; siteId: string }): string {
  const site = store.sites.get(siteId);
  return site?.tenantId === spare.tenantId ? site.name : '';
}

/** Old unit out, new one in, and the order that says so: all or nothing. The site's history stays. */
function install(deps: Deps, of: { actor: Actor; site: Site; spare: Spare }): Swap {
  const { actor, site, spare } = of;
  const { store, clock } = deps;
  const password = newToken();
  const unit: Unit = {
    ...{ id: deps.ids.next(), siteId: site.id, secretHash: hashSecret(password) },
    // the box stays the same box: nobody else can speak for it, whoever reads the order
    ...{ publicKey: spare.publicKey, installedAtMs: clock.wallMs(), removedAtMs: null },
  };
  const enrolment = enrolmentOf(deps, { siteId: site.id, unitId: unit.id, password });
  return store.transaction(() => {
    const old = store.units.at(site.id);
    if (old) store.units.remove(old.id, clock.wallMs());
    const waiting = old && store.swaps.ofUnit(old.id);
    // told to become what it can be no more: it has to be enrolled anew by hand
    if (waiting && waiting.doneAtMs === null)
      store.spares.withdraw(waiting.spareId, clock.planMs());
    store.units.insert(unit);
    const body = { kind: 'install', spareId: spare.id, enrolment } as const;
    const expiresAtMs = clock.planMs() + EXPIRES_MS;
    const { bytes: orderBytes } = signOrder(deps, { body, expiresAtMs });
    const swap: Swap = {
      ...{ spareId: spare.id, siteId: site.id, unitId: unit.id, oldUnitId: old?.id ?? null },
      ...{ orderBytes, askedById: actor.accountId, askedAtMs: clock.planMs(), doneAtMs: null },
    };
    store.swaps.insert(swap);
    const detail = { siteId: site.id, spareId: spare.id, replaces: swap.oldUnitId };
    const { tenantId } = site;
    record(deps, { actor, action: 'unit.swap', subject: `unit:${unit.id}`, tenantId, detail });
    return swap;
  });
}

/** null: it is done, or the unit it was to be was taken down again. */
function orderFor({ store }: Deps, spareId: string): Uint8Array | null {
  const swap = store.swaps.ofSpare(spareId);
  if (!swap || swap.doneAtMs !== null) return null;
  return store.units.get(swap.unitId)?.removedAtMs === null ? swap.orderBytes : null;
}

export function swapView({ store }: Deps, swap: Swap): SwapView {
  const { siteId, spareId, unitId, oldUnitId, askedAtMs, doneAtMs } = swap;
  const askedBy = store.accounts.get(swap.askedById)?.fullName ?? '';
  const state = doneAtMs === null ? 'waiting' : 'done';
  return { siteId, spareId, unitId, oldUnitId, askedAtMs, doneAtMs, askedBy, state };
}
