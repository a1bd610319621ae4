import { describe, expect, test } from 'vitest';
import type { ScriptView } from '../../src/services/reading/reading-door.ts';
import { imported, neighbour, type Place, someCommune } from './document-steps.ts';
import { actions } from './steps.ts';
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

describe('a doubt', () => {
  const BCH = {
    from: GAZETTE.indexOf('BCH'),
    to: GAZETTE.indexOf('BCH') + 3,
    words: 'ban chỉ huy',
  };

  test('settled for its document is said so from then on, with who and when', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const { scripts } = at.house.services;
    const settled = await scripts.settle(a.author, { documentId, ...BCH, keep: 'document' });
    expect(settled).toMatchObject({
      ...{ source: 'BCH', words: 'ban chỉ huy', reason: 'unknown-abbreviation', kept: 'document' },
      settledByName: 'Cán bộ xa-a-soan',
    });
    const script = await view(at, a, documentId);
    expect(script).toMatchObject({ open: 1, settled: 1, doubts: { settled: [settled] } });
    expect(words(script)[0]).toBe('Một ban chỉ huy');
    expect(actions(at)[0]).toBe('document.settle');
    scripts.unsettle(a.author, { documentId, settlementId: settled.id });
    expect(await view(at, a, documentId)).toMatchObject({ open: 2, settled: 0 });
    const again = () => scripts.unsettle(a.author, { documentId, settlementId: settled.id });
    expect(again).toThrow(code('missing'));
  });

  test('settled twice keeps the later words and the first reason', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const { scripts } = at.house.services;
    await scripts.settle(a.author, { documentId, ...BCH, keep: 'document' });
    const silent = { documentId, ...BCH, words: '', keep: 'document' } as const;
    await scripts.settle(a.author, silent);
    const { doubts } = await view(at, a, documentId);
    expect(doubts.settled).toMatchObject([{ words: '', reason: 'unknown-abbreviation' }]);
  });

  test('settled for the commune is a lexicon entry, and is settled everywhere in it', async () => {
    const at = world();
    const a = await someCommune(at);
    const [one, other] = [await imported(at, a, GAZETTE), await imported(at, a, 'Sáu BCH.')];
    const { scripts, lexicons } = at.house.services;
    const settled = await scripts.settle(a.author, { documentId: one, ...BCH, keep: 'commune' });
    expect((await view(at, a, other)).open).toBe(0);
    expect(
      lexicons.list(a.approver, { areaId: a.id, search: 'bch', limit: 9 }).entries,
    ).toMatchObject([
      {
        from: 'commune',
        written: 'BCH',
        spoken: 'ban chỉ huy',
        example: expect.stringContaining('Một BCH'),
      },
    ]);
    scripts.unsettle(a.author, { documentId: one, settlementId: settled.id });
    expect((await view(at, a, other)).open).toBe(1);
  });

  test('opened again leaves an entry that was worked on since', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const { scripts, lexicons } = at.house.services;
    const settled = await scripts.settle(a.author, { documentId, ...BCH, keep: 'commune' });
    const [line] = lexicons.list(a.author, { areaId: a.id, search: 'BCH', limit: 9 }).entries;
    at.clock.move(1_000);
    const entry = { written: 'BCH', spoken: 'bộ chỉ huy', note: 'n', example: 'BCH' };
    lexicons.change(a.author, { areaId: a.id, entryId: line?.id ?? '', entry });
    scripts.unsettle(a.author, { documentId, settlementId: settled.id });
    expect(await view(at, a, documentId)).toMatchObject({ open: 1, settled: 0 });
  });

  test('is settled for the province at the province only', async () => {
    const at = world();
    const a = await someCommune(at);
    const province = await a.province(at);
    const documentId = await imported(at, a, GAZETTE);
    const { scripts } = at.house.services;
    const wish = { documentId, ...BCH, keep: 'province' } as const;
    await expect(scripts.settle(a.author, wish)).rejects.toThrow(code('not-your-role'));
    expect((await view(at, a, documentId)).settled).toBe(0);
    const settled = await scripts.settle(province.author, wish);
    const b = neighbour(at);
    expect((await view(at, b, await imported(at, b, 'Bảy BCH.'))).open).toBe(0);
    const open = () => scripts.unsettle(a.author, { documentId, settlementId: settled.id });
    expect(open).toThrow(code('not-your-role'));
    expect((await view(at, a, documentId)).settled).toBe(1);
  });

  test.each([
    ['outside the text', { from: 0, to: 9_999 }, 'bad-place'],
    ['of no length', { from: 3, to: 3 }, 'bad-place'],
    ['in digits', { words: 'ban 9' }, 'words-not-speakable'],
    ['as an entry nobody can say', { keep: 'commune', words: '9' }, 'words-not-speakable'],
    [
      'as a plain word nobody confirmed',
      { keep: 'commune', from: 0, to: 2, text: 'xã họp.' },
      'bad-lexicon-entry',
    ],
  ] as const)('is not settled %s', async (_, of, wanted) => {
    const at = world();
    const a = await someCommune(at);
    const { text = GAZETTE, ...rest } = { text: undefined, ...of };
    const documentId = await imported(at, a, text);
    const settle = at.house.services.scripts.settle(a.author, {
      documentId,
      ...BCH,
      keep: 'document',
      ...rest,
    });
    await expect(settle).rejects.toThrow(code(wanted));
    expect(actions(at)).not.toContain('document.settle');
  });

  test('says another figure than is printed only when that is confirmed, and shows it from then on', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const { scripts } = at.house.services;
    const nine = { documentId, from: 2, to: 3, keep: 'document' } as const;
    const other = { ...nine, words: 'tám' };
    const refused = scripts.settle(a.author, other);
    await expect(refused).rejects.toMatchObject({ code: 'bad-words', place: 'words' });
    expect(actions(at)).not.toContain('document.settle');
    await scripts.settle(a.author, { ...other, confirmed: true });
    const shown = async () => (await view(at, a, documentId)).doubts.settled;
    expect(await shown()).toMatchObject([{ source: '9', words: 'tám', otherFigures: true }]);
    await scripts.settle(a.author, { ...nine, words: 'chín' });
    expect(await shown()).toMatchObject([{ source: '9', words: 'chín', otherFigures: false }]);
  });

  test('says the page it stands on', async () => {
    const at = world();
    const a = await someCommune(at);
    const content = { bytes: Buffer.from(GAZETTE) };
    const input = { areaId: a.id, name: 'a.pdf', content };
    const { document } = await at.house.services.documents.create(a.author, input);
    const { doubts } = await view(at, a, document.id);
    expect(doubts.open.map(({ source, page }) => [source, page])).toEqual([
      ['BCH', 1],
      ['HTX', 2],
    ]);
  });

  test('is the author’s to settle, and no operator’s', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const settle = at.house.services.scripts.settle(a.operator, {
      documentId,
      ...BCH,
      keep: 'document',
    });
    await expect(settle).rejects.toThrow(code('not-your-role'));
  });
});
