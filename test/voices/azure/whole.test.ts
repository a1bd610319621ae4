import { expect, test } from 'vitest';
import { isWhole } from '../../../audio/voices/azure/whole.ts';

/** 60 syllables at 200 a minute: 18 s are foreseen. */
const heard = (seconds: number, promisedSeconds: number | null) =>
  isWhole({
    samples: new Int16Array(seconds * 24_000),
    sampleRateHz: 24_000,
    promisedMs: promisedSeconds === null ? null : promisedSeconds * 1_000,
    syllables: 60,
    syllablesPerMinute: 200,
  });

test.each([
  ['as long as it says', 18, 18, true],
  ['a rounding less than it says', 17.97, 18, true],
  ['longer than it says', 19, 18, true],
  ['a tenth of a second less than it says', 17.9, 18, false],
  ['half of what it says', 9, 18, false],
  ['nothing', 0, 18, false],
  ['nothing, and nothing was promised', 0, 0, false],
  ['as short as it says, but no one speaks so fast', 7, 7, false],
  ['faster than foreseen, the table may be off', 9, 9, true],
  ['unsaid how long, and as foreseen', 18, null, true],
  ['unsaid how long, and half of what is foreseen', 9, null, false],
])('%s', (_what, seconds, promised, whole) => {
  expect(heard(seconds, promised)).toBe(whole);
});
