// Bulletins composed of a decision's clauses, one of them with the approver; and a draft that is out for comment.
// It must never know how a bulletin is composed.
import type { Person } from '../api.ts';
import type { BulletinView } from '../making.ts';
import { until } from '../waiting.ts';
import type { Living } from './life.ts';
import { planNow } from './poles.ts';

/** Sound of three minutes takes some seconds; two at a time on a small machine, half a minute. */
const SOUND_LIMIT_MS = 180_000;
/** What a village listens to at once. */
const CLAUSES = 3;

export async function composeOne(living: Living): Promise<void> {
  const { settled, documentId } = living;
  const { author, communeId } = settled;
  if (documentId === null) return;
  const { clauses } = await author.call<{ clauses: { id: string }[] }>(
    'GET',
    `/api/documents/${documentId}/clauses`,
  );
  const picks = clauses.slice(0, CLAUSES).map(({ id }) => id);
  for (const genre of ['qa', 'news']) {
    const { id } = await author.call<{ id: string }>('POST', '/api/bulletins', {
      ...{ areaId: communeId, documentId, genre },
      composition: { picks, genre },
    });
    await heard(living, { bulletinId: id, by: author });
    const atMs = Math.round((await planNow(author)) + 2 * 3_600_000);
    await author.call('POST', '/api/schedules', {
      bulletinId: id,
      areaIds: settled.villageIds,
      rule: { kind: 'once', atMs },
    });
    await author.call('POST', `/api/bulletins/${id}/submit`);
  }
}

export async function heard(
  { alive }: Pick<Living, 'alive'>,
  { bulletinId, by }: { bulletinId: string; by: Person },
): Promise<void> {
  const late = { vi: 'Chưa có âm thanh.', en: 'There is no sound yet.' };
  await until({ everyMs: 500, limitMs: SOUND_LIMIT_MS, alive, late }, async () => {
    const { bulletin } = await by.call<BulletinView>('GET', `/api/bulletins/${bulletinId}`);
    return bulletin.state === 'making' ? null : bulletin.state;
  });
}

export async function draftIn({ settled, life }: Living): Promise<void> {
  const name = encodeURIComponent('du-thao.txt');
  await settled.author.upload(
    `/api/documents?name=${name}&areaId=${settled.communeId}`,
    new TextEncoder().encode(life.draft),
  );
}
