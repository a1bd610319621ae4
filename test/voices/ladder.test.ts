// A ladder of voices: who speaks, who is skipped, what is told, with a clock turned by hand.
// It must never know a real engine.
import { beforeEach, describe, expect, test } from 'vitest';
import type { SoundCode } from '../../audio/errors.ts';
import { createStandings, type Ladder, ladderOf } from '../../audio/voices/ladder.ts';
import type { Fall } from '../../audio/voices/port.ts';
import { type FakeClock, type FakeVoice, fakeClock, fakeVoice, settled } from './fakes.ts';

const HOW = { syllablesPerMinute: 180 };
const WORDS = 'một hai ba bốn năm sáu';

let clock: FakeClock;
let [cloud, neural, last]: FakeVoice[] = [];
let told: Fall[];
let ladder: Ladder;

beforeEach(() => {
  clock = fakeClock();
  cloud = fakeVoice('cloud', { place: 'cloud', sampleRateHz: 24_000, lanes: 4, secondId: 'nam' });
  neural = fakeVoice('neural', { lanes: 1 });
  last = fakeVoice('last', { secondId: 'last+f2' });
  told = [];
  ladder = ladderOf([cloud, neural, last], { clock, onFall: (fall) => told.push(fall) });
});

const by = async (words = WORDS) => (await ladder.speak(words, HOW)).by.voice;

test('is a voice: named as its first, as many lanes as its widest, in the cloud if any step is', () => {
  expect(ladder).toMatchObject({
    ...{ id: 'cloud', secondId: 'nam', engine: 'engine-cloud', engineVersion: '1' },
    ...{ language: 'vie', sampleRateHz: 24_000, synthetic: true, lanes: 4, place: 'cloud' },
  });
  expect(ladderOf([neural as FakeVoice, last as FakeVoice])).toMatchObject({ place: 'here' });
  expect(ladderOf([neural as FakeVoice])).not.toHaveProperty('secondId');
});

test('the first speaks while it can, and nothing is told', async () => {
  const { samples, by, falls } = await ladder.speak(WORDS, HOW);
  expect([samples.length, by.voice, falls]).toEqual([1_600, 'cloud', undefined]);
  expect([neural?.asked, last?.asked, told]).toEqual([[], [], []]);
  expect(clock.waiting).toBe(0);
});

test('one sentence that fails is said by the next, at the rate of the first; the one after by the first again', async () => {
  (cloud as FakeVoice).does = 'voice-failed';
  const { samples, by: who, falls } = await ladder.speak(WORDS, HOW);
  expect([samples.length, who.voice]).toEqual([2_400, 'neural']);
  const fall = {
    from: { engine: 'engine-cloud', engineVersion: '1', voice: 'cloud' },
    to: { engine: 'engine-neural', engineVersion: '1', voice: 'neural' },
    ...{ reason: 'voice-failed', words: WORDS, tried: true },
  };
  expect([falls, told]).toEqual([[fall], [fall]]);
  (cloud as FakeVoice).does = 'speaks';
  expect(await by()).toBe('cloud');
});

test('the second of a dialogue goes down as the second', async () => {
  (cloud as FakeVoice).does = 'voice-failed';
  (neural as FakeVoice).does = 'voice-failed';
  const said = await ladder.speak(WORDS, { ...HOW, speaker: 'second' });
  expect(said.by.voice).toBe('last+f2');
  expect(said.falls?.map(({ from, to }) => [from.voice, to.voice])).toEqual([
    ['nam', 'neural'], // who has one voice only says both sides
    ['neural', 'last+f2'],
  ]);
});

test('the error of the last step is the error', async () => {
  (cloud as FakeVoice).does = 'voice-key';
  (neural as FakeVoice).does = 'voice-missing';
  (last as FakeVoice).does = new Error('out of memory');
  await expect(ladder.speak(WORDS, HOW)).rejects.toMatchObject({ code: 'voice-failed' });
  expect(told.map(({ reason }) => reason)).toEqual(['voice-key', 'voice-missing']);
});

test('the last step is asked however often it failed', async () => {
  const alone = ladderOf([last as FakeVoice], { clock });
  (last as FakeVoice).does = 'voice-unreachable';
  for (let count = 0; count < 3; count += 1)
    await expect(alone.speak(WORDS, HOW)).rejects.toMatchObject({ code: 'voice-unreachable' });
  expect(last?.asked).toHaveLength(3);
});

