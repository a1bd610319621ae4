// What is given, what ends and what is chosen comes back as it went in, and is counted in one pass.
// It must never know SQL.
import { describe, expect, test } from 'vitest';
import type { OpenedStore } from '../../src/db/store.ts';
import type { Assignment, AssignmentPart } from '../../src/domain/assign/assign-model.ts';
import { airing, bulletin, NOON, schedule, verdict } from '../domain/samples.ts';
import { addAiring, DIALECTS, furnish } from './dialects.ts';
import { document, part } from './document-samples.ts';

const assignment = (of: Partial<Assignment> = {}): Assignment => ({
  ...{ id: 'giao-1', tenantId: 'tinh', bulletinId: bulletin().id, title: 'Đốt nương 😀' },
  ...{ leastAirings: 3, dueAtMs: NOON + 5, note: null, givenBy: 'tac-gia', givenAtMs: NOON },
  ...{ withdrawnAtMs: null, ...of },
});
const given = (of: Partial<AssignmentPart> = {}): AssignmentPart => ({
  ...{ assignmentId: 'giao-1', communeId: 'xa-a', areaIds: ['ban-1', 'ban-2'], answer: 'waiting' },
  ...{ reason: null, answeredBy: null, answeredAtMs: null, remindedAtMs: null, ...of },
});

