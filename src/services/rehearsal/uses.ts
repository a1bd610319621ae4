// Where a bulletin, its sound, a template or a word of the lexicon is used: asked before it is changed or taken away.
// It must never change any of it, nor show what is another commune's.
import { airedBy } from '../../domain/airing/playlist.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Bulletin, Schedule } from '../../domain/model.ts';
import { spokenTime } from '../../domain/vietnam-time.ts';
import { theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import type { Lexicons } from '../reading/reading-door.ts';
import { missing } from '../refusals.ts';
import { permit, tenantsSeenBy } from '../scope.ts';
import type { Foresight, Use } from './rehearsal-door.ts';

/** What a person reads before deciding; what is beyond is said to be there. */
export const USES_MAX = 100;
/** The newest: older words have been said. */
const BULLETINS_LOOKED_AT = 500;

type Found = { uses: Use[]; whole: boolean };
type Parts = { deps: Deps; lexicons: Pick<Lexicons, 'uses'> };

export function makeUses(parts: Parts): Pick<Foresight, 'uses'> {
  const { deps } = parts;
  return {
    async uses(actor, { kind, id, areaId }) {
      if (kind === 'bulletin') return few(usesOfBulletin(deps, { actor, bulletinId: id }));
      if (kind === 'clip') return few(usesOfClip(deps, { actor, clipId: id }));
      if (areaId === null) throw missing();
      if (kind === 'template') return few(usesOfTemplate(deps, { actor, areaId, templateId: id }));
      return usesOfWord(parts, { actor, areaId, written: id });
    },
  };
}

function few(uses: Use[]): Found {
  return { uses: uses.slice(0, USES_MAX), whole: uses.length <= USES_MAX };
}

function usesOfClip(deps: Deps, { actor, clipId }: { actor: Actor; clipId: string }): Use[] {
  const seen = new Set(tenantsSeenBy(deps, actor));
  const bulletins = deps.store.bulletins
    .ofClip(clipId)
    .filter(({ tenantId }) => seen.has(tenantId));
  if (bulletins.length === 0) throw missing();
  return bulletins.flatMap((bulletin) => [
    useOf(bulletin, { what: 'bulletin', id: bulletin.id, says: SAID.sound }),
    ...usesOfBulletin(deps, { actor, bulletinId: bulletin.id }),
  ]);
}

function usesOfBulletin(deps: Deps, of: { actor: Actor; bulletinId: string }): Use[] {
  const { store, clock } = deps;
  const { bulletinId } = of;
  const bulletin = theirs(deps, { ...of, action: 'bulletin.view' });
  const titleOf = (schedule: Schedule | null) =>
    store.bulletins.get(schedule?.bulletinId ?? '') ?? bulletin;
  const own = store.schedules
    .ofBulletin(bulletinId)
    .filter(({ endedAtMs }) => endedAtMs === null)
    .map(({ id }) => useOf(bulletin, { what: 'schedule', id, says: SAID.schedule }));
  const instead = store.schedules
    .active()
    .filter(
      (schedule) => schedule.bulletinId !== bulletinId && airedBy(schedule).includes(bulletinId),
    )
    .map((schedule) => {
      const { id } = schedule;
      const title = titleOf(schedule);
      return schedule.air.playlist?.includes(bulletinId)
        ? useOf(title, { what: 'schedule', id, says: SAID.schedule })
        : useOf(title, { what: 'replacement', id, says: SAID.replacement });
    });
  const once = store.exceptions.withBulletin(bulletinId, clock.planMs()).map((exception) => {
    const { scheduleId: id, slotMs: atMs } = exception;
    const says = onceAt(atMs);
    return useOf(titleOf(store.schedules.get(id)), { what: 'exception', id, says, atMs });
  });
  return [...own, ...instead, ...once];
}

function usesOfTemplate(
  deps: Deps,
  { actor, areaId, templateId }: { actor: Actor; areaId: string; templateId: string },
): Use[] {
  const { store } = deps;
  permit(deps, { actor, action: 'notice.view', tenantId: areaId });
  const standings = store.standings
    .open(areaId)
    .filter((standing) => standing.templateId === templateId)
    .map(
      ({ id, approverId, untilMs }): Use => ({
        ...{ what: 'standing', id, bulletinId: null, atMs: untilMs, says: SAID.standing },
        title: store.accounts.get(approverId)?.fullName ?? '',
      }),
    );
  const notices = store.notices
    .list({ tenantId: areaId, beforeId: null, limit: BULLETINS_LOOKED_AT })
    .filter((notice) => notice.templateId === templateId)
    .flatMap(({ bulletinId, createdAtMs: atMs }) => {
      const bulletin = store.bulletins.get(bulletinId);
      const use = { what: 'notice', id: bulletinId, says: SAID.notice, atMs } as const;
      return bulletin ? [useOf(bulletin, use)] : [];
    });
  return [...standings, ...notices];
}

/** Documents by their reading; bulletins by their words, which may have been written by hand. */
async function usesOfWord(
  { deps, lexicons }: Parts,
  of: { actor: Actor; areaId: string; written: string },
): Promise<Found> {
  const { uses, whole } = await lexicons.uses(of.actor, of);
  const documents = uses.map(
    ({ documentId: id, title, source }): Use => ({
      ...{ what: 'document', id, bulletinId: null, title, atMs: null },
      says: { vi: `“…${source}…”`, en: `“…${source}…”` },
    }),
  );
  const page = { limit: BULLETINS_LOOKED_AT, beforeId: null, state: null };
  const bulletins = deps.store.bulletins
    .ofTenants([of.areaId], page)
    .filter(({ text }) => text.includes(of.written))
    .map((bulletin) => useOf(bulletin, { what: 'bulletin', id: bulletin.id, says: SAID.word }));
  const found = few([...bulletins, ...documents]);
  return { uses: found.uses, whole: found.whole && whole };
}

function useOf(
  { id: bulletinId, title }: Bulletin,
  of: Pick<Use, 'what' | 'id' | 'says'> & { atMs?: number },
): Use {
  return { atMs: null, ...of, bulletinId, title };
}

function onceAt(atMs: number): Sentence {
  const { vi, en } = spokenTime(atMs);
  return {
    vi: `Phát thay một lần, đúng ra ${vi}`,
    en: `Airs once in the place of another, due ${en}`,
  };
}

const SAID = {
  sound: { vi: 'Là âm thanh của bản tin này', en: 'It is the sound of this bulletin' },
  schedule: { vi: 'Có lịch phát', en: 'It is on a schedule' },
  replacement: {
    vi: 'Phát thay vào ngày lễ hoặc quốc tang',
    en: 'It airs instead on holidays or days of mourning',
  },
  standing: { vi: 'Có người đứng tên mẫu này', en: 'Somebody stands for this template' },
  notice: { vi: 'Thông báo làm từ mẫu này', en: 'A notice made from this template' },
  word: { vi: 'Có từ này trong bản tin', en: 'The word is in this bulletin' },
} satisfies Record<string, Sentence>;
