// What only grows: receipts, audit lines, counters; settings; and transactions that are all or nothing.
// It must never know what a receipt proves.
import { describe, expect, test } from 'vitest';
import type { AuditLine } from '../../src/domain/model.ts';
import { airing, finished, NOON, refused, stored } from '../domain/samples.ts';
import { addAiring, DIALECTS, furnish } from './dialects.ts';

const line = (id: string, tenantId: string | null = 'xa-a'): AuditLine => ({
  id,
  atMs: NOON,
  accountId: null,
  action: 'service.start',
  subject: 'service:1',
  tenantId,
  detail: '{}',
});

describe.each(DIALECTS)('$name', ({ open }) => {
  const withAiring = () => {
    const store = furnish(open());
    addAiring(store, airing());
    return store;
  };

  test('receipts come back whole, in the order of the speaker’s clock', () => {
    const { receipts } = withAiring();
    for (const receipt of [finished(), stored()])
      expect(receipts.insert({ receipt, airingId: 'phat-1', takenAtMs: NOON })).toBe(true);
    expect(receipts.of('phat-1', 'loa-1')).toEqual([stored(), finished()]);
    expect([receipts.of('phat-1', 'loa-2'), receipts.of('?', 'loa-1')]).toEqual([[], []]);
  });

  test('a receipt sent again is known, and changes nothing', () => {
    const { receipts } = withAiring();
    const row = { airingId: 'phat-1', takenAtMs: NOON };
    receipts.insert({ receipt: finished(), ...row });
    expect(receipts.insert({ receipt: finished({ heardMs: 1 }), ...row })).toBe(false);
    expect(receipts.of('phat-1', 'loa-1')).toEqual([finished()]);
  });

  test('a speaker cannot hide another’s receipt by taking its id', () => {
    const { receipts } = withAiring();
    const row = { airingId: 'phat-1', takenAtMs: NOON };
    receipts.insert({ receipt: finished({ speakerId: 'loa-2' }), ...row });
    expect(receipts.insert({ receipt: finished(), ...row })).toBe(true);
  });

  test('a receipt of no airing we know is kept all the same', () => {
    const { receipts } = withAiring();
    const receipt = refused('misdirected');
    expect(receipts.insert({ receipt, airingId: null, takenAtMs: NOON })).toBe(true);
    expect(receipts.insert({ receipt, airingId: null, takenAtMs: NOON })).toBe(false);
  });

  test('audit lines are read newest first, by page, of the tenants asked for', () => {
    const { audit } = withAiring();
    for (const each of [line('1'), line('2', 'xa-b'), line('3', null), line('4')])
      audit.append(each);
    const list = (tenantIds: string[] | null, beforeId: string | null, limit = 9) =>
      audit.list({ tenantIds, beforeId, limit }).map(({ id }) => id);
    expect(list(null, null)).toEqual(['4', '3', '2', '1']);
    expect(list(null, '3', 1)).toEqual(['2']);
    expect(list(['xa-a'], null)).toEqual(['4', '1']);
    expect(list(['xa-a', 'xa-b'], '4')).toEqual(['2', '1']);
    expect(list([], null)).toEqual([]);
    expect(audit.list({ tenantIds: ['xa-b'], beforeId: null, limit: 1 })).toEqual([
      line('2', 'xa-b'),
    ]);
  });

  test('an audit line is written once and outlives what it speaks of', () => {
    const { audit } = withAiring();
    audit.append({ ...line('1', 'da-xoa'), accountId: 'da-xoa' });
    expect(() => audit.append(line('1'))).toThrow(/UNIQUE/);
  });

  test('each counter grows by one at each call, apart from the others', () => {
    const { counters } = withAiring();
    expect([counters.next('a'), counters.next('a'), counters.next('b')]).toEqual([1, 2, 1]);
  });

  test('a counter is at least what is asked for, and still never goes back', () => {
    const { counters } = withAiring();
    const drawn = [100, 100, 50, 200].map((atLeast) => counters.next('a', atLeast));
    expect(drawn).toEqual([100, 101, 102, 200]);
    expect(counters.next('a')).toBe(201);
  });

  test('a counter drawn in a transaction that fails is not used up: it goes with its use', () => {
    const { counters, transaction } = withAiring();
    counters.next('a');
    const failing = () =>
      transaction(() => {
        counters.next('a');
        throw new Error('giữa chừng');
      });
    expect(failing).toThrow('giữa chừng');
    expect(counters.next('a')).toBe(2);
  });

  test('a setting is replaced', () => {
    const { settings } = withAiring();
    expect(settings.get('k')).toBeNull();
    settings.put('k', '1');
    settings.put('k', '2');
    expect(settings.get('k')).toBe('2');
  });

  test('a transaction hands back what its work does', () => {
    expect(withAiring().transaction(() => 'xong')).toBe('xong');
  });

  test('an inner transaction that fails takes only itself back', () => {
    const { transaction, settings } = withAiring();
    transaction(() => {
      settings.put('ngoài', '1');
      expect(() =>
        transaction(() => {
          settings.put('trong', '1');
          throw new Error('bỏ');
        }),
      ).toThrow('bỏ');
    });
    expect([settings.get('ngoài'), settings.get('trong')]).toEqual(['1', null]);
  });

  test('an outer transaction that fails takes everything back', () => {
    const { transaction, settings } = withAiring();
    expect(() =>
      transaction(() => {
        transaction(() => settings.put('trong', '1'));
        throw new Error('bỏ');
      }),
    ).toThrow('bỏ');
    expect(settings.get('trong')).toBeNull();
  });

  test('work that would go on after the transaction is refused: rows may not wait for promises', () => {
    const { transaction } = withAiring();
    expect(() => transaction(async () => undefined)).toThrow(/promise/);
  });
});
