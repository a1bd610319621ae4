import { describe, expect, test } from 'vitest';
import type { ScriptView } from '../../src/services/reading/reading-door.ts';
import { imported, neighbour, type Place, someCommune } from './document-steps.ts';
import { type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

const GAZETTE = '# 9/QĐ\nMột BCH. Hai UBND.\n# 10/QĐ\nBa. Bốn HTX. Năm.\n';

const view = (
  at: World,
  by: Place,
  documentId: string,
  of: { position?: number; from?: number; limit?: number } = {},
) =>
  at.house.services.scripts.script(by.author, {
    documentId,
    position: null,
    from: 0,
    limit: 9,
    ...of,
  });
const words = ({ sentences }: ScriptView) => sentences.map((one) => one.words);

describe('a script', () => {
  test('is shown with its profile, what is open in it, and where each word is from', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const script = await view(at, a, documentId);
    expect(words(script)).toEqual(['Một BCH', 'Hai ủy ban nhân dân', 'Ba', 'Bốn HTX', 'Năm']);
    expect(script).toMatchObject({
      profile: at.reader.profile,
      part: { position: null, from: 0, to: GAZETTE.length },
      ...{ sentenceFrom: 0, nextFrom: null, total: 5, open: 2, settled: 0, counts: { dieu: 2 } },
      ...{ syllables: 11, estimatedSeconds: 20, lexiconRevision: 0 },
    });
    expect(script.doubts.open.map(({ source }) => source)).toEqual(['BCH', 'HTX']);
    expect(script.sentences[1]?.trace).toMatchObject([{ entry: 'abbreviations:UBND' }]);
  });

  test('of one part is that part and nothing else', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const script = await view(at, a, documentId, { position: 2 });
    expect(words(script)).toEqual(['Ba', 'Bốn HTX', 'Năm']);
    expect(script).toMatchObject({
      sentenceFrom: 2,
      total: 3,
      open: 1,
      estimatedSeconds: 12,
      counts: { dieu: 1 },
    });
    expect(script.source).toEqual({ from: GAZETTE.indexOf('# 10'), to: GAZETTE.length });
    await expect(view(at, a, documentId, { position: 3 })).rejects.toThrow(code('missing'));
  });

  test.each([1, 2, 3, 9])(
    'in pages of %i gives every sentence and every source character once',
    async (limit) => {
      const at = world();
      const a = await someCommune(at);
      const documentId = await imported(at, a, GAZETTE);
      const pages: ScriptView[] = [];
      for (let from: number | null = 0; from !== null; from = pages.at(-1)?.nextFrom ?? null)
        pages.push(await view(at, a, documentId, { from, limit }));
      expect(pages.flatMap(words)).toHaveLength(5);
      const joined = pages.flatMap(({ spans }) =>
        spans.map(({ from, to }) => GAZETTE.slice(from, to)),
      );
      expect(joined.join('')).toBe(GAZETTE);
      expect(pages.map(({ source }) => GAZETTE.slice(source.from, source.to)).join('')).toBe(
        GAZETTE,
      );
    },
  );

  test('past its end is an empty page, and of a text with nothing in it as well', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    expect(await view(at, a, documentId, { from: 99 })).toMatchObject({
      sentences: [],
      nextFrom: null,
    });
    const silent = await imported(at, a, '# 9/QĐ\n');
    expect(await view(at, a, silent)).toMatchObject({
      sentences: [],
      total: 0,
      estimatedSeconds: 0,
    });
  });

  test('is read by its commune’s profile', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const profile = { ...at.reader.profile, nghin: 'ngàn' as const };
    at.house.services.readings.setProfile(a.author, { areaId: a.id, profile });
    expect((await view(at, a, documentId)).profile).toEqual(profile);
  });

  test('of another commune does not exist', async () => {
    const at = world();
    const a = await someCommune(at);
    const b = neighbour(at);
    const documentId = await imported(at, a, GAZETTE);
    await expect(view(at, b, documentId)).rejects.toThrow(code('missing'));
    const { scripts } = at.house.services;
    const of = { documentId, position: null };
    await expect(scripts.digest(b.author, of)).rejects.toThrow(code('missing'));
    await expect(scripts.programmes(b.author, { ...of, minutes: 15 })).rejects.toThrow(
      code('missing'),
    );
    const mine = await imported(at, b, GAZETTE);
    const wish = { documentId: mine, position: null, otherId: documentId, otherPosition: null };
    await expect(scripts.differences(b.author, wish)).rejects.toThrow(code('missing'));
  });
});

describe('what an approver looks over', () => {
  test('are the figures of a document or of one part', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(
      at,
      a,
      '# 9/QĐ\nThu 50 đồng.\n# 10/QĐ\nThu 70 đồng, 80 đồng.',
    );
    const { scripts } = at.house.services;
    const digest = async (position: number | null) =>
      (await scripts.digest(a.approver, { documentId, position })).items.map(({ value }) => value);
    expect(await digest(null)).toEqual(['50', '70', '80']);
    expect(await digest(2)).toEqual(['70', '80']);
    const { items } = await scripts.digest(a.approver, { documentId, position: null });
    expect(items.map(({ position }) => position)).toEqual([1, 2, 2]);
  });

  test('are the figures of a bulletin, to whoever may see it', async () => {
    const at = world();
    const a = await someCommune(at);
    const b = neighbour(at);
    const { bulletins, scripts } = at.house.services;
    const { id: bulletinId } = bulletins.create(a.author, { areaId: a.id, text: 'Nộp 90 đồng.' });
    const { items } = await scripts.digestOfBulletin(a.approver, { bulletinId });
    expect(items.map(({ value }) => value)).toEqual(['90']);
    const stolen = scripts.digestOfBulletin(b.approver, { bulletinId });
    await expect(stolen).rejects.toThrow(code('missing'));
  });

  test('are the programmes of a part', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const wish = { documentId, position: 2, minutes: 30 };
    const { programmes } = await at.house.services.scripts.programmes(a.approver, wish);
    expect(programmes).toMatchObject([{ opening: ['30 phút'], sentenceFrom: 2, sentenceTo: 5 }]);
  });

  test('is what two parts differ in, by places in their documents, with the words', async () => {
    const at = world();
    const a = await someCommune(at);
    const one = await imported(at, a, GAZETTE);
    const other = await imported(at, a, '# 10/QĐ\nBa. Bốn hợp tác xã.\n');
    const from = GAZETTE.indexOf('# 10');
    const wish = { documentId: one, position: 2, otherId: other, otherPosition: 1 };
    const { differences, whole } = await at.house.services.scripts.differences(a.approver, wish);
    expect(whole).toBe(true);
    expect(differences).toMatchObject([
      { kind: 'same', here: { from, to: from + 1 }, hereText: null, thereText: null },
      {
        kind: 'changed',
        hereText: GAZETTE.slice(from + 1),
        thereText: ' 10/QĐ\nBa. Bốn hợp tác xã.\n',
      },
      { kind: 'only-here', there: null, thereText: null, hereText: '#' },
    ]);
  });
});
