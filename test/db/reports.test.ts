// Reports, public pages and what sounded come back as they went in, on every database.
// It must never know SQL.
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/public/report.ts';
import { airing, bulletin, clip, NOON, verdict } from '../domain/samples.ts';
import { addAiring, DIALECTS, furnish } from './dialects.ts';

const report = (of: Partial<Report> = {}): Report => ({
  id: 'p-1',
  tenantId: 'xa-a',
  number: 'K7M29QXP',
  airingId: null,
  areaId: 'ban-1',
  siteId: 'loa-1',
  kind: 'noise',
  text: 'Ồn quá 😀',
  count: 1,
  firstAtMs: NOON,
  lastAtMs: NOON,
  state: 'new',
  answer: null,
  answeredBy: null,
  answeredAtMs: null,
  answerPublic: false,
  textPublic: false,
  ...of,
});

describe.each(DIALECTS)('$name', ({ open }) => {
  test('a commune’s word on its page comes back, and only open pages are listed', () => {
    const { publicPages } = furnish(open());
    expect(publicPages.get('xa-a')).toBeNull();
    publicPages.put({ areaId: 'xa-a', open: true, phone: '0212 3852 047' });
    expect(publicPages.open()).toEqual([{ areaId: 'xa-a', open: true, phone: '0212 3852 047' }]);
    publicPages.put({ areaId: 'xa-a', open: false, phone: null });
    expect(publicPages.get('xa-a')).toEqual({ areaId: 'xa-a', open: false, phone: null });
    expect(publicPages.open()).toEqual([]);
  });

  test('a report comes back by id and by number, changed as a whole row', () => {
    const { reports } = furnish(open());
    reports.insert(report());
    const answered = report({
      ...{ count: 3, state: 'answered', answer: 'Đã vặn nhỏ', answeredBy: 'tk-1' },
      ...{ answeredAtMs: NOON + 5, answerPublic: true, textPublic: true },
    });
    expect(reports.get('p-1')).toEqual(report());
    reports.update(answered);
    expect(reports.byNumber('K7M29QXP')).toEqual(answered);
    expect([reports.get('?'), reports.byNumber('?')]).toEqual([null, null]);
  });

  test('two reports of one number are refused', () => {
    const { reports } = furnish(open());
    reports.insert(report());
    expect(() => reports.insert(report({ id: 'p-2' }))).toThrow(/UNIQUE/);
  });

  test('the same words are found again until they are answered or too old', () => {
    const { reports } = furnish(open());
    reports.insert(report());
    const same = { ...report(), sinceMs: NOON - 1 };
    expect(reports.alike(same)?.id).toBe('p-1');
    expect(reports.alike({ ...same, sinceMs: NOON + 1 })).toBeNull();
    for (const other of [
      { text: 'khác' },
      { kind: 'wrong' as const },
      { areaId: null },
      { siteId: null },
      { tenantId: 'xa-b' },
    ])
      expect(reports.alike({ ...same, ...other })).toBeNull();
    reports.update(report({ state: 'answered' }));
    expect(reports.alike(same)).toBeNull();
  });

  test('lists are one’s own, newest first, by state and page', () => {
    const { reports } = furnish(open());
    for (const [n, state] of (['new', 'seen', 'answered', 'new'] as const).entries())
      reports.insert(report({ id: `p-${n}`, number: `N${n}`, state }));
    reports.insert(report({ id: 'p-9', number: 'N9', tenantId: 'xa-b' }));
    const ids = (of: { states?: Report['state'][]; beforeId?: string; limit?: number }) =>
      reports
        .list({
          tenantIds: ['xa-a'],
          states: of.states ?? ['new', 'seen'],
          beforeId: of.beforeId ?? null,
          limit: of.limit ?? 10,
        })
        .map(({ id }) => id);
    expect(ids({})).toEqual(['p-3', 'p-1', 'p-0']);
    expect(ids({ limit: 1 })).toEqual(['p-3']);
    expect(ids({ beforeId: 'p-1' })).toEqual(['p-0']);
    expect(ids({ states: ['answered'] })).toEqual(['p-2']);
    expect(ids({ states: [] })).toEqual([]);
    expect(reports.list({ tenantIds: [], states: ['new'], beforeId: null, limit: 1 })).toEqual([]);
    expect(reports.counts(['xa-a'])).toEqual({ new: 2, seen: 1, answered: 1 });
    expect(reports.counts([])).toEqual({ new: 0, seen: 0, answered: 0 });
  });

  test('what is forgotten is old and was looked at: never what nobody has seen', () => {
    const { reports } = furnish(open());
    for (const [n, state] of (['new', 'seen', 'answered', 'seen'] as const).entries())
      reports.insert(report({ id: `p-${n}`, number: `N${n}`, state }));
    expect(reports.forgetOldest({ tenantId: 'xa-a', limit: 2 })).toBe(2);
    expect(reports.counts(['xa-a'])).toEqual({ new: 1, seen: 1, answered: 0 });
    expect(reports.get('p-3')).not.toBeNull();
  });

  test('answers that stand on the page: public ones of this tenant, newest first', () => {
    const { reports } = furnish(open());
    const answered = (n: number, of: Partial<Report> = {}) =>
      reports.insert(
        report({
          ...{ id: `p-${n}`, number: `N${n}`, state: 'answered', answer: `trả lời ${n}` },
          ...{ answeredAtMs: NOON + n, answerPublic: true, ...of },
        }),
      );
    answered(1);
    answered(2);
    answered(3, { answerPublic: false });
    answered(4, { tenantId: 'xa-b' });
    const shown = reports.answered({ tenantId: 'xa-a', sinceMs: NOON, limit: 5 });
    expect(shown.map(({ id }) => id)).toEqual(['p-2', 'p-1']);
    expect(reports.answered({ tenantId: 'xa-a', sinceMs: NOON + 2, limit: 5 })).toHaveLength(1);
  });

  test('what sounded is counted by village, with what was said', () => {
    const store = furnish(open());
    addAiring(store, airing({ id: 'phat-1', clipId: clip().id }));
    const week = { tenantId: 'xa-a', fromMs: 0, toMs: airing().playAtMs + 1 };
    const sums = () =>
      store.heard.places(week).map((p) => [p.areaId, p.speakers, p.played, p.partly]);
    const before = sums();
    expect(before.length).toBeGreaterThan(0);
    for (const [, , played, partly] of before) expect([played, partly]).toEqual([0, 0]);
    store.airings.putVerdict(verdict({ airingId: 'phat-1', siteId: 'loa-1', kind: 'played' }));
    store.airings.putVerdict(
      verdict({ airingId: 'phat-1', siteId: 'loa-2', kind: 'partly-played' }),
    );
    const of = (column: 2 | 3) => sums().reduce((sum, row) => sum + Number(row[column]), 0);
    expect([of(2), of(3)]).toEqual([1, 1]);
    expect(store.heard.places({ ...week, toMs: airing().playAtMs })).toEqual([]);
    expect(store.heard.places({ ...week, tenantId: 'xa-b' })).toEqual([]);
    expect(store.heard.placesOf({ tenantId: 'xa-a', airingId: 'phat-1' })).toHaveLength(
      before.length,
    );
    const [facts] = store.heard.facts(['phat-1']);
    expect(facts).toMatchObject({
      ...{ id: 'phat-1', title: airing().title, cancelled: false, personalData: false },
      ...{ sentences: clip().sentences, source: null },
    });
    expect(store.heard.facts([])).toEqual([]);
  });

  test('a stopped airing and a marked bulletin say so', () => {
    const store = furnish(open());
    addAiring(store, airing({ id: 'phat-1', state: 'cancelled' }));
    store.bulletins.update(bulletin({ personalData: true }));
    expect(store.heard.facts(['phat-1'])).toMatchObject([{ cancelled: true, personalData: true }]);
  });
});
