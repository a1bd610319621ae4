// Three hours of speech through the room that speaks: never more sentences in memory than the voice has lanes, and one beyond.
// It must never measure a process: what a whole clip takes is the bench's (VANGXA_LONG=1).
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { inOrder } from '../../audio/in-order.ts';
import type { Kept } from '../../audio/kept/kept.ts';
import { createTalk } from '../../audio/speech.ts';
import { timetable } from '../../audio/timetable.ts';
import type { Voice } from '../../audio/voices/port.ts';

const RATE_HZ = 4_000;
const SECONDS = 10;
const SENTENCES = (3 * 3_600) / SECONDS;
const LANES = 2;

test('of three hours no more than four sentences are held at a time', async () => {
  let held = 0;
  let most = 0;
  const by = { engine: 'tone', engineVersion: '1', voice: 'a' };
  const voice: Voice = {
    ...{ id: 'a', engine: 'tone', engineVersion: '1', language: 'vie', sampleRateHz: RATE_HZ },
    ...{ synthetic: true, lanes: LANES, place: 'here' },
    async speak() {
      held += 1;
      most = Math.max(most, held);
      return { samples: new Int16Array(SECONDS * RATE_HZ).fill(2_000), by };
    },
    close: async () => {},
  };
  const kept: Kept = {
    ...{ get: async () => null, head: async () => null, touch: async () => {} },
    ...{ remove: async () => {}, takeBack: async () => {} },
    async put() {
      await new Promise((resolve) => setImmediate(resolve)); // a disk that takes its time
      held -= 1;
    },
  };
  const sentences = Array.from({ length: SENTENCES }, (_, at) => `Câu số ${at}.`);
  const pace = { syllablesPerMinute: 190, fullStopMs: 400 };
  const { signal } = new AbortController();
  const talk = createTalk({ sentences, voice, pace, kept, signal });
  const table = await timetable({
    ...{ saying: talk.inOrder(async () => null), fullStopMs: 400, rateHz: RATE_HZ },
    ...{ partOf: (index) => Math.floor(index / 4), maxSeconds: null, onSaid: () => {} },
  });
  expect(table.frames * 0.06).toBeGreaterThan(3 * 3_600);
  expect(most).toBeLessThanOrEqual(LANES + 2);
  expect(held).toBe(0);
  // what is kept of each is its name and its length, never its samples
  const kept1 = JSON.stringify(table.parts[0]?.said[0]).length;
  expect(kept1).toBeLessThan(400);
});

test('parts under way are as many as there are coders, and one more, however slowly they are taken', async () => {
  const ahead = Math.min(4, availableParallelism()) + 1;
  let [under, most] = [0, 0];
  const done = inOrder({
    ...{ count: 300, ahead },
    async work(index) {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setImmediate(resolve));
      return index;
    },
  });
  for await (const index of done) {
    under -= 1;
    if (index % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(most).toBeLessThanOrEqual(ahead + 1);
});
