// Where sentences stand in a part: lead, rests, and an end on a whole frame, at any rate.
// It must never know parts beside it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from '../../audio/layout.ts';

const said = (...list: [string, number][]) => list.map(([words, samples]) => ({ words, samples }));

test('a lead, the rest after each, the last rest without the next lead', () => {
  const layout = layOut({
    said: said(['Một.', 1_000], ['Hai,', 500]),
    ...{ fullStopMs: 400, last: false, rateHz: 1_000 },
  });
  expect(layout.placed).toEqual([
    { at: 80, samples: 1_000 },
    { at: 1_480, samples: 500 },
  ]);
  expect(layout.samples).toBe(1_980 + 80); // 160 after a comma, 80 of it are the next part's lead
  expect(layout.frames).toBe(35);
});

test('the last part of a clip ends as a clip does; a rest shorter than a lead is none', () => {
  const one = said(['Một.', 1_000]);
  const how = { said: one, rateHz: 1_000 };
  expect(layOut({ ...how, fullStopMs: 400, last: true }).samples).toBe(80 + 1_000 + 120);
  expect(layOut({ ...how, fullStopMs: 50, last: false }).samples).toBe(80 + 1_000);
});

test('whatever the rate, the frames hold the samples and not a frame more', () => {
  const rate = fc.constantFrom(8_000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000);
  fc.assert(
    fc.property(
      rate,
      fc.array(fc.nat(100_000), { minLength: 1, maxLength: 9 }),
      (rateHz, lengths) => {
        const sentences = lengths.map((samples) => ({ words: 'Câu;', samples }));
        const { samples, frames } = layOut({
          said: sentences,
          fullStopMs: 400,
          last: false,
          rateHz,
        });
        const ms = (samples * 1_000) / rateHz;
        expect(frames * 60).toBeGreaterThanOrEqual(ms - 1e-6);
        expect((frames - 1) * 60).toBeLessThan(ms);
      },
    ),
  );
});
