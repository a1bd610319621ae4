// Ogg pages: what is written is read back, from pieces of any size, and broken bytes are refused, never believed.
// It must never know files or ffmpeg.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SoundError } from '../../audio/errors.ts';
import {
  createOggDemuxer,
  type OggPage,
  opusPacketSamples,
  readOpusHead,
  readOpusTags,
} from '../../audio/mastering/ogg.ts';
import { oggCrc } from '../../audio/mastering/ogg-crc.ts';
import { createOggWriter } from '../../audio/mastering/ogg-writer.ts';

const FILE = {
  serial: 0xdeadbeef,
  preSkipSamples: 312,
  inputRateHz: 16_000,
  samplesPerPacket: 2_880,
  tags: { TITLE: 'Một = hai', EMPTY: '' },
};

function write(
  packets: readonly Uint8Array[],
  totalSamples = packets.length * 2_880 - 400,
): Buffer {
  const writer = createOggWriter({ ...FILE, totalSamples });
  const half = packets.length >> 1;
  return Buffer.concat([
    writer.head(),
    writer.add(packets.slice(0, half)),
    writer.add(packets.slice(half)),
    writer.end(),
  ]);
}

function read(bytes: Uint8Array, piece = bytes.length): OggPage[] {
  const demuxer = createOggDemuxer();
  const pages: OggPage[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    pages.push(...demuxer.push(bytes.subarray(at, at + piece)));
  }
  demuxer.end();
  return pages;
}

const somePackets = fc.array(fc.uint8Array({ minLength: 1, maxLength: 700 }), {
  minLength: 1,
  maxLength: 60,
});

test('any packets come back as they were, in pieces of any size', () => {
  fc.assert(
    fc.property(somePackets, fc.integer({ min: 1, max: 5_000 }), (packets, piece) => {
      const got = read(write(packets), piece).flatMap((page) => page.packets);
      expect(got.slice(2).map((packet) => [...packet])).toEqual(
        packets.map((packet) => [...packet]),
      );
    }),
    { numRuns: 200 },
  );
});

test('pages last about a second, and the last one says where the sound ends', () => {
  const packets = Array.from({ length: 50 }, () => Buffer.alloc(90, 0x58));
  const pages = read(write(packets));
  expect(pages.map((page) => page.packets.length)).toEqual([1, 1, 16, 16, 16, 2]);
  expect(pages.map((page) => page.granule)).toEqual([0, 0, 46_080, 92_160, 138_240, 143_912]);
  expect(pages.map((page) => page.last)).toEqual([false, false, false, false, false, true]);
  expect(pages.map((page) => page.offset)).toEqual(
    pages.map((_, at) => pages.slice(0, at).reduce((sum, page) => sum + page.bytes, 0)),
  );
});

test('the head and the tags are read back', () => {
  const [head, tags] = read(write([Buffer.of(1)])).flatMap((page) => page.packets);
  expect(readOpusHead(head ?? Buffer.of())).toEqual({ channels: 1, preSkipSamples: 312 });
  expect([...readOpusTags(tags ?? Buffer.of())]).toEqual([
    ['TITLE', 'Một = hai'],
    ['EMPTY', ''],
  ]);
});

test('a packet over several pages is put together; a reader that starts in its middle skips it', () => {
  const whole = Buffer.from(Array.from({ length: 600 }, (_, at) => at % 251));
  const first = rawPage({ flags: 0, lacing: [255, 255], body: whole.subarray(0, 510) });
  const second = rawPage({
    flags: 1,
    lacing: [90, 2],
    body: Buffer.concat([whole.subarray(510), Buffer.of(7, 8)]),
  });
  const both = read(Buffer.concat([first, second])).flatMap((page) => page.packets);
  expect(both.map((packet) => [...packet])).toEqual([[...whole], [7, 8]]);
  const late = createOggDemuxer({ offset: first.length }).push(second);
  expect(late.map((page) => [page.offset, page.packets.length])).toEqual([[first.length, 1]]);
});

