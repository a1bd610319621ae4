// A recording in the place of a voice: taken only with consent, approved anew, dropped when the words change.
// It must never decode sound: the studio is a fake.
import { beforeEach, describe, expect, test } from 'vitest';
import type { RecordingWish } from '../../src/services/sound/recordings-door.ts';
import { approved, written } from './steps.ts';
import { type Commune, commune, setUp, until, type World, world } from './world.ts';

let at: World;
let place: Commune;
let other: Commune;
beforeEach(async () => {
  at = world();
  const admin = await setUp(at);
  place = commune(at, admin, 'xa-a');
  other = commune(at, admin, 'xa-b');
});

async function* bytes(size = 10) {
  yield new Uint8Array(size);
}
const wish = (bulletinId: string, of: Partial<RecordingWish> = {}): RecordingWish => ({
  ...{ bulletinId, bytes: bytes(), speakerName: 'Lò Thị Mai', consent: true },
  ...{ consentNote: 'đồng ý qua điện thoại ngày 3/12', signal: new AbortController().signal },
  ...of,
});
const seen = (bulletinId: string) => at.house.services.bulletins.get(place.author, { bulletinId });
const lines = () =>
  at.deps.store.audit
    .list({ tenantIds: null, beforeId: null, limit: 50 })
    .filter(({ action }) => action.startsWith('recording.'));

