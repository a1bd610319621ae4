import { describe, expect, test } from 'vitest';
import { gone, heard, type Link, looked, NEVER } from '../../src/domain/poles/health.ts';

const SEED = Number(process.env.SEED ?? 20261205);
console.log(`health properties: SEED=${SEED}`);
const BEAT = 60_000;

/** mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Step = { atMs: number; what: 'word' | 'will' };
type Turn = { atMs: number; to: Link['state'] };

/** Looks every five seconds, as the service does; answers every change of state. */
function lived(steps: readonly Step[], untilMs: number): Turn[] {
  let link = heard(NEVER, { nowMs: 0, beatMs: BEAT });
  const turns: Turn[] = [];
  const see = (next: Link, atMs: number) => {
    if (next.state !== link.state) turns.push({ atMs, to: next.state });
    link = next;
  };
  let next = 0;
  for (let nowMs = 0; nowMs <= untilMs; nowMs += 5_000) {
    for (let step = steps[next]; step && step.atMs <= nowMs; step = steps[++next])
      see(
        step.what === 'will'
          ? gone(link, step.atMs)
          : heard(link, { nowMs: step.atMs, beatMs: BEAT }),
        step.atMs,
      );
    see(looked(link, { nowMs, beatMs: BEAT, listeningMs: 0 }), nowMs);
  }
  return turns;
}

/** Words at gaps drawn from this; wills now and then. */
function story(seed: number, gap: (dice: () => number) => number, wills = 0): Step[] {
  const dice = random(seed);
  const steps: Step[] = [];
  for (let atMs = 0; atMs < 24 * 3_600_000; ) {
    atMs += gap(dice);
    if (dice() < wills) steps.push({ atMs: atMs - 1, what: 'will' });
    steps.push({ atMs, what: 'word' });
  }
  return steps;
}

const DAY = 24 * 3_600_000;
const seeds = Array.from({ length: 8 }, (_, n) => SEED + n);

describe.each(seeds)('no flapping, seed %d', (seed) => {
  test('who loses every other word, and reconnects all the time, stays online all day', () => {
    const steps = story(seed, (dice) => BEAT * (0.2 + 2.2 * dice()), 0.3);
    expect(lived(steps, DAY)).toEqual([]);
  });

  test('a silence is at least two beats long, and so is what is said of it', () => {
    const steps = story(seed, (dice) => BEAT * 12 * dice() ** 3, 0.2);
    const turns = lived(steps, DAY).filter(({ to }) => to !== 'late');
    const silences = turns.filter(({ to }) => to === 'silent');
    for (const [n, turn] of silences.entries()) {
      const before = silences[n - 1];
      if (before) expect(turn.atMs - before.atMs).toBeGreaterThan(2.5 * BEAT);
    }
  });

  test('who drops out at every chance is told of ever more seldom', () => {
    // eight beats gone, then a few there, all day long
    const steps = story(seed, (dice) => BEAT * (dice() < 0.3 ? 8 : 0.9));
    const falls = lived(steps, DAY).filter(({ to }) => to === 'silent');
    const inHour = (from: number) =>
      falls.filter(({ atMs }) => atMs >= from && atMs < from + 6 * 3_600_000).length;
    expect(inHour(18 * 3_600_000)).toBeLessThanOrEqual(Math.max(2, inHour(0)));
    // without the backoff there would be about 150
    expect(falls.length).toBeLessThan(30);
  });

  test('who is gone for good is silent once, and in time', () => {
    const steps = story(seed, () => BEAT).filter(({ atMs }) => atMs < DAY / 2);
    const [late, turn, ...more] = lived(steps, DAY);
    expect(late?.to).toBe('late');
    expect(turn?.to).toBe('silent');
    expect(more).toEqual([]);
    expect(turn?.atMs).toBeLessThan(DAY / 2 + 6 * BEAT);
  });
});
