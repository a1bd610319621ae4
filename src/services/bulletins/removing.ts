// Throws a bulletin away that nobody approved or heard; else says where it is used.
// It must never remove what aired: that is the commune's record.
import { airedBy } from '../../domain/airing/playlist.ts';
import { isOpen } from '../../domain/languages/commission.ts';
import type { Bulletin } from '../../domain/model.ts';
import { spokenTime } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import type { Bulletins } from '../door.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { theirs } from './bulletins.ts';

/** What a person reads before going to see to it. */
const NAMED_MAX = 5;

export function removing(deps: Deps): Bulletins['remove'] {
  const { store } = deps;
  return (actor, { bulletinId }) => {
    const bulletin = theirs(deps, { actor, action: 'bulletin.remove', bulletinId });
    const { tenantId, title, state } = bulletin;
    const held = whatHolds(deps, bulletin);
    if (held.length > 0) throw inUse(held);
    if (state === 'approved' || state === 'pending' || state === 'making') throw underWay();
    store.transaction(() => {
      if (!store.bulletins.remove(bulletinId)) throw remembered();
      const subject = `bulletin:${bulletinId}`;
      record(deps, { actor, action: 'bulletin.remove', subject, tenantId, detail: { title } });
    });
    deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
  };
}

function whatHolds({ store, clock }: Deps, { id }: Bulletin): { vi: string; en: string }[] {
  const titleOf = (scheduleId: string) => {
    const bulletinId = store.schedules.get(scheduleId)?.bulletinId ?? '';
    return store.bulletins.get(bulletinId)?.title ?? '?';
  };
  const own = store.schedules.ofBulletin(id).filter(({ endedAtMs }) => endedAtMs === null);
  const instead = store.schedules
    .active()
    .filter((schedule) => schedule.bulletinId !== id && airedBy(schedule).includes(id));
  return [
    ...variantsOf(store, id),
    ...own.map(() => ({ vi: 'một lịch phát của chính nó', en: 'a schedule of its own' })),
    ...instead.map((schedule) => {
      const title = titleOf(schedule.id);
      return schedule.air.playlist?.includes(id)
        ? {
            vi: `lịch “${title}” (phát nối tiếp)`,
            en: `the schedule of “${title}” (after it)`,
          }
        : {
            vi: `lịch “${title}” (phát thay ngày lễ, quốc tang)`,
            en: `the schedule of “${title}” (in its place on special days)`,
          };
    }),
    ...store.exceptions.withBulletin(id, clock.planMs()).map(({ scheduleId, slotMs }) => ({
      vi: `lịch “${titleOf(scheduleId)}” (thay riêng lần ${spokenTime(slotMs).vi})`,
      en: `the schedule of “${titleOf(scheduleId)}” (in its place at ${spokenTime(slotMs).en})`,
    })),
  ];
}

function variantsOf(store: Deps['store'], id: string): { vi: string; en: string }[] {
  const asked = store.commissions.ofBulletin(id).filter(isOpen);
  return [
    ...store.bulletins.variantsOf(id).map(({ title, language }) => ({
      vi: `bản tiếng khác “${title}” (${language})`,
      en: `its variant “${title}” (${language})`,
    })),
    ...asked.map(({ collaboratorName }) => ({
      vi: `bản thu đã đặt “${collaboratorName}”`,
      en: `the recording asked of “${collaboratorName}”`,
    })),
  ];
}

function inUse(held: readonly { vi: string; en: string }[]) {
  const shown = held.slice(0, NAMED_MAX);
  const more = held.length - shown.length;
  return refusal('conflict', 'bulletin-in-use', {
    vi: `Chưa xóa được vì bản tin đang dùng ở: ${shown.map(({ vi }) => vi).join('; ')}${more > 0 ? `; và ${more} nơi khác` : ''}. Hãy bỏ ở những nơi đó trước.`,
    en: `It cannot be removed, for it is used in: ${shown.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}. Take it out there first.`,
  });
}

const underWay = () =>
  refusal('conflict', 'bulletin-under-way', {
    vi: 'Bản tin đang tạo âm thanh, đang chờ duyệt hoặc đã duyệt nên không xóa được. Hãy rút lại trước.',
    en: 'Its sound is being made, it waits for approval, or it is approved. Take it back first.',
  });

const remembered = () =>
  refusal('conflict', 'bulletin-remembered', {
    vi: 'Bản tin này đã phát, đã được duyệt, hoặc có bản tin khác dùng chung âm thanh, nên được giữ lại để tra cứu.',
    en: 'It aired, was approved, or shares its sound with another bulletin, so it stays on record.',
  });
