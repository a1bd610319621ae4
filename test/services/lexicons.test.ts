import { describe, expect, test } from 'vitest';
import type { LexiconEntry } from '../../src/domain/documents/reading-model.ts';
import type { Actor } from '../../src/domain/model.ts';
import { ADDITIONS_MAX } from '../../src/services/reading/lexicon-entries.ts';
import { addition } from '../db/document-samples.ts';
import { profile } from '../domain/samples.ts';
import { imported, neighbour, type Place, someCommune } from './document-steps.ts';
import { actions, written } from './steps.ts';
import { person, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const BCH: LexiconEntry = {
  written: 'BCH',
  spoken: 'ban chỉ huy',
  note: 'quân sự',
  example: 'BCH xã',
};
const add = (at: World, by: Place, entry: Partial<LexiconEntry> = {}) =>
  at.house.services.lexicons.add(by.author, { areaId: by.id, entry: { ...BCH, ...entry } });
const list = (at: World, actor: Actor, areaId: string, search = '') =>
  at.house.services.lexicons.list(actor, { areaId, search, limit: 9 });

describe('a lexicon', () => {
  test('lists what came with the product, the province’s and the commune’s, each marked', async () => {
    const at = world();
    const a = await someCommune(at);
    const province = await a.province(at);
    add(at, province);
    add(at, province, { written: 'UBND', spoken: 'ủy ban' });
    add(at, a, { spoken: 'bộ chỉ huy' });
    const { entries, whole } = list(at, a.approver, a.id);
    expect(whole).toBe(true);
    expect(entries.map(({ written: word, from, hidden }) => [word, from, hidden])).toEqual([
      ['BCH', 'commune', false],
      ['BCH', 'province', true],
      ['UBND', 'province', false],
      ['UBND', 'built-in', true],
      ['km', 'built-in', false],
    ]);
    expect(list(at, province.author, province.id).entries[0]).toMatchObject({
      from: 'province',
      hidden: false,
    });
  });

  test('is searched by what is written and by what is said, in any case', async () => {
    const at = world();
    const a = await someCommune(at);
    const search = (wanted: string) =>
      list(at, a.author, a.id, wanted).entries.map((one) => one.written);
    expect([search('ubn'), search('Ki LÔ'), search('zz')]).toEqual([['UBND'], ['km'], []]);
    const cut = at.house.services.lexicons.list(a.author, { areaId: a.id, search: '', limit: 1 });
    expect([cut.entries.length, cut.whole]).toEqual([1, false]);
  });

  test('has a new revision with every change, the province’s changes too', async () => {
    const at = world();
    const a = await someCommune(at);
    const province = await a.province(at);
    const { lexicons } = at.house.services;
    const revision = () => list(at, a.author, a.id).revision;
    const { id: entryId } = add(at, a);
    expect(revision()).toBe(1);
    add(at, province);
    expect(revision()).toBe(2);
    lexicons.change(a.author, { areaId: a.id, entryId, entry: { ...BCH, spoken: 'bộ chỉ huy' } });
    lexicons.drop(a.author, { areaId: a.id, entryId });
    expect(revision()).toBe(4);
    expect(actions(at).slice(0, 4)).toEqual(Array(4).fill('lexicon.edit'));
    expect(at.told.at(-1)).toMatchObject({ kind: 'area', id: a.id, tenantId: a.id });
    expect(() => lexicons.drop(a.author, { areaId: a.id, entryId })).toThrow(code('missing'));
  });

  test('has one entry for a written form, checked by the reading room', async () => {
    const at = world();
    const a = await someCommune(at);
    const { lexicons } = at.house.services;
    const { id: entryId } = add(at, a);
    expect(() => add(at, a)).toThrow(code('taken'));
    expect(() => add(at, a, { written: 'HTX', spoken: '9' })).toThrow(code('bad-lexicon-entry'));
    expect(() => add(at, a, { written: 'xã' })).toThrow(code('bad-lexicon-entry'));
    const meant = { ...BCH, written: 'xã', confirmed: true };
    lexicons.add(a.author, { areaId: a.id, entry: meant });
    const rename = { areaId: a.id, entryId, entry: { ...BCH, written: 'xã', confirmed: true } };
    expect(() => lexicons.change(a.author, rename)).toThrow(code('taken'));
    expect(
      lexicons.change(a.author, { ...rename, entry: { ...BCH, written: ' BCHQS ' } }).written,
    ).toBe('BCHQS');
  });

  test('has so many entries and no more', async () => {
    const at = world();
    const a = await someCommune(at);
    at.deps.store.transaction(() => {
      for (let n = 0; n < ADDITIONS_MAX; n += 1)
        at.deps.store.additions.put(addition({ id: `m-${n}`, areaId: a.id, written: `X${n}` }));
    });
    expect(() => add(at, a)).toThrow(code('limit-reached'));
  });

  test('is edited by its own author or administrator, the province’s at the province only', async () => {
    const at = world();
    const a = await someCommune(at);
    const b = neighbour(at);
    const province = await a.province(at);
    const admin = person(at, 'qt-xa', ['administrator', a.id]);
    expect(() => add(at, { ...a, author: a.approver })).toThrow(code('not-your-role'));
    expect(() => add(at, { ...a, author: b.author })).toThrow(code('missing'));
    expect(() => add(at, { ...province, author: a.author })).toThrow(code('missing'));
    expect(() => add(at, { ...a, id: a.villages[0] ?? '' })).toThrow(code('not-a-tenant'));
    expect(add(at, { ...a, author: admin }).areaId).toBe(a.id);
    const { entryId } = { entryId: add(at, b).id };
    const stolen = { areaId: a.id, entryId };
    expect(() => at.house.services.lexicons.drop(a.author, stolen)).toThrow(code('missing'));
  });
});

describe('where an entry is used', () => {
  const uses = (at: World, actor: Actor, areaId: string, word = 'BCH') =>
    at.house.services.lexicons.uses(actor, { areaId, written: word });

  test('is asked of every document that holds it, with the first place', async () => {
    const at = world();
    const a = await someCommune(at);
    const text = 'Một. Hai BCH xã. Ba BCH.';
    const documentId = await imported(at, a, text);
    await imported(at, a, 'Không có gì.');
    // a doubt is no use
    expect(await uses(at, a.author, a.id)).toEqual({ uses: [], whole: true });
    add(at, a);
    expect(await uses(at, a.approver, a.id)).toEqual({
      uses: [{ documentId, title: 'Một', count: 2, from: 9, to: 12, source: text }],
      whole: true,
    });
    expect((await uses(at, a.author, a.id, 'UBND')).uses).toEqual([]);
  });

  test('reads a document again only when something changed', async () => {
    const at = world();
    const a = await someCommune(at);
    await imported(at, a, 'Hai UBND.');
    const reads = () => at.reader.scripts.length;
    await uses(at, a.author, a.id, 'UBND');
    expect(reads()).toBe(1);
    add(at, a);
    await uses(at, a.author, a.id, 'UBND');
    await uses(at, a.author, a.id, 'UBND');
    expect(reads()).toBe(2);
  });

  test('reaches a province’s communes, and of a commune only itself', async () => {
    const at = world();
    const a = await someCommune(at);
    const b = neighbour(at);
    const province = await a.province(at);
    for (const place of [a, b, province]) await imported(at, place, 'Hai UBND.');
    const tenants = async (actor: Actor, areaId: string) =>
      (await uses(at, actor, areaId, 'UBND')).uses.map(
        ({ documentId }) => at.deps.store.documents.get(documentId)?.tenantId,
      );
    expect(await tenants(province.author, province.id)).toEqual([province.id, b.id, a.id]);
    expect(await tenants(a.author, a.id)).toEqual([a.id]);
    await expect(uses(at, a.author, b.id)).rejects.toThrow(code('missing'));
  });

  test('stops after three seconds, and says that it did', async () => {
    const at = world();
    const a = await someCommune(at);
    for (const n of [1, 2, 3]) await imported(at, a, `${n} UBND.`);
    add(at, a);
    const { script } = at.reader;
    at.reader.script = async (...asked) => {
      at.clock.move(2_000);
      return script(...asked);
    };
    const found = await uses(at, a.author, a.id, 'UBND');
    expect([found.uses.length, found.whole]).toEqual([2, false]);
    // what was read is remembered: asked again, the rest is there
    expect((await uses(at, a.author, a.id, 'UBND')).whole).toBe(true);
  });
});

describe('a reading profile', () => {
  test('is the commune’s own, else its province’s, else the product’s', async () => {
    const at = world();
    const a = await someCommune(at);
    const province = await a.province(at);
    const { readings } = at.house.services;
    const read = () => readings.profile(a.approver, { areaId: a.id });
    expect(read()).toEqual({ areaId: a.id, from: 'default', profile: at.reader.profile });
    const valley = profile({ syllablesPerMinute: 170 });
    readings.setProfile(province.author, { areaId: province.id, profile: valley });
    expect(read()).toMatchObject({ from: 'province', profile: valley });
    const own = profile({ linh: 'lẻ' });
    expect(readings.setProfile(a.author, { areaId: a.id, profile: own })).toMatchObject({
      from: 'own',
      profile: own,
    });
    expect(readings.setProfile(a.author, { areaId: a.id, profile: null }).from).toBe('province');
    expect(actions(at).slice(0, 3)).toEqual(Array(3).fill('reading.set'));
  });

  test('from before an option existed has its default', async () => {
    const at = world();
    const a = await someCommune(at);
    at.deps.store.profiles.put(a.id, { linh: 'lẻ' } as never);
    const { profile: read } = at.house.services.readings.profile(a.author, { areaId: a.id });
    expect(read).toEqual(profile({ linh: 'lẻ' }));
  });

  test('out of bounds, of a village, or of somebody else is refused', async () => {
    const at = world();
    const a = await someCommune(at);
    const b = neighbour(at);
    const set =
      (actor: Actor, areaId: string, of = {}) =>
      () =>
        at.house.services.readings.setProfile(actor, { areaId, profile: profile(of) });
    expect(set(a.author, a.id, { syllablesPerMinute: 400 })).toThrow(code('profile-out-of-bounds'));
    expect(set(a.author, a.villages[0] ?? '')).toThrow(code('not-a-tenant'));
    expect(set(a.operator, a.id)).toThrow(code('not-your-role'));
    expect(set(b.author, a.id)).toThrow(code('missing'));
  });
});

test('a bulletin is sounded as its commune reads, with its document’s settled places', async () => {
  const at = world();
  const a = await someCommune(at);
  const province = await a.province(at);
  const slow = profile({ syllablesPerMinute: 170, fullStopMs: 600 });
  at.house.services.readings.setProfile(a.author, { areaId: a.id, profile: slow });
  add(at, province);
  add(at, a, { written: 'HTX', spoken: 'hợp tác xã', example: 'HTX' });
  const documentId = await imported(at, a, 'Họp KCN.');
  const wish = { documentId, from: 4, to: 7, words: 'khu công nghiệp', keep: 'document' } as const;
  await at.house.services.scripts.settle(a.author, wish);
  await written(at, a, { text: 'Mời họp.' });
  expect(at.studio.wanted[0]?.order).toMatchObject({
    profile: slow,
    additions: [{ written: 'BCH' }, { written: 'HTX' }],
    settled: [],
  });
  at.house.services.bulletins.create(a.author, { areaId: a.id, documentId });
  await expect
    .poll(() => at.studio.wanted[1]?.order.settled)
    .toEqual([{ written: 'KCN', before: 'Họp ', after: '.', words: 'khu công nghiệp' }]);
});
