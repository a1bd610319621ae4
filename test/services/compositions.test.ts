// A bulletin composed of a decision over real rows and the real reading room: ticked, previewed, made, sent, heard.
// It must never make sound.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Status } from '../../src/domain/documents/document-model.ts';
import { type ClosableReader, makeReader } from '../../src/reader.ts';
import { DECISION } from '../reading/documents.ts';
import { liveCommune } from './steps.ts';
import { until, type World, world } from './world.ts';

let reader: ClosableReader;
beforeAll(() => {
  reader = makeReader();
});
afterAll(() => reader.close());

/** With an abbreviation nobody knows in its second article. */
const DOUBTFUL = DECISION.replace('Bãi bỏ Quyết định', 'XQKT bãi bỏ Quyết định');

async function desk(text = DECISION) {
  const at = world({}, { reader, composer: reader.composer });
  const place = await liveCommune(at);
  const { documents } = at.house.services;
  const taken = await documents.create(place.author, {
    areaId: place.id,
    name: null,
    content: { text },
  });
  return { at, place, documentId: taken.document.id, ...at.house.services };
}
type AtDesk = Awaited<ReturnType<typeof desk>>;

async function dieu2({ compositions, place, documentId }: AtDesk): Promise<string[]> {
  const { clauses } = await compositions.clauses(place.author, { documentId, position: null });
  return clauses.filter(({ labels }) => labels[0] === 'Điều 2').map(({ id }) => id);
}

const said = ({ lines }: { lines: readonly { words: string }[] }) =>
  lines.map(({ words }) => words).join(' ');

function confirm(
  { documents, place, documentId }: AtDesk,
  status: Partial<Status> & Pick<Status, 'kind'>,
) {
  const none = { commentUntil: null, inForceFrom: null, endedOn: null, by: null };
  documents.setStatus(place.author, {
    documentId,
    position: 1,
    status: { ...none, ...status, remark: 'vì' },
  });
}

async function settled(at: World, id: string) {
  await until(() => at.deps.store.bulletins.get(id)?.state !== 'making', 'the sound');
}

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

test('a draft says so in the composed text, and in the sound of a bulletin made without the editor', async () => {
  const it = await desk();
  const { at, place, documentId, compositions, bulletins } = it;
  confirm(it, { kind: 'draft', commentUntil: '2026-12-15' });
  const NOTICE =
    'Đây là dự thảo, đang lấy ý kiến đến hết ngày 15/12/2026. Chưa phải là quy định có hiệu lực.';
  const wish = { documentId, position: null, picks: await dieu2(it), genre: 'news' as const };
  const seen = await compositions.preview(place.author, wish);
  expect(seen.text.split(NOTICE)).toHaveLength(3);
  expect(seen.warnings.map(({ code }) => code)).toEqual(['draft']);
  const plain = bulletins.create(place.author, {
    areaId: place.id,
    documentId,
    text: 'Bà con cho ý kiến.',
  });
  await settled(at, plain.id);
  expect(plain.text).toBe('Bà con cho ý kiến.');
  expect(at.studio.made.at(-1)).toBe(`${NOTICE}\n\nBà con cho ý kiến.\n\n${NOTICE}`);
  const script = await compositions.script(place.author, { bulletinId: plain.id });
  expect(script.notices).toEqual([NOTICE]);
  expect(script.lines[0]).toMatchObject({ words: expect.stringMatching(/^Đây là dự thảo/) });
  expect(script.lines[0]?.trace.every(({ text }) => text === null)).toBe(true);
  const own = script.lines.find(({ words }) => words.startsWith('Bà con'))?.trace[0];
  expect(plain.text.slice(own?.text?.from, own?.text?.to)).toBe('Bà');
});

test('a draft says so also where its writer hid the words under "Nơi nhận"', async () => {
  const it = await desk();
  const { at, place, documentId, bulletins } = it;
  confirm(it, { kind: 'draft', commentUntil: '2026-12-15' });
  const NOTICE =
    'Đây là dự thảo, đang lấy ý kiến đến hết ngày 15/12/2026. Chưa phải là quy định có hiệu lực.';
  const hidden = `Mời bà con thực hiện ngay.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT. ${NOTICE}`;
  const made = bulletins.create(place.author, { areaId: place.id, documentId, text: hidden });
  await settled(at, made.id);
  const { script } = await at.deps.reader.script(at.studio.made.at(-1) ?? '', {
    ...{ profile: at.deps.reader.profile, additions: [], settled: [] },
  });
  const said = script.map(({ words }) => words).filter((words) => words.startsWith('Đây là dự'));
  expect(said).toHaveLength(2);
});

test('words of one’s own are read to those who write, and not without end', async () => {
  const it = await desk();
  const { place, documentId, compositions } = it;
  const wish = { documentId, position: null, picks: await dieu2(it), genre: 'news' as const };
  expect((await compositions.preview(place.operator, wish)).lines).not.toEqual([]);
  const ask = async (who: typeof place.author, text: string) =>
    compositions.preview(who, { ...wish, text });
  await expect(ask(place.operator, 'Họp.')).rejects.toMatchObject({ code: 'not-your-role' });
  const long = 'a'.repeat(60_001);
  await expect(ask(place.author, long)).rejects.toMatchObject({ code: 'text-too-long' });
});

