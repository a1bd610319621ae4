// What is looked at from outside: the audit, health, the demonstration's speed, and what changes.
// It must never tell anybody what is not theirs to see.

import type { Actor } from '../domain/model.ts';
import { tenantsWhere } from '../domain/rights.ts';
import type { Deps } from './deps.ts';
import type { Audit, Events, Health, Simulation } from './door.ts';
import { record } from './record.ts';
import { missing, refusal } from './refusals.ts';
import { permitAtProvince, tenantsSeenBy } from './scope.ts';

const LINES_MAX = 500;

export function makeAudit(deps: Deps): Audit {
  const { store } = deps;
  return {
    list(actor, { beforeId, limit }) {
      const areas = store.areas.all();
      const tenants = tenantsWhere({ actor, action: 'audit.view', areas });
      const province = areas.find(({ kind }) => kind === 'province');
      // lines of no tenant (accounts, the service itself) are the province's to read
      const tenantIds = province && tenants.includes(province.id) ? null : tenants;
      return store.audit.list({ tenantIds, beforeId, limit: Math.min(limit, LINES_MAX) });
    },
  };
}

export function makeHealth({ wire, clock, terms }: Deps): Health {
  return {
    read: () => ({
      ok: true,
      broker: wire.connected() ? 'connected' : 'waiting',
      version: terms.version,
      planNowMs: clock.planMs(),
      speed: clock.speed(),
    }),
  };
}

export function makeSimulation(deps: Deps): Simulation {
  return {
    setSpeed(actor, { speed }) {
      const { setSpeed } = deps.terms;
      if (!setSpeed) throw missing();
      permitAtProvince(deps, { actor, action: 'simulation.run' });
      if (!(speed >= 0.1 && speed <= 1_000)) throw badSpeed();
      deps.store.transaction(() => {
        setSpeed(speed);
        record(deps, {
          actor,
          action: 'simulation.run',
          subject: 'clock:plan',
          tenantId: null,
          detail: { speed },
        });
      });
      deps.changes.tell({ kind: 'clock', id: 'plan', tenantId: null, detail: { speed } });
      return { speed };
    },
  };
}

export function makeEvents(deps: Deps): Events {
  return {
    listen(actor, listener) {
      let seen = new Set(tenantsSeenBy(deps, actor));
      return deps.changes.listen((change) => {
        if (change.kind === 'area') seen = newlySeen(deps, actor);
        // what is one person's is told to that person's screens alone
        if (change.accountId !== undefined && change.accountId !== actor.accountId) return;
        if (change.tenantId === null || seen.has(change.tenantId)) listener(change);
      });
    },
  };
}

/** A commune made today is told to the province's screens that were opened yesterday. */
function newlySeen(deps: Deps, actor: Actor): Set<string> {
  return new Set(tenantsSeenBy(deps, actor));
}

function badSpeed() {
  return refusal('caller', 'bad-speed', {
    vi: 'Tốc độ mô phỏng từ 0,1 đến 1000 lần.',
    en: 'A simulation runs at 0.1 to 1000 times the real speed.',
    place: 'speed',
  });
}
