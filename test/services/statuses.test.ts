import { describe, expect, test } from 'vitest';
import type { StatusKind } from '../../src/domain/documents/document-model.ts';
import type { StatusWish } from '../../src/services/reading/reading-door.ts';
import { imported, neighbour, type Place, someCommune } from './document-steps.ts';
import { actions } from './steps.ts';
import { until, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const DAY_MS = 86_400_000;
const wish = (kind: StatusKind, of: Partial<StatusWish> = {}): StatusWish => ({
  ...{ kind, commentUntil: null, inForceFrom: null, endedOn: null, by: null },
  ...of,
});
const REPEALED = wish('repealed', { endedOn: '2026-12-01', by: '9/QĐ-UBND' });

const partOf = (at: World, by: Place, documentId: string, position = 1) => {
  const { parts } = at.house.services.documents.get(by.author, { documentId });
  const part = parts[position - 1];
  if (!part) throw new Error(`no part ${position}`);
  return part;
};

describe('a status', () => {
  test('is proposed by the text and confirmed by a person, who is kept with the hour', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, '# 9/QĐ\n? in-force from 2026-01-01\nThu phí.');
    const before = partOf(at, a, documentId);
    expect(before).toMatchObject({
      proposed: { kind: 'in-force', inForceFrom: '2026-01-01' },
      status: null,
      standing: 'in-force',
      evidence: [{ from: 7, to: 33 }],
    });
    const { documents } = at.house.services;
    const status = wish('amended', { by: '12/QĐ', remark: '  ' });
    const after = documents.setStatus(a.approver, { documentId, position: 1, status });
    expect(after).toMatchObject({
      status: { kind: 'amended', confirmedBy: a.approver.accountId, remark: null },
      standing: 'amended',
    });
    expect(partOf(at, a, documentId)).toEqual(after);
    expect(documents.list(a.author, { limit: 1, beforeId: null })[0]?.parts[0]).toMatchObject({
      standing: 'amended',
      confirmed: true,
    });
    expect(actions(at)[0]).toBe('document.status');
    expect(at.told.at(-1)).toMatchObject({ kind: 'document', id: documentId });
  });

  test('goes on with the days: a draft lapses, what waits comes into force', async () => {
    const at = world();
    const a = await someCommune(at);
    const text = '#\n? draft until 2026-12-06\nMột.\n# 9/QĐ\n? in-force from 2026-12-07\nHai.';
    const documentId = await imported(at, a, text);
    const seen = () =>
      [1, 2]
        .map((n) => partOf(at, a, documentId, n))
        .map(({ standing, lapsed }) => [standing, lapsed]);
    expect(seen()).toEqual([
      ['draft', false],
      ['not-yet-in-force', false],
    ]);
    at.clock.move(2 * DAY_MS);
    expect(seen()).toEqual([
      ['draft', true],
      ['in-force', false],
    ]);
  });

  test('that cannot be is refused with its field, and nothing changes', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, 'Thu phí.');
    const { documents } = at.house.services;
    const set = (status: StatusWish, position = 1) =>
      documents.setStatus(a.author, { documentId, position, status });
    expect(() => set(wish('draft'))).toThrow(code('comment-deadline-missing'));
    expect(() => set(REPEALED, 2)).toThrow(code('missing'));
    set(REPEALED);
    expect(() => set(wish('in-force'))).toThrow(code('remark-missing'));
    expect(partOf(at, a, documentId).standing).toBe('repealed');
    expect(set({ ...wish('in-force'), remark: 'Ghi nhầm văn bản.' }).status?.remark).toBe(
      'Ghi nhầm văn bản.',
    );
  });

  test('is the word of an author or an approver of its own commune', async () => {
    const at = world();
    const a = await someCommune(at);
    const b = neighbour(at);
    const documentId = await imported(at, a, 'Thu phí.');
    const set = (by: Place['author']) => () =>
      at.house.services.documents.setStatus(by, { documentId, position: 1, status: REPEALED });
    expect(set(a.operator)).toThrow(code('not-your-role'));
    expect(set(b.author)).toThrow(code('missing'));
    expect(set(a.author)().standing).toBe('repealed');
  });
});

