// A brain on a table: orders sealed by a test key, events fed by hand, actions looked at.
// It must never know files, sockets or real time.

import { wake } from '../../../../devices/agent/brain/start.ts';
import type { Action, Event, State } from '../../../../devices/agent/brain/state.ts';
import { step } from '../../../../devices/agent/brain/step.ts';
import {
  type Chunk,
  chunkDigest,
  encodeFrame,
  type PlayOrder,
  type PolicyOrder,
  packPackets,
  publicKeyFromRaw,
  type Receipt,
  seal,
  topics,
} from '../../../../devices/protocol/index.ts';
import { bodies, PLAY_AT_MS, testSigner } from '../../protocol/bodies.ts';

export { PLAY_AT_MS } from '../../protocol/bodies.ts';
export const ID = 'loa-na-co-1';
export const publicKey = publicKeyFromRaw(testSigner.publicKey);
export const trusted = (keyId: string) => (keyId === testSigner.keyId ? publicKey : null);

export const payloads = [0, 1, 2, 3].map((n) =>
  packPackets([Buffer.from([n, 1]), Buffer.from([n, 2])]),
);
export const manifest = (more: Partial<PlayOrder> = {}): PlayOrder => ({
  ...(bodies.play as PlayOrder),
  sound: {
    ...(bodies.play.sound as PlayOrder['sound']),
    chunkCount: payloads.length,
    chunkDigests: Buffer.concat(payloads.map(chunkDigest)).toString('base64'),
  },
  ...more,
});
export const policy = (more: Partial<PolicyOrder> = {}): PolicyOrder => ({
  ...(bodies.policy as PolicyOrder),
  hush: null,
  volumePercent: 100,
  ...more,
});

export type Bench = ReturnType<typeof makeBench>;

/** A connected speaker that knows the time, half an hour before PLAY_AT_MS; with a policy unless told otherwise. */
export function makeBench({ withPolicy = true, from = null as State | null } = {}) {
  const me = {
    speakerId: ID,
    unitId: 'U1',
    bootId: 'boot',
    trusted,
    speed: 1,
    publicKey: testSigner.publicKey.toString('base64'),
    firmware: 'test',
  };
  let state = from ?? wake(me);
  const now = { planMs: (PLAY_AT_MS - 1_800_000) as number | null, clockAgeMs: 0, realMs: 10_000 };
  const feed = (event: Event): readonly Action[] => {
    const result = step(state, event, { ...now });
    state = result.state;
    return result.actions;
  };
  const bench = {
    me,
    now,
    feed,
    state: () => state,
    /** lets time pass, in real and plan milliseconds alike */
    pass(ms: number) {
      now.realMs += ms;
      if (now.planMs !== null) now.planMs += ms;
      return feed({ kind: 'tick' });
    },
    order: (body: object, topic = topics.speakerOrder(ID)) =>
      feed({ kind: 'message', topic, bytes: seal(body, testSigner) }),
    chunk(seq: number, more: Partial<Chunk> = {}, streamId = bodies.play.streamId) {
      const payload = payloads[seq] ?? Buffer.from('nothing');
      const chunk = { seq, startMs: 0, last: false, repair: false, payload, ...more };
      const topic = topics.stream('xa-na-co', streamId);
      return feed({ kind: 'message', topic, bytes: encodeFrame(streamId, chunk) });
    },
    stream: (streamId: string = bodies.play.streamId) => state.streams.get(streamId),
  };
  feed({ kind: 'connected' });
  if (withPolicy) bench.order(policy());
  return bench;
}

export const kinds = (actions: readonly Action[]) => actions.map((action) => action.kind);
export function said(actions: readonly Action[]): Receipt[] {
  return actions.flatMap((action) => (action.kind === 'save-receipt' ? [action.receipt] : []));
}
export function repairsIn(actions: readonly Action[]) {
  return actions.flatMap((action) => (action.kind === 'send-repair' ? [action.repair] : []));
}
