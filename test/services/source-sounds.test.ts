// Recordings that come with bulletins of the source system: fetched, checked, levelled, approved like any, or refused by name.
// It must never assert how sound is decoded (test/mastering/foreign.test.ts).
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { bytesOf, cap, proofOf } from '../domain/source/source-samples.ts';
import {
  allSounded,
  beats,
  bulletinsOf,
  lettersOf,
  type Sourced,
  sourced,
} from './source-steps.ts';
import { actions } from './steps.ts';

const BYTES = Buffer.from('RIFF0000WAVE');
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const SOUND = { url: '/sounds/a.wav', bytes: BYTES.length, type: 'audio/wav', sha256 };

async function recorded(sound: object = SOUND, of: object = {}): Promise<Sourced> {
  const all = await sourced();
  all.at.source.sounds.set('/sounds/a.wav', BYTES);
  all.push({ sound, ...of });
  await beats(all, 2);
  return all;
}
const clipOf = ({ at }: Sourced, n = 0) =>
  at.deps.store.clips.get(
    at.deps.store.bulletins.ofTenants([at.deps.store.areas.byCode('xa-a')?.id ?? ''])[n]?.clipId ??
      '',
  );
const kept = (all: Sourced) => all.at.deps.store.incomingSounds.of(bulletinsOf(all)[0]?.id ?? '');
const toldOf = (all: Sourced) =>
  (lettersOf(all, 'ack').at(-1)?.sound ?? null) as { state: string; why: { why: string } } | null;

describe('a recording', () => {
  test('is what will be heard, waits for approval like any, and is no machine’s', async () => {
    const all = await recorded();
    await allSounded(all);
    await beats(all, 2);
    expect(bulletinsOf(all)).toMatchObject([{ state: 'ready' }]);
    expect(all.at.studio.made).toEqual(['âm thanh 12 byte']);
    expect(clipOf(all)?.synthetic).toBeNull();
    expect(kept(all)).toMatchObject({ state: 'made' });
    expect(all.at.deps.store.incomingSounds.raw(bulletinsOf(all)[0]?.id ?? '')).toBeNull();
    expect(toldOf(all)).toEqual({ state: 'made', why: null });
  });

  test('may come in the message itself, without an address and without words', async () => {
    const all = await recorded({ base64: BYTES.toString('base64'), sha256 }, { text: '' });
    await allSounded(all);
    expect(bulletinsOf(all)).toMatchObject([{ state: 'ready', text: '' }]);
    expect(all.at.studio.made).toEqual(['âm thanh 12 byte']);
  });

  test('may be a resource of a CAP warning, named by its SHA-1', async () => {
    const all = await sourced();
    all.at.source.sounds.set('/sounds/a.wav', BYTES);
    const digest = createHash('sha1').update(BYTES).digest('hex');
    const resource = [{ mimeType: 'audio/wav', uri: '/sounds/a.wav', digest }];
    const body = bytesOf(cap({}, { severity: 'Moderate', resource }));
    const contentType = 'application/cap+xml';
    const proof = proofOf(all.key, body, all.at.clock.wallMs(), contentType);
    all.at.house.services.source.take({ contentType, body, proof });
    await beats(all, 2);
    await allSounded(all);
    expect(bulletinsOf(all)).toMatchObject([{ state: 'ready', priority: 'priority' }]);
    expect(all.at.studio.made).toEqual(['âm thanh 12 byte']);
  });

  test('gives way to what a person writes since', async () => {
    const all = await recorded();
    await allSounded(all);
    const [bulletin] = bulletinsOf(all);
    const wish = { bulletinId: bulletin?.id ?? '', text: 'Chữ khác hẳn.' };
    all.at.house.services.bulletins.edit(all.a.author, wish);
    await allSounded(all);
    expect(all.at.studio.made.at(-1)).toContain('Chữ khác hẳn.');
  });
});

describe('a recording that cannot be taken', () => {
  test.each([
    ['a gigabyte', { ...SOUND, bytes: 1024 ** 3 }, 'sound-too-large'],
    ['elsewhere', { ...SOUND, url: 'http://169.254.169.254/latest/' }, 'sound-elsewhere'],
    ['another file', { ...SOUND, sha256: '0'.repeat(64) }, 'sound-other-hash'],
    ['another file in the message', { base64: 'UklGRg==', sha256 }, 'sound-other-hash'],
    ['unsigned', { ...SOUND, sha256: undefined }, 'sound-other-hash'],
  ])('is refused with its reason, and the words are spoken: %s', async (_, sound, why) => {
    const all = await recorded(sound);
    await allSounded(all);
    await beats(all, 2);
    expect(bulletinsOf(all)).toMatchObject([{ state: 'ready' }]);
    expect(all.at.studio.made).toEqual(['Ngày mai tiêm phòng dại cho chó, mèo.']);
    expect(kept(all)).toMatchObject({ state: 'refused', why: { why } });
    expect(toldOf(all)).toMatchObject({ state: 'refused', why: { why } });
  });

  test('of an emergency is not waited for', async () => {
    const all = await recorded(SOUND, { priority: 'emergency' });
    await allSounded(all);
    expect(kept(all)).toMatchObject({ state: 'refused', why: { why: 'sound-of-emergency' } });
    expect(all.at.studio.made).toHaveLength(1);
  });

  test('is tried again at growing distances, then its words are spoken', async () => {
    const all = await sourced();
    all.push({ sound: SOUND });
    await beats(all, 3);
    expect(bulletinsOf(all)).toMatchObject([{ state: 'making' }]);
    expect(all.at.studio.made).toEqual([]);
    await beats(all, 8, 700_000);
    await allSounded(all);
    expect(kept(all)).toMatchObject({ state: 'refused', why: { place: 'HTTP 404' } });
    expect(all.at.studio.made).toHaveLength(1);
    expect(actions(all.at)).toContain('service.source-sound-refused');
  });

  test('that the decoder cannot read is refused, and without words nothing is made', async () => {
    for (const [of, state] of [
      [{}, 'ready'],
      [{ text: '' }, 'failed'],
    ] as const) {
      const all = await sourced();
      all.at.source.sounds.set('/sounds/a.wav', BYTES);
      const say = { vi: 'Không phải âm thanh.', en: 'No sound.' };
      all.at.studio.failNext(new AppError({ code: 'foreign-unknown', fault: 'caller', say }));
      all.push({ sound: SOUND, ...of });
      await beats(all, 2);
      await allSounded(all);
      expect(bulletinsOf(all)).toMatchObject([{ state }]);
      expect(kept(all)).toMatchObject({ why: { why: 'sound-unreadable' } });
    }
  });
});

test('a restart goes on with what was fetched, and fetches what was not', async () => {
  const all = await sourced();
  all.push({ sound: SOUND });
  await beats(all, 1);
  const again = all.at.restart();
  again.source.set(all.at.source.setting);
  await all.at.house.stop();
  again.house.start();
  again.source.sounds.set('/sounds/a.wav', BYTES);
  const then = { ...all, at: again };
  await beats(then, 8);
  await allSounded(then);
  expect(again.studio.made).toEqual(['âm thanh 12 byte']);
});
