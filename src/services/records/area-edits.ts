// What is written down of an area after it was made: its name, its people, urban or rural.
// It must never move it: codes and parents are on the wire.
import type { Deps } from '../deps.ts';
import { line } from '../names.ts';
import { record } from '../record.ts';
import { permit, seenArea } from '../scope.ts';
import type { AreaEdits } from './record-door.ts';

export function makeAreaEdits(deps: Deps): AreaEdits {
  const { store } = deps;
  return {
    edit(actor, { areaId, ...wish }) {
      const before = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'area.edit', tenantId: before.tenantId });
      const { name = before.name, population = before.population, setting } = wish;
      const area = {
        ...before,
        ...{ name: line(name, 'name'), population },
        setting: setting === undefined ? (before.setting ?? null) : setting,
      };
      store.transaction(() => {
        store.areas.update(area);
        const detail = { population, setting: area.setting };
        const subject = `area:${areaId}`;
        record(deps, { actor, action: 'area.edit', subject, tenantId: area.tenantId, detail });
      });
      deps.changes.tell({ kind: 'area', id: areaId, tenantId: area.tenantId });
      return area;
    },
  };
}
