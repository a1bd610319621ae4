// A commune whose podcast is asked for, over real rows and a fake studio.
// It must never assert anything: tests do.
import type { OfPodcast } from '../../src/services/podcast/podcast-door.ts';
import { openCommune } from './public-steps.ts';
import { type World, world } from './world.ts';

export const XA: OfPodcast = { kind: 'commune', code: 'xa-a' };

export async function opened() {
  const at = world();
  const place = await openCommune(at);
  const { podcasts } = at.house.services;
  let made = 0;
  const make = at.studio.rendition;
  at.studio.rendition = async (of) => {
    made += 1;
    return make(of);
  };
  const changed = () => at.deps.changes.tell({ kind: 'bulletin', id: 'x', tenantId: place.id });
  const episodes = async (of: OfPodcast = XA, page = 1) => {
    changed();
    return (await podcasts.view({ ...of, page })).episodes;
  };
  /** asked for, made ahead beat by beat, and asked for again */
  const titles = async (of: OfPodcast = XA, page = 1): Promise<string[]> => {
    await episodes(of, page);
    await ahead(at);
    return (await episodes(of, page)).map(({ title }) => title);
  };
  const forms = async () => (await episodes()).map(({ sound }) => sound.suffix);
  return { at, place, podcasts, episodes, titles, forms, made: () => made };
}

/** Beat by beat, with time between them for what goes on by itself. */
export async function ahead(at: World): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    await at.house.beat();
    for (let turn = 0; turn < 300; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

export const failure = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => error,
  );
