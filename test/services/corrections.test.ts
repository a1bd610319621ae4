import { describe, expect, test } from 'vitest';
import type { StatusWish } from '../../src/services/reading/reading-door.ts';
import { imported, neighbour } from './document-steps.ts';
import { actions, hashOf, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { type Commune, until, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const TEXT = '# 27/QĐ-UBND\nChỉ được đốt nương từ năm giờ đến tám giờ sáng.';
const REPEALED: StatusWish = {
  ...{ kind: 'repealed', commentUntil: null, inForceFrom: null },
  ...{ endedOn: '2026-12-05', by: '31/QĐ-UBND' },
};

/** Heard whole at the first pole, in part at none: the second stays silent. */
async function heardOnce(at: World) {
  const place = await liveCommune(at);
  const documentId = await imported(at, place, TEXT);
  const bulletin = await madeOf(at, place, { documentId, title: 'Đốt nương' });
  const atMs = at.clock.planMs() + 30_000;
  scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
  const airingId = await sentAiring(at);
  await place.boxes[0]?.receipt({ event: 'finished', streamId: airingId });
  const siteId = place.boxes[0]?.siteId ?? '';
  const given = () => at.deps.store.airings.speaker(airingId, siteId)?.verdict ?? null;
  await until(() => given() !== null, 'the verdict');
  await pass(at, 10 * 60_000);
  return { place, documentId, bulletin, atMs };
}

async function madeOf(
  at: World,
  by: Commune,
  of: { documentId?: string; title: string; text?: string },
) {
  const { bulletins } = at.house.services;
  const { id } = bulletins.create(by.author, { areaId: by.id, ...of });
  await until(() => at.deps.store.bulletins.get(id)?.state !== 'making', 'the sound');
  const made = at.deps.store.bulletins.get(id);
  if (!made) throw new Error('no bulletin');
  bulletins.submit(by.author, { bulletinId: id });
  return bulletins.approve(by.approver, { bulletinId: id, contentHash: hashOf(at, made) });
}

describe('what sounded of a document', () => {
  test('is listed by village, with how often and when last', async () => {
    const at = world();
    const { place, documentId, bulletin, atMs } = await heardOnce(at);
    const { heard } = at.house.services.documents;
    expect(heard(place.operator, { documentId, position: 1 })).toEqual({
      ended: false,
      bulletins: [{ id: bulletin.id, title: 'Đốt nương', state: 'approved' }],
      villages: [
        {
          ...{ areaId: place.villages[0], airings: 1, speakers: 1, lastAtMs: atMs },
          ...{ name: 'ban-1', communeName: 'Xã xa-a' },
        },
      ],
      corrections: [],
      mentioning: [],
    });
  });

  test('is put right with one press, where it was heard', async () => {
    const at = world();
    const { place, documentId } = await heardOnce(at);
    const other = await madeOf(at, place, { title: 'Họp', text: 'Theo Quyết định 27/QĐ-UBND.' });
    const { documents } = at.house.services;
    const at1 = { documentId, position: 1 };
    expect(() => documents.correct(place.author, at1)).toThrow(code('nothing-to-correct'));
    documents.setStatus(place.approver, { ...at1, status: REPEALED });
    const { bulletin, areaIds } = documents.correct(place.author, at1);
    expect(bulletin).toMatchObject({
      ...{ tenantId: place.id, documentId: null, state: 'making', priority: 'normal' },
      title: 'Đính chính: 27/QĐ-UBND',
      text: expect.stringContaining(
        'đã hết hiệu lực từ ngày 05/12/2026, được thay thế bằng văn bản số 31/QĐ-UBND.',
      ),
    });
    expect(areaIds).toEqual([place.villages[0]]);
    expect(actions(at)[0]).toBe('bulletin.create');
    const { corrections, mentioning, ended } = documents.heard(place.author, at1);
    expect(ended).toBe(true);
    expect(corrections).toMatchObject([{ id: bulletin.id, areaIds }]);
    // what only mentions it is named and goes on
    expect(mentioning).toEqual([{ id: other.id, title: 'Họp' }]);
    expect(at.deps.store.bulletins.get(other.id)?.state).toBe('approved');
  });

  test('is nothing to another commune, and not for every role to put right', async () => {
    const at = world();
    const { place, documentId } = await heardOnce(at);
    const { documents } = at.house.services;
    const b = neighbour(at);
    const at1 = { documentId, position: 1 };
    expect(() => documents.heard(b.author, at1)).toThrow(code('missing'));
    expect(() => documents.correct(b.author, at1)).toThrow(code('missing'));
    expect(() => documents.correct(place.operator, at1)).toThrow(code('not-your-role'));
    expect(() => documents.heard(place.author, { documentId, position: 2 })).toThrow(
      code('missing'),
    );
  });
});
