import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { chunkDigest, unpackPackets } from '../../devices/protocol/index.ts';
import { makeReader } from '../../src/reader.ts';
import type { MakingProgress } from '../../src/services/ports.ts';
import { makeStudio } from '../../src/studio.ts';
import { profile } from '../domain/samples.ts';
import { ownVoices } from './voices.ts';

const reader = makeReader();
afterAll(() => reader.close());
const order = (of: Parameters<typeof profile>[0] = {}) => ({
  profile: profile(of),
  additions: [],
  settled: [],
});
const embedded = await ownVoices();
const OWN = { tenantId: 'xa', language: 'vie', personalData: false };
const TEXT = 'Thông báo của xã Suối Mây. Ngày mai, trạm y tế xã tiêm chủng cho trẻ em.';

describe('the studio', () => {
  test('makes a real clip whose chunks are what its facts say', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vangxa-studio-'));
    const studio = makeStudio({ folder, reader, voices: embedded });
    onTestFinished(async () => {
      await studio.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const steps: MakingProgress['step'][] = [];
    const made = await studio.make({
      title: 'Thông báo',
      text: TEXT,
      ...OWN,
      order: order(),
      maxSeconds: null,
      repeats: 1,
      onProgress: ({ step }) => steps.push(step),
      signal: new AbortController().signal,
    });
    const clip = { ...made, bulletinId: 'b1' };
    expect([...new Set(steps)]).toEqual(['script', 'speech', 'mastering']);
    expect(clip.path).toBe(`clips/${clip.id}.opus`);
    expect(studio.soundPath(clip)).toBe(join(folder, clip.path));
    expect(clip.synthetic?.engine).toContain('espeak');
    const digests: Buffer[] = [];
    for await (const chunk of studio.chunks(clip)) {
      digests.push(chunkDigest(chunk.payload));
      expect(unpackPackets(chunk.payload)?.length).toBeGreaterThan(0);
    }
    expect(Buffer.concat(digests).toString('base64')).toBe(clip.sound.chunkDigests);
    expect((await studio.chunk(clip, 0))?.startMs).toBe(0);
    expect(await studio.chunk(clip, clip.sound.chunkCount)).toBeNull();
  }, 60_000);

  test('says it all again, announced, as often as is wanted and no longer than is wanted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vangxa-studio-'));
    const studio = makeStudio({ folder, reader, voices: embedded });
    onTestFinished(async () => {
      await studio.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const make = (repeats: number, maxSeconds: number | null) =>
      studio.make({
        ...{
          title: 'Thông báo',
          text: 'Mời bà con họp.',
          order: order(),
          repeats,
          maxSeconds,
          ...OWN,
        },
        onProgress: () => undefined,
        signal: new AbortController().signal,
      });
    const [once, thrice, cut] = [await make(1, null), await make(3, null), await make(3, 4)];
    const words = ({ sentences }: typeof once) => sentences.map((one) => one.words);
    expect(words(once)).toEqual(['Mời bà con họp.']);
    expect(words(thrice)).toEqual([
      'Mời bà con họp.',
      'Xin nhắc lại.',
      'Mời bà con họp.',
      'Xin nhắc lại.',
      'Mời bà con họp.',
    ]);
    expect(thrice.durationMs).toBeGreaterThan(3 * once.durationMs);
    expect(cut.durationMs).toBeLessThanOrEqual(4_000);
    expect(words(cut).length).toBeLessThan(5);
    expect(new Set([once.id, thrice.id, cut.id]).size).toBe(3);
  }, 60_000);

  test('says as an AppError what the sound room says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vangxa-studio-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const studio = makeStudio({ folder, reader, voices: embedded });
    const clip = { id: 'gone', path: 'clips/gone.opus' } as Parameters<typeof studio.chunk>[0];
    await expect(studio.chunk(clip, 0)).rejects.toMatchObject({
      name: 'AppError',
      fault: 'world',
      say: { vi: expect.any(String) },
    });
  });
});
