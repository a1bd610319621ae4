// What came from the source system and what goes up to it comes back as it went in, on every database.
// It must never know SQL.
import { describe, expect, test } from 'vitest';
import type { OutboxLetter, RefusalRow } from '../../src/domain/source/source-model.ts';
import { bulletin, NOON } from '../domain/samples.ts';
import { row } from '../domain/source/source-samples.ts';
import { DIALECTS, furnish } from './dialects.ts';

const letter = (of: Partial<OutboxLetter> = {}): OutboxLetter => ({
  ...{ id: 'l-1', kind: 'ack', subject: 's', body: '{}', createdAtMs: NOON, dueAtMs: NOON },
  ...{ attempts: 0, lastError: null, state: 'waiting' },
  ...of,
});
const refusal = (id: string): RefusalRow => ({
  ...{ id, atMs: NOON, via: 'push', why: 'unsigned', place: null, externalId: 'TTN-1' },
  ...{ title: 'Giả', emergency: true, hash: 'ab', bytes: 3, contentType: 'application/json' },
});
const page = { beforeId: null, limit: 50 };

describe.each(DIALECTS)('$name', ({ open }) => {
  test('a revision comes back with its very bytes, once under its name', () => {
    const { incoming } = furnish(open());
    const raw = Buffer.from([0, 255, 10, 13]);
    const refused = { why: 'unknown-area', place: 'xa-z' } as const;
    const kept = row({ state: 'refused', refused, drill: true });
    incoming.insert(kept, raw);
    expect(incoming.get('i-1')).toEqual(kept);
    expect(Buffer.from(incoming.raw('i-1') ?? [])).toEqual(raw);
    expect([incoming.get('?'), incoming.raw('?')]).toEqual([null, null]);
    expect(() => incoming.insert(row({ id: 'i-2' }), raw)).toThrow(/UNIQUE/);
    const { source, externalId } = kept;
    expect(incoming.byRevision({ source, externalId, revision: 1 })?.id).toBe('i-1');
    expect(incoming.byRevision({ source, externalId, revision: 2 })).toBeNull();
    expect(incoming.byMessage({ source, messageId: 'TTN-1' })?.id).toBe('i-1');
  });

  test('a change touches the row and never the bytes', () => {
    const { incoming } = furnish(open());
    incoming.insert(row(), Buffer.from('x'));
    incoming.update(row({ state: 'aired', toldState: 'aired' }));
    expect(incoming.get('i-1')).toMatchObject({ state: 'aired', toldState: 'aired' });
    expect(Buffer.from(incoming.raw('i-1') ?? []).toString()).toBe('x');
    // but where it was refused and came again, put right
    incoming.update(row({ state: 'aired', hash: 'b' }), Buffer.from('y'));
    expect(Buffer.from(incoming.raw('i-1') ?? []).toString()).toBe('y');
    expect(incoming.open()).toEqual([]);
    expect(incoming.counts()).toEqual({ aired: 1 });
  });

  test('revisions come highest first, and a commune sees only what is for it', () => {
    const { incoming, incomingParts } = furnish(open());
    for (const revision of [2, 1, 3])
      incoming.insert(row({ id: `i-${revision}`, revision }), Buffer.from(''));
    const { source, externalId } = row();
    const found = incoming.revisions({ source, externalId });
    expect(found.map(({ revision }) => revision)).toEqual([3, 2, 1]);
    const { id: bulletinId } = bulletin();
    const place = { tenantId: 'xa-a', bulletinId, areaIds: ['ban-1'], order: 200, gives: null };
    const part = { incomingId: 'i-2', ...place };
    incomingParts.insert({ ...part, role: 'frame', byTrust: true });
    expect(incomingParts.of('i-2')).toEqual([{ ...part, role: 'frame', byTrust: true }]);
    expect(incomingParts.ofBulletin(bulletinId)?.incomingId).toBe('i-2');
    expect(incomingParts.ofBulletin('?')).toBeNull();
    const ids = (tenantIds: string[] | null) =>
      incoming.list({ tenantIds, ...page }).map(({ id }) => id);
    expect([ids(null), ids(['xa-a']), ids(['xa-b']), ids([])]).toEqual([
      ['i-3', 'i-2', 'i-1'],
      ['i-2'],
      [],
      [],
    ]);
    expect(incoming.list({ tenantIds: null, beforeId: 'i-2', limit: 1 })[0]?.id).toBe('i-1');
    expect(incoming.open()).toHaveLength(3);
  });

  test('of refusals the newest stay', () => {
    const { refusals } = furnish(open());
    for (const id of ['r-1', 'r-2', 'r-3'])
      refusals.insert(refusal(id), { raw: Buffer.from(id), kept: 2 });
    expect(refusals.list(page)).toEqual([refusal('r-3'), refusal('r-2')]);
    expect(refusals.list({ beforeId: 'r-3', limit: 1 })).toEqual([refusal('r-2')]);
    expect(Buffer.from(refusals.raw('r-3') ?? []).toString()).toBe('r-3');
    expect(refusals.raw('r-1')).toBeNull();
    expect(refusals.has({ hash: 'ab', why: 'unsigned' })).toBe(true);
    expect(refusals.has({ hash: 'ab', why: 'malformed' })).toBe(false);
  });

  test('letters of one subject go one after the other, others pass', () => {
    const { letters } = furnish(open());
    letters.insert(letter({ id: 'l-1', dueAtMs: NOON + 60_000 }));
    letters.insert(letter({ id: 'l-2' }));
    letters.insert(letter({ id: 'l-3', subject: 't', kind: 'airing-result' }));
    expect(letters.nextDue(NOON)?.id).toBe('l-3');
    expect(letters.nextDue(NOON - 1)).toBeNull();
    letters.wake(NOON);
    expect(letters.nextDue(NOON)?.id).toBe('l-1');
    letters.update(letter({ id: 'l-1', state: 'delivered' }));
    expect(letters.nextDue(NOON)?.id).toBe('l-2');
    expect(letters.waiting()).toEqual({
      ...{ count: 2, oldestMs: NOON, byKind: { ack: 1, 'airing-result': 1 } },
    });
    expect(letters.lastOf({ kind: 'ack', subject: 's' })?.id).toBe('l-2');
    expect(letters.list({ state: 'delivered', ...page })).toHaveLength(1);
    expect(letters.list({ state: null, beforeId: 'l-3', limit: 1 })[0]?.id).toBe('l-2');
  });

  test('results are found by their airing, and page by page by its time', () => {
    const { letters } = furnish(open());
    const kind = 'airing-result';
    for (const [n, about] of ['p-1', 'p-2', 'p-1'].entries())
      letters.insert(letter({ id: `l-${n}`, kind }), { id: about, atMs: NOON + n });
    letters.insert(letter({ id: 'l-9' }));
    const of = { kind, subject: 's', aboutId: 'p-1' } as const;
    expect(letters.lastAbout(of)).toEqual(letter({ id: 'l-2', kind }));
    expect(letters.lastAbout({ ...of, subject: 't' })).toBeNull();
    const page = (afterId: string, toMs = NOON + 9) =>
      letters.aboutSpan({ kind, fromMs: NOON, toMs, afterId, limit: 2 }).map(({ id }) => id);
    expect([page(''), page('l-1'), page('', NOON + 1)]).toEqual([['l-0', 'l-1'], ['l-2'], ['l-0']]);
    letters.update(letter({ id: 'l-2', kind, state: 'delivered' }));
    expect(letters.lastAbout(of)?.state).toBe('delivered');
  });

  test('what is too much or too old is dropped with its reason, and forgotten in the end', () => {
    const { letters } = furnish(open());
    expect(letters.waiting()).toEqual({ count: 0, oldestMs: null, byKind: {} });
    for (const [n, kind] of (['ack', 'speaker-status', 'ack'] as const).entries())
      letters.insert(letter({ id: `l-${n}`, kind, createdAtMs: NOON + n }));
    expect(letters.dropOldest({ kind: 'speaker-status', error: 'đầy', limit: 5 })).toBe(1);
    expect(letters.dropOldest({ kind: null, error: 'đầy', limit: 1 })).toBe(1);
    expect(letters.dropOlderThan({ createdBeforeMs: NOON + 9, error: 'cũ' })).toBe(1);
    const errors = letters.list({ state: 'dropped', ...page }).map(({ lastError }) => lastError);
    expect(errors).toEqual(['cũ', 'đầy', 'đầy']);
    expect(letters.prune({ beforeMs: NOON + 9, limit: 2 })).toBe(2);
    expect(letters.list({ state: null, ...page })).toHaveLength(1);
  });

  test('a trust is one for each key', () => {
    const store = furnish(open());
    const account = { name: 'an', fullName: 'An', disabledAtMs: null };
    store.accounts.insert({ id: 'tk-9', ...account });
    const trust = { keyId: 'khoa-1', approverId: 'tk-9', sinceMs: NOON };
    store.trusts.put(trust);
    store.trusts.put({ ...trust, sinceMs: NOON + 1 });
    expect(store.trusts.all()).toEqual([{ ...trust, sinceMs: NOON + 1 }]);
    store.trusts.drop('khoa-1');
    expect(store.trusts.all()).toEqual([]);
  });
});