describe('a document that says it ends another', () => {
  test('is a proposal at that other one, never more, and finds it by its number', async () => {
    const at = world();
    const a = await someCommune(at);
    const old = await imported(at, a, '# 07/QĐ-UBND\nThu phí chợ.');
    const text = '# 9/QĐ-UBND\n! replaces 7/QĐ – UBND\n! amends 8/QĐ-UBND\nMức phí mới.';
    const fresh = await imported(at, a, text);
    expect(partOf(at, a, old)).toMatchObject({
      standing: null,
      saidByOthers: [{ does: 'replaces', number: '9/QĐ-UBND', documentId: fresh, position: 1 }],
    });
    expect(partOf(at, a, fresh).acts).toMatchObject([
      { does: 'replaces', documentId: old, position: 1 },
      { does: 'amends', number: '8/QĐ-UBND', documentId: null, position: null },
    ]);
  });

  test('of the province names itself at the commune’s, which cannot open it', async () => {
    const at = world();
    const a = await someCommune(at);
    const province = await a.province(at);
    const mine = await imported(at, a, '# 7/QĐ-UBND\nThu phí chợ.');
    const theirs = await imported(at, province, '# 99/QĐ-UBND\n! repeals 7/QĐ-UBND\nBãi bỏ.');
    expect(partOf(at, a, mine).saidByOthers).toMatchObject([
      { number: '99/QĐ-UBND', documentId: null },
    ]);
    expect(partOf(at, { ...a, author: province.author }, mine).saidByOthers[0]?.documentId).toBe(
      theirs,
    );
  });

  test('of a commune says nothing to the province or to a neighbour, nor to itself', async () => {
    const at = world();
    const a = await someCommune(at);
    const b = neighbour(at);
    const province = await a.province(at);
    const ours = await imported(at, province, '# 7/QĐ-UBND\nThu phí chợ.');
    const theirs = await imported(at, b, '# 7/QĐ-UBND\nThu phí chợ.');
    const mine = await imported(at, a, '# 7/QĐ-UBND\n! repeals 7/QĐ-UBND\nBãi bỏ.');
    expect(partOf(at, province, ours).saidByOthers).toEqual([]);
    expect(partOf(at, b, theirs).saidByOthers).toEqual([]);
    expect(partOf(at, a, mine).saidByOthers).toEqual([]);
  });
});

describe('a bulletin', () => {
  const GAZETTE =
    '#\n? draft until 2026-12-20\nDự thảo một.\n# 9/QĐ\n? in-force from 2026-01-01\nHai ba.';

  test('is made of one part of a gazette when that is asked', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const { bulletins } = at.house.services;
    const made = bulletins.create(a.author, { areaId: a.id, documentId, part: 2 });
    expect(made).toMatchObject({
      documentId,
      documentPart: 2,
      text: GAZETTE.slice(GAZETTE.indexOf('# 9')),
    });
    const wanted = { areaId: a.id, documentId, part: 3 };
    expect(() => bulletins.create(a.author, wanted)).toThrow(code('missing'));
  });

  test('carries what must be said of its document, as it stands today', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, GAZETTE);
    const { bulletins, documents } = at.house.services;
    const create = (part: number | null) =>
      bulletins.create(a.author, { areaId: a.id, documentId, part }).id;
    const [whole, draft, law] = [create(null), create(1), create(2)];
    const free = bulletins.create(a.author, { areaId: a.id, text: 'Mời họp.' }).id;
    const codes = () =>
      [whole, draft, law, free].map((bulletinId) =>
        bulletins.get(a.approver, { bulletinId }).warnings.map((one) => one.code),
      );
    expect(codes()).toEqual([['draft'], ['draft'], [], []]);
    documents.setStatus(a.author, { documentId, position: 2, status: REPEALED });
    at.clock.move(30 * DAY_MS);
    expect(codes()).toEqual([['comments-over', 'repealed'], ['comments-over'], ['repealed'], []]);
    expect(bulletins.get(a.approver, { bulletinId: law }).warnings[0]?.say.vi).toContain('9/QĐ');
    await until(() => at.deps.store.bulletins.inState('making').length === 0);
  });
});
