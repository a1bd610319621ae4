// Takes a village or a group off the map, once nothing hangs on it; else says what does.
// It must never remove a commune: what aired there stays to be looked up.
import { isTenant } from '../../domain/areas.ts';
import type { Area } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import type { Areas } from '../door.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, seenArea } from '../scope.ts';

/** What a person reads before going to see to it. */
const NAMED_MAX = 5;

export function removing(deps: Deps): Areas['remove'] {
  const { store } = deps;
  return (actor, { areaId }) => {
    const area = seenArea(deps, { actor, areaId });
    permit(deps, { actor, action: 'area.remove', tenantId: area.tenantId });
    if (isTenant(area)) throw aCommune();
    const held = whatHolds(deps, area);
    if (held.length > 0) throw inUse(area, held);
    const { tenantId, code, name } = area;
    store.transaction(() => {
      if (!store.areas.remove(areaId)) throw remembered(area);
      const subject = `area:${areaId}`;
      record(deps, { actor, action: 'area.remove', subject, tenantId, detail: { code, name } });
    });
    deps.doors.changed();
    deps.changes.tell({ kind: 'area', id: areaId, tenantId });
  };
}

/** Areas, poles and schedules that would be left in the air, by their names. */
function whatHolds({ store }: Deps, area: Area): { vi: string; en: string }[] {
  const inside = store.areas.all().filter(({ parentId }) => parentId === area.id);
  const sites = store.sites.ofAreas([area.id]);
  const planned = store.schedules.active().filter(({ areaIds }) => areaIds.includes(area.id));
  const titles = planned.map(({ bulletinId }) => store.bulletins.get(bulletinId)?.title ?? '?');
  return [
    ...inside.map(({ name }) => ({ vi: `địa bàn “${name}”`, en: `the area “${name}”` })),
    ...sites.map(({ name }) => ({ vi: `điểm loa “${name}”`, en: `the site “${name}”` })),
    ...titles.map((title) => ({ vi: `lịch phát “${title}”`, en: `the schedule of “${title}”` })),
  ];
}

function inUse({ name }: Area, held: readonly { vi: string; en: string }[]) {
  const shown = held.slice(0, NAMED_MAX);
  const more = held.length - shown.length;
  return refusal('conflict', 'area-in-use', {
    vi: `Chưa xóa được “${name}” vì còn ${shown.map(({ vi }) => vi).join(', ')}${more > 0 ? ` và ${more} nơi khác` : ''}. Hãy chuyển hoặc bỏ những thứ này trước.`,
    en: `“${name}” cannot be removed: it still holds ${shown.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}. Move or remove these first.`,
  });
}

const remembered = ({ name }: Area) =>
  refusal('conflict', 'area-remembered', {
    vi: `Chưa xóa được “${name}” vì còn tài khoản, từ điển hoặc hồ sơ gắn với nơi này.`,
    en: `“${name}” cannot be removed: an account, a lexicon or a record still belongs to it.`,
  });

const aCommune = () =>
  refusal('conflict', 'area-is-commune', {
    vi: 'Không xóa được tỉnh, xã hay phường: nhật ký phát thanh của nơi đó phải được giữ lại.',
    en: 'A province, commune or ward cannot be removed: what aired there must stay on record.',
  });
