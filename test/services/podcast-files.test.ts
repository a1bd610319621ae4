// The files of a podcast: made ahead, found again, swept, served; a stranger's request is one small look-up.
// It must never make sound: the studio is a fake that remembers which files lie on its disk.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { ahead, failure, opened, XA } from './podcast-steps.ts';
import { sounded } from './public-steps.ts';
import { until, type World } from './world.ts';

describe('a sound is put into the podcast’s form', () => {
  test('ahead, once, one at a time, never because a stranger asks for a file; its Opus is heard meanwhile', async () => {
    const { at, place, podcasts, episodes, titles, forms, made } = await opened();
    for (let n = 0; n < 4; n += 1) sounded(at, place, { title: `Tin ${n}` });
    const first = (await episodes())[0];
    expect(first?.sound).toEqual({ bytes: 6_000, mime: 'audio/ogg', suffix: 'opus' });
    for (const form of ['mp3', 'opus'] as const)
      expect(await podcasts.sound({ ...XA, key: first?.key ?? '', form })).toMatchObject({
        mime: 'audio/ogg',
      });
    expect(made()).toBe(0);
    expect(await titles()).toHaveLength(4);
    expect(await forms()).toEqual(['mp3', 'mp3', 'mp3', 'mp3']);
    expect((await episodes())[0]?.key).toBe(first?.key);
    await titles();
    expect(made()).toBe(4);
    // a player that began with the Opus goes on with it
    expect(await podcasts.sound({ ...XA, key: first?.key ?? '', form: 'opus' })).toMatchObject({
      mime: 'audio/ogg',
    });
  });

  test('again when it gave room, once a day at most; no episode is lost meanwhile', async () => {
    const { at, place, podcasts, episodes, titles, forms, made } = await opened();
    sounded(at, place, { title: 'Một' });
    await titles();
    const sweep = () => at.studio.rendered.clear();
    sweep();
    expect(await forms()).toEqual(['opus']);
    const key = (await episodes())[0]?.key ?? '';
    expect(await podcasts.sound({ ...XA, key, form: 'mp3' })).toMatchObject({ mime: 'audio/ogg' });
    await ahead(at);
    expect([await forms(), made()]).toEqual([['opus'], 1]);
    at.clock.move(25 * 3_600_000);
    await episodes();
    await ahead(at);
    expect([await forms(), made()]).toEqual([['mp3'], 2]);
  });

  test('and is known at once after a restart', async () => {
    const { at, place, titles, forms } = await opened();
    sounded(at, place, { title: 'Một' });
    sounded(at, place, { title: 'Hai' });
    await titles();
    const shown = async (one: World) =>
      (await one.house.services.podcasts.view({ ...XA, page: 1 })).episodes.map(
        ({ title, sound }) => [title, sound.suffix],
      );
    expect(await forms()).toEqual(['mp3', 'mp3']);
    expect((await shown(at.restart())).map(([, suffix]) => suffix)).toEqual(['mp3', 'mp3']);
    at.studio.rendered.clear();
    expect((await shown(at.restart())).map(([, suffix]) => suffix)).toEqual(['opus', 'opus']);
  });

  test('a request for a sound reads no other sound’s row and none of its words', async () => {
    const { at, place, podcasts, episodes } = await opened();
    for (let n = 0; n < 5; n += 1) sounded(at, place, { title: `Tin ${n}` });
    const key = (await episodes())[0]?.key ?? '';
    const { store } = at.deps;
    const read: string[] = [];
    const rules = store.heard.rules;
    store.heard.rules = (ids) => {
      read.push(...ids);
      return rules(ids);
    };
    store.heard.facts = () => expect.unreachable('words are read');
    store.clips.get = () => expect.unreachable('sentences are read');
    await podcasts.sound({ ...XA, key, form: 'mp3' });
    expect(read).toHaveLength(1);
    const never = podcasts.sound({ ...XA, key: 'khong-co_x', form: 'mp3' });
    expect(await failure(never)).toMatchObject({ code: 'missing' });
    expect(read).toHaveLength(1);
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
    await titles();
    expect(made()).toBe(1);
  });

  test('or stays as it travels where this server makes no MP3, or it fails; what is nowhere is left out', async () => {
    const { at, place, podcasts, titles, forms } = await opened();
    const lost = sounded(at, place, { title: 'Mất tệp', minutesAgo: 90 }).bulletinId;
    sounded(at, place, { title: 'Không MP3' });
    sounded(at, place, { title: 'Hỏng' });
    const broken = at.deps.store.bulletins
      .ofTenants([place.id])
      .find(({ title }) => title === 'Hỏng');
    at.studio.rendition = async ({ clip }) => {
      if (clip.id === broken?.clipId) throw new Error('disk');
      const code = 'mp3-missing';
      throw new AppError({ code, fault: 'world', say: { vi: '', en: '' } });
    };
    const found = at.studio.found;
    const gone = at.deps.store.bulletins.get(lost)?.clipId;
    at.studio.found = async (of) => (of.clip.id === gone ? null : found(of));
    expect((await titles()).sort()).toEqual(['Hỏng', 'Không MP3']);
    expect(await forms()).toEqual(['opus', 'opus']);
    const key = `${lost}_${gone}`;
    expect(await failure(podcasts.sound({ ...XA, key, form: 'mp3' }))).toMatchObject({
      code: 'missing',
    });
    expect(at.log.lines.some(({ line }) => line.includes('podcast'))).toBe(true);
  });
});
