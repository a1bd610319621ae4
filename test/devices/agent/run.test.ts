// A run, its session and its tallies: what is handed to a sink, on a clock moved by hand.
import { expect, test } from 'vitest';
import { advance, fadeOut, isOver, makeRun, type Run } from '../../../devices/agent/run.ts';
import { makeSession } from '../../../devices/agent/session.ts';
import { makeLimiter } from '../../../devices/agent/shape.ts';
import type { Opening, Outlet, Sink } from '../../../devices/agent/sinks/port.ts';
import { makeTallies } from '../../../devices/agent/tally.ts';

const MS = 24;
const CHUNK = 1_000 * MS;

function testOutlet() {
  const parts: Int16Array[] = [];
  const heard = () => Int16Array.from(parts.flatMap((part) => [...part]));
  const state = { closed: false };
  const outlet: Outlet = {
    begin: () => {},
    write: (samples) => void parts.push(samples),
    close: async () => {
      state.closed = true;
    },
    failure: () => null,
    path: null,
  };
  return { outlet, heard, state };
}

/** Ten seconds of a level tone in chunks of one second; those named are missing. */
function testRun(missing = new Set<number>(), from = 0) {
  const { outlet, heard } = testOutlet();
  const endSample = 10 * CHUNK;
  const chunkOf = (at: number) => Math.floor(at / CHUNK);
  const sound = {
    endSample,
    preload: () => {},
    holeEnd: (at: number) => (chunkOf(at) + 1) * CHUNK,
    take(at: number, count: number) {
      if (missing.has(chunkOf(at)) || at >= endSample) return null;
      const length = Math.min(count, (chunkOf(at) + 1) * CHUNK - at);
      return { samples: new Int16Array(length).fill(5_000), peak: 5_000 };
    },
  };
  const parts = {
    streamId: 's1',
    sound,
    outlet,
    limiter: makeLimiter(),
    fader: (samples: Int16Array) => samples,
    speed: 1,
    startedMs: 0,
    from,
  };
  const run = makeRun(parts);
  run.limit = endSample;
  run.ends = true;
  return { run, heard, missing };
}

/** Pulses of 50 ms until it is over. */
function play(run: Run, untilMs = 60_000): number {
  for (let nowMs = 0; nowMs <= untilMs; nowMs += 50) {
    advance(run, nowMs);
    if (isOver(run, nowMs)) return nowMs;
  }
  return -1;
}

test('it hands over 200 ms ahead and ends when the last sample was heard', () => {
  const { run, heard } = testRun();
  advance(run, 0);
  expect(run.position).toBe(200 * MS);
  expect(run.firstHandedMs).toBe(0);
  expect(play(run)).toBe(10_000);
  expect(heard().length).toBe(10 * CHUNK);
  expect(new Set(heard())).toEqual(new Set([5_000]));
  expect(run.heardSamples).toBe(10 * CHUNK);
});

test('a missing chunk is exactly its own length of silence, between ramps', () => {
  const { run, heard } = testRun(new Set([3]));
  play(run);
  const samples = heard();
  expect(samples.length).toBe(10 * CHUNK);
  expect(run.mutedSamples).toBe(CHUNK);
  expect(run.heardSamples).toBe(9 * CHUNK);
  expect(samples.subarray(3 * CHUNK, 4 * CHUNK).every((sample) => sample === 0)).toBe(true);
  const steps = samples.map((sample, at) => Math.abs(sample - (samples[at - 1] ?? sample)));
  expect(steps.reduce((most, step) => Math.max(most, step), 0)).toBeLessThan(60);
});

test('what comes while it is missing sounds from its own place on', () => {
  const { run, missing } = testRun(new Set([0, 1]));
  advance(run, 0);
  expect(run.position).toBe(0);
  advance(run, 400);
  expect(run.position).toBe(400 * MS);
  expect(run.firstHandedMs).toBeNull();
  missing.clear();
  advance(run, 500);
  expect(run.firstHandedMs).toBe(500);
  expect(run.position).toBe(700 * MS);
  expect(run.mutedSamples).toBe(400 * MS);
});