describe('a recording', () => {
  test('becomes the sound of the bulletin, which keeps its words and needs a new approval', async () => {
    const before = await approved(at, place);
    at.studio.noticed = [
      {
        kind: 'clipped',
        atMs: 0,
        untilMs: 10,
        sentence: null,
        say: { vi: 'Vỡ tiếng', en: 'Clipped' },
        severity: 'look',
      },
    ];
    const { recordings } = at.house.services;
    const after = await recordings.take(place.author, wish(before.id, { language: 'blt' }));
    expect(after).toMatchObject({
      ...{ text: before.text, state: 'ready', version: before.version + 1, language: 'blt' },
      writerIds: [place.author.accountId],
    });
    const view = seen(before.id);
    expect(view.clip).toMatchObject({ id: after.clipId, synthetic: null });
    expect(view.recording).toMatchObject({ speakerName: 'Lò Thị Mai', language: 'blt' });
    expect(view.findings).toMatchObject([{ kind: 'clipped' }]);
    expect(lines()).toMatchObject([{ action: 'recording.make', subject: `bulletin:${before.id}` }]);
    expect(JSON.parse(lines()[0]?.detail ?? '')).toMatchObject({ speakerName: 'Lò Thị Mai' });
  });

  test('that cannot be used leaves the bulletin as it was', async () => {
    const before = await approved(at, place);
    at.studio.failNext(new Error('broken'));
    const { recordings } = at.house.services;
    await expect(recordings.take(place.author, wish(before.id))).rejects.toThrow('broken');
    expect(at.deps.store.bulletins.get(before.id)).toEqual(before);
    expect(seen(before.id).recording).toBeNull();
  });

  test('without consent, of a drill, without a name or in no known language is refused before a byte is read', async () => {
    const plain = await written(at, place);
    const drill = await written(at, place, { priority: 'emergency', drill: true });
    const { recordings } = at.house.services;
    for (const [id, of, code] of [
      [plain.id, { consent: false }, 'no-consent'],
      [plain.id, { speakerName: '  ' }, 'empty-field'],
      [plain.id, { consentNote: '\u202e' }, 'empty-field'],
      [plain.id, { language: 'xyz' }, 'unknown-language'],
      [drill.id, {}, 'drill-is-read'],
    ] as const)
      await expect(recordings.take(place.author, wish(id, of))).rejects.toMatchObject({ code });
    expect(seen(plain.id).recording).toBeNull();
  });

  test('is an author’s of this commune and nobody else’s', async () => {
    const { id } = await written(at, place);
    const { recordings } = at.house.services;
    await expect(recordings.take(other.author, wish(id))).rejects.toMatchObject({
      code: 'missing',
    });
    await expect(recordings.take(place.approver, wish(id))).rejects.toMatchObject({
      code: 'not-your-role',
    });
    expect(() => recordings.remove(other.author, { bulletinId: id })).toThrow();
  });

  test('of words that were changed meanwhile is refused', async () => {
    const { id } = await written(at, place);
    const { bulletins, recordings } = at.house.services;
    async function* slow() {
      bulletins.edit(place.author, { bulletinId: id, text: 'Lời khác hẳn của bản tin này.' });
      yield new Uint8Array(3);
    }
    await expect(recordings.take(place.author, wish(id, { bytes: slow() }))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test('that stands still on its way keeps no other commune out', async () => {
    const { recordings } = at.house.services;
    async function* never(): AsyncGenerator<Uint8Array> {
      await new Promise(() => {});
    }
    for (let n = 0; n < 2; n += 1) {
      const { id } = await written(at, place);
      // thirty seconds from now it is given up: by then nobody looks
      recordings.take(place.author, wish(id, { bytes: never() })).catch(() => undefined);
    }
    const { id } = await written(at, other);
    expect((await recordings.take(other.author, wish(id))).state).toBe('ready');
  });

  test('stays when only the title changes; other words are read by the voice', async () => {
    const { id } = await written(at, place);
    const { bulletins, recordings } = at.house.services;
    const { clipId } = await recordings.take(place.author, wish(id));
    bulletins.edit(place.author, { bulletinId: id, title: 'Tên mới' });
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the same sound');
    expect(seen(id)).toMatchObject({
      clip: { id: clipId },
      recording: { byName: expect.any(String) },
    });
    bulletins.edit(place.author, { bulletinId: id, text: 'Lời khác hẳn của bản tin này.' });
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the voice');
    expect(seen(id).clip?.id).not.toBe(clipId);
    expect(seen(id).recording).toBeNull();
  });

  test('is no sound of another language: a voice of that one is asked', async () => {
    const { id } = await written(at, place);
    const { bulletins, recordings } = at.house.services;
    const { clipId } = await recordings.take(place.author, wish(id));
    bulletins.edit(place.author, { bulletinId: id, language: 'blt' });
    const row = () => at.deps.store.bulletins.get(id);
    await until(() => row()?.state !== 'making', 'no old sound');
    expect(row()).toMatchObject({ language: 'blt', state: 'failed', clipId: null });
    bulletins.edit(place.author, { bulletinId: id, language: 'vie' });
    await until(() => row()?.state === 'ready', 'its own sound');
    expect(row()?.clipId).toBe(clipId);
  });

  test('goes, and the voice reads again', async () => {
    const { id, clipId } = await written(at, place);
    const { recordings } = at.house.services;
    await recordings.take(place.author, wish(id));
    expect(recordings.remove(place.author, { bulletinId: id }).state).toBe('making');
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the voice');
    expect(seen(id)).toMatchObject({ clip: { id: clipId }, recording: null });
    expect(() => recordings.remove(place.author, { bulletinId: id })).toThrow('missing');
    expect(lines().map(({ action }) => action)).toEqual(['recording.remove', 'recording.make']);
  });

  test('goes with its bulletin', async () => {
    const { id } = await written(at, place);
    const { recordings, bulletins } = at.house.services;
    await recordings.take(place.author, wish(id));
    bulletins.remove(place.author, { bulletinId: id });
    expect(at.deps.store.recordings.of(id)).toBeNull();
  });
});

describe('what the machine noticed', () => {
  test('is kept with every clip that is made; nothing noticed is not the same as not listened to', async () => {
    const { id } = await written(at, place);
    expect(seen(id).findings).toEqual([]);
    at.studio.noticed = 'fails';
    const next = await written(at, place, { text: 'Một bản tin khác của xã.' });
    expect(next.state).toBe('ready');
    expect(seen(next.id).findings).toBeNull();
  });
});
