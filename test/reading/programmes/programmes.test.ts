// Programmes: cut at clauses, as even as clauses allow, each saying what it continues.
// It must never know a voice.
import { expect, test } from 'vitest';
import { secondsOf } from '../../../audio/reading/programmes/duration.ts';
import { type Programme, programmesOf } from '../../../audio/reading/programmes/programmes.ts';
import { SPEAKABLE } from '../../../audio/reading/words/respell.ts';
import { CORPUS, corpusText, hasShared, read } from '../shared.ts';
import { PLAN } from './plan.ts';

const plan = read(PLAN);
const said = (sentences: readonly { words: string }[]) =>
  sentences.map(({ words }) => words).join(' ');

function checkWhole(programmes: readonly Programme[], sentences: number): void {
  expect(programmes.map(({ sentenceFrom }) => sentenceFrom)).toEqual([
    0,
    ...programmes.slice(0, -1).map(({ sentenceTo }) => sentenceTo),
  ]);
  expect(programmes.at(-1)?.sentenceTo).toBe(sentences);
}

test('a plan of five minutes is two programmes of three, cut between clauses, about even', () => {
  const programmes = programmesOf(plan, { minutes: 3 });
  checkWhole(programmes, plan.sentences.length);
  expect(programmes).toHaveLength(2);
  const [first, second] = programmes as [Programme, Programme];
  expect([first.clauseFrom, first.clauseTo]).toEqual(['Phần I', 'Phần II, Mục 2, Điểm c']);
  expect([second.clauseFrom, second.clauseTo]).toEqual(['Phần II, Mục 3', 'Phần III, Mục 5']);
  expect(first.opening).toEqual([]);
  expect(said(first.closing)).toBe('Mời bà con nghe tiếp trong chương trình sau.');
  expect(said(second.opening)).toBe(
    'Tiếp theo Kế hoạch số ba mươi lăm của ủy ban nhân dân huyện Mường Lâm. Phần hai.',
  );
  expect(plan.sentences[second.sentenceFrom]?.words).toBe('Mục ba.');
  expect(second.closing).toEqual([]);
  for (const { seconds } of programmes) expect(seconds).toBeLessThanOrEqual(180);
  expect(Math.abs(first.seconds - second.seconds)).toBeLessThan(40);
});

test('facts count our own words as well', () => {
  for (const one of programmesOf(plan, { minutes: 3 })) {
    const all = [
      ...one.opening,
      ...plan.sentences.slice(one.sentenceFrom, one.sentenceTo),
      ...one.closing,
    ];
    expect(one.syllables).toBe(said(all).split(' ').length);
    expect(one.seconds).toBeCloseTo(secondsOf(all), 6);
    for (const { words, syllables, trace } of [...one.opening, ...one.closing]) {
      expect(words).toMatch(SPEAKABLE);
      expect(syllables).toBe(words.split(' ').length);
      expect(
        trace
          .map((part) => part.words)
          .join(' ')
          .toLowerCase(),
      ).toBe(words.replace(/[.,;:]/gu, '').toLowerCase());
      for (const { from, to } of trace) expect(PLAN.slice(from, to)).not.toBe('');
    }
  }
});

test('a programme long enough is the whole script and nothing is added', () => {
  const [only, ...more] = programmesOf(plan, { minutes: 15 });
  expect(more).toEqual([]);
  expect(only).toMatchObject({ opening: [], closing: [], cutsClause: false, sentenceFrom: 0 });
  expect(only?.seconds).toBeCloseTo(secondsOf(plan.sentences), 6);
});

test.each([0, -1, 1, 2.9, Number.NaN])('%d minutes are taken as three', (minutes) => {
  expect(programmesOf(plan, { minutes })).toEqual(programmesOf(plan, { minutes: 3 }));
});

test('a slower pace makes more programmes', () => {
  const slow = { syllablesPerMinute: 100, fullStopMs: 900 };
  const programmes = programmesOf(plan, { minutes: 3, profile: slow });
  expect(programmes.length).toBeGreaterThan(2);
  expect(programmes.every(({ seconds }) => seconds <= 180)).toBe(true);
});

test('nothing to say is no programme', () => {
  expect(programmesOf(read(''), { minutes: 15 })).toEqual([]);
});

/** One item of many sentences. */
const item = (mark: string, sentences: number) =>
  `${mark} ${Array.from({ length: sentences }, (_, at) => `Bản thứ ${at + 1} dọn mương, sửa đường, trồng cây và báo cáo xã trước ngày 20 tháng 3.`).join(' ')}\n\n`;

