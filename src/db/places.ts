// Rows of places: areas, their regulations, sites.
// It must never know who may see a place.
import type { AllowedHours } from '../../devices/protocol/index.ts';
import type { Store } from '../services/ports.ts';
import { padded, queries } from './queries.ts';
import type { Runner } from './runner.ts';

export function areaRows(run: Runner): Store['areas'] {
  const areas = queries.selectFrom('areas').selectAll();
  return {
    all: () => run.all(areas.orderBy('code')),
    get: (id) => run.first(areas.where('id', '=', id)),
    byCode: (code) => run.first(areas.where('code', '=', code)),
    insert: (area) => void run.change(queries.insertInto('areas').values({ ...area })),
  };
}

export function regulationRows(run: Runner): Store['regulations'] {
  return {
    get(areaId) {
      const row = run.first(
        queries.selectFrom('regulations').selectAll().where('areaId', '=', areaId),
      );
      return row && { ...row, hours: JSON.parse(row.hours) as AllowedHours };
    },
    put({ areaId, hours, counter }) {
      const changed = { hours: JSON.stringify(hours), counter };
      run.change(
        queries
          .insertInto('regulations')
          .values({ areaId, ...changed })
          .onConflict((clash) => clash.column('areaId').doUpdateSet(changed)),
      );
    },
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
