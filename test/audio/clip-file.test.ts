// Clips read from disk: any chunk alone equals its part of the whole; damage is found and named.
// It must never know how sound is made.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openClip } from '../../audio/clip-file.ts';
import { createOggWriter } from '../../audio/mastering/ogg-writer.ts';
import { packChunk } from '../../audio/packets.ts';

const folder = mkdtempSync(join(tmpdir(), 'vang-xa-clips-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first byte says: SILK, wideband, 60 ms, mono, one frame (RFC 6716 §3.1). */
function packets(count: number, bytes = (at: number) => 20 + ((at * 37) % 300)): Buffer[] {
  return Array.from({ length: count }, (_, at) =>
    Buffer.concat([Buffer.of(0x58), randomBytes(bytes(at))]),
  );
}

function write(name: string, sound: Buffer[], changes: { totalSamples?: number } = {}): string {
  const writer = createOggWriter({
    serial: 7,
    preSkipSamples: 312,
    inputRateHz: 16_000,
    samplesPerPacket: 2_880,
    totalSamples: sound.length * 2_880 - 500,
    tags: { TITLE: 'Thử', SYNTHETIC: '1' },
    ...changes,
  });
  const path = join(folder, `${name}.opus`);
  writeFileSync(path, Buffer.concat([writer.head(), writer.add(sound), writer.end()]));
  return path;
}

test.each([1, 16, 17, 132, 133, 134, 600])(
  '%i packets: the chunks are the packets, in order',
  async (count) => {
    const sound = packets(count);
    const clip = await openClip(write(`count-${count}`, sound));
    const chunks: { seq: number; startMs: number; last: boolean; payload: Uint8Array }[] = [];
    for await (const chunk of clip.chunks()) chunks.push(chunk);
    const whole = Buffer.concat(chunks.map(({ payload }) => payload));
    expect(whole.equals(packChunk(sound))).toBe(true);
    expect(chunks.map(({ seq, startMs }) => [seq, startMs])).toEqual(
      chunks.map((_, at) => [at, at * 7_980]),
    );
    expect(chunks.map(({ last }) => last)).toEqual(chunks.map((_, at) => at === chunks.length - 1));
    expect(clip.sound).toMatchObject({
      codec: 'opus',
      channels: 1,
      frameMs: 60,
      preSkipSamples: 312,
      totalSamples: Math.min(count * 2_880 - 500, count * 2_880 - 312),
      chunkCount: Math.ceil(count / 133),
      bytes: whole.length,
      contentHash: createHash('sha256').update(whole).digest('hex'),
    });
  },
);

test('any chunk can be asked for alone, in any order, at the same time', async () => {
  const sound = packets(133 * 5 + 20);
  const clip = await openClip(write('alone', sound));
  const asked = [5, 0, 3, 3, 1, 4, 2];
  const got = await Promise.all(asked.map((seq) => clip.chunk(seq)));
  got.forEach(({ payload }, at) => {
    const first = (asked[at] ?? 0) * 133;
    expect(Buffer.from(payload).equals(packChunk(sound.slice(first, first + 133)))).toBe(true);
  });
});

test.each([-1, 1.5, 2, Number.NaN])('chunk %f does not exist', async (seq) => {
  const clip = await openClip(write('none', packets(200)));
  await expect(clip.chunk(seq)).rejects.toMatchObject({ code: 'no-such-chunk', fault: 'caller' });
});

test('packets of exactly 255 and 510 bytes keep their lengths', async () => {
  const sound = packets(40, (at) => [254, 509, 255, 510, 253][at % 5] ?? 1);
  const clip = await openClip(write('lacing', sound));
  expect(Buffer.from((await clip.chunk(0)).payload).equals(packChunk(sound))).toBe(true);
});

test('the tags are read back', async () => {
  const { tags } = await openClip(write('tags', packets(3)));
  expect([...tags]).toEqual([
    ['TITLE', 'Thử'],
    ['SYNTHETIC', '1'],
  ]);
});

test('packets of another length than 60 ms are not a clip of ours', async () => {
  const twenty = packets(5).map((packet) => Buffer.concat([Buffer.of(0x48), packet.subarray(1)]));
  await expect(openClip(write('twenty', twenty))).rejects.toMatchObject({ code: 'sound-broken' });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['noise', randomBytes(5_000)],
])('%s is refused by name', async (_, bytes) => {
  const path = join(folder, 'foreign.opus');
  writeFileSync(path, bytes);
  await expect(openClip(path)).rejects.toMatchObject({ code: 'sound-broken', fault: 'world' });
});

test('a file that is not there is the disk’s failure', async () => {
  await expect(openClip(join(folder, 'missing.opus'))).rejects.toMatchObject({
    code: 'disk-failed',
  });
});

test('one flipped bit anywhere is found', async () => {
  const path = write('flip', packets(60));
  const good = readFileSync(path);
  for (let at = 3; at < good.length; at += 97) {
    const bad = Buffer.from(good);
    bad[at] = (bad[at] ?? 0) ^ 0x10;
    writeFileSync(path, bad);
    await expect(openClip(path), `byte ${at}`).rejects.toMatchObject({ code: 'sound-broken' });
  }
});

test('a file cut after it was opened is found when the missing part is read', async () => {
  const path = write('cut', packets(133 * 3));
  const clip = await openClip(path);
  truncateSync(path, 9_000);
  await expect(clip.chunk(2)).rejects.toMatchObject({ code: 'sound-broken' });
});
