import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chunkDigest, unpackPackets } from '../../devices/protocol/index.ts';
import type { MakingProgress } from '../../src/services/ports.ts';
import { makeStudio, reader, rememberReadings } from '../../src/studio.ts';

const TEXT = 'Thông báo của xã Suối Mây. Ngày mai, trạm y tế xã tiêm chủng cho trẻ em.';

describe('the reader', () => {
  test('reads a text as the announcer will', () => {
    const read = reader.read(TEXT);
    expect(read.sentences.length).toBeGreaterThanOrEqual(2);
    expect(read.syllables).toBeGreaterThan(10);
    expect(read.estimatedSeconds).toBeGreaterThan(2);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'picture'],
    ['a ZIP', Buffer.from([0x50, 0x4b, 3, 4]), 'zip'],
    ['English', 'The quick brown fox jumps over the lazy dog again and again.', 'not-vietnamese'],
  ])('refuses %s by name, in both languages', (_, content, code) => {
    const fault = expect.objectContaining({
      name: 'AppError',
      code,
      fault: 'caller',
      say: { vi: expect.stringContaining('van-ban.txt'), en: expect.any(String) },
    });
    expect(() => reader.decode(Buffer.from(content), 'van-ban.txt')).toThrow(fault);
  });
});

describe('a reading', () => {
  const counted = () => {
    const asked: string[] = [];
    const read = rememberReadings((text) => {
      asked.push(text);
      return reader.read(TEXT);
    });
    return { asked, read };
  };

  test('is made once for the document, the bulletin and the sound', () => {
    const { asked, read } = counted();
    for (const text of [TEXT, `${TEXT} Hết.`, TEXT, TEXT]) read(text);
    expect(asked).toEqual([TEXT, `${TEXT} Hết.`]);
  });

  test('is forgotten when eight others, or three long ones, were asked for since', () => {
    const { asked, read } = counted();
    for (let n = 0; n < 9; n += 1) read(`${n}`);
    read('8');
    expect(asked).toHaveLength(9);
    read('0');
    expect(asked).toHaveLength(10);
    for (const letter of 'abc') read(letter.repeat(499_999));
    read('a'.repeat(499_999));
    expect(asked).toHaveLength(13);
    read('d'.repeat(499_999));
    read('b'.repeat(499_999));
    expect(asked).toHaveLength(15);
  });

  test('that was refused is refused again', () => {
    const read = rememberReadings(() => {
      throw new Error('no');
    });
    expect(() => read('')).toThrow('no');
    expect(() => read('')).toThrow('no');
  });
});

describe('the studio', () => {
  test('makes a real clip whose chunks are what its facts say', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vangxa-studio-'));
    const studio = makeStudio({ folder });
    onTestFinished(async () => {
      await studio.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const steps: MakingProgress['step'][] = [];
    const made = await studio.make({
      title: 'Thông báo',
      text: TEXT,
      maxSeconds: null,
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

  test('says as an AppError what the sound room says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vangxa-studio-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const studio = makeStudio({ folder });
    const clip = { id: 'gone', path: 'clips/gone.opus' } as Parameters<typeof studio.chunk>[0];
    await expect(studio.chunk(clip, 0)).rejects.toMatchObject({
      name: 'AppError',
      fault: 'world',
      say: { vi: expect.any(String) },
    });
  });
});