describe.each(DIALECTS)('$name', ({ open }) => {
  const withPeople = (): OpenedStore => {
    const store = furnish(open());
    const account = { name: 'tac-gia', fullName: 'Tác giả', disabledAtMs: null };
    store.accounts.insert({ id: 'tac-gia', ...account });
    return store;
  };

  test('what was given comes back by id, by giver and by commune, newest first', () => {
    const { assignments } = withPeople();
    const both = [given(), given({ communeId: 'xa-b', areaIds: ['xa-b'] })];
    assignments.insert(assignment(), both);
    const second = { assignmentId: 'giao-2' };
    assignments.insert(assignment({ id: 'giao-2', note: 'Gấp' }), [given(second)]);
    expect(assignments.get('giao-1')).toEqual(assignment());
    expect(assignments.get('?')).toBeNull();
    expect(assignments.parts(['giao-1'])).toEqual(both);
    const list = (tenantIds: string[], beforeId: string | null = null, limit = 9) =>
      assignments.list({ tenantIds, beforeId, limit }).map(({ id }) => id);
    expect(list(['tinh'])).toEqual(['giao-2', 'giao-1']);
    expect(list(['xa-b'])).toEqual(['giao-1']);
    expect(list(['xa-a'], 'giao-2')).toEqual(['giao-1']);
    expect(list(['xa-a'], null, 1)).toEqual(['giao-2']);
    expect([list([]), list(['nowhere']), assignments.parts([])]).toEqual([[], [], []]);
  });

  test('an answer is kept as a whole row, and decides what may be placed', () => {
    const { assignments } = withPeople();
    assignments.insert(assignment(), [given()]);
    const of = { bulletinId: bulletin().id, communeId: 'xa-a' };
    expect(assignments.givenTo(of).map(({ id }) => id)).toEqual(['giao-1']);
    expect(assignments.givenTo({ ...of, communeId: 'xa-b' })).toEqual([]);
    const declined = given({
      ...{ answer: 'declined', reason: 'Chưa có loa', answeredBy: 'tac-gia' },
      ...{ answeredAtMs: NOON, remindedAtMs: NOON - 1 },
    });
    assignments.putPart(declined);
    expect(assignments.part('giao-1', 'xa-a')).toEqual(declined);
    expect(assignments.part('giao-1', 'xa-b')).toBeNull();
    expect(assignments.givenTo(of)).toEqual([]);
    assignments.putPart(given({ answer: 'accepted' }));
    assignments.setDue('giao-1', NOON + 9);
    expect(assignments.givenTo(of)).toEqual([assignment({ dueAtMs: NOON + 9 })]);
    assignments.withdraw('giao-1', NOON);
    expect([assignments.givenTo(of), assignments.openOfBulletin(of.bulletinId)]).toEqual([[], []]);
    // who was given it once may still hear what it was
    expect(assignments.hasPart({ bulletinId: of.bulletinId, communeIds: ['xa-a'] })).toBe(true);
    expect(assignments.hasPart({ bulletinId: of.bulletinId, communeIds: ['xa-b'] })).toBe(false);
    expect(assignments.hasPart({ bulletinId: of.bulletinId, communeIds: [] })).toBe(false);
  });

  test('what was aired is counted by airing: speakers, and of these whole', () => {
    const store = withPeople();
    addAiring(store, airing());
    store.airings.putVerdict(verdict({ siteId: 'loa-1', kind: 'played' }));
    store.airings.putVerdict(verdict({ siteId: 'loa-2', kind: 'partly-played' }));
    addAiring(store, airing({ id: 'phat-2', occurrenceId: 'x', playAtMs: airing().playAtMs + 9 }));
    const { airedOf } = store.assignments;
    const bulletinIds = [bulletin().id];
    const { playAtMs, tenantId, bulletinId } = airing();
    expect(airedOf({ bulletinIds, sinceMs: playAtMs })).toEqual([
      { bulletinId, tenantId, playAtMs, speakers: 2, whole: 1 },
      { bulletinId, tenantId, playAtMs: playAtMs + 9, speakers: 2, whole: 0 },
    ]);
    expect(airedOf({ bulletinIds, sinceMs: playAtMs + 10 })).toEqual([]);
    expect(airedOf({ bulletinIds: [], sinceMs: 0 })).toEqual([]);
  });

  test('an end is due once, and another end of the same part is news', () => {
    const store = furnish(open());
    store.documents.insert(document());
    store.parts.insert(part(), null as never);
    const place = { documentId: 'vb-1', position: 1 };
    const from = { fromId: 'vb-1', fromPosition: 1 };
    const end = { ...place, ...from, tenantId: 'xa-a', endMs: NOON, kind: 'draft' } as const;
    const { endings } = store;
    endings.put(end);
    expect(endings.due(NOON - 1)).toEqual([]);
    const [due] = endings.due(NOON);
    expect(due).toEqual({ ...end, toldAtMs: null });
    if (due) endings.setTold(due, NOON + 1);
    endings.put(end);
    expect([endings.due(NOON + 9), endings.of('vb-1')[0]?.toldAtMs]).toEqual([[], NOON + 1]);
    endings.put({ ...end, kind: 'repealed' });
    expect(endings.due(NOON)).toHaveLength(1);
    endings.dropFrom(place);
    expect(endings.of('vb-1')).toEqual([]);
    const copies = (number: string, tenantIds = ['xa-a']) => endings.copies({ number, tenantIds });
    expect(copies('Số: 09/QĐ – UBND')).toEqual([{ ...place, tenantId: 'xa-a' }]);
    expect([copies('không số'), copies('9/QĐ-UBND', []), copies('10/QĐ')]).toEqual([[], [], []]);
    expect(endings.confirmed()).toEqual([]);
  });

  test('what was heard is counted by village, at these tenants’ sites alone', () => {
    const store = furnish(open());
    addAiring(store, airing(), 4);
    addAiring(store, airing({ id: 'phat-2', occurrenceId: 'x', playAtMs: NOON + 7 }), 4);
    for (const siteId of ['loa-1', 'loa-b'])
      store.airings.putVerdict(verdict({ siteId, kind: 'played' }));
    const partly = { airingId: 'phat-2', siteId: 'loa-1', kind: 'partly-played' } as const;
    store.airings.putVerdict(verdict(partly));
    store.airings.putVerdict(verdict({ siteId: 'loa-2', kind: 'failed' }));
    const bulletinIds = [bulletin().id];
    const heardIn = (tenantIds: string[]) => store.endings.heardIn({ bulletinIds, tenantIds });
    const lastAtMs = Math.max(airing().playAtMs, NOON + 7);
    expect(heardIn(['xa-a'])).toEqual([{ areaId: 'ban-1', airings: 2, speakers: 1, lastAtMs }]);
    expect(heardIn(['xa-a', 'xa-b']).map(({ areaId }) => areaId)).toEqual(['ban-1', 'ban-b1']);
    expect(heardIn([])).toEqual([]);
    expect(store.endings.heardIn({ bulletinIds: [], tenantIds: ['xa-a'] })).toEqual([]);
  });

  test('who mentions a number is found, whatever signs it holds', () => {
    const store = furnish(open());
    store.bulletins.insert(bulletin({ id: 'tin-9', title: 'Họp', text: 'Theo 27_a%/QĐ hôm nay' }));
    const find = (number: string, of: { exceptIds?: string[]; tenantIds?: string[] } = {}) =>
      store.endings.mentioning({ number, tenantIds: ['xa-a'], exceptIds: [], ...of });
    expect(find('27_a%/QĐ')).toEqual([{ id: 'tin-9', title: 'Họp' }]);
    expect(find('27%QĐ')).toEqual([]);
    expect(find('27_a%/QĐ', { exceptIds: ['tin-9'] })).toEqual([]);
    expect(find('27_a%/QĐ', { tenantIds: ['xa-b'] })).toEqual([]);
    expect(find('27_a%/QĐ', { tenantIds: [] })).toEqual([]);
  });

  test('a correction comes back with where it is to be heard', () => {
    const store = furnish(open());
    store.documents.insert(document());
    const place = { documentId: 'vb-1', position: 1 };
    const correction = { ...place, bulletinId: bulletin().id, areaIds: ['ban-1'], madeAtMs: NOON };
    store.corrections.insert(correction);
    expect(store.corrections.of(place)).toEqual([correction]);
    expect(store.corrections.get(bulletin().id)).toEqual(correction);
    expect(store.corrections.get('?')).toBeNull();
    expect(store.bulletins.ofDocument('vb-1')).toEqual([]);
  });

  test('an order is kept by commune and occurrence; a line is left once, until it is forgotten', () => {
    const store = furnish(open());
    const row = {
      ...{ tenantId: 'xa-a', occurrenceId: 's@1', playAtMs: NOON, place: 1 },
      ...{ decidedBy: null, decidedAtMs: null, askedAtMs: NOON - 9 },
    };
    const { precedences, hinderedLines } = store;
    precedences.put(row);
    precedences.put({ ...row, decidedBy: 'tk-1', decidedAtMs: NOON - 5 });
    const key = { tenantId: 'xa-a', occurrenceId: 's@1' };
    expect(precedences.get(key)).toMatchObject({ decidedBy: 'tk-1', place: 1 });
    expect(precedences.get({ ...key, tenantId: 'xa-b' })).toBeNull();
    precedences.prune(NOON + 1);
    expect(precedences.get(key)).toBeNull();
    expect(precedences.scheduleIds()).toEqual([]);
    store.bulletins.insert(bulletin({ id: 'uu-tien', priority: 'priority' }));
    store.schedules.insert(schedule({ id: 's-9', bulletinId: 'uu-tien' }));
    expect(precedences.scheduleIds()).toEqual(['s-9']);
    const tries = [1, 2].map((atMs) => hinderedLines.insert('s@1', atMs));
    hinderedLines.prune(2);
    expect([...tries, hinderedLines.insert('s@1', 3)]).toEqual([true, false, true]);
  });
});
