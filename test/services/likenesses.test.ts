import { describe, expect, test, vi } from 'vitest';
import { imported, someCommune } from './document-steps.ts';
import { world } from './world.ts';

describe('a gazette', () => {
  const GAZETTE =
    '# 9/QĐ-UBND\nPhạt tiền đốt nương.\n# 10/QĐ-UBND\n! repeals 7/QĐ-UBND\nThu phí chợ.\n';

  test('is as many parts as it holds, each with its number and stretch of text', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const { parts } = at.house.services.documents.get(a.author, { documentId });
    expect(parts).toMatchObject([
      { position: 1, number: '9/QĐ-UBND', sourceFrom: 0, acts: [] },
      { position: 2, number: '10/QĐ-UBND', sourceTo: GAZETTE.length },
    ]);
    expect(parts[0]?.sourceTo).toBe(parts[1]?.sourceFrom);
  });

  test('of more parts than can be is kept, the last of them holding the rest', async () => {
    const at = world();
    const a = await someCommune(at);
    const text = '# 1/QĐ\nMột.\n'.repeat(510);
    const documentId = await imported(at, a, text);
    const { parts } = at.house.services.documents.get(a.author, { documentId });
    expect([parts.length, parts.at(-1)?.sourceTo]).toEqual([500, text.length]);
  });
});

describe('what looks like a document that is there', () => {
  const WORDS = 'Ủy ban nhân dân xã phạt tiền người đốt nương trái phép.';

  test('says so at import, and from the other side ever after', async () => {
    const at = world();
    const a = await someCommune(at);
    const draft = await imported(at, a, `#\n${WORDS}`);
    await imported(at, a, '# 3/QĐ\nMời bà con tiêm chủng.');
    const { documents } = at.house.services;
    const content = { text: `# 9/QĐ-UBND\n${WORDS}` };
    const { document, similar } = await documents.create(a.author, {
      areaId: a.id,
      name: null,
      content,
    });
    expect(similar).toEqual([
      expect.objectContaining({
        relation: 'signed-version-of',
        documentId: draft,
        position: 1,
        share: 1,
      }),
    ]);
    expect(documents.get(a.author, { documentId: draft }).similar).toEqual([
      expect.objectContaining({
        relation: 'draft-of',
        documentId: document.id,
        number: '9/QĐ-UBND',
      }),
    ]);
  });

  test('in each of hundreds of parts is told two hundred times, and asked for in three questions', async () => {
    const at = world();
    const a = await someCommune(at);
    const parts = Array.from(
      { length: 300 },
      (_, n) => `# ${n}/QĐ-UBND\nQuyết định riêng số ${n}.\n`,
    );
    await imported(at, a, parts.join(''));
    let waited = 0;
    const beat = setInterval(() => {
      waited += 1;
    }, 0);
    const documentId = await imported(at, a, parts.join(''));
    clearInterval(beat);
    expect(waited).toBeGreaterThan(10);
    const of = vi.spyOn(at.deps.store.parts, 'of');
    const { similar } = at.house.services.documents.get(a.author, { documentId });
    expect(similar).toHaveLength(200);
    expect(similar.every(({ number, title }) => number !== null && title !== '')).toBe(true);
    expect(of).toHaveBeenCalledTimes(1);
  });

  test('is told only to who may open it', async () => {
    const at = world();
    const a = await someCommune(at);
    const province = await a.province(at);
    await imported(at, province, `# 9/QĐ-UBND\n${WORDS}`);
    const mine = await imported(at, a, `#\n${WORDS}`);
    const { documents } = at.house.services;
    expect(documents.get(a.author, { documentId: mine }).similar).toEqual([]);
    expect(documents.get(province.author, { documentId: mine }).similar).toHaveLength(1);
  });
});
