// Laws of verdicts for any receipts in any order: always one, never more than was heard, the same for everybody.
// It must never know which verdict a case gives: that is verdicts.test.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Receipt } from '../../devices/protocol/index.ts';
import { sentenceOf } from '../../src/domain/airing/verdict-sentences.ts';
import { revised, verdictOf, verdictOfSilence } from '../../src/domain/airing/verdicts.ts';
import type { Verdict } from '../../src/domain/model.ts';
import { airing, finished, refused, started, stored } from './samples.ts';

const SEED = Number(process.env.SEED ?? 20_261_205);
console.log(`verdict properties: SEED=${SEED}`);
const run = { seed: SEED, numRuns: 300 };

const pause = { fromMs: 1, toMs: 2, byStreamId: 'khac', resumed: true };
const anyFinished = fc.record({
  heardMs: fc.integer({ min: 0, max: 60_000 }),
  startErrorMs: fc.option(fc.double({ min: -5_000, max: 5_000, noNaN: true })),
  interruptions: fc.array(fc.constant(pause), { maxLength: 1 }),
  shortOf: fc.constantFrom(
    null,
    'pre-empted' as const,
    'cancelled' as const,
    'out-of-hours' as const,
    'hushed' as const,
    'missing-chunks' as const,
    'restarted' as const,
    'late' as const,
    'sink-failed' as const,
  ),
});
const anyReceipt: fc.Arbitrary<Receipt> = fc.oneof(
  anyFinished.map((of) => finished(of)),
  fc.constant(stored()),
  fc.constant(started()),
  fc
    .constantFrom('out-of-hours' as const, 'no-clock' as const, 'replayed' as const)
    .map((reason) => refused(reason)),
);
const anyReceipts = fc
  .array(fc.tuple(anyReceipt, fc.integer({ min: 0, max: 3 })), { maxLength: 6 })
  .map((list) =>
    list.map(([receipt, atMs], n) => ({ ...receipt, atMs, receiptId: `bn-${n}` }) as Receipt),
  );
const anyPresence = fc.record({
  status: fc.option(fc.record({ online: fc.boolean(), heardAtMs: fc.integer({ min: 0 }) })),
  unitRemoved: fc.boolean(),
});

const of = (receipts: Receipt[]) => ({ airing: airing(), siteId: 'loa-1', receipts, nowMs: 9 });

test('the order in which receipts arrive changes nothing', () => {
  const shuffled = anyReceipts.chain((receipts) =>
    fc.tuple(
      fc.constant(receipts),
      fc.shuffledSubarray(receipts, { minLength: receipts.length }),
      anyPresence,
    ),
  );
  const property = fc.property(shuffled, ([receipts, others, presence]) => {
    expect(verdictOf(of(others))).toEqual(verdictOf(of(receipts)));
    const one = verdictOfSilence({ ...of(receipts), ...presence });
    expect(verdictOfSilence({ ...of(others), ...presence })).toEqual(one);
  });
  fc.assert(property, run);
});

test('at closing there is always one verdict, with a sentence, that claims no more than was heard', () => {
  const property = fc.property(anyReceipts, anyPresence, (receipts, presence) => {
    const verdict = verdictOfSilence({ ...of(receipts), ...presence });
    const unheard = verdict.kind !== 'played' && verdict.kind !== 'partly-played';
    if (unheard) expect(verdict.heardMs).toBeLessThan(1_000);
    if (verdict.kind === 'played') expect(verdict.heardMs).toBeGreaterThanOrEqual(58_800);
    expect(sentenceOf(verdict).vi).toMatch(/^\S.+\.$/);
  });
  fc.assert(property, run);
});

test('receipts taken in one by one end in the verdict of all of them, revised only when it changes', () => {
  const property = fc.property(anyReceipts, anyPresence, (receipts, presence) => {
    let row: Verdict | null = verdictOfSilence({ ...of([]), ...presence });
    let writes = 0;
    for (let n = 1; n <= receipts.length; n += 1) {
      const next = verdictOf(of(receipts.slice(0, n)));
      const change: Verdict | null = next && revised(row, next);
      if (change) writes += 1;
      row = change ?? row;
    }
    const last = verdictOf(of(receipts));
    if (last) expect(row).toEqual({ ...last, revision: row?.revision });
    expect(row?.revision).toBe(writes);
  });
  fc.assert(property, run);
});
