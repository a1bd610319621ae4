// The mark of machine voices in words, and as it fits into what loudspeakers take.
// It must never know a door that shows it.
import { expect, test } from 'vitest';
import {
  dayOfMark,
  markForWire,
  syntheticWords,
  WIRE_MARK_CHARS,
} from '../../../src/domain/sound/synthetic.ts';

const mark = (engine: string, voice = 'vi') => ({
  ...{ engine, voice, madeAtMs: Date.parse('2026-12-05T23:30:00+07:00') },
});

test('is said with engine, voice and the day in Vietnam; of people nothing is said', () => {
  expect(syntheticWords(mark('espeak-ng 1.52'))).toBe('Giọng máy: espeak-ng 1.52, vi, 5/12/2026');
  expect(syntheticWords(null)).toBeNull();
  expect(dayOfMark(mark('x'))).toBe('5/12/2026');
});

test('goes over the wire as it is while it fits', () => {
  expect(markForWire(null)).toBeNull();
  expect(markForWire(mark('azure 1.52.0, espeak-ng 1.52'))).toEqual(
    mark('azure 1.52.0, espeak-ng 1.52'),
  );
});

const long = (name: string) => `${name} ${'9'.repeat(40)}`;
test.each([
  [
    'all engines, without versions',
    ['azure', 'espeak-ng', 'azure'].map(long).join(', '),
    'azure, espeak-ng',
  ],
  [
    'as many as fit, and that there are more',
    Array.from({ length: 20 }, (_, n) => `engine-${n}`).join(', '),
    'engine-0, engine-1, engine-2, engine-3, engine-4, engine-5, engine-6, …',
  ],
  ['the beginning of one endless name', 'x'.repeat(200), `${'x'.repeat(77)}, …`],
])('%s', (_, engine, said) => {
  const fitted = markForWire(mark(engine, engine));
  expect(fitted).toEqual(mark(said, said));
  expect(said.length).toBeLessThanOrEqual(WIRE_MARK_CHARS);
});
