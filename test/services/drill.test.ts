// A drill from its writing to its verdict: it says so aloud first and last, by title, and in the manifest.
import { expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { DRILL_ALOUD } from '../../src/domain/airing/drill.ts';
import { hashOf, liveCommune, scheduled, sentAiring, TEXT } from './steps.ts';
import { ordersOn, until, type World, world } from './world.ts';

async function drilled(at: World, of: { maxSeconds?: number; drill?: boolean } = {}) {
  const place = await liveCommune(at);
  const { bulletins } = at.house.services;
  const { id } = bulletins.create(place.author, {
    ...{ areaId: place.id, text: TEXT, title: 'Lũ quét', priority: 'emergency', drill: true },
    ...of,
  });
  await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the sound');
  const bulletin = at.deps.store.bulletins.get(id);
  if (!bulletin) throw new Error('no bulletin');
  return { ...place, bulletin, clip: at.deps.store.clips.get(bulletin.clipId ?? '') };
}
const words = (of: Awaited<ReturnType<typeof drilled>>) =>
  (of.clip?.sentences ?? []).map((one) => one.words.toLocaleLowerCase('vi'));
const ALOUD = DRILL_ALOUD.toLocaleLowerCase('vi').replace(/[.,]/gu, '');
const plain = (said: string | undefined) => said?.replace(/[.,;:]/gu, '').trim();

test('says first and last that it is one, also where it was to be cut short', async () => {
  const at = world();
  const { make } = at.deps.studio;
  const lengths: (number | null)[] = [];
  at.deps.studio.make = (wanted) => {
    lengths.push(wanted.maxSeconds);
    return make(wanted);
  };
  const of = await drilled(at, { maxSeconds: 60 });
  const said = plain(words(of).join(' ')) ?? '';
  expect(said.startsWith(ALOUD)).toBe(true);
  expect(said.endsWith(ALOUD)).toBe(true);
  expect(said).toContain('tiêm chủng');
  expect(lengths).toEqual([null]);
});

test('what is real never says that it is not', async () => {
  const at = world();
  const of = await drilled(at, { drill: false });
  expect(plain(words(of).join(' '))).not.toContain(ALOUD);
  expect(of.bulletin.title).toBe('Lũ quét');
});

test('its title says it wherever titles are shown, also after an edit and in its manifest', async () => {
  const at = world();
  const { bulletin, ...place } = await drilled(at);
  expect(bulletin.title).toBe('Diễn tập: Lũ quét');
  const { bulletins } = at.house.services;
  const edited = bulletins.edit(place.author, { bulletinId: bulletin.id, title: 'Vỡ đập' });
  expect((await edited).title).toBe('Diễn tập: Vỡ đập');
  await until(() => at.deps.store.bulletins.get(bulletin.id)?.state === 'ready', 'the sound');
  const now = at.deps.store.bulletins.get(bulletin.id) ?? bulletin;
  bulletins.submit(place.author, { bulletinId: now.id });
  bulletins.approve(place.approver, { bulletinId: now.id, contentHash: hashOf(at, now) });
  scheduled(at, place, { bulletin: now, rule: { kind: 'now' } });
  const airingId = await sentAiring(at);
  const [manifest] = ordersOn(at, topics.areaOrder('xa-a-ban-1')).filter(
    ({ kind }) => kind === 'play',
  );
  expect(manifest).toMatchObject({ drill: true, title: 'Diễn tập: Vỡ đập', streamId: airingId });
  const { speakers } = at.house.services.airings.get(place.operator, { airingId });
  for (const { sentence } of speakers) expect(sentence.vi).toMatch(/^Diễn tập\. /);
});
