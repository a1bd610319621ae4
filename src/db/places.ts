// Rows of places: areas, their regulations, sites.
// It must never know who may see a place.
import type { AllowedHours } from '../../devices/protocol/index.ts';
import type { Regulation } from '../domain/model.ts';
import type { RegulationRules } from '../domain/regulation/regulation-model.ts';
import type { Store } from '../services/ports.ts';
import { unlessHeld } from './held.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

export function areaRows(run: Runner): Store['areas'] {
  const areas = queries.selectFrom('areas').selectAll();
  return {
    all: () => run.all(areas.orderBy('code')),
    get: (id) => run.first(areas.where('id', '=', id)),
    byCode: (code) => run.first(areas.where('code', '=', code)),
    insert: (area) =>
      void run.change(queries.insertInto('areas').values({ setting: null, ...area })),
    remove: (id) =>
      unlessHeld(() => void run.change(queries.deleteFrom('areas').where('id', '=', id))),
    update: ({ id, name, population, setting = null }) =>
      void run.change(
        queries.updateTable('areas').set({ name, population, setting }).where('id', '=', id),
      ),
  };
}

export function regulationRows(run: Runner): Store['regulations'] {
  const regulations = queries.selectFrom('regulations').selectAll();
  return {
    all: () => run.all(regulations.orderBy('areaId')).map(asRegulation),
    get(areaId) {
      const row = run.first(regulations.where('areaId', '=', areaId));
      return row && asRegulation(row);
    },
    put({ areaId, hours, rules, counter }) {
      const changed = { hours: JSON.stringify(hours), rules: JSON.stringify(rules), counter };
      run.change(
        queries
          .insertInto('regulations')
          .values({ areaId, ...changed })
          .onConflict((clash) => clash.column('areaId').doUpdateSet(changed)),
      );
    },
  };
}

function asRegulation({ hours, rules, ...row }: Tables['regulations']): Regulation {
  return {
    ...row,
    hours: JSON.parse(hours) as AllowedHours,
    rules: JSON.parse(rules) as RegulationRules,
  };
}

export function siteRows(run: Runner): Store['sites'] {
  const sites = queries.selectFrom('sites').selectAll();
  return {
    all: () => run.all(sites.orderBy('id')),
    get: (id) => run.first(sites.where('id', '=', id)),
    insert: (site) => void run.change(queries.insertInto('sites').values({ ...site })),
    update: ({ id, name, zone }) =>
      void run.change(queries.updateTable('sites').set({ name, zone }).where('id', '=', id)),
    ofAreas(areaIds) {
      if (areaIds.length === 0) return [];
      return run.all(sites.where('areaId', 'in', padded(areaIds)).orderBy('id'));
    },
  };
}
