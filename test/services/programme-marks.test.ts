// Whoever is named in a part is named in the programme, in whichever language it is said (issue #6, 4 and 6).
// It must never know SQL, routes or real sound.
import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../src/domain/model.ts';
import { AZURE } from './fake-voices.ts';
import { built, variant } from './programme-steps.ts';
import { approved, liveCommune } from './steps.ts';
import { world } from './world.ts';

const MARKED = { kind: 'bulletin' };

describe('the mark of an original', () => {
  test('reaches an edition that says its variant alone, and each is told and written down', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { store, changes } = at.deps;
    store.languageOrders.put({ areaId: a.id, languages: ['mww'] });
    const one = await approved(at, a, { text: 'Tiêm chủng.' });
    const hmong = await variant(at, a, { original: one, language: 'mww' });
    const [edition] = await built(at, a, { itemIds: [one.id] });
    const bulletinId = edition?.bulletinId ?? '';
    expect(edition?.parts.map((part) => part.bulletinId)).toEqual([hmong.id]);
    await at.house.beat();
    const told: unknown[] = [];
    changes.listen((change) => told.push(change));
    const { publicDesk } = at.house.services;
    publicDesk.markPersonal(a.author, { bulletinId: one.id, personalData: true });
    for (const id of [one.id, hmong.id])
      expect(told).toContainEqual(expect.objectContaining({ ...MARKED, id }));
    const lines = store.audit.list({
      ...{ tenantIds: null, beforeId: null, limit: 20, action: 'bulletin.mark' },
    });
    expect(lines.map(({ subject }) => subject).sort()).toEqual(
      [`bulletin:${one.id}`, `bulletin:${hmong.id}`].sort(),
    );
    await at.house.beat();
    expect(store.bulletins.get(bulletinId)?.personalData).toBe(true);
    // pages and feeds put together before it are told as well
    expect(told).toContainEqual(expect.objectContaining({ ...MARKED, id: bulletinId }));
  });
});

describe('an edition marked by itself', () => {
  test('keeps its version, its sound and its approval, whoever spoke its parts', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { store } = at.deps;
    const one = await approved(at, a, { text: 'Tiêm chủng.' });
    const [edition] = await built(at, a, { itemIds: [one.id] });
    const bulletinId = edition?.bulletinId ?? '';
    const before = store.bulletins.get(bulletinId) as Bulletin;
    // as it is joined of a part that a cloud spoke
    const clip = store.clips.get(before.clipId ?? '');
    const spokenBy = [{ engine: AZURE.engine, engineVersion: '1', voice: 'x', sentences: 1 }];
    if (clip) store.clips.put({ ...clip, id: 'by-cloud', spokenBy });
    store.bulletins.update({ ...before, clipId: 'by-cloud' });
    const { publicDesk } = at.house.services;
    publicDesk.markPersonal(a.author, { bulletinId, personalData: true });
    expect(store.bulletins.get(bulletinId)).toEqual({
      ...{ ...before, clipId: 'by-cloud', personalData: true },
    });
    expect(store.programmeEditions.get(bulletinId)?.version).toBe(before.version);
  });
});

describe('a mark and a kill', () => {
  test('the edition is marked with its part, before any beat', async () => {
    const at = world();
    const a = await liveCommune(at);
    const one = await approved(at, a, { text: 'Tiêm chủng.' });
    const [edition] = await built(at, a, { itemIds: [one.id] });
    const { publicDesk } = at.house.services;
    publicDesk.markPersonal(a.author, { bulletinId: one.id, personalData: true });
    const { store } = at.deps;
    expect(store.bulletins.get(edition?.bulletinId ?? '')?.personalData).toBe(true);
  });

  test('what was left unmarked is marked after the next start', async () => {
    const at = world();
    const a = await liveCommune(at);
    const one = await approved(at, a, { text: 'Tiêm chủng.' });
    const [edition] = await built(at, a, { itemIds: [one.id] });
    const { store } = at.deps;
    store.bulletins.update({ ...one, personalData: true });
    const now = at.restart();
    await now.house.beat();
    expect(store.bulletins.get(edition?.bulletinId ?? '')?.personalData).toBe(true);
  });
});
