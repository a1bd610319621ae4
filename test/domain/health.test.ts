import { describe, expect, test } from 'vitest';
import {
  BEAT_MS,
  backAfterMs,
  gone,
  heard,
  type Link,
  looked,
  NEVER,
} from '../../src/domain/poles/health.ts';

const BEAT = BEAT_MS['mains-4g'];
const at = (beats: number) => ({ nowMs: beats * BEAT, beatMs: BEAT });
const look = (link: Link, beats: number, listening = 0) =>
  looked(link, { ...at(beats), listeningMs: listening * BEAT });
/** Heard once, at the beginning. */
const there = heard(NEVER, at(0));
const silent = look(there, 6);

describe('a speaker that says nothing any more', () => {
  test.each([
    [1, 'online'],
    [2, 'online'], // one lost word is no news
    [2.49, 'online'],
    [2.5, 'late'],
    [5.4, 'late'],
    [5.5, 'silent'],
    [500, 'silent'],
  ])('is after %d beats %s', (beats, state) => {
    expect(look(there, beats).state).toBe(state);
  });

  test.each(Object.entries(BEAT_MS))(
    '%s is asked about by its own beat of %d ms',
    (_class, beatMs) => {
      const link = heard(NEVER, { nowMs: 0, beatMs });
      const state = (nowMs: number) => looked(link, { nowMs, beatMs, listeningMs: 0 }).state;
      expect([state(beatMs * 2), state(beatMs * 3), state(beatMs * 6)]).toEqual([
        'online',
        'late',
        'silent',
      ]);
    },
  );

  test('is never called silent before it has ever said anything', () => {
    expect(look(NEVER, 1_000)).toBe(NEVER);
    expect(gone(NEVER, 5)).toBe(NEVER);
  });

  test('is not blamed for what the broker was away for', () => {
    expect(look(there, 100, 99).state).toBe('online');
    expect(look(there, 100, 97).state).toBe('late');
    expect(look(there, 100, 94).state).toBe('silent');
    expect(look({ ...there, heardMs: null }, 100, 99).state).toBe('online');
  });

  test('that was late is online at its next word', () => {
    expect(heard(look(there, 3), at(3)).state).toBe('online');
  });
});

describe('a last will', () => {
  const left = gone(there, at(1).nowMs);
  test('is no silence for two beats', () => {
    expect(look(left, 2.9).state).not.toBe('silent');
    expect(look(left, 3.1).state).toBe('silent');
  });

  test('followed by a hello is forgotten', () => {
    const back = heard(left, at(2));
    expect(back.goneMs).toBeNull();
    expect(look(back, 4).state).toBe('online');
  });

  test('said twice counts from the first', () => {
    expect(gone(left, at(2.5).nowMs).goneMs).toBe(at(1).nowMs);
  });

  test('before an outage of the broker counts from its return', () => {
    expect(look(left, 50, 49).state).not.toBe('silent');
    expect(look(left, 50, 47.9).state).toBe('silent');
  });
});

describe('a speaker that comes back', () => {
  test('is believed after a hello and one beat', () => {
    const hello = heard(silent, at(10));
    expect(hello.state).toBe('silent');
    expect(heard(hello, at(11)).state).toBe('online');
  });

  test('is not believed for a hello and a burst of questions', () => {
    let link = heard(silent, at(10));
    for (let n = 1; n <= 5; n += 1) link = heard(link, at(10 + n * 0.01));
    expect(link.state).toBe('silent');
  });

  test('begins anew after a gap or another will', () => {
    const hello = heard(silent, at(10));
    expect(heard(hello, at(13)).state).toBe('silent');
    expect(heard(gone(hello, at(10.4).nowMs), at(10.6)).state).toBe('silent');
  });

  test('that was never heard by this process begins with its first word', () => {
    const known: Link = { ...NEVER, state: 'silent', falls: 1 };
    const hello = heard(known, at(10));
    expect(hello).toMatchObject({ state: 'silent', backMs: at(10).nowMs });
    expect(heard(hello, at(10.6)).state).toBe('online');
  });

  test('has to stay the longer the oftener it fell, up to a limit', () => {
    expect([0, 1, 2, 3, 4].map((falls) => backAfterMs(falls, BEAT) / BEAT)).toEqual([
      0.5, 0.5, 1, 2, 4,
    ]);
    expect(backAfterMs(50, BEAT)).toBe(60 * BEAT);
  });

  test('and stays is forgiven its falls', () => {
    let link = heard(heard(silent, at(10)), at(11));
    expect(link.falls).toBe(1);
    for (let beat = 12; beat <= 191; beat += 1) link = heard(link, at(beat));
    expect(link.falls).toBe(0);
  });
});
