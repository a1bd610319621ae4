// A bulletin composed of a decision over real rows and the real reading room: ticked, previewed, made, sent, heard.
// It must never make sound.
import { expect, test } from 'vitest';
import { DECISION } from '../reading/documents.ts';
import { DOUBTFUL, desk, dieu2, said, settled } from './composing.ts';

test('what can be ticked comes with its seconds and with those of each genre’s frame', async () => {
  const it = await desk();
  const { clauses, frames, notices } = await it.compositions.clauses(it.place.author, {
    documentId: it.documentId,
    position: null,
  });
  expect(clauses.map(({ label }) => label)).toContain('Khoản 2');
  expect(Math.min(...clauses.map(({ seconds }) => seconds))).toBeGreaterThan(0.5);
  expect(Object.keys(frames)).toEqual(['news', 'excerpt', 'qa', 'situation', 'story']);
  expect(frames.excerpt).toBeGreaterThan(15);
  expect(notices).toEqual([]);
});

test('while ticking, the sum of seconds is what the preview says; news leave the numbers out', async () => {
  const it = await desk();
  const { place, documentId, compositions } = it;
  const { clauses, frames } = await compositions.clauses(place.author, { documentId, position: 1 });
  for (const genre of ['news', 'excerpt'] as const) {
    const picks = clauses.map(({ id }) => id);
    const seen = await compositions.preview(place.author, {
      documentId,
      position: 1,
      picks,
      genre,
    });
    const sum = clauses.reduce((all, one) => all + one.seconds, frames[genre]);
    expect(Math.abs(sum / seen.seconds - 1)).toBeLessThan(genre === 'news' ? 0.2 : 0.05);
  }
});

test('a preview shows each word’s place in the text and in the document', async () => {
  const it = await desk();
  const picks = await dieu2(it);
  const seen = await it.compositions.preview(it.place.author, {
    ...{ documentId: it.documentId, position: null, picks, genre: 'excerpt' },
  });
  expect(seen.title).toBe('Trích: Hiệu lực');
  expect(said(seen)).toContain('có hiệu lực từ ngày một tháng năm');
  const day = seen.lines
    .flatMap(({ trace }) => trace)
    .find(({ words }) => words.includes('một tháng năm'));
  expect(seen.text.slice(day?.text?.from, day?.text?.to)).toBe('01/5/2026');
  expect(DECISION.slice(day?.source?.from, day?.source?.to)).toBe('01/5/2026');
  expect(seen.personalHints).toEqual([]);
});

test('questions are asked by the first voice and answered by the second, in the preview and in the sound', async () => {
  const it = await desk();
  const { at, place, documentId, compositions } = it;
  const wish = { documentId, picks: await dieu2(it), genre: 'qa' as const };
  const { lines } = await compositions.preview(place.author, { ...wish, position: null });
  const who = (part: string) => lines.find(({ words }) => words.includes(part))?.speaker;
  expect(who('thế nào về hiệu lực')).toBe('first');
  expect(who('Khoản một')).toBe('second');
  expect(who('Vừa rồi là')).toBe('first');
  expect(lines.some(({ words }) => /^(?:Hỏi|Đáp|Đài):/u.test(words))).toBe(false);
  const made = await compositions.create(place.author, { ...wish, areaId: place.id });
  await settled(at, made.id);
  const wanted = at.studio.wanted.at(-1);
  expect(wanted?.turns?.map(({ speaker }) => speaker)).toEqual(['first', 'second', 'first']);
  expect(wanted?.text).not.toContain('Hỏi:');
  expect(made.text).toContain('Hỏi:');
  expect(made.genre).toBe('qa');
});

test('a doubt stands at its place in the document, and once settled there is settled in the bulletin', async () => {
  const it = await desk(DOUBTFUL);
  const { place, documentId, compositions, scripts } = it;
  const wish = { documentId, position: null, picks: await dieu2(it), genre: 'excerpt' as const };
  const [doubt] = (await compositions.preview(place.author, wish)).doubts;
  expect(doubt).toMatchObject({ reason: 'unknown-abbreviation', written: 'XQKT' });
  const { from = 0, to = 0 } = doubt?.source ?? {};
  expect(DOUBTFUL.slice(from, to)).toBe('XQKT');
  await scripts.settle(place.author, {
    documentId,
    from,
    to,
    words: 'xã quân khu ta',
    keep: 'document',
  });
  const after = await compositions.preview(place.author, wish);
  expect(after.doubts).toEqual([]);
  expect(said(after)).toMatch(/xã quân khu ta bãi bỏ/i);
});

test('a person may change the text: what still is the law’s keeps its source, the rest has none', async () => {
  const it = await desk();
  const { at, place, documentId, compositions } = it;
  const picks = await dieu2(it);
  const text = `Bà con chú ý nhé.\n\nKhoản 1. Quyết định này có hiệu lực từ ngày 01/5/2026.`;
  const made = await compositions.create(place.author, {
    ...{ areaId: place.id, documentId, picks, genre: 'excerpt', text, title: 'Hiệu lực' },
  });
  await settled(at, made.id);
  expect(made).toMatchObject({ text, title: 'Hiệu lực', genre: 'excerpt' });
  const { lines, documentId: from } = await compositions.script(place.author, {
    bulletinId: made.id,
  });
  expect(from).toBe(documentId);
  expect(lines[0]?.trace.every(({ source }) => source === null)).toBe(true);
  const day = lines
    .flatMap(({ trace }) => trace)
    .find(({ words }) => words.includes('một tháng năm'));
  expect(DECISION.slice(day?.source?.from, day?.source?.to)).toBe('01/5/2026');
});