test('a stream that ends in a packet or in a page is cut off', () => {
  const open = rawPage({ flags: 0, lacing: [255], body: Buffer.alloc(255) });
  expect(() => read(open)).toThrow(/inside a packet/);
  expect(() => read(write([Buffer.of(1)]).subarray(0, -1))).toThrow(/cut off/);
});

test('a packet without end is refused before it fills the memory', () => {
  const page = rawPage({
    flags: 1,
    lacing: Array<number>(255).fill(255),
    body: Buffer.alloc(65_025),
  });
  const begin = rawPage({
    flags: 0,
    lacing: Array<number>(255).fill(255),
    body: Buffer.alloc(65_025),
  });
  expect(() => read(Buffer.concat([begin, page]))).toThrow(/too long/);
});

test('a page of another version is refused', () => {
  const page = rawPage({ flags: 0, lacing: [1], body: Buffer.of(1) });
  page.writeUInt8(1, 4);
  expect(() => read(page)).toThrow(/version/);
});

test('broken bytes are refused with a named error, whatever is broken', () => {
  const good = write(Array.from({ length: 40 }, (_, at) => Buffer.alloc(60 + at, at)));
  fc.assert(
    fc.property(
      fc.nat(good.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('flip', 'cut', 'drop', 'insert'),
      (at, value, how) => {
        const bad = damage(good, { at, value, how });
        try {
          const packets = read(bad).flatMap((page) => page.packets);
          // Whole pages may be missing or stand at the wrong place: then fewer packets, but never false ones.
          expect(packets.length).toBeLessThanOrEqual(42);
          expect(how).not.toBe('flip');
        } catch (failure) {
          expect(failure).toBeInstanceOf(SoundError);
          expect((failure as SoundError).code).toBe('sound-broken');
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('noise is refused, and tags and heads of noise too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
      expect(() => read(bytes)).toThrow(SoundError);
      expect(() => readOpusHead(bytes)).toThrow(SoundError);
      expect(() => readOpusTags(bytes)).toThrow(SoundError);
      const named = Buffer.concat([Buffer.from('OpusTags'), bytes]);
      try {
        readOpusTags(named);
      } catch (failure) {
        expect(failure).toBeInstanceOf(SoundError);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['SILK 10 ms', [0x00], 480],
  ['SILK wideband 60 ms', [0x58], 2_880],
  ['hybrid 10 ms', [0x60], 480],
  ['hybrid 20 ms', [0x68], 960],
  ['CELT 2.5 ms', [0x80], 120],
  ['CELT 20 ms, two frames', [0x99], 1_920],
  ['CELT 20 ms, three frames', [0x9b, 3], 2_880],
  ['nothing', [], 0],
  ['a count that is missing', [0x9b], 0],
])('%s: %j has %i samples', (_, bytes, samples) => {
  expect(opusPacketSamples(Uint8Array.from(bytes))).toBe(samples);
});

type Damage = { at: number; value: number; how: string };

function damage(good: Buffer, { at, value, how }: Damage): Buffer {
  if (how === 'cut') return good.subarray(0, at);
  if (how === 'drop') return Buffer.concat([good.subarray(0, at), good.subarray(at + value)]);
  if (how === 'insert')
    return Buffer.concat([good.subarray(0, at), Buffer.of(value), good.subarray(at)]);
  const bad = Buffer.from(good);
  bad[at] = (bad[at] ?? 0) ^ value;
  return bad;
}

function rawPage(page: { flags: number; lacing: number[]; body: Buffer }): Buffer {
  const header = Buffer.alloc(27);
  header.write('OggS', 'latin1');
  header.writeUInt8(page.flags, 5);
  header.writeUInt8(page.lacing.length, 26);
  const whole = Buffer.concat([header, Buffer.from(page.lacing), page.body]);
  whole.writeUInt32LE(oggCrc(whole), 22);
  return whole;
}
