// The podcast over real rows: what aired and may be heard, each once; what was taken back is gone at once.
// It must never make sound: the studio is a fake.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { ahead, failure, opened, XA } from './podcast-steps.ts';
import { sounded } from './public-steps.ts';
import { liveCommune } from './steps.ts';
import { world } from './world.ts';

describe('in a commune’s podcast', () => {
  test('stands what was heard there, newest first, each sound once, with all that is told of it', async () => {
    const { at, place, podcasts, titles } = await opened();
    const first = sounded(at, place, { title: 'Cũ', minutesAgo: 300 });
    sounded(at, place, { title: 'Mới', minutesAgo: 10 });
    // said again two hours later: the same sound of the same bulletin
    const airing = at.deps.store.airings.get(first.airingId);
    const again = { id: 'phat-lai', occurrenceId: 'lai', playAtMs: at.clock.planMs() - 3_600_000 };
    const speakers = place.boxes.map(({ siteId, unitId }) => ({ siteId, unitId }));
    if (airing) at.deps.store.airings.insert({ ...airing, ...again }, speakers);
    expect(await titles()).toEqual(['Mới', 'Cũ']);
    const { episodes, ...head } = await podcasts.view({ ...XA, page: 1 });
    expect(head).toMatchObject({
      ...{ kind: 'commune', code: 'xa-a', name: 'Xã xa-a', page: 1, pages: 1 },
      baseUrl: 'http://vangxa.test',
    });
    expect(episodes[1]).toMatchObject({
      ...{ key: expect.stringMatching(/^bt-\d+_clip-\d+$/u), genre: 'notice', language: 'vie' },
      ...{ durationMs: 24_000, communeName: 'Xã xa-a', source: null, documentNumber: null },
      ...{
        airedAtMs: at.clock.planMs() - 300 * 60_000,
        words: expect.stringContaining('Mời bà con'),
      },
      synthetic: { engine: 'espeak-ng', voice: 'vi', madeAtMs: 0 },
      sound: { bytes: 9_000, mime: 'audio/mpeg', suffix: 'mp3' },
    });
  });

  test.each([
    ['what names people', { personalData: true }],
    ['a drill', { airing: { drill: true }, bulletin: { drill: true } }],
    ['what was stopped', { airing: { state: 'cancelled' as const } }],
    ['what was heard nowhere', { verdicts: ['failed' as const, 'failed' as const] }],
    ['what is not approved any more', { bulletin: { state: 'returned' as const } }],
    ['what was changed since', { bulletin: { clipId: 'clip-khac' } }],
    ['what is older than ninety days', { minutesAgo: 91 * 24 * 60 }],
  ])('%s never stands, nor is its sound given', async (_, of) => {
    const { at, place, podcasts, titles } = await opened();
    const keys = ['Không', 'Có'].map((title) => {
      const one = sounded(at, place, { title, ...(title === 'Có' ? {} : of) });
      const clip = at.deps.store.clips.get(at.deps.store.airings.get(one.airingId)?.clipId ?? '');
      // both files lie there: only the rule can keep one of them back
      if (clip) at.studio.rendered.add(`${clip.path}.mp3`);
      return `${one.bulletinId}_${clip?.id}`;
    });
    expect(await titles()).toEqual(['Có']);
    for (const form of ['mp3', 'opus'] as const) {
      const given = keys.map((key) => podcasts.sound({ ...XA, key, form }));
      expect(await failure(given[0] as Promise<unknown>)).toBeInstanceOf(AppError);
      expect(await given[1]).toMatchObject({ path: expect.stringMatching(/^\/clips\/clip-/u) });
    }
  });

  test('what is taken back or marked leaves at once, and its sound is said to be gone', async () => {
    const { at, place, podcasts, titles } = await opened();
    const { bulletinId } = sounded(at, place, { title: 'Rút' });
    await titles();
    const key = (await podcasts.view({ ...XA, page: 1 })).episodes[0]?.key ?? '';
    const of = { ...XA, key, form: 'mp3' as const };
    expect(await podcasts.sound(of)).toMatchObject({ mime: 'audio/mpeg' });
    at.house.services.publicDesk.markPersonal(place.author, { bulletinId, personalData: true });
    expect((await podcasts.view({ ...XA, page: 1 })).episodes).toEqual([]);
    expect(await failure(podcasts.sound(of))).toMatchObject({ code: 'gone' });
    for (const never of ['', '_', 'bt-0_x', `${key}0`, '../../etc/passwd', 'x'.repeat(5_000)])
      expect(await failure(podcasts.sound({ ...of, key: never }))).toMatchObject({
        code: 'missing',
      });
  });

  test('a programme one of whose parts was taken back leaves too; one whose event is past stays', async () => {
    const { at, place, titles } = await opened();
    const { bulletinId } = sounded(at, place, { title: 'Chương trình chiều' });
    const edition = {
      ...{
        bulletinId,
        tenantId: place.id,
        templateId: null,
        languages: ['vie'],
        areaIds: [place.id],
      },
      ...{ itemIds: [], version: 1, builtBy: place.author.accountId, builtAtMs: 0, broken: null },
    };
    at.deps.store.programmeEditions.put(edition, []);
    expect(await titles()).toEqual(['Chương trình chiều']);
    const part = { bulletinId: 'khac', title: 'Tin đã rút' };
    at.deps.store.programmeEditions.setBroken(bulletinId, { ...part, why: 'expired' });
    expect(await titles()).toEqual(['Chương trình chiều']);
    at.deps.store.programmeEditions.setBroken(bulletinId, { ...part, why: 'withdrawn' });
    expect(await titles()).toEqual([]);
  });

  test('is the same object, with the same date, while nothing in it changed', async () => {
    const { at, place, podcasts, titles } = await opened();
    sounded(at, place, { title: 'Một' });
    await titles();
    const before = await podcasts.view({ ...XA, page: 1 });
    at.deps.changes.tell({ kind: 'bulletin', id: 'x', tenantId: place.id });
    expect(await podcasts.view({ ...XA, page: 1 })).toBe(before);
    sounded(at, place, { title: 'Hai' });
    await titles();
    expect((await podcasts.view({ ...XA, page: 1 })).episodes).toHaveLength(2);
  });

  test('a hundred stand on a page, the others on further ones; what is beyond is the last', async () => {
    const { at, place, podcasts } = await opened();
    at.deps.store.transaction(() => {
      for (let n = 0; n < 103; n += 1) sounded(at, place, { title: `Tin ${n}`, minutesAgo: n + 1 });
    });
    await podcasts.view({ ...XA, page: 1 });
    await ahead(at);
    at.deps.changes.tell({ kind: 'bulletin', id: 'x', tenantId: place.id });
    const page = (n: number) => podcasts.view({ ...XA, page: n });
    expect([(await page(1)).episodes.length, (await page(1)).pages]).toEqual([100, 2]);
    expect((await page(2)).episodes.map(({ title }) => title)).toEqual([
      'Tin 100',
      'Tin 101',
      'Tin 102',
    ]);
    expect((await page(9)).page).toBe(2);
    expect((await page(1)).newest).toBeNull();
  }, 60_000);

  test('says that it is cut where more than a thousand were heard', async () => {
    const { at, place, podcasts } = await opened();
    sounded(at, place, { title: 'Một' });
    const { airedSounds } = at.deps.store;
    const list = airedSounds.list;
    airedSounds.list = (of) => list(of).flatMap((one) => Array(of.limit).fill(one));
    expect(await podcasts.view({ ...XA, page: 1 })).toMatchObject({ newest: 1_000, pages: 10 });
  });
});

