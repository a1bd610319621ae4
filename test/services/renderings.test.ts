// Another form of a clip, and a sound made anew: few for one person or commune, and after what bulletins need.
// It must never code sound: the studio is a fake.
import { beforeEach, expect, test } from 'vitest';
import { approved, liveCommune, written } from './steps.ts';
import { type Commune, type World, world } from './world.ts';

const full = expect.objectContaining({ code: 'limit-reached' });
let at: World;
let place: Commune;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
});
const ask = (clipId: string, actor = place.author) =>
  at.house.services.bulletins.rendition(actor, { clipId, as: 'mp3' });
/** Another clip of the same bulletin. */
async function clips(many: number): Promise<string[]> {
  const { clipId, id } = await approved(at, place);
  const clip = at.deps.store.clips.get(clipId ?? '');
  return Array.from({ length: many }, (_, n) => {
    if (clip) at.deps.store.clips.put({ ...clip, id: `c${n}`, path: `c${n}.opus`, bulletinId: id });
    return `c${n}`;
  });
}

test('a form is made twenty times in ten minutes for one person; what is there is no making', async () => {
  const all = await clips(22);
  for (const id of all.slice(0, 20)) await ask(id);
  await expect(ask(all[20] ?? '')).rejects.toEqual(full);
  expect(await ask(all[0] ?? '')).toMatchObject({ mime: 'audio/mpeg' });
  expect(await ask(all[20] ?? '', place.approver)).toMatchObject({ mime: 'audio/mpeg' });
  at.clock.move(10 * 60_000);
  expect(await ask(all[21] ?? '')).toMatchObject({ mime: 'audio/mpeg' });
});

test('while a bulletin’s sound is being made one is made beside it, and the same one is not begun twice', async () => {
  const [one = '', two = ''] = await clips(2);
  const { rendition } = at.studio;
  let letGo = () => {};
  let begun = 0;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  at.deps.studio.rendition = async (clip, as) => {
    begun += 1;
    await gate;
    return rendition(clip, as);
  };
  const row = await written(at, place);
  at.deps.store.bulletins.update({ ...row, state: 'making' });
  const under = [ask(one), ask(one, place.approver)];
  await expect(ask(two)).rejects.toEqual(full);
  at.deps.store.bulletins.update(row);
  under.push(ask(two));
  letGo();
  await Promise.all(under);
  expect(begun).toBe(2);
});

test('a sound is made anew twenty times in ten minutes for one commune', async () => {
  const { id: bulletinId } = await written(at, place);
  const { bulletins } = at.deps.store;
  const again = () => {
    const row = bulletins.get(bulletinId);
    if (row) bulletins.update({ ...row, state: 'failed', clipId: null });
    return at.house.services.voices.retake(place.author, { bulletinId }).state;
  };
  for (let n = 0; n < 20; n += 1) expect(again()).toBe('making');
  expect(again).toThrow(full);
  at.clock.move(10 * 60_000);
  expect(again()).toBe('making');
});
