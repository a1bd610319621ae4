// What the machine says of a clip before a person listens: each fault found, and a good clip left alone.
// It must never need ffmpeg.
import { describe, expect, test } from 'vitest';
import { type ClipMeasured, type Expected, judgeClip } from '../../audio/check/judge.ts';
import { syllablesOf } from '../../audio/check/sentences.ts';

const TALK_DB = -20;
const ROOM_DB = -55;
const NOBODY_COUNTED: Expected = { syllables: null, longestRestMs: 400 };
const TEN = 'Đề nghị bà con các bản tập trung đúng giờ.';

type Piece = { words?: string; ms: number; db?: number };

/** Ten syllables take 2.8 s, then a rest: a clip as our own voices make it. */
const spoken = (words = TEN): Piece[] => [
  { words, ms: syllablesOf(words) * 280 },
  { ms: 400, db: ROOM_DB },
];
const six = () => Array.from({ length: 6 }, () => spoken()).flat();

function clip(pieces: Piece[], of: Partial<ClipMeasured> = {}): ClipMeasured {
  const all = [{ ms: 80, db: ROOM_DB }, ...pieces];
  const db: number[] = [];
  const sentences: { words: string; startMs: number; endMs: number }[] = [];
  for (const piece of all) {
    const startMs = db.length * 20;
    db.push(...new Array<number>(Math.round(piece.ms / 20)).fill(piece.db ?? TALK_DB));
    if ('words' in piece && piece.words !== undefined)
      sentences.push({ words: piece.words, startMs, endMs: db.length * 20 });
  }
  // the rest after the last sentence is no longer than may be
  const loud = { windowMs: 20, db: db.slice(0, -14) };
  const durationMs = loud.db.length * 20;
  return { lufs: -16, truePeakDb: -2, source: [], durationMs, sentences, loud, ...of };
}
const kinds = (measured: ClipMeasured, expected = NOBODY_COUNTED) =>
  judgeClip(measured, expected).map(({ kind }) => kind);

test('of a good clip it says nothing', () => {
  expect(kinds(clip(six()))).toEqual([]);
  expect(kinds(clip([]))).toEqual([]);
});

describe('a sentence', () => {
  test.each([
    ['too short for its syllables', { words: TEN, ms: 1_200 }, 'swallowed'],
    ['as long as it should be, but mute', { words: TEN, ms: 2_800, db: ROOM_DB }, 'swallowed'],
    ['said twice', { words: TEN, ms: 5_800 }, 'repeated'],
  ] as const)('that is %s is pointed at', (_, odd, kind) => {
    const [found] = judgeClip(clip([...six(), odd, ...spoken()]), {
      ...NOBODY_COUNTED,
      longestRestMs: 4_000,
    });
    expect(found).toMatchObject({ kind, sentence: 6, atMs: 19_280, severity: 'bad' });
    expect(found?.untilMs).toBe(19_280 + odd.ms);
    expect(found?.say.vi).toMatch(/^Câu này/u);
  });

  test('said twice by a quick reader is known by its halves; one that is only long is left alone', () => {
    const rising = (n: number): Piece[] =>
      Array.from({ length: n }, (_, at) => ({ ms: 100, db: -38 + ((at * 7) % 20) }));
    // ten syllables in 4.4 s: 1.57 of the usual, which commas and numbers make as well
    const odd = (pieces: Piece[]) => {
      const measured = clip([...six(), ...pieces, ...spoken()]);
      const startMs = 80 + 6 * 3_200;
      const own = { words: TEN, startMs, endMs: startMs + 4_400 };
      return { ...measured, sentences: measured.sentences.toSpliced(6, 0, own) };
    };
    const rest: Piece = { ms: 400, db: ROOM_DB };
    const expected = { syllables: null, longestRestMs: 4_000 };
    expect(kinds(odd([...rising(22), ...rising(22), rest]), expected)).toEqual(['repeated']);
    const other = Array.from({ length: 22 }, (_, at) => ({ ms: 100, db: -20 - ((at * at) % 17) }));
    expect(kinds(odd([...rising(22), ...other, rest]), expected)).toEqual([]);
  });

  test('is held against the pace of its own clip, not against ours', () => {
    const slow = six().map((piece) => (piece.words ? { ...piece, ms: piece.ms * 1.8 } : piece));
    expect(kinds(clip(slow))).toEqual([]);
    const [first, ...others] = slow;
    expect(kinds(clip([{ ...(first as Piece), ms: 2_000 }, ...others]))).toEqual(['swallowed']);
  });

  test('of three syllables, or of a script without spaces, is not counted', () => {
    expect(kinds(clip([...six(), { words: 'Xin cảm ơn.', ms: 300 }, ...spoken()]))).toEqual([]);
    expect(syllablesOf('សូមជម្រាបសួរបងប្អូនទាំងអស់គ្នា')).toBe(0);
    expect(syllablesOf('Bà con – chú ý: 3 giờ!')).toBe(6);
  });
});