test('five of a commune wait for a preview, the sixth is told so', async () => {
  const it = await desk();
  const { place, documentId, compositions } = it;
  const wish = { documentId, position: null, picks: await dieu2(it), genre: 'news' as const };
  const asked = Array.from({ length: 6 }, (_, n) =>
    compositions.preview(place.author, { ...wish, text: `Họp lần ${n}.` }),
  );
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 5 }, () => 'fulfilled'),
    'rejected',
  ]);
  expect(answers[5]).toMatchObject({ reason: { code: 'limit-reached' } });
});

test('a bulletin of a draft ends with the day of its comments, unless its writer says when', async () => {
  const it = await desk();
  const { place, documentId, bulletins } = it;
  confirm(it, { kind: 'draft', commentUntil: '2026-12-15' });
  const wish = { areaId: place.id, documentId, text: 'Bà con cho ý kiến.' };
  expect(bulletins.create(place.author, wish).expiresAtMs).toBe(
    Date.parse('2026-12-16T00:00:00+07:00'),
  );
  expect(bulletins.create(place.author, { ...wish, expiresAtMs: 5 }).expiresAtMs).toBe(5);
});

test('a repealed document says when it ended', async () => {
  const it = await desk();
  confirm(it, { kind: 'repealed', endedOn: '2026-11-01' });
  const made = it.bulletins.create(it.place.author, {
    areaId: it.place.id,
    documentId: it.documentId,
  });
  await settled(it.at, made.id);
  expect(
    it.at.studio.made.at(-1)?.startsWith('Văn bản này đã hết hiệu lực từ ngày 01/11/2026.'),
  ).toBe(true);
  expect(made.expiresAtMs).toBeNull();
});

test('a place still to be written keeps a bulletin from being sent, in words', async () => {
  const it = await desk();
  const { at, place, documentId, compositions, bulletins } = it;
  const wish = { documentId, picks: await dieu2(it), genre: 'situation' as const };
  const seen = await compositions.preview(place.author, { ...wish, position: null });
  expect(seen.unwritten).toHaveLength(1);
  const made = await compositions.create(place.author, { ...wish, areaId: place.id });
  await settled(at, made.id);
  expect(() => bulletins.submit(place.author, { bulletinId: made.id })).toThrow(
    expect.objectContaining({ code: 'place-to-write' }),
  );
  const text = made.text.replace(/\[Viết [^\]]*\]/u, 'Anh Páo ở bản Mòn muốn đốt nương.');
  bulletins.edit(place.author, { bulletinId: made.id, text });
  await settled(at, made.id);
  expect(bulletins.submit(place.author, { bulletinId: made.id }).state).toBe('pending');
});

test('nothing ticked, a clause that is gone and another’s document are refused', async () => {
  const it = await desk();
  const { place, documentId, compositions } = it;
  const wish = { areaId: place.id, documentId, picks: [] as string[], genre: 'news' as const };
  await expect(compositions.create(place.author, wish)).rejects.toMatchObject({
    code: 'nothing-ticked',
  });
  await expect(
    compositions.create(place.author, { ...wish, picks: ['c999999'] }),
  ).rejects.toMatchObject({ code: 'clause-gone' });
  await expect(
    compositions.clauses(place.author, { documentId: 'khong-co', position: null }),
  ).rejects.toMatchObject({ code: 'missing' });
  await expect(
    compositions.preview(place.author, {
      documentId: 'khong-co',
      position: null,
      picks: [],
      genre: 'qa',
    }),
  ).rejects.toMatchObject({ code: 'missing' });
});

test('peaks are for whoever may hear the clip', async () => {
  const it = await desk();
  const { at, place, compositions } = it;
  const made = it.bulletins.create(place.author, { areaId: place.id, text: 'Bà con chú ý.' });
  await settled(at, made.id);
  const clipId = at.deps.store.bulletins.get(made.id)?.clipId ?? '';
  expect((await compositions.peaks(place.approver, { clipId })).peaks).toHaveLength(1);
  const stranger = { accountId: 'x', name: 'x', grants: [] };
  await expect(compositions.peaks(stranger, { clipId })).rejects.toMatchObject({ code: 'missing' });
});

test('a list marks the bulletins whose document is no law yet, or no longer', async () => {
  const it = await desk();
  const { place, documentId, bulletins, compositions } = it;
  const wish = { areaId: place.id, documentId };
  const whole = bulletins.create(place.author, wish);
  const own = bulletins.create(place.author, { areaId: place.id, text: 'Bà con chú ý.' });
  expect(compositions.marks([whole, own])).toEqual({});
  confirm(it, { kind: 'draft', commentUntil: '2026-12-15' });
  expect(compositions.marks([whole, own])).toEqual({ [whole.id]: 'draft' });
  expect(compositions.marks([{ ...whole, documentPart: 2 }])).toEqual({});
  expect(compositions.marks([])).toEqual({});
});

test('the clauses ticked are named for whoever hears the bulletin, unless all of it was ticked', async () => {
  const it = await desk();
  const { at, place, documentId, compositions } = it;
  const { clauses } = await compositions.clauses(place.author, { documentId, position: null });
  const make = async (picks: string[]) => {
    const wish = { areaId: place.id, documentId, picks, genre: 'excerpt' as const };
    const { id } = await compositions.create(place.author, wish);
    await settled(at, id);
    return at.deps.store.compositions.get(id)?.clauses;
  };
  expect(await make(await dieu2(it))).toBe('Điều 2');
  const one = clauses.find(({ labels }) => labels.at(-1) === 'Khoản 2');
  expect(await make([one?.id ?? ''])).toBe(`${one?.labels[0]} khoản 2`);
  expect(await make(clauses.map(({ id }) => id))).toBe('');
});
