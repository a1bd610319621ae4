// Airings, their speakers and verdicts: each occurrence once, each speaker one verdict, due when due.
// It must never know how an airing is sent.
import { describe, expect, test } from 'vitest';
import type { AirTerms } from '../../devices/protocol/index.ts';
import type { AiringState } from '../../src/domain/model.ts';
import { airing, at, bulletin, verdict } from '../domain/samples.ts';
import { addAiring, DIALECTS, furnish } from './dialects.ts';

const FIVE = at('2026-12-05', '17:00');
const CLOSE = airing().closeAtMs;
const another = (id: string, playAtMs: number) => airing({ id, playAtMs });
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe.each(DIALECTS)('$name', ({ open }) => {
  const withAiring = (state: AiringState = 'planned') => {
    const store = furnish(open());
    addAiring(store, airing({ state }));
    return store;
  };

  test('an airing comes back by id and by occurrence', () => {
    const { airings } = withAiring();
    expect(airings.get('phat-1')).toEqual(airing());
    expect(airings.byOccurrence(airing().occurrenceId)).toEqual(airing());
    expect([airings.get('?'), airings.byOccurrence('?')]).toEqual([null, null]);
  });

  test('an occurrence has one airing: the second is not made, nor its speakers', () => {
    const store = withAiring();
    expect(addAiring(store, airing({ id: 'phat-2' }), 3)).toBe(false);
    expect(store.airings.get('phat-2')).toBeNull();
    expect(store.airings.speakers('phat-2')).toEqual([]);
    expect(store.airings.speakers('phat-1')).toHaveLength(2);
  });

  test('an airing whose speakers cannot be written is not there either', () => {
    const store = furnish(open());
    const speakers = [
      { siteId: 'loa-1', unitId: 'may-1' },
      { siteId: '?', unitId: 'may-2' },
    ];
    expect(() => store.airings.insert(airing(), speakers)).toThrow(/FOREIGN KEY/);
    expect(store.airings.get('phat-1')).toBeNull();
  });

  test('its terms come back as they were, also in a list', () => {
    const store = furnish(open());
    const air: AirTerms = {
      ...{
        start: { kind: 'within', withinMs: 900_000 },
        missed: { kind: 'late', untilMs: 60_000 },
      },
      ...{ under: 'silent', order: 3, filler: true },
    };
    addAiring(store, airing({ air }));
    expect(store.airings.get('phat-1')?.air).toEqual(air);
    const span = { tenantIds: ['xa-a'], fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
    expect(store.airings.list(span).map((one) => one.air)).toEqual([air]);
  });

  test('the last of the same sound is one that went out, and another', () => {
    const store = furnish(open());
    const one = (id: string, state: AiringState, n: number) =>
      addAiring(store, airing({ ...another(id, FIVE + n), state, sendAtMs: n }));
    one('first', 'sent', 1);
    one('second', 'closed', 2);
    one('third', 'planned', 3);
    one('fourth', 'cancelled', 4);
    expect(store.airings.lastOfClip('clip-1', 'third')).toBe('second');
    expect(store.airings.lastOfClip('clip-1', 'second')).toBe('first');
    expect(store.airings.lastOfClip('clip-2', 'third')).toBeNull();
  });

  test('the signed order comes back byte for byte', () => {
    const { airings } = withAiring();
    const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);
    airings.setOrder('phat-1', bytes);
    expect(airings.get('phat-1')?.orderBytes).toEqual(bytes);
  });

  test('due to send: planned or on its way, its time come, soonest sent first', () => {
    const store = furnish(open());
    addAiring(store, another('later', FIVE + 60_000));
    addAiring(store, another('soon', FIVE));
    addAiring(store, airing({ ...another('going', FIVE - 60_000), state: 'sending' }));
    addAiring(store, airing({ ...another('gone', FIVE - 120_000), state: 'sent' }));
    addAiring(store, airing({ ...another('stopped', FIVE - 180_000), state: 'cancelled' }));
    expect(ids(store.airings.dueToSend(FIVE - 1_800_000))).toEqual(['going', 'soon']);
  });

  test.each<[AiringState, boolean]>([
    ['planned', true],
    ['sending', true],
    ['sent', true],
    ['cancelled', true],
    ['closed', false],
  ])('one that is %s and silent is due to close at its time: %s', (state, due) => {
    const { airings } = withAiring(state);
    expect(airings.dueToClose(CLOSE - 1)).toEqual([]);
    expect(ids(airings.dueToClose(CLOSE))).toEqual(due ? ['phat-1'] : []);
  });

  test.each<[AiringState, boolean]>([
    ['sent', true],
    ['cancelled', false],
  ])('one that is %s with every verdict in: due to close %s', (state, due) => {
    const { airings } = withAiring(state);
    airings.putVerdict(verdict({ siteId: 'loa-1' }));
    expect(airings.dueToClose(CLOSE)).toHaveLength(1);
    airings.putVerdict(verdict({ siteId: 'loa-2' }));
    expect(airings.dueToClose(CLOSE)).toHaveLength(due ? 1 : 0);
  });

  test.each<[AiringState, number, boolean]>([
    ['planned', FIVE, false],
    ['sending', FIVE, true],
    ['sent', CLOSE - 1, true],
    ['sent', CLOSE, false],
    ['closed', FIVE, false],
    ['cancelled', FIVE, false],
  ])('one that is %s at %d is open for its speakers: %s', (state, nowMs, isOpen) => {
    const { airings } = withAiring(state);
    expect(ids(airings.openForSite('loa-1', nowMs))).toEqual(isOpen ? ['phat-1'] : []);
    expect(airings.openForSite('loa-b', nowMs)).toEqual([]);
  });

  test('the list holds the tenants and the span asked for, in the order played', () => {
    const store = furnish(open());
    addAiring(store, another('b', FIVE + 60_000));
    addAiring(store, another('a', FIVE));
    addAiring(store, another('out', FIVE + 120_000));
    addAiring(store, airing({ ...another('theirs', FIVE + 1), tenantId: 'xa-b' }));
    const span = { fromMs: FIVE, toMs: FIVE + 120_000 };
    expect(ids(store.airings.list({ tenantIds: ['xa-a'], ...span }))).toEqual(['a', 'b']);
    expect(store.airings.list({ tenantIds: [], ...span })).toEqual([]);
    expect(ids(store.airings.ofSchedule('lich-1'))).toHaveLength(4);
  });

  test('a list does without the signed bytes', () => {
    const { airings } = withAiring();
    airings.setOrder('phat-1', new Uint8Array(9));
    const { orderBytes: _, ...brief } = airing();
    const [found] = airings.list({ tenantIds: ['xa-a'], fromMs: FIVE, toMs: FIVE + 1 });
    expect(found).toEqual(brief);
    expect(found).not.toHaveProperty('orderBytes');
  });

  test('an occurrence given back is aired once more, and never twice', () => {
    const store = withAiring('cancelled');
    const { occurrenceId } = airing();
    store.airings.freeOccurrence('phat-1', `${occurrenceId}-x`);
    expect(store.airings.byOccurrence(occurrenceId)).toBeNull();
    expect(addAiring(store, airing({ id: 'phat-2' }))).toBe(true);
    expect(addAiring(store, airing({ id: 'phat-3' }))).toBe(false);
    expect(ids(store.airings.openOfBulletin('bt-1'))).toEqual(['phat-2']);
  });

  test('a state changes alone', () => {
    const { airings } = withAiring();
    airings.setState('phat-1', 'closed');
    expect(airings.get('phat-1')).toEqual(airing({ state: 'closed' }));
  });

  test('each speaker of an airing has one verdict or none', () => {
    const { airings } = withAiring();
    const interruptions = [{ fromMs: 1, toMs: 2, byStreamId: 'khac', resumed: true }];
    const late = verdict({ interruptions, startErrorMs: null, revision: 1 });
    airings.putVerdict(verdict());
    airings.putVerdict(late);
    expect(airings.speakers('phat-1')).toEqual([
      { airingId: 'phat-1', siteId: 'loa-1', unitId: 'may-1', verdict: late },
      { airingId: 'phat-1', siteId: 'loa-2', unitId: 'may-2', verdict: null },
    ]);
    expect(airings.speaker('phat-1', 'loa-1')?.verdict).toEqual(late);
    expect(airings.speaker('phat-1', 'loa-2')?.verdict).toBeNull();
    expect(airings.speaker('phat-1', 'loa-b')).toBeNull();
  });

  test('a verdict for a speaker that had no part is refused', () => {
    const { airings } = withAiring();
    expect(() => airings.putVerdict(verdict({ siteId: 'loa-b' }))).toThrow(/FOREIGN KEY/);
  });

  test('the last verdict of a site is that of its last airing, with the title it had then', () => {
    const store = furnish(open());
    addAiring(store, another('old', FIVE - 60_000));
    addAiring(store, another('new', FIVE));
    store.bulletins.update(bulletin({ title: 'Đã sửa tên' }));
    expect(store.airings.lastVerdicts('loa-1', 1)).toEqual([]);
    store.airings.putVerdict(verdict({ airingId: 'new' }));
    store.airings.putVerdict(verdict({ airingId: 'old', givenAtMs: FIVE * 2 }));
    expect(store.airings.lastVerdicts('loa-1', 1)[0]).toEqual({
      ...verdict({ airingId: 'new' }),
      playAtMs: FIVE,
      title: 'Lịch tiêm chủng',
    });
  });
});
