// What an account has seen of a bulletin and what changed since, over real rows.
// It must never know how differences are found.
import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../src/domain/model.ts';
import { approved, hashOf, liveCommune, written } from './steps.ts';
import { commune, person, until, world } from './world.ts';

async function started() {
  const at = world();
  const place = await liveCommune(at);
  const { approving, bulletins } = at.house.services;
  const see = (bulletin: Bulletin, by = place.approver) =>
    approving.seen(by, { bulletinId: bulletin.id, contentHash: hashOf(at, bulletin) });
  const changed = async (bulletin: Bulletin, text: string): Promise<Bulletin> => {
    bulletins.edit(place.author, { bulletinId: bulletin.id, text });
    const now = () => at.deps.store.bulletins.get(bulletin.id) ?? bulletin;
    await until(() => now().state !== 'making', 'the sound');
    return now();
  };
  const changes = (bulletin: Bulletin, sinceVersion: number | null = null) =>
    approving.changes(place.approver, { bulletinId: bulletin.id, sinceVersion });
  return { at, place, approving, bulletins, see, changed, changes };
}

describe('what changed since it was last seen', () => {
  test('nothing is known the first time', async () => {
    const { at, place, see, changes } = await started();
    const bulletin = await written(at, place);
    expect(await changes(bulletin)).toMatchObject({ since: null, sentences: [], whole: true });
    see(bulletin);
    expect(await changes(bulletin)).toMatchObject({ since: null });
  });

  test('sentence by sentence, with the figures that moved, and still there after a second look', async () => {
    const { at, place, see, changed, changes, bulletins } = await started();
    const first = await written(at, place, { text: 'Họp lúc 19 giờ tại bản.' });
    see(first);
    const second = await changed(first, 'Họp lúc 20 giờ tại bản.');
    const expected = {
      since: { version: 1, title: 'Tiêm chủng', what: 'seen' },
      sentences: [
        {
          kind: 'changed',
          pieces: [
            { kind: 'same', words: 'Họp lúc' },
            { kind: 'removed', words: '19' },
            { kind: 'added', words: '20' },
            { kind: 'same', words: 'giờ tại bản.' },
          ],
        },
      ],
      figures: {
        added: [{ kind: 'number', source: '20' }],
        removed: [{ kind: 'number', source: '19' }],
      },
    };
    expect(await changes(second)).toMatchObject(expected);
    see(second);
    see(second);
    expect(await changes(second)).toMatchObject(expected);
    const view = bulletins.get(place.approver, { bulletinId: first.id });
    expect(view.approval.seen).toEqual({ version: 2, contentHash: hashOf(at, second) });
    const third = await changed(second, 'Họp lúc 21 giờ tại bản.');
    expect((await changes(third)).since?.version).toBe(2);
    expect((await changes(third, 1)).figures.removed).toEqual([{ kind: 'number', source: '19' }]);
  });

  test('somebody who never saw it is shown what changed since it was approved', async () => {
    const { at, place, changed, changes } = await started();
    const bulletin = await approved(at, place, { text: 'Thu 50 đồng.' });
    const edited = await changed(bulletin, 'Thu 60 đồng.');
    expect(await changes(edited)).toMatchObject({
      since: { version: 1, what: 'approved' },
      figures: { added: [{ source: '60' }] },
    });
  });

  test('a title alone changes no figure, and a sound under way has no changes yet', async () => {
    const { at, place, see, changes, bulletins } = await started();
    const bulletin = await written(at, place);
    see(bulletin);
    const held = at.studio.hold();
    bulletins.edit(place.author, { bulletinId: bulletin.id, title: 'Khác' });
    expect(await changes(bulletin)).toMatchObject({ since: null });
    held.letGo();
    await until(() => at.deps.store.bulletins.get(bulletin.id)?.state === 'ready');
    const found = await changes(bulletin);
    expect(found.figures).toEqual({ added: [], removed: [] });
    expect(found.since?.title).toBe('Tiêm chủng');
  });
});

describe('to have seen', () => {
  test('is for the very sound that is there now', async () => {
    const { at, place, see, changed, approving } = await started();
    const first = await written(at, place);
    const contentHash = hashOf(at, first);
    await changed(first, 'Khác hẳn.');
    const stale = () => approving.seen(place.approver, { bulletinId: first.id, contentHash });
    expect(stale).toThrow(/changed-since-seen/u);
    const making = { ...first, clipId: null, state: 'making' as const };
    at.deps.store.bulletins.update(making);
    expect(() => see(first)).toThrow(/changed-since-seen/u);
  });

  test('and to ask since when: of one’s own tenant, and a version that is kept', async () => {
    const { at, place, approving, changes } = await started();
    const bulletin = await written(at, place);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province');
    const admin = person(at, 'qt', ['administrator', province?.id ?? '']);
    const other = commune(at, admin, 'xa-b');
    const of = { bulletinId: bulletin.id, contentHash: hashOf(at, bulletin) };
    expect(() => approving.seen(other.approver, of)).toThrow(/missing/u);
    const stranger = approving.changes(other.approver, { ...of, sinceVersion: null });
    await expect(stranger).rejects.toMatchObject({ code: 'missing' });
    await expect(changes(bulletin, 9)).rejects.toMatchObject({ code: 'missing' });
  });
});
