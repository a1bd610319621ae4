// A commune's regulation: read, tried against what is planned, set; every speaker concerned is told.
// It must never decide what breaks it, nor whose hours count where: src/domain does.
import { occurrencesOf, type PlanFacts } from '../../domain/airing/occurrences.ts';
import type { Actor, Area, Regulation } from '../../domain/model.ts';
import { regulationFault } from '../../domain/regulation/regulation-check.ts';
import { NO_RULES } from '../../domain/regulation/regulation-model.ts';
import { hindranceWords } from '../../domain/told/hindrance-words.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { planFacts } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, seenArea, treeOf } from '../scope.ts';
import type { Policies } from '../wire/policy.ts';
import { beyondRegulation } from './beyond.ts';
import type { Regulations, RegulationWish, Silenced } from './regulation-door.ts';

export type RegulationParts = { deps: Deps; policies: Policies };

const LOOKED_MS = 14 * DAY_MS;
/** More than a screen of them nobody reads: the count says the rest. */
const SHOWN_MAX = 50;

export function makeRegulations({ deps, policies }: RegulationParts): Regulations {
  const { store } = deps;
  return {
    regulation(actor, { areaId }) {
      const area = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'regulation.view', tenantId: area.tenantId });
      return regulationOf(deps, area);
    },
    tryRegulation(actor, wish) {
      const { regulation } = wished(deps, { actor, wish });
      const silenced = silencedBy(deps, regulation);
      return { count: silenced.length, silenced: silenced.slice(0, SHOWN_MAX) };
    },
    setRegulation(actor, wish) {
      const { area, regulation } = wished(deps, { actor, wish });
      const silences = silencedBy(deps, regulation).length;
      store.transaction(() => {
        store.regulations.put(regulation);
        const { hours, rules } = regulation;
        const detail = { hours, rules, silences };
        const subject = `area:${area.id}`;
        const { tenantId } = area;
        record(deps, { actor, action: 'regulation.set', subject, tenantId, detail });
      });
      const beneath = treeOf(deps).downwards(area.id);
      policies.changed(store.sites.ofAreas(beneath.map(({ id }) => id)));
      deps.changes.tell({ kind: 'area', id: area.id, tenantId: area.tenantId });
      return { ...regulation, silences };
    },
    regulationTemplates: () => deps.regulationTemplates,
  };
}

type Wished = { actor: Actor; wish: RegulationWish };

/** @throws AppError when it may not be set by this actor, or cannot stand */
function wished(deps: Deps, { actor, wish }: Wished): { area: Area; regulation: Regulation } {
  const area = seenArea(deps, { actor, areaId: wish.areaId });
  permit(deps, { actor, action: 'regulation.set', tenantId: area.tenantId });
  if (area.id !== area.tenantId) throw notItsOwn();
  const before = deps.store.regulations.get(area.id);
  const { hours, rules = before?.rules ?? NO_RULES } = wish;
  const fault = regulationFault({ hours, rules });
  if (fault) throw fault;
  const counter = (before?.counter ?? 0) + 1;
  return { area, regulation: { areaId: area.id, hours, rules, counter } };
}

/** What would air by what is true now, and by the new one would not: of this commune's and the province's. */
function silencedBy(deps: Deps, regulation: Regulation): Silenced[] {
  const nowMs = deps.clock.planMs();
  const schedules = deps.store.schedules.active();
  const facts = planFacts(deps, { schedules, nowMs, horizonMs: LOOKED_MS });
  const before = new Set(heard(facts));
  const after = occurrencesOf(underNew(deps, { facts, regulation }));
  return after
    .filter(({ hindrance }) => hindrance === 'out-of-hours' || hindrance === 'over-regulation')
    .map((one) => ({ ...one, id: one.id.replace(/-over$/u, '') }))
    .filter(({ id }) => before.has(id))
    .map(({ id, bulletinId, playAtMs, hindrance }) => ({
      ...{ occurrenceId: id, bulletinId, playAtMs },
      title: facts.bulletin(bulletinId)?.title ?? '',
      says: hindranceWords(hindrance)?.why ?? { vi: '', en: '' },
    }));
}

function heard(facts: PlanFacts): string[] {
  return occurrencesOf(facts).flatMap(({ id, hindrance }) => (hindrance === null ? [id] : []));
}

function underNew(deps: Deps, of: { facts: PlanFacts; regulation: Regulation }): PlanFacts {
  const { areaId } = of.regulation;
  const others = of.facts.regulations.filter((one) => one.areaId !== areaId);
  const { beyond: _, ...facts } = { ...of.facts, regulations: [...others, of.regulation] };
  return { ...facts, beyond: beyondRegulation(deps, { facts, sites: () => facts.sites }) };
}

function regulationOf({ store }: Deps, { tenantId }: Area): Regulation {
  const hours = { utcOffsetMin: 420, windows: [] };
  return (
    store.regulations.get(tenantId) ?? { areaId: tenantId, hours, rules: NO_RULES, counter: 0 }
  );
}

function notItsOwn() {
  return refusal('caller', 'not-a-tenant', {
    vi: 'Giờ phát do xã (hoặc tỉnh) quy định, không đặt riêng cho thôn, bản.',
    en: 'Hours are set by the commune (or province), not for a single village.',
    place: 'areaId',
  });
}
