// What may be read again, what may be heard again, and what a report is made of.
// It must never know rows or pages.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AiredFacts,
  type HeardThere,
  mayBeHeard,
  mayBeRead,
  publicAiring,
} from '../../src/domain/public/public-page.ts';
import {
  numberAsKept,
  REPORT_TEXT_MAX,
  reportNumber,
  reportText,
} from '../../src/domain/public/report.ts';
import { NOON } from './samples.ts';

const there = (of: Partial<HeardThere> = {}): HeardThere => ({
  ...{ airingId: 'a', areaId: 'ban-1', speakers: 2, played: 0, partly: 0, ...of },
});
const facts = (of: Partial<AiredFacts> = {}): AiredFacts => ({
  ...{ id: 'a', playAtMs: NOON, durationMs: 1_000, title: 'Họp', priority: 'normal', drill: false },
  ...{ cancelled: false, withdrawn: false, personalData: false, synthetic: null, source: null },
  ...{ documentId: null, documentPart: null },
  sentences: [{ words: 'Mời bà con.', startMs: 0, endMs: 1 }],
  ...of,
});
const said = (...words: string[]) =>
  publicAiring(facts({ sentences: words.map((one) => ({ words: one, startMs: 0, endMs: 1 })) }), [
    there({ played: 1 }),
  ])?.said?.text;

describe('an airing may be', () => {
  test.each([
    ['read and heard where it played', {}, { played: 1 }, true, true],
    ['read and heard where it partly played', {}, { partly: 1 }, true, true],
    ['neither where it played nowhere', {}, {}, false, false],
    ['neither where it names people', { personalData: true }, { played: 2 }, false, false],
    ['read, not heard, where it was stopped', { cancelled: true }, { partly: 1 }, true, false],
    ['read, not heard, once it was taken back', { withdrawn: true }, { played: 1 }, true, false],
    [
      ...([
        'neither where it was stopped and names people',
        { cancelled: true, personalData: true },
      ] as const),
      ...([{ partly: 1 }, false, false] as const),
    ],
  ] as const)('%s', (_, of, place, read, heard) => {
    const places = [there(), there(place)];
    expect([mayBeRead(facts(of), places), mayBeHeard(facts(of), places)]).toEqual([read, heard]);
    const shown = publicAiring(facts(of), places);
    expect([shown !== null, shown?.said != null]).toEqual([read, heard]);
  });
});

test('what its document is today stands with its words, and with nothing that was stopped', () => {
  const draft = { ...facts(), mark: 'draft' as const };
  expect(publicAiring(draft, [there({ played: 1 })])?.said?.mark).toBe('draft');
  expect(publicAiring(facts(), [there({ played: 1 })])?.said?.mark).toBeNull();
  expect(publicAiring({ ...draft, cancelled: true }, [there({ partly: 1 })])?.said).toBeNull();
});

describe('its words are written once, however often they were said', () => {
  test.each([
    [['A.', 'B.'], 'A. B.'],
    [['A.', 'B.', 'A.', 'B.'], 'A. B.'],
    [['A.', 'A.', 'A.'], 'A.'],
    [['A.', 'B.', 'A.'], 'A. B. A.'],
    [['A.', 'B.', 'A.', 'C.'], 'A. B. A. C.'],
    [[], ''],
  ])('%j', (words, text) => {
    expect(said(...words)).toBe(text);
  });
});

describe('what is written in a report', () => {
  test.each([
    ['  Ồn\n\n quá ', 'Ồn quá'],
    ['Ồn quá'.normalize('NFD'), 'Ồn quá'],
    ['a\u202eb\u0000c\u200b', 'abc'],
    ['\u200b \n', ''],
  ])('%j', (written, kept) => {
    expect(reportText(written)).toBe(kept);
  });

  test('is never longer than a page of an exercise book, nor half a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1_200 }), (written) => {
        const kept = reportText(written);
        expect([...kept].length).toBeLessThanOrEqual(REPORT_TEXT_MAX);
        expect(reportText(kept)).toBe(kept);
      }),
    );
  });
});

test('a number is eight letters nobody misreads, and is known again however it is copied', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      const number = reportNumber(random);
      expect(number).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
      expect(numberAsKept(` ${number.slice(0, 4)}-${number.slice(4)} `.toLowerCase())).toBe(number);
    }),
  );
  expect(numberAsKept('<script>'.repeat(1_000))).toHaveLength(8);
});
