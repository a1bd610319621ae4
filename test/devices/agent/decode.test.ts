// Decoding ahead: who has room, who goes first, what becomes of it when the decoder dies.
import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { makeDecoding } from '../../../devices/agent/decode.ts';
import type { Outcome } from '../../../devices/agent/decode-worker.ts';
import { type DecodeWorker, makeDecodeWorker } from '../../../devices/agent/decoder.ts';
import { makeLog } from '../../../devices/agent/log.ts';
import { newFolder, until } from './speaker.ts';

const log = makeLog('silent');
const PACKETS = 10;
const CHUNK_MS = PACKETS * 60;
type Asked = { at: string; answer(outcome: Outcome | 'died'): void };

/** A decoder that answers when it is told to; `asked` is what lies with it. */
function testDecoding() {
  const asked: Asked[] = [];
  const worker: DecodeWorker = {
    wake: async () => {},
    decode: ({ path, seq }) =>
      new Promise((resolve) => {
        const one: Asked = {
          at: `${path.replace(/^.*\/(\w)[^/]*$/, '$1')}${seq}`,
          answer(outcome) {
            asked.splice(asked.indexOf(one), 1);
            resolve(outcome);
          },
        };
        asked.push(one);
      }),
    stop: async () => {},
  };
  const decoding = makeDecoding({ folder: newFolder(), log, speed: 1, worker });
  /** all chunks of a sound of this name */
  const offer = (name: string, chunkCount: number, facts: Partial<Facts> = {}) => {
    const decoded = decoding.sound(orderOf(name, chunkCount, facts), PACKETS);
    if (!decoded) return null;
    if (facts.atMs) decoded.nearing(facts.atMs * 24);
    const place = { path: '', at: 0, bytes: 0, packets: PACKETS };
    for (let seq = 0; seq < chunkCount; seq++) decoded.offer({ seq, place, before: null });
    return decoded;
  };
  /** answers all there is, in the order in which it was asked for */
  const answerAll = async (limit = 1_000) => {
    const order: string[] = [];
    while (asked.length > 0 && order.length < limit) {
      order.push(asked[0]?.at ?? '');
      asked[0]?.answer('good');
      await new Promise(setImmediate);
    }
    return order;
  };
  return { decoding, asked, offer, answerAll };
}
type Facts = { playAtMs: number; priority: 'normal' | 'emergency'; atMs: number };

function orderOf(name: string, chunkCount: number, facts: Partial<Facts>) {
  const sound = {
    ...{ codec: 'opus' as const, channels: 1 as const, bitrateBps: 24_000, frameMs: 60 as const },
    ...{ preSkipSamples: 0, totalSamples: chunkCount * CHUNK_MS * 48, chunkCount, bytes: 1 },
    ...{ contentHash: name.repeat(64), chunkDigests: '' },
  };
  return { sound, playAtMs: facts.playAtMs ?? 0, priority: facts.priority ?? ('normal' as const) };
}

const minutes = (count: number) => Math.ceil((count * 60_000) / CHUNK_MS);

test('an emergency has room behind a programme of four hours, another programme has not', () => {
  const { offer } = testDecoding();
  expect(offer('a', minutes(240))).not.toBeNull();
  expect(offer('b', minutes(3))).toBeNull();
  expect(offer('c', minutes(3), { priority: 'emergency' })).not.toBeNull();
});

test('an emergency takes no room from a programme', () => {
  const { offer } = testDecoding();
  expect(offer('a', minutes(180), { priority: 'emergency' })).not.toBeNull();
  expect(offer('b', minutes(180))).not.toBeNull();
});

test('no more than two chunks lie with the decoder, and an emergency is next', async () => {
  const { offer, asked, answerAll } = testDecoding();
  offer('a', minutes(60));
  expect(asked.map(({ at }) => at)).toEqual(['a0', 'a1']);
  offer('b', 3, { priority: 'emergency', playAtMs: 9_000_000 });
  expect(await answerAll(6)).toEqual(['a0', 'a1', 'b0', 'b1', 'b2', 'a2']);
});

test('what is due sooner is decoded sooner, and what was passed comes last', async () => {
  const { offer, answerAll } = testDecoding();
  offer('a', 3, { playAtMs: 1_000_000 });
  offer('b', 4, { playAtMs: 500_000, atMs: 2 * CHUNK_MS });
  const order = await answerAll();
  expect(order).toEqual(['a0', 'a1', 'b2', 'b3', 'b0', 'b1', 'a2']);
});

test('what nobody wants any more is not decoded', async () => {
  const { offer, answerAll } = testDecoding();
  offer('a', 5)?.release();
  expect(await answerAll()).toEqual(['a0', 'a1']);
});

test.each(['died', 'not-now'] as const)('%s: the chunk is decoded later', async (outcome) => {
  const { offer, asked, answerAll, decoding } = testDecoding();
  const sound = offer('a', 4);
  for (const one of [...asked]) one.answer(outcome);
  await until('all of it', () => {
    void answerAll();
    return [0, 1, 2, 3].every((seq) => sound?.isReady(seq));
  });
  await decoding.stop();
});

test('after a death each of the two is tried by itself, and a chunk that is bad is not again', async () => {
  const { offer, asked, answerAll, decoding } = testDecoding();
  const sound = offer('a', 2);
  for (const one of [...asked]) one.answer('died');
  await until('one of them', () => asked.length > 0);
  expect(asked).toHaveLength(1);
  asked[0]?.answer('bad');
  await until('the other', () => asked.length > 0);
  await answerAll();
  expect([0, 1].map((seq) => sound?.isReady(seq))).toEqual([false, true]);
  await decoding.stop();
});

test.each(['error', 'exit'])(
  'a decoder that ends by "%s" answers, and the next is another',
  async (event) => {
    const threads: EventEmitter[] = [];
    const worker = makeDecodeWorker({ error: vi.fn() }, () => {
      const thread = Object.assign(new EventEmitter(), { postMessage() {}, async terminate() {} });
      threads.push(thread);
      return thread as unknown as Worker;
    });
    const order = {
      ...{ path: '', totalSamples: 0, seq: 0, before: null, from: 0, frameSamples: 0 },
      place: { path: '', at: 0, bytes: 0, packets: 0 },
    };
    const first = worker.decode(order);
    threads[0]?.emit(event, new Error('out of memory'));
    expect(await first).toBe('died');
    const second = worker.decode(order);
    threads[0]?.emit('exit', 1); // the late end of the first says nothing of the second
    threads[1]?.emit('message', { id: 1, outcome: 'good' });
    expect(await second).toBe('good');
    await worker.stop();
  },
);
