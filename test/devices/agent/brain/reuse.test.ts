// The same sound under another stream: asked for at the manifest, proved like any, shared when proved.
import { expect, test } from 'vitest';
import type { Action } from '../../../../devices/agent/brain/state.ts';
import { bodies } from '../../protocol/bodies.ts';
import { type Bench, makeBench, manifest, PLAY_AT_MS, repairsIn, said } from './brain.ts';

const { streamId } = bodies.play;
const { contentHash } = manifest().sound;
const again = (id: string) => manifest({ streamId: id, orderId: `o-${id}`, playAtMs: PLAY_AT_MS });
const of = (actions: readonly Action[], kind: Action['kind']) =>
  actions.filter((action) => action.kind === kind);
function proven(bench: Bench): readonly Action[] {
  for (const seq of [0, 1, 2, 3]) bench.chunk(seq);
  return bench.feed({ kind: 'proved', streamId, good: true });
}

test('a manifest asks first whether its sound is here', () => {
  expect(of(makeBench().order(manifest()), 'adopt')).toEqual([
    { kind: 'adopt', streamId, contentHash },
  ]);
});

test('what is here is proved, and said to be stored without a chunk of the air', () => {
  const bench = makeBench();
  bench.order(manifest());
  const actions = bench.feed({ kind: 'adopted', streamId });
  expect(of(actions, 'prove')).toEqual([{ kind: 'prove', streamId, contentHash }]);
  expect(said(actions)).toEqual([]);
  const proved = bench.feed({ kind: 'proved', streamId, good: true });
  expect(said(proved)).toMatchObject([{ event: 'stored', chunksReceived: 4, chunksRepaired: 0 }]);
  expect(repairsIn(bench.pass(60_000))).toEqual([]);
});

test('chunks that come meanwhile are counted, and taken for nothing twice', () => {
  const bench = makeBench();
  bench.order(manifest());
  bench.chunk(1, { repair: true });
  bench.feed({ kind: 'adopted', streamId });
  bench.chunk(0);
  expect(bench.stream()).toMatchObject({ heldCount: 4, repairedCount: 1 });
  expect([...(bench.stream()?.held ?? [])]).toEqual([1, 2, 1, 1]);
  expect(bench.state().counts.duplicates).toBe(1);
});

test('what was proved is kept, and given to whoever waits for the same sound', () => {
  const bench = makeBench();
  bench.order(manifest());
  bench.order(again('s2'));
  bench.order({ ...again('s3'), sound: { ...manifest().sound, contentHash: 'a'.repeat(64) } });
  bench.order(again('s4'));
  bench.chunk(0, {}, 's4');
  const actions = proven(bench);
  expect(of(actions, 'keep-sound')).toEqual([{ kind: 'keep-sound', streamId, contentHash }]);
  expect(of(actions, 'adopt')).toEqual([{ kind: 'adopt', streamId: 's2', contentHash }]);
});

test('nothing is adopted by what is closed, proved or forgotten', () => {
  const bench = makeBench();
  bench.order(manifest());
  proven(bench);
  expect(bench.feed({ kind: 'adopted', streamId })).toEqual([]);
  expect(bench.feed({ kind: 'adopted', streamId: 'nowhere' })).toEqual([]);
  bench.order(again('s2'));
  bench.order({ ...bodies.cancel, orderId: 'c2', streamId: 's2' });
  bench.pass(1_900_000);
  expect(bench.stream('s2')?.closedAtMs).not.toBeNull();
  expect(bench.feed({ kind: 'adopted', streamId: 's2' })).toEqual([]);
});

test('what is here and wrong is refused like what came wrong', () => {
  const bench = makeBench();
  bench.order(manifest());
  bench.feed({ kind: 'adopted', streamId });
  const actions = bench.feed({ kind: 'proved', streamId, good: false });
  expect(said(actions)).toMatchObject([{ event: 'refused', reason: 'bad-content' }]);
  expect(of(actions, 'keep-sound')).toEqual([]);
});
