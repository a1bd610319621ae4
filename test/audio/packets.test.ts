// Chunks of a clip: how packets are packed and what proves them.
// It must never know Ogg or the wire.
import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createChunkSummer, PACKETS_PER_CHUNK, packChunk } from '../../audio/packets.ts';

test('a packet is its length in two bytes, high byte first, and itself', () => {
  expect(packChunk([Buffer.of(1, 2, 3), Buffer.of(), Buffer.alloc(258, 7)]).subarray(0, 9)).toEqual(
    Buffer.of(0, 3, 1, 2, 3, 0, 0, 1, 2),
  );
  expect(packChunk([])).toHaveLength(0);
});

test('a chunk is eight seconds at most', () => {
  expect(PACKETS_PER_CHUNK * 60).toBeLessThanOrEqual(8_000);
});

test.each([1, 132, 133, 134, 266, 400])('%i packets are summed as their payloads are', (count) => {
  const packets = Array.from({ length: count }, (_, at) => randomBytes(40 + (at % 90)));
  const payloads: Buffer[] = [];
  for (let at = 0; at < count; at += PACKETS_PER_CHUNK) {
    payloads.push(packChunk(packets.slice(at, at + PACKETS_PER_CHUNK)));
  }
  const summer = createChunkSummer();
  for (const packet of packets) summer.add(packet);
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
  expect(summer.finish()).toEqual({
    chunkCount: payloads.length,
    bytes: payloads.reduce((sum, payload) => sum + payload.length, 0),
    contentHash: digest(Buffer.concat(payloads)).toString('hex'),
    chunkDigests: Buffer.concat(
      payloads.map((payload) => digest(payload).subarray(0, 16)),
    ).toString('base64'),
  });
});
