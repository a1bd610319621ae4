// Another form of a clip, and a sound made anew: few for one person or commune, and after what bulletins need.
// It must never code sound: the studio is a fake.
import { beforeEach, expect, test, vi } from 'vitest';
import { approved, liveCommune, written } from './steps.ts';
import { type Commune, type World, world } from './world.ts';

const full = expect.objectContaining({ code: 'limit-reached' });
let at: World;
let place: Commune;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
});
const { signal: stays } = new AbortController();
const ask = (clipId: string, actor = place.author, signal = stays) =>
  at.house.services.bulletins.rendition(actor, { clipId, as: 'mp3', signal });
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

test('while a bulletin’s sound is being made one is made beside it, and who asks for the same one waits for it', async () => {
  const [one = '', two = ''] = await clips(2);
  const { rendition } = at.studio;
  let letGo = () => {};
  let begun = 0;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  at.deps.studio.rendition = async (of) => {
    begun += 1;
    await gate;
    return rendition(of);
  };
  const row = await written(at, place);
  at.deps.store.bulletins.update({ ...row, state: 'making' });
  const under = [ask(one), ask(one, place.approver)];
  await expect(ask(two)).rejects.toEqual(full);
  at.deps.store.bulletins.update(row);
  under.push(ask(two));
  letGo();
  await Promise.all(under);
  expect(begun).toBe(3);
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

/** The studio makes nothing until it is called off, as the real one does. */
function endless(): AbortSignal[] {
  const signals: AbortSignal[] = [];
  at.deps.studio.rendition = ({ signal }) => {
    signals.push(signal);
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('called off')));
    });
  };
  return signals;
}
const off = { message: 'called off' };

test('a form is called off with whoever asks, and leaves the place to others', async () => {
  const all = await clips(9);
  const signals = endless();
  const gone = new AbortController();
  const first = ask(all[0] ?? '', place.author, gone.signal);
  for (const id of all.slice(1, 8)) void ask(id).catch(() => null);
  await expect.poll(() => signals.length).toBe(8);
  await expect(ask(all[8] ?? '')).rejects.toEqual(full);
  gone.abort();
  await expect(first).rejects.toMatchObject(off);
  void ask(all[8] ?? '').catch(() => null);
  await expect
    .poll(() => signals.map(({ aborted }) => aborted))
    .toEqual([...[true, false, false, false, false, false, false, false, false]]);
});

test('not when the same words of another bulletin are still heard', async () => {
  const [one = ''] = await clips(1);
  const bulletinId = at.deps.store.clips.get(one)?.bulletinId ?? '';
  const other = await written(at, place);
  at.deps.store.bulletins.update({ ...other, state: 'ready', clipId: one });
  const signals = endless();
  void ask(one).catch(() => null);
  await expect.poll(() => signals.length).toBe(1);
  at.house.services.approving.withdraw(place.approver, { bulletinId, remark: 'Sai giờ' });
  expect(signals[0]?.aborted).toBe(false);
});

test.each(['withdrawn', 'thrown away'])('and when its bulletin is %s', async (how) => {
  const [one = ''] = await clips(1);
  const bulletinId = at.deps.store.clips.get(one)?.bulletinId ?? '';
  const signals = endless();
  const under = ask(one);
  await expect.poll(() => signals.length).toBe(1);
  if (how === 'withdrawn')
    at.house.services.approving.withdraw(place.approver, { bulletinId, remark: 'Sai giờ' });
  else {
    vi.spyOn(at.deps.store.bulletins, 'get').mockReturnValue(null);
    at.deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId: place.id });
    vi.restoreAllMocks();
  }
  await expect(under).rejects.toMatchObject(off);
  void ask(one).catch(() => null);
  await expect.poll(() => signals.map(({ aborted }) => aborted)).toEqual([true, false]);
});
