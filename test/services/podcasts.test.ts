// The podcast over real rows: what aired and may be heard, each once; what was taken back is gone at once.
// It must never make sound: the studio is a fake.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { OfPodcast } from '../../src/services/podcast/podcast-door.ts';
import { openCommune, sounded } from './public-steps.ts';
import { liveCommune } from './steps.ts';
import { until, type World, world } from './world.ts';

const XA: OfPodcast = { kind: 'commune', code: 'xa-a' };

async function opened() {
  const at = world();
  const place = await openCommune(at);
  const { podcasts } = at.house.services;
  let made = 0;
  const make = at.studio.rendition;
  at.studio.rendition = async (clip, as) => {
    made += 1;
    return make(clip, as);
  };
  const changed = () => at.deps.changes.tell({ kind: 'bulletin', id: 'x', tenantId: place.id });
  /** asked for, made ahead beat by beat, and asked for again */
  const titles = async (of: OfPodcast = XA, page = 1): Promise<string[]> => {
    changed();
    await podcasts.view({ ...of, page });
    await ahead(at);
    changed();
    return (await podcasts.view({ ...of, page })).episodes.map(({ title }) => title);
  };
  return { at, place, podcasts, titles, made: () => made };
}

/** Beat by beat, with time between them for what goes on by itself. */
async function ahead(at: World): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    await at.house.beat();
    for (let turn = 0; turn < 300; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

const failure = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => error,
  );

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
    const { bulletinId } = sounded(at, place, { title: 'Không', ...of });
    sounded(at, place, { title: 'Có' });
    expect(await titles()).toEqual(['Có']);
    const n = bulletinId.split('-').at(-1);
    const key = `${bulletinId}_clip-${n}`.slice(0, 60);
    expect(await failure(podcasts.sound({ ...XA, key }))).toBeInstanceOf(AppError);
  });

  test('what is taken back or marked leaves at once, and its sound is said to be gone', async () => {
    const { at, place, podcasts, titles } = await opened();
    const { bulletinId } = sounded(at, place, { title: 'Rút' });
    await titles();
    const key = (await podcasts.view({ ...XA, page: 1 })).episodes[0]?.key ?? '';
    expect(await podcasts.sound({ ...XA, key })).toMatchObject({ mime: 'audio/mpeg' });
    at.house.services.publicDesk.markPersonal(place.author, { bulletinId, personalData: true });
    expect((await podcasts.view({ ...XA, page: 1 })).episodes).toEqual([]);
    expect(await failure(podcasts.sound({ ...XA, key }))).toMatchObject({ code: 'gone' });
    for (const never of ['', '_', 'bt-0_x', `${key}0`, '../../etc/passwd', 'x'.repeat(5_000)])
      expect(await failure(podcasts.sound({ ...XA, key: never }))).toMatchObject({
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
  }, 60_000);
});

describe('a sound is put into the podcast’s form', () => {
  test('ahead, once, one at a time, never because a stranger asks for a file', async () => {
    const { at, place, podcasts, titles, made } = await opened();
    for (let n = 0; n < 4; n += 1) sounded(at, place, { title: `Tin ${n}` });
    const { episodes } = await podcasts.view({ ...XA, page: 1 });
    expect(episodes).toEqual([]);
    const ids = at.deps.store.bulletins
      .ofTenants([place.id])
      .map(({ id, clipId }) => `${id}_${clipId}`);
    for (const key of ids)
      expect(await failure(podcasts.sound({ ...XA, key }))).toMatchObject({ code: 'missing' });
    expect(made()).toBe(0);
    await titles();
    expect(made()).toBe(4);
    await titles();
    expect(made()).toBe(4);
  });

  test('only while no bulletin waits for its own sound', async () => {
    const { at, place, podcasts, titles, made } = await opened();
    sounded(at, place, { title: 'Chờ' });
    const { id } = at.house.services.bulletins.create(place.author, {
      areaId: place.id,
      text: 'Mời bà con họp.',
    });
    const make = at.deps.store.bulletins.inState;
    at.deps.store.bulletins.inState = (state) =>
      state === 'making' ? make('approved').slice(0, 1) : make(state);
    await podcasts.view({ ...XA, page: 1 });
    await ahead(at);
    expect(made()).toBe(0);
    at.deps.store.bulletins.inState = make;
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'its own sound');
    expect(await titles()).toEqual(['Chờ']);
  });

  test('as it travels where this server makes no MP3; what fails is left out and said in the log', async () => {
    const { at, place, podcasts, titles } = await opened();
    sounded(at, place, { title: 'Không MP3' });
    sounded(at, place, { title: 'Hỏng' });
    const broken = at.deps.store.bulletins
      .ofTenants([place.id])
      .find(({ title }) => title === 'Hỏng');
    at.studio.rendition = async (clip, as) => {
      if (clip.id === broken?.clipId) throw new Error('disk');
      const code = 'mp3-missing';
      if (as === 'mp3') throw new AppError({ code, fault: 'world', say: { vi: '', en: '' } });
      return { path: '/clips/a.opus', mime: 'audio/ogg', bytes: 7 };
    };
    expect(await titles()).toEqual(['Không MP3']);
    const [episode] = (await podcasts.view({ ...XA, page: 1 })).episodes;
    expect(episode?.sound).toEqual({ bytes: 7, mime: 'audio/ogg', suffix: 'opus' });
    expect(at.log.lines.some(({ line }) => line.includes('podcast'))).toBe(true);
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
