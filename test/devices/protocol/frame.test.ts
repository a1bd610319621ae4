// Frames: what is encoded is decoded, and everything else is a counted refusal.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Chunk,
  chunkDigest,
  decodeFrame,
  encodeFrame,
  FRAME_HEADER_BYTES,
  FRAME_MAX_PAYLOAD_BYTES,
  packPackets,
  unpackPackets,
} from '../../../devices/protocol/index.ts';

const chunk = (more: Partial<Chunk> = {}): Chunk => ({
  seq: 3,
  startMs: 23_940,
  last: false,
  repair: false,
  payload: Buffer.from('some sound'),
  ...more,
});

test('any chunk survives the way', () => {
  fc.assert(
    fc.property(
      fc.record({
        seq: fc.nat(0xffff_ffff),
        startMs: fc.nat(0xffff_ffff),
        last: fc.boolean(),
        repair: fc.boolean(),
        payload: fc.uint8Array({ maxLength: 2_000 }),
      }),
      fc.string(),
      (sent, streamId) => {
        const decoded = decodeFrame(streamId, encodeFrame(streamId, sent));
        expect(
          decoded.ok && { ...decoded.chunk, payload: Buffer.from(decoded.chunk.payload) },
        ).toEqual({ ...sent, payload: Buffer.from(sent.payload) });
      },
    ),
    { seed: 20, numRuns: 200 },
  );
});

test('no single bit of a frame can be changed unnoticed', () => {
  const frame = encodeFrame('s1', chunk());
  for (let bit = 0; bit < frame.length * 8; bit++) {
    const spoilt = Buffer.from(frame);
    spoilt[bit >> 3] = (spoilt[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(decodeFrame('s1', spoilt).ok, `bit ${bit}`).toBe(false);
  }
});

const frame = encodeFrame('s1', chunk());
const patched = (at: number, value: number) => {
  const copy = Buffer.from(frame);
  copy[at] = value;
  return copy;
};
test.each([
  ['short', frame.subarray(0, FRAME_HEADER_BYTES - 1)],
  ['too-long', Buffer.alloc(FRAME_HEADER_BYTES + FRAME_MAX_PAYLOAD_BYTES + 1)],
  ['magic', patched(0, 0)],
  ['version', patched(2, 2)],
  ['crc', frame.subarray(0, frame.length - 1)],
  ['stream', encodeFrame('another stream', chunk())],
])('refused: %s', (reason, bytes) => {
  expect(decodeFrame('s1', bytes)).toEqual({ ok: false, reason });
});

test('packets are packed and unpacked', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 140 }), (packets) => {
      const back = unpackPackets(packPackets(packets));
      expect(back?.map((packet) => [...packet])).toEqual(packets.map((packet) => [...packet]));
    }),
    { seed: 133, numRuns: 100 },
  );
});

test.each([
  ['half a length', Buffer.from([0])],
  ['a length beyond the end', Buffer.from([0, 5, 1, 2])],
  ['a good packet and half a length', Buffer.from([0, 1, 9, 0])],
])('%s is no row of packets', (_name, payload) => {
  expect(unpackPackets(payload)).toBeNull();
});

test('a digest is the beginning of the SHA-256', () => {
  expect(chunkDigest(Buffer.from('abc')).toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223');
});
