// What a programme takes, and why not: by its rule, by its loudspeakers, by the room there is (issue #6, 4).
// It must never know SQL, routes or real sound.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { USUAL_CHOOSING } from '../../src/domain/programmes/programme-model.ts';
import { asked, bytes, sendBy, tokenOf } from './language-steps.ts';
import { built, template, wishOf } from './programme-steps.ts';
import { approved, liveCommune, written } from './steps.ts';
import { NOON, world } from './world.ts';

const HOUR = 3_600_000;

/** Two villages: the second hears Mông first. */
async function stage() {
  const at = world();
  const a = await liveCommune(at);
  const [, second] = a.villages;
  at.deps.store.languageOrders.put({ areaId: second ?? '', languages: ['mww', 'vie'] });
  const one = await approved(at, a, { text: 'Tiêm chủng ngày mai.' });
  const two = await approved(at, a, { text: 'Họp bản tối nay.' });
  const { programmes } = at.house.services;
  return { at, a, one, two, programmes, ids: [one.id, two.id] };
}

describe('where loudspeakers stand in rooms', () => {
  test('voices, recordings and frames are levelled alike, and stand in one programme', async () => {
    const { at, a, programmes } = await stage();
    const choice = { areaId: a.id, steps: [], pace: null };
    at.deps.store.voiceChoices.put({ ...choice, language: 'vie', profile: 'indoor' });
    const spoken = await approved(at, a, { text: 'Họp tổ dân phố.' });
    const said = await written(at, a, { text: 'Tiêm phòng.' });
    const { commissions, recordings, bulletins } = at.house.services;
    const link = commissions.create(a.author, asked(spoken.id));
    await sendBy(at, tokenOf(link.url));
    const commission = at.deps.store.commissions.get(link.commission.id);
    const { signal } = new AbortController();
    const who = { speakerName: 'Lò Thị Mai', consent: true, consentNote: 'đồng ý', signal };
    await recordings.take(a.author, { bulletinId: said.id, bytes: bytes(), ...who });
    bulletins.submit(a.author, { bulletinId: said.id });
    const clipOf = (id: string | null | undefined) => at.deps.store.clips.get(id ?? '');
    const recorded = clipOf(at.deps.store.bulletins.get(said.id)?.clipId);
    // nobody chose for Mông: its loudspeakers are the same
    const clips = [clipOf(spoken.clipId), recorded, clipOf(commission?.clipId)];
    expect(clips.map((clip) => clip?.profile)).toEqual(['indoor', 'indoor', 'indoor']);
    const contentHash = recorded?.contentHash ?? '';
    bulletins.approve(a.approver, { bulletinId: said.id, contentHash });
    const itemIds = [spoken.id, said.id];
    const village = [a.villages[0] ?? ''];
    const wish = wishOf(a, { itemIds, areaIds: village });
    const { editions } = await programmes.preview(a.operator, wish);
    expect(editions[0]).toMatchObject({ missing: [], leftOut: [] });
    const [edition] = await built(at, a, { itemIds, areaIds: village });
    expect(edition?.clip?.profile).toBe('indoor');
  });

  test('what is levelled for horns is named before anything is built', async () => {
    const { at, a, one, two, programmes } = await stage();
    const choice = { areaId: a.id, steps: [], pace: null };
    at.deps.store.voiceChoices.put({ ...choice, language: 'vie', profile: 'indoor' });
    const other = await approved(at, a, { text: 'Họp tổ dân phố.' });
    const areaIds = [a.villages[0] ?? ''];
    const wish = wishOf(a, { itemIds: [one.id, two.id, other.id], areaIds });
    const [edition] = (await programmes.preview(a.operator, wish)).editions;
    expect(edition?.leftOut).toMatchObject([{ originalId: other.id }]);
    expect(edition?.leftOut[0]?.says.vi).toContain('loại loa khác');
  });
});

describe('where there is no room, or a file is gone', () => {
  test('of two editions with room for one none is built', async () => {
    const { at, a, programmes, ids } = await stage();
    const held = at.studio.hold();
    const { bulletins } = at.house.services;
    // one is under way, nineteen wait
    for (let n = 0; n < 20; n += 1)
      bulletins.create(a.author, { areaId: a.id, text: `Tin số ${n}.`, title: `Tin ${n}` });
    await expect(programmes.build(a.operator, wishOf(a, { itemIds: ids }))).rejects.toMatchObject({
      ...{ code: 'limit-reached', say: { vi: expect.stringContaining('cần tạo 2 âm thanh') } },
    });
    const page = { limit: 10, beforeId: null };
    expect(programmes.list(a.operator, page)).toEqual([]);
    held.letGo();
  });

  test('a part whose file is lost is named', async () => {
    const { at, a, two, ids } = await stage();
    const say = { vi: 'Tệp âm thanh bị hỏng.', en: 'The file is broken.' };
    const { chunk } = at.studio;
    at.studio.chunk = async (clip, seq) => {
      if (clip.id === two.clipId) throw new Error('gone');
      return chunk(clip, seq);
    };
    at.studio.failNext(new AppError({ code: 'sound-broken', fault: 'world', say }));
    const [edition] = await built(at, a, { itemIds: ids, areaIds: [a.villages[0] ?? ''] });
    expect(edition?.bulletin.state).toBe('failed');
    expect(edition?.bulletin.stateReason).toContain(`phần “${two.title}” bị mất`);
  });
});

describe('by rule', () => {
  test('what has expired by then takes no place; of nothing at all the reason is named', async () => {
    const { at, a, one, two, programmes } = await stage();
    const { store } = at.deps;
    const choosing = { ...USUAL_CHOOSING, most: 1 };
    const { id: templateId } = template(at, a, { choosing });
    store.bulletins.update({ ...two, expiresAtMs: NOON + HOUR });
    const wish = wishOf(a, { templateId, atMs: NOON + 2 * HOUR });
    const { itemIds, editions } = await programmes.preview(a.operator, wish);
    expect(itemIds).toEqual([one.id]);
    expect(editions[0]?.leftOut).toEqual([]);
    // before its end it is the newest
    const now = await programmes.preview(a.operator, wishOf(a, { templateId }));
    expect(now.itemIds).toEqual([two.id]);
    store.bulletins.update({ ...one, expiresAtMs: NOON + HOUR });
    await expect(programmes.build(a.operator, wish)).rejects.toMatchObject({
      ...{ code: 'nothing-to-air', say: { vi: expect.stringContaining('đã hết hạn') } },
    });
  });
});