describe('silence', () => {
  test('over two seconds is found with its second and its sentence; what was asked for is not', () => {
    const measured = clip([...spoken(), { ms: 2_100, db: ROOM_DB }, ...spoken()]);
    const [found] = judgeClip(measured, NOBODY_COUNTED);
    expect(found).toMatchObject({ kind: 'long-silence', sentence: 0, atMs: 2_880, untilMs: 5_380 });
    expect(found?.say.vi).toContain('2,5 giây');
    expect(found?.say.en).toContain('2.5 seconds');
    expect(kinds(measured, { syllables: null, longestRestMs: 2_200 })).toEqual([]);
  });

  test('at the ends is another thing', () => {
    expect(kinds(clip([{ ms: 400, db: ROOM_DB }, ...six()]))).toEqual(['silent-ends']);
  });
});

test('sound that stops in the middle of a word is told', () => {
  const [found] = judgeClip(clip([...spoken(), { ms: 3_000 }]), NOBODY_COUNTED);
  expect(found).toMatchObject({ kind: 'end-cut', severity: 'bad', sentence: 0 });
});

test.each([
  [{ lufs: -17 }, 'loudness', '−1 dB'],
  [{ truePeakDb: -0.44 }, 'peak', '−0,4 dBTP'],
])('%o is a %s for the whole clip', (of, kind, said) => {
  const [found, ...more] = judgeClip(clip(six(), of), NOBODY_COUNTED);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ kind, sentence: null, atMs: 0 });
  expect(found?.say.vi).toContain(said);
});

test('a clip too short to be measured is not off', () => {
  expect(kinds(clip(six(), { lufs: null, truePeakDb: null }))).toEqual([]);
});

test('what was wrong with a recording is told where it is heard', () => {
  const source = [{ kind: 'clipped', atMs: 4_000, untilMs: 4_200 }] as const;
  expect(judgeClip(clip(six(), { source }), NOBODY_COUNTED)).toMatchObject([
    { kind: 'clipped', atMs: 4_000, untilMs: 4_200, sentence: 1, severity: 'look' },
  ]);
});

test('a window that begins before its sentence does is of the sentence it lies in', () => {
  const measured = clip(six());
  const { startMs = 0, endMs = 0 } = measured.sentences[2] ?? {};
  const at = (atMs: number, untilMs: number) =>
    judgeClip({ ...measured, high: [{ atMs, untilMs, peakDb: -0.1 }] }, NOBODY_COUNTED);
  expect(at(startMs - 15, endMs)).toMatchObject([{ kind: 'peak', sentence: 2 }]);
  expect(at(startMs - 60, startMs - 40)).toMatchObject([{ kind: 'peak', sentence: 1 }]);
});

test.each([
  [100, []],
  [200, ['too-short']],
  [20, ['too-long']],
  [5, []],
])('a recording of half a minute for %d syllables of text: %j', (syllables, expected) => {
  const measured = clip([{ ms: 30_000 }, { ms: 400, db: ROOM_DB }]);
  expect(kinds(measured, { syllables, longestRestMs: 400 })).toEqual(expected);
});

test('where sentences have their times, each is judged and not the whole', () => {
  expect(kinds(clip(six()), { syllables: 900, longestRestMs: 400 })).toEqual([]);
});

test('a hundred findings are enough', () => {
  const bad = Array.from({ length: 150 }, () => [{ ms: 1_000 }, { ms: 2_600, db: ROOM_DB }]).flat();
  expect(judgeClip(clip([...bad, { ms: 1_000 }, ...spoken()]), NOBODY_COUNTED)).toHaveLength(100);
});