describe('an engine that is down', () => {
  test.each([
    ['voice-unreachable', 15_000],
    ['voice-throttled', 15_000],
    ['voice-slow', 15_000],
    ['voice-missing', 300_000],
    ['voice-quota', 6 * 3_600_000],
  ] as const)('%s: rests %i ms, then is asked again', async (reason, restMs) => {
    (cloud as FakeVoice).does = reason;
    expect(await by()).toBe('neural');
    (cloud as FakeVoice).does = 'speaks';
    await clock.pass(restMs - 1);
    expect(await by()).toBe('neural');
    expect(told.map(({ tried }) => tried)).toEqual([true, false]);
    expect(ladder.resting()).toEqual([
      {
        by: { engine: 'engine-cloud', engineVersion: '1', voice: 'cloud' },
        ...{ reason, untilMs: 1_000 + restMs },
      },
    ]);
    await clock.pass(1);
    expect(await by()).toBe('cloud');
    expect(ladder.resting()).toEqual([]);
  });

  test.each(['voice-key', 'voice-unknown', 'voice-quota'] satisfies SoundCode[])(
    '%s: is asked again as soon as somebody has mended it',
    async (reason) => {
      (cloud as FakeVoice).does = reason;
      expect(await by()).toBe('neural');
      (cloud as FakeVoice).does = 'speaks';
      if (reason !== 'voice-quota') await clock.pass(10 * 24 * 3_600_000);
      expect(await by()).toBe('neural');
      ladder.wake();
      expect(await by()).toBe('cloud');
    },
  );

  test('rests longer each time, five minutes at most, and from the start again once it spoke', async () => {
    (cloud as FakeVoice).does = 'voice-unreachable';
    const rest = async () => {
      await by();
      const untilMs = ladder.resting()[0]?.untilMs ?? 0;
      const restMs = untilMs - clock.nowMs();
      await clock.pass(restMs);
      return restMs;
    };
    const rests = [await rest(), await rest(), await rest(), await rest()];
    expect(rests).toEqual([15_000, 60_000, 300_000, 300_000]);
    (cloud as FakeVoice).does = 'speaks';
    expect(await by()).toBe('cloud');
    (cloud as FakeVoice).does = 'voice-unreachable';
    expect(await rest()).toBe(15_000);
  });

  test('sentences that fail together count once', async () => {
    (cloud as FakeVoice).does = 'voice-unreachable';
    await Promise.all([by(), by(), by(), by()]);
    expect(ladder.resting()[0]?.untilMs).toBe(clock.nowMs() + 15_000);
  });

  test('three failures in a row are the engine and no longer the sentence', async () => {
    (cloud as FakeVoice).does = 'voice-failed';
    for (let count = 0; count < 5; count += 1) await by();
    expect(cloud?.asked).toHaveLength(3);
    expect(ladder.resting()).toMatchObject([{ reason: 'voice-failed' }]);
  });

  test('a sentence it refuses is no reason to rest, nor part of one', async () => {
    (cloud as FakeVoice).does = 'voice-unspeakable';
    for (let count = 0; count < 5; count += 1) expect(await by()).toBe('neural');
    (cloud as FakeVoice).does = 'voice-failed';
    await by();
    expect([cloud?.asked.length, ladder.resting()]).toEqual([6, []]);
  });

  test('a sentence that was under way when it fell over does not raise it again', async () => {
    const late = fakeVoice('late', { lanes: 2 });
    const answers: (() => void)[] = [];
    const slow = {
      ...late,
      speak: (words: string) =>
        new Promise<void>((resolve) => answers.push(resolve)).then(() => late.speak(words, HOW)),
    };
    const two = ladderOf([slow, last as FakeVoice], { clock });
    const first = two.speak('một', HOW);
    const second = two.speak('hai', HOW);
    await settled();
    await clock.pass(1);
    late.does = 'voice-key';
    answers[0]?.();
    expect((await first).falls).toMatchObject([{ reason: 'voice-key' }]);
    late.does = 'speaks';
    answers[1]?.();
    expect([(await second).by.voice, two.resting().length]).toEqual(['late', 1]);
  });

  test('is down for every ladder that shares the standings', async () => {
    const standings = createStandings(clock);
    const steps = [cloud, last] as FakeVoice[];
    const [one, other] = [
      ladderOf(steps, { clock, standings }),
      ladderOf(steps, { clock, standings }),
    ];
    (cloud as FakeVoice).does = 'voice-key';
    await one.speak(WORDS, HOW);
    expect((await other.speak(WORDS, HOW)).falls).toMatchObject([{ tried: false }]);
    expect([cloud?.asked.length, standings.resting().length]).toEqual([1, 1]);
    standings.wake();
    await other.speak(WORDS, HOW);
    expect(cloud?.asked).toHaveLength(2);
  });

  test('those who queued for it go down with it at once', async () => {
    (neural as FakeVoice).does = 'hangs';
    const two = ladderOf([neural, last] as FakeVoice[], { clock });
    const both = [two.speak(WORDS, HOW), two.speak(WORDS, HOW)];
    await settled();
    expect(neural?.asked).toHaveLength(1);
    await clock.pass(60_000);
    const spoken = await Promise.all(both);
    expect(spoken.map(({ falls }) => falls?.[0]?.tried)).toEqual([true, false]);
  });
});