describe('a province’s podcast', () => {
  test('holds what its open communes’ hold, and nothing of one that is closed', async () => {
    const { at, place, podcasts, titles } = await opened();
    const code = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.code ?? '';
    sounded(at, place, { title: 'Của xã' });
    expect(await titles({ kind: 'province', code })).toEqual(['Của xã']);
    const closed = { areaId: place.id, open: false, phone: null };
    at.house.services.publicDesk.setSettings(place.administrator, closed);
    for (const of of [XA, { kind: 'province' as const, code }])
      expect(await failure(podcasts.view({ ...of, page: 1 }))).toMatchObject({ code: 'missing' });
  });

  test.each([
    ['commune', 'muong-thu'],
    ['commune', 'khong-co'],
    ['commune', 'xa-a-ban-1'],
    ['province', 'xa-a'],
    ['province', ''],
  ] as const)('%s %j is no podcast', async (kind, code) => {
    const { podcasts } = await opened();
    expect(await failure(podcasts.view({ kind, code, page: 1 }))).toMatchObject({
      code: 'missing',
    });
  });

  test('of a commune that never opened its page there is none', async () => {
    const at = world();
    await liveCommune(at);
    const { podcasts } = at.house.services;
    expect(await failure(podcasts.view({ ...XA, page: 1 }))).toMatchObject({ code: 'missing' });
  });
});
