// What a composed bulletin says of its document: a draft, a law of the past, a place nobody settled; and who is refused.
// It must never make sound.
import { expect, test } from 'vitest';
import { confirm, desk, dieu2, settled } from './composing.ts';

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
  const text = made.text.replace(/\[Viết [^\]]*\]/u, 'Một hộ ở bản Mòn muốn đốt nương.');
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