describe('too slow', () => {
  test('six syllables at 180 a minute may take two seconds three times over, and the start', async () => {
    (cloud as FakeVoice).does = 'hangs';
    const speaking = ladder.speak(WORDS, HOW);
    await clock.pass(25_999);
    expect([neural?.asked.length, cloud?.asked[0]?.how.signal?.aborted]).toEqual([0, false]);
    await clock.pass(1);
    expect((await speaking).falls).toMatchObject([{ reason: 'voice-slow', tried: true }]);
    expect(cloud?.asked[0]?.how.signal?.aborted).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  test('words without spaces are counted by their letters', async () => {
    (cloud as FakeVoice).does = 'hangs';
    const speaking = ladder.speak('ក'.repeat(600), HOW);
    await clock.pass(100_000);
    expect(neural?.asked).toHaveLength(0);
    await clock.pass(20_000);
    expect((await speaking).by.voice).toBe('neural');
  });

  test('the patience can be another', async () => {
    const hasty = ladderOf([cloud, last] as FakeVoice[], { clock, patience: { startMs: 100 } });
    (cloud as FakeVoice).does = 'hangs';
    const speaking = hasty.speak('một hai ba', HOW);
    await clock.pass(3_100);
    expect((await speaking).by.voice).toBe('last');
  });

  test('nobody hurries the last', async () => {
    (last as FakeVoice).does = 'hangs';
    const alone = ladderOf([last as FakeVoice], { clock });
    const outcome = Promise.race([alone.speak(WORDS, HOW), settled().then(() => 'still speaking')]);
    expect([clock.waiting, await outcome]).toEqual([0, 'still speaking']);
  });
});

test('an answer without sound is no answer, unless there was nothing to say or nobody else to ask', async () => {
  (cloud as FakeVoice).does = 'empty';
  expect(await by()).toBe('neural');
  expect(await by(' , ; .')).toBe('cloud');
  (last as FakeVoice).does = 'empty';
  const alone = ladderOf([last as FakeVoice], { clock });
  expect((await alone.speak(WORDS, HOW)).samples).toHaveLength(0);
});

describe('stopped by the caller', () => {
  test('in the middle: nobody else is asked, nobody rests', async () => {
    const controller = new AbortController();
    (cloud as FakeVoice).does = 'hangs';
    const speaking = ladder.speak(WORDS, { ...HOW, signal: controller.signal });
    await settled();
    controller.abort();
    await expect(speaking).rejects.toMatchObject({ code: 'stopped' });
    expect(cloud?.asked[0]?.how.signal?.aborted).toBe(true);
    expect([neural?.asked.length, told, ladder.resting(), clock.waiting]).toEqual([0, [], [], 0]);
  });
  test('before it began: nobody is asked', async () => {
    const signal = AbortSignal.abort();
    await expect(ladder.speak(WORDS, { ...HOW, signal })).rejects.toMatchObject({
      code: 'stopped',
    });
    expect(cloud?.asked).toEqual([]);
  });
  test('an engine that says it was stopped though nobody stopped it has failed', async () => {
    (cloud as FakeVoice).does = 'stopped';
    expect((await ladder.speak(WORDS, HOW)).falls).toMatchObject([{ reason: 'voice-failed' }]);
  });
});

test('a step is asked for no more at a time than it has lanes', async () => {
  const narrow = ladderOf([neural, last] as FakeVoice[], { clock });
  (neural as FakeVoice).does = 'hangs';
  void narrow.speak('một', HOW);
  void narrow.speak('hai', HOW);
  await settled();
  expect(neural?.asked.map(({ words }) => words)).toEqual(['một']);
});

test('closing closes every step', async () => {
  await ladder.close();
  expect([cloud, neural, last].map((voice) => voice?.closed)).toEqual([1, 1, 1]);
});

test('no steps, or steps of two languages, are no ladder', () => {
  expect(() => ladderOf([])).toThrow(expect.objectContaining({ code: 'voice-missing' }));
  expect(() => ladderOf([fakeVoice('a'), fakeVoice('b', { language: 'hmn' })])).toThrow(
    expect.objectContaining({ code: 'voice-unknown' }),
  );
});
