// Priority asked for comes back as it went in, open ones newest first, and goes with its bulletin.
// It must never know SQL.
import { describe, expect, test } from 'vitest';
import type { PriorityWant } from '../../src/domain/approval/priority-want.ts';
import { bulletin, NOON } from '../domain/samples.ts';
import { DIALECTS, furnish } from './dialects.ts';

const want = (of: Partial<PriorityWant> = {}): PriorityWant => ({
  ...{ id: 'xin-1', tenantId: 'xa-a', bulletinId: bulletin().id, areaIds: ['ban-1', 'ban-2'] },
  ...{ placeId: 'xa-a', askedBy: 'lan', askedAtMs: NOON, state: 'open' },
  ...{ answeredBy: null, answeredAtMs: null, remark: null, ...of },
});

describe.each(DIALECTS)('$name', ({ open }) => {
  const people = () => {
    const store = furnish(open());
    for (const id of ['lan', 'an'])
      store.accounts.insert({ id, name: id, fullName: id, disabledAtMs: null });
    return store;
  };

  test('what was asked comes back whole, and its answer with it', () => {
    const { wants } = people();
    wants.insert(want());
    expect(wants.get('xin-1')).toEqual(want());
    expect(wants.get('?')).toBeNull();
    const said = { answeredBy: 'an', answeredAtMs: NOON + 1, remark: 'Không 😀' };
    const done = want({ ...said, state: 'declined' });
    wants.answer({ ...done, areaIds: [] });
    expect(wants.get('xin-1')).toEqual(done);
  });

  test('it goes with the bulletin it was asked for', () => {
    const { wants, bulletins } = people();
    const draft = bulletin({ id: 'nhap', state: 'returned', clipId: null });
    bulletins.insert(draft);
    wants.insert(want({ bulletinId: draft.id }));
    expect(bulletins.remove(draft.id)).toBe(true);
    expect(wants.get('xin-1')).toBeNull();
  });

  test('open ones are of one’s tenants, newest first, and of one bulletin', () => {
    const { wants } = people();
    wants.insert(want());
    wants.insert(want({ id: 'xin-2' }));
    wants.insert(want({ id: 'xin-3', state: 'granted', answeredBy: 'an' }));
    wants.insert(want({ id: 'xin-4', tenantId: 'xa-b' }));
    const ids = (found: readonly PriorityWant[]) => found.map(({ id }) => id);
    expect(ids(wants.open(['xa-a'], 9))).toEqual(['xin-2', 'xin-1']);
    expect(ids(wants.open(['xa-a', 'xa-b'], 1))).toEqual(['xin-4']);
    expect(wants.open([], 9)).toEqual([]);
    expect(ids(wants.askedBy('lan', 2))).toEqual(['xin-4', 'xin-3']);
    expect(ids(wants.openOf(bulletin().id))).toEqual(['xin-1', 'xin-2', 'xin-4']);
  });
});