test('a clause longer than a programme is cut at a sentence, and both sides say so', () => {
  const script = read(`I. VIỆC CÁC BẢN\n\n${item('1.', 45)}${item('2.', 3)}`);
  const programmes = programmesOf(script, { minutes: 3 });
  checkWhole(programmes, script.sentences.length);
  expect(programmes.map(({ cutsClause }) => cutsClause)).toEqual(
    programmes.map((_, at) => at < programmes.length - 1),
  );
  expect(said(programmes[0]?.closing ?? [])).toBe(
    'Phần một, mục một còn dài, mời bà con nghe tiếp trong chương trình sau.',
  );
  expect(said(programmes[1]?.opening ?? [])).toBe(
    'Tiếp theo chương trình trước. Phần một, mục một.',
  );
  expect(programmes.every(({ seconds }) => seconds <= 180)).toBe(true);
});

test('a text without clauses is cut at its sentences', () => {
  const script = read(item('Tin:', 40));
  const [first, second] = programmesOf(script, { minutes: 3 });
  expect(first).toMatchObject({ cutsClause: true, clauseFrom: null, clauseTo: null });
  expect(said(first?.closing ?? [])).toBe(
    'Bài này còn dài, mời bà con nghe tiếp trong chương trình sau.',
  );
  expect(said(second?.opening ?? [])).toBe('Tiếp theo chương trình trước.');
});

const decision = (number: number, sentences: number) => `ỦY BAN NHÂN DÂN
XÃ PÀ SẬU

Số: ${number}/QĐ-UBND

Pà Sậu, ngày 09 tháng 3 năm 2026

QUYẾT ĐỊNH

Về việc dọn mương số ${number}

${item('Điều 1.', sentences)}${item('Điều 2.', sentences)}
`;

test('of several documents, small ones share a programme whole and a long one has its own', () => {
  const script = read([4, 4, 4, 18].map((length, at) => decision(at + 1, length)).join('\n'));
  const starts = script.documents.map(({ sentenceFrom }) => sentenceFrom);
  expect(starts).toHaveLength(4);
  const programmes = programmesOf(script, { minutes: 3 });
  checkWhole(programmes, script.sentences.length);
  // Only the last document is cut, and no programme holds the end of one and a part of another.
  const cuts = programmes.slice(1).map(({ sentenceFrom }) => sentenceFrom);
  expect(cuts.filter((cut) => !starts.includes(cut))).toHaveLength(1);
  expect(cuts).toContain(starts[3]);
  const [before, inside] = programmes.slice(-2) as [Programme, Programme];
  expect(said(before.opening)).toBe('Tiếp theo chương trình trước.');
  expect(said(inside.opening)).toBe('Tiếp theo Quyết định số bốn của ủy ban nhân dân xã Pà Sậu.');
  expect(inside.clauseFrom).toBe('Điều 2');
});

test.skipIf(!hasShared).each(CORPUS)('%s in programmes: whole, in time, cut at clauses', (name) => {
  const script = read(corpusText(name));
  const starts = new Set(script.documents.map(({ sentenceFrom }) => sentenceFrom));
  for (const minutes of [3, 7.5, 15, 30]) {
    const programmes = programmesOf(script, { minutes });
    checkWhole(programmes, script.sentences.length);
    for (const one of programmes) {
      expect(one.seconds).toBeLessThanOrEqual(minutes * 60);
      for (const { words } of [...one.opening, ...one.closing]) expect(words).toMatch(SPEAKABLE);
      const [before, after] = [
        script.sentences[one.sentenceFrom - 1],
        script.sentences[one.sentenceFrom],
      ];
      if (before === undefined || starts.has(one.sentenceFrom)) continue;
      const previous = programmes.find(({ sentenceTo }) => sentenceTo === one.sentenceFrom);
      if (!previous?.cutsClause) expect(after?.clause).not.toBe(before.clause);
      expect(said(one.opening)).toMatch(/^Tiếp theo (?:Kế hoạch|Quyết định)/u);
    }
  }
});

test('who signed ends what was signed, and what is attached may begin a programme', () => {
  const attached = `${decision(9, 8)}KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Văn Ánh\n\nQUY CHẾ\n\nDọn mương\n\nI. GIỜ DỌN\n\n${item('1.', 18)}`;
  const script = read(attached, { signature: 'summary' });
  const signature = script.sentences.findIndex(({ kind }) => kind === 'signature');
  expect(signature).toBeGreaterThan(0);
  const [, second] = programmesOf(script, { minutes: 3, profile: { signature: 'summary' } });
  expect(second?.sentenceFrom).toBe(signature + 1);
});
