// Spare units in a commune's store room: made with their labels, seen when they say hello, withdrawn.
// It must never keep a label's code or a password: both are shown once, and stored as hashes.
import { randomInt } from 'node:crypto';
import { isTenant } from '../../domain/areas.ts';
import type { Actor } from '../../domain/model.ts';
import type { Spare, Swap } from '../../domain/poles/pole-model.ts';
import {
  CODE_LENGTH,
  LABEL_LETTERS,
  labelOf,
  SPARE_LENGTH,
  SPARE_PREFIX,
} from '../../domain/poles/unit-label.ts';
import { tenantsWhere } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { hashSecret } from '../people/secret-hash.ts';
import { newToken, tokenHash } from '../people/tokens.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { permit, permitted } from '../scope.ts';
import type { SpareMade, SpareState, Spares, SpareView } from './pole-door.ts';
import { spareInUse, storeRoomFull } from './pole-refusals.ts';
import { enrolmentOf } from './sites.ts';

/** A merged commune has a hundred poles; more spares than poles are a mistake. */
const UNUSED_MAX = 100;
const COUNT_MAX = 20;

export function makeSpares(deps: Deps): Pick<Spares, 'list' | 'create' | 'withdraw'> {
  const { store } = deps;
  return {
    list(actor) {
      const areas = store.areas.all();
      return viewsOf(
        deps,
        store.spares.ofTenants(tenantsWhere({ actor, action: 'spare.view', areas })),
      );
    },
    create(actor, { tenantId, count }) {
      const area = store.areas.get(tenantId);
      if (!area || !isTenant(area)) throw missing();
      permit(deps, { actor, action: 'spare.create', tenantId });
      const wanted = Math.min(COUNT_MAX, Math.max(1, Math.trunc(count)));
      const unused = viewsOf(deps, store.spares.ofTenants([tenantId])).filter(isUnused);
      if (unused.length + wanted > UNUSED_MAX) throw storeRoomFull(UNUSED_MAX);
      const made = store.transaction(() =>
        Array.from({ length: wanted }, () => createOne(deps, { actor, tenantId })),
      );
      deps.doors.changed();
      return made;
    },
    withdraw(actor, { spareId }) {
      const thing = store.spares.get(spareId);
      const spare = permitted(deps, { actor, action: 'spare.withdraw', thing });
      if (store.swaps.ofSpare(spareId)) throw spareInUse();
      if (spare.withdrawnAtMs === null) {
        const { tenantId } = spare;
        store.transaction(() => {
          store.spares.withdraw(spareId, deps.clock.planMs());
          record(deps, { actor, action: 'spare.withdraw', subject: `spare:${spareId}`, tenantId });
        });
        deps.doors.changed();
        deps.doors.expel(spareId);
      }
      return viewOf(deps, { spare: store.spares.get(spareId) ?? spare, swap: null });
    },
  };
}

function createOne(deps: Deps, of: { actor: Actor; tenantId: string }): SpareMade {
  const { actor, tenantId } = of;
  const { store } = deps;
  const password = newToken();
  const code = letters(CODE_LENGTH);
  const spare: Spare = {
    ...{ id: freshId(deps), tenantId, unitId: deps.ids.next() },
    ...{ secretHash: hashSecret(password), codeHash: tokenHash(code), publicKey: null },
    ...{ createdById: actor.accountId, createdAtMs: deps.clock.planMs(), heardAtMs: null },
    ...{ online: false, withdrawnAtMs: null },
  };
  store.spares.insert(spare);
  const { id: spareId, unitId } = spare;
  record(deps, { actor, action: 'spare.create', subject: `spare:${spareId}`, tenantId });
  return {
    spare: viewOf(deps, { spare, swap: null }),
    enrolment: enrolmentOf(deps, { siteId: spareId, unitId, password }),
    label: labelOf({ spareId, code }),
  };
}

function freshId({ store }: Deps): string {
  let id = `${SPARE_PREFIX}${letters(SPARE_LENGTH)}`;
  while (store.spares.get(id)) id = `${SPARE_PREFIX}${letters(SPARE_LENGTH)}`;
  return id;
}

function letters(length: number): string {
  return Array.from({ length }, () => LABEL_LETTERS[randomInt(LABEL_LETTERS.length)]).join('');
}

const isUnused = ({ state }: SpareView) => state === 'never-seen' || state === 'ready';

export function viewsOf(deps: Deps, spares: readonly Spare[]): SpareView[] {
  const swaps = deps.store.swaps.ofSpares(spares.map(({ id }) => id));
  const bySpare = new Map(swaps.map((swap) => [swap.spareId, swap]));
  return spares.map((spare) => viewOf(deps, { spare, swap: bySpare.get(spare.id) ?? null }));
}

function viewOf({ store }: Deps, of: { spare: Spare; swap: Swap | null }): SpareView {
  const { spare, swap } = of;
  const { id, tenantId, online, heardAtMs, createdAtMs } = spare;
  const site = swap && store.sites.get(swap.siteId);
  return {
    ...{ id, tenantId, online, heardAtMs, createdAtMs, state: stateOf(store, of) },
    by: store.accounts.get(spare.createdById)?.fullName ?? '',
    usedAtMs: swap?.askedAtMs ?? null,
    siteId: swap?.siteId ?? null,
    siteName: site?.name ?? null,
  };
}

function stateOf(store: Deps['store'], of: { spare: Spare; swap: Swap | null }): SpareState {
  const { spare, swap } = of;
  if (spare.withdrawnAtMs !== null) return 'withdrawn';
  if (swap?.doneAtMs) return 'installed';
  // the site was given another unit before this one arrived
  if (swap) return store.units.get(swap.unitId)?.removedAtMs === null ? 'waiting' : 'withdrawn';
  return spare.heardAtMs === null ? 'never-seen' : 'ready';
}
