// Guessing is slowed down by name and address, and nobody is locked out by a stranger.
// It must never know accounts.
import { expect, test } from 'vitest';
import { makeThrottle } from '../../src/services/people/throttle.ts';
import { handClock } from './fakes.ts';

const wait = expect.objectContaining({ code: 'too-many-attempts' });
const MINUTE = 60_000;
const lan = (address = '192.0.2.1') => ({ name: 'lan', address });

function tried(times: number, attempt = lan()) {
  const clock = handClock(0);
  const throttle = makeThrottle(clock.monoMs);
  for (let n = 0; n < times; n += 1) {
    throttle.enter(attempt);
    clock.move(n < 3 ? 0 : 1000 * 2 ** (n - 3));
  }
  return { clock, throttle };
}

test('a hundred guesses at once are counted before any of them is judged', () => {
  const throttle = makeThrottle(() => 0);
  const entered = Array.from({ length: 100 }).filter(() => {
    try {
      throttle.enter(lan());
      return true;
    } catch {
      return false;
    }
  });
  expect(entered).toHaveLength(4);
});

test('ten tries, and the name rests for this address until a quarter of an hour is over', () => {
  const { clock, throttle } = tried(10);
  expect(() => throttle.enter(lan())).toThrow(wait);
  throttle.enter({ name: 'another', address: '192.0.2.1' });
  throttle.enter(lan('192.0.2.2'));
  clock.move(15 * MINUTE);
  throttle.enter(lan());
});

test('whoever fails under a name elsewhere does not lock out the one it belongs to', () => {
  const clock = handClock(0);
  const throttle = makeThrottle(clock.monoMs);
  for (let n = 0; n < 500; n += 1) throttle.enter(lan(`10.0.${n >> 8}.${n & 255}`));
  throttle.enter(lan('198.51.100.7'));
  throttle.succeeded(lan('198.51.100.7'));
  throttle.enter(lan('198.51.100.7'));
});

test('when many addresses guess one name, each has one try and not ten', () => {
  const clock = handClock(0);
  const throttle = makeThrottle(clock.monoMs);
  for (let n = 0; n < 100; n += 1) throttle.enter(lan(`10.0.0.${n}`));
  throttle.enter(lan('10.0.1.1'));
  expect(() => throttle.enter(lan('10.0.1.1'))).toThrow(wait);
  clock.move(15 * MINUTE);
  throttle.enter(lan('10.0.1.1'));
});

test('a right password forgives what was tried from there before', () => {
  const { throttle } = tried(3);
  throttle.succeeded(lan());
  for (let n = 0; n < 4; n += 1) throttle.enter(lan());
  expect(() => throttle.enter(lan())).toThrow(wait);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1', true],
  ['2001:db8:1:2::1', '2001:db8:1:2::2', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
  ['192.0.2.1', '192.0.2.2', false],
])('tries from %s and %s count together: %s', (one, other, together) => {
  const throttle = makeThrottle(() => 0);
  for (let n = 0; n < 4; n += 1) throttle.enter(lan(one));
  const enter = () => throttle.enter(lan(other));
  together ? expect(enter).toThrow(wait) : expect(enter).not.toThrow();
});

test('the oldest of ten thousand names is forgotten', () => {
  const throttle = makeThrottle(() => 0);
  for (let n = 0; n < 4; n += 1) throttle.enter({ name: 'first', address: 'a' });
  for (let n = 0; n < 10_000; n += 1) throttle.enter({ name: `name-${n}`, address: 'a' });
  throttle.enter({ name: 'first', address: 'a' });
});