test('an interruption that is known falls to silence at its limit', () => {
  const { run, heard } = testRun();
  run.limit = 2_500 * MS;
  run.ends = false;
  expect(play(run)).toBe(2_500);
  const samples = heard();
  expect(samples.length).toBe(2_500 * MS);
  expect(samples.at(-1)).toBeLessThan(60);
  expect(samples[samples.length - 241]).toBe(5_000);
});

test('an interruption without warning is ten milliseconds of falling', () => {
  const { run, heard } = testRun();
  advance(run, 1_000);
  const before = run.position;
  fadeOut(run);
  expect(run.position - before).toBe(10 * MS);
  expect(heard().at(-1)).toBeLessThan(60);
  fadeOut(run);
  expect(run.position - before).toBe(10 * MS);
  const silent = testRun(new Set([0]));
  fadeOut(silent.run);
  expect(silent.heard().length).toBe(0);
});

test('joined in the middle it rises from silence', () => {
  const { run, heard } = testRun(new Set(), 5 * CHUNK);
  advance(run, 0);
  expect(heard()[0]).toBe(0);
  expect(heard()[300]).toBe(5_000);
});

test('tallies know what was heard of each stream, and whether it was whole', () => {
  const tallies = makeTallies();
  expect(tallies.next('s1')).toBeNull();
  tallies.begin('s1', 0);
  const first = testRun().run;
  first.limit = 3 * CHUNK;
  play(first);
  expect(tallies.heardMs('s1', first)).toBe(3_000);
  expect(tallies.finish(first, false)).toBe(false);
  expect([tallies.next('s1'), tallies.isOver('s1'), tallies.has('s1')]).toEqual([
    3 * CHUNK,
    false,
    true,
  ]);
  tallies.begin('s1', 3 * CHUNK);
  const second = testRun(new Set(), 3 * CHUNK).run;
  play(second);
  expect(tallies.finish(second, true)).toBe(true);
  expect(tallies.isOver('s1')).toBe(true);
  expect(tallies.heardMs('s1', null)).toBe(10_000);
  tallies.told('s1');
  expect(tallies.wasTold('s1')).toBe(true);
  tallies.keep(new Set());
  expect(tallies.has('s1')).toBe(false);
});

test.each([
  ['muted somewhere', new Set([2]), 0],
  ['joined late', new Set<number>(), 2 * CHUNK],
])('what was %s is not whole', (_name, missing, from) => {
  const tallies = makeTallies();
  tallies.begin('s1', from);
  const { run } = testRun(missing, from);
  play(run);
  expect(tallies.finish(run, true)).toBe(false);
});

function testSink() {
  const opened: (Opening & ReturnType<typeof testOutlet>)[] = [];
  const sink: Sink = {
    open(opening) {
      const one = { ...opening, ...testOutlet() };
      opened.push(one);
      return one.outlet;
    },
    close: async () => {},
  };
  return { sink, opened };
}
const opening = (streamId: string) => ({ streamId, rejoins: false });

test('what interrupts sounds where the interrupted one does; what follows gets its own', async () => {
  const { sink, opened } = testSink();
  const session = makeSession(sink);
  session.prepare(opening('a'));
  session.prepare(opening('a'));
  const own = session.outlet(opening('a'));
  expect(own.isNew).toBe(true);
  session.finished('a', false);
  session.prepare(opening('e'));
  const nested = session.outlet(opening('e'));
  expect(nested).toEqual({ outlet: own.outlet, isNew: false });
  expect(opened[1]?.state.closed).toBe(true); // prepared for nothing
  session.finished('e', true);
  expect(session.outlet(opening('a')).outlet).toBe(own.outlet);
  session.finished('a', true);
  expect(opened[0]?.state.closed).toBe(true);
  session.finished('a', true);
  session.prepare(opening('b'));
  session.prepare(opening('c'));
  expect(session.outlet(opening('d')).isNew).toBe(true);
  session.fail();
  session.fail();
  session.outlet(opening('x'));
  await session.close();
  expect(opened.every(({ state }) => state.closed)).toBe(true);
});
