// Chunks and repairs in the brain: proven, counted, asked for again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingRanges } from '../../../../devices/agent/brain/repairs.ts';
import { REPAIR_RANGES, REPAIR_ROUNDS } from '../../../../devices/agent/limits.ts';
import { topics } from '../../../../devices/protocol/index.ts';
import { bodies } from '../../protocol/bodies.ts';
import { kinds, makeBench, manifest, payloads, repairsIn, said } from './brain.ts';

const { streamId } = bodies.play;
const airing = () => {
  const bench = makeBench();
  bench.order(manifest());
  return bench;
};

test('a whole stream is proven and told', () => {
  const bench = airing();
  bench.chunk(0);
  bench.chunk(2);
  bench.chunk(1, { repair: true });
  expect(kinds(bench.chunk(3))).toEqual(['save-chunk', 'prove']);
  const actions = bench.feed({ kind: 'proved', streamId, good: true });
  expect(said(actions)).toMatchObject([{ event: 'stored', chunksReceived: 4, chunksRepaired: 1 }]);
  expect(bench.feed({ kind: 'proved', streamId, good: true })).toEqual([]);
});

test('content of another hash is refused and dropped', () => {
  const bench = airing();
  for (const seq of payloads.keys()) bench.chunk(seq);
  const actions = bench.feed({ kind: 'proved', streamId, good: false });
  expect(said(actions)).toMatchObject([{ event: 'refused', reason: 'bad-content' }]);
  expect(kinds(actions)).toContain('drop-sound');
  expect(bench.chunk(0)).toEqual([]);
});

test.each([
  ['doubled', 'duplicates', () => ({ seq: 0 })],
  ['beyond the end', 'badChunks', () => ({ seq: 9, payload: payloads[0] as Buffer })],
  ['of other bytes', 'badChunks', () => ({ seq: 1, payload: payloads[0] as Buffer })],
] as const)('a chunk %s is counted and dropped', (_name, counter, spoilt) => {
  const bench = airing();
  bench.chunk(0);
  const { seq, ...more } = { ...spoilt() };
  expect(bench.chunk(seq, more)).toEqual([]);
  expect(bench.state().counts[counter]).toBe(1);
});

test('noise on a stream topic, and streams nobody announced, are counted and dropped', () => {
  const bench = airing();
  const noise = { kind: 'message', bytes: Buffer.from('noise') } as const;
  expect(bench.feed({ ...noise, topic: topics.stream('xa-na-co', streamId) })).toEqual([]);
  expect(bench.feed({ ...noise, topic: topics.stream('xa-na-co', 'unknown') })).toEqual([]);
  expect(bench.feed({ ...noise, topic: topics.stream('tinh-x', streamId) })).toEqual([]);
  expect(bench.state().counts).toMatchObject({ badChunks: 1, strayChunks: 2 });
});

test('missing chunks are asked for after two seconds of silence, then less and less often', () => {
  const bench = airing();
  bench.chunk(1);
  const asked: number[] = [];
  for (let ms = 0; ms < 130_000; ms += 250)
    for (const repair of repairsIn(bench.pass(250))) {
      asked.push(ms + 250);
      expect(repair).toEqual({
        streamId,
        ranges: [
          [0, 0],
          [2, 3],
        ],
      });
    }
  expect(asked).toEqual([2_000, 6_000, 14_000, 30_000, 60_000, 90_000, 120_000]);
});

test('a new chunk begins the patience anew', () => {
  const bench = airing();
  bench.pass(1_900);
  bench.chunk(0);
  expect(repairsIn(bench.pass(1_900))).toEqual([]);
  expect(repairsIn(bench.pass(100))).toHaveLength(1);
});

test('nobody asks for ever, nor without a link; a new connection is a new chance', () => {
  const bench = airing();
  let rounds = 0;
  for (let n = 0; n < 2_000; n++) rounds += repairsIn(bench.pass(600)).length;
  expect(rounds).toBe(REPAIR_ROUNDS);
  const offline = airing();
  offline.feed({ kind: 'disconnected' });
  expect(repairsIn(offline.pass(5_000))).toEqual([]);
  offline.feed({ kind: 'connected' });
  expect(repairsIn(offline.pass(1_000))).toEqual([]);
  expect(repairsIn(offline.pass(1_000))).toHaveLength(1);
});

test('a chunk the disk did not take is missing again', () => {
  const bench = airing();
  bench.chunk(0, { repair: true });
  bench.feed({ kind: 'chunk-lost', streamId, seq: 0 });
  expect(bench.stream()).toMatchObject({ heldCount: 0, repairedCount: 0 });
  expect(bench.feed({ kind: 'chunk-lost', streamId, seq: 0 })).toEqual([]);
  bench.chunk(0);
  expect(bench.stream()?.heldCount).toBe(1);
});

test('ranges say exactly what is missing, up to their limit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 400 }), (row) => {
      const held = Uint8Array.from(row);
      const ranges = missingRanges(held);
      expect(ranges.length).toBeLessThanOrEqual(REPAIR_RANGES);
      const named = new Set(
        ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n)),
      );
      for (const seq of named) expect(held[seq]).toBe(0);
      const missing = row.flatMap((one, seq) => (one === 0 ? [seq] : []));
      if (ranges.length < REPAIR_RANGES) expect([...named]).toEqual(missing);
    }),
    { seed: 64, numRuns: 200 },
  );
});
