import { describe, expect, test } from 'vitest';
import { LETTERS_MAX } from '../../src/domain/source/letter-times.ts';
import { bytesOf, proofOf, written } from '../domain/source/source-samples.ts';
import {
  allSounded,
  beats,
  bulletinsOf,
  codeOf,
  lettersOf,
  looks,
  rowsOf,
  sourced,
} from './source-steps.ts';

const HOUR_MS = 3_600_000;
const gone = () => {
  throw new Error('ECONNREFUSED');
};
const DELIVERED = { lastError: null, state: 'delivered' } as const;
const page = { beforeId: null, limit: 100 };

describe('the outbox to the source system', () => {
  test('after three days of outage everything is told once, each bulletin’s letters in their order', async () => {
    const all = await sourced();
    const { at } = all;
    at.source.answers(gone);
    for (let n = 1; n <= 12; n += 1) {
      all.push({ externalId: `TTN-${n}` });
      if (n % 3 === 0) all.push({ externalId: `TTN-${n}`, revision: 2, does: 'cancel' });
      await looks(all, 8, 2_700_000);
    }
    expect(at.clock.planMs() - (rowsOf(all).at(-1)?.arrivedAtMs ?? 0)).toBeGreaterThan(
      70 * HOUR_MS,
    );
    expect(at.source.arrived()).toEqual([]);
    const waiting = at.house.services.source.view(all.head).letters;
    expect(waiting.byKind).toEqual({ ack: 16, 'speaker-status': 1 });
    at.source.answers(null);
    await looks(all, 30, 60_000);
    const acks = lettersOf(all, 'ack').map(({ externalId, state }) => `${externalId} ${state}`);
    expect(acks).toHaveLength(16);
    expect(new Set(acks).size).toBe(16);
    expect(acks.indexOf('TTN-3 accepted')).toBeLessThan(acks.indexOf('TTN-3 cancelled'));
    expect(at.house.services.source.view(all.head).letters.count).toBe(0);
  });

  test('a line that is down is not knocked at each second, and not once for every letter', async () => {
    const all = await sourced();
    all.at.source.answers(gone);
    for (let n = 0; n < 10; n += 1) all.push({ externalId: `TTN-${n}` });
    await looks(all, 600);
    expect(all.at.source.tried.length).toBeLessThan(12);
    expect(all.at.source.tried.length).toBeGreaterThan(3);
  });

  test('one letter that is not wanted is given up after five times and keeps no other', async () => {
    const all = await sourced();
    all.at.source.answers(() => {
      const last = all.at.source.tried.at(-1);
      const bad = last?.body.externalId === 'BAD';
      return bad ? { kind: 'refused', detail: 'HTTP 422' } : { kind: 'delivered' };
    });
    all.push({ externalId: 'BAD' });
    all.push({ externalId: 'GOOD' });
    await looks(all, 1);
    expect(lettersOf(all, 'ack')).toMatchObject([{ externalId: 'GOOD' }]);
    await looks(all, 40, 60_000);
    const { source } = all.at.house.services;
    const dropped = source.letters(all.head, { ...page, state: 'dropped' });
    expect(dropped).toMatchObject([{ kind: 'ack', attempts: 5, lastError: 'HTTP 422' }]);
    expect(dropped[0]).not.toHaveProperty('body');
  });

  test('an answer that was lost is the same letter again, by its own name', async () => {
    const all = await sourced();
    let lost = true;
    all.at.source.answers(() => {
      const first = lost;
      lost = false;
      return first ? { kind: 'later', detail: 'TIMEOUT' } : { kind: 'delivered' };
    });
    all.push();
    await looks(all, 30);
    const acks = all.at.source.tried.filter(({ kind }) => kind === 'ack');
    expect(acks.length).toBeGreaterThanOrEqual(1);
    expect(new Set(all.at.source.tried.map(({ id }) => id)).size).toBe(
      all.at.source.arrived().length,
    );
  });

  test('is bounded: the poles’ state goes first, then the oldest', async () => {
    const all = await sourced();
    const { letters } = all.at.deps.store;
    const put = (n: number, kind: 'ack' | 'speaker-status') =>
      letters.insert({
        ...{ id: `0-${String(n).padStart(6, '0')}`, kind, subject: `s-${n}`, body: '{}' },
        ...{ createdAtMs: n, dueAtMs: n, attempts: 0, lastError: null, state: 'waiting' },
      });
    all.at.deps.store.transaction(() => {
      for (let n = 0; n < LETTERS_MAX; n += 1) put(n, n < 5 ? 'speaker-status' : 'ack');
    });
    all.push();
    expect(letters.waiting()).toMatchObject({ count: LETTERS_MAX - 4 });
    expect(letters.waiting().byKind['speaker-status']).toBeUndefined();
  });

  test('what nobody could be told in thirty days is given up, and said so', async () => {
    const all = await sourced();
    all.at.source.answers(gone);
    all.push();
    await looks(all, 1);
    await looks(all, 32 * 2, 12 * HOUR_MS);
    const dropped = all.at.deps.store.letters.list({ ...page, state: 'dropped' });
    expect(dropped.some(({ kind }) => kind === 'ack')).toBe(true);
    expect(all.at.source.arrived()).toEqual([]);
  });

  test('never waits in a beat: a source system that hangs holds nothing up', async () => {
    const all = await sourced();
    const held: (() => void)[] = [];
    all.at.source.answers(
      () => new Promise((resolve) => held.push(() => resolve({ kind: 'delivered' }))),
    );
    all.push();
    for (let n = 0; n < 20; n += 1) await all.at.house.beat();
    expect(all.at.source.tried).toHaveLength(1);
    all.at.source.answers(null);
    for (const letGo of held) letGo();
    await all.at.house.source.idle();
    expect(lettersOf(all, 'ack')).toHaveLength(1);
  });

  test('nothing is written where no address is set', async () => {
    const all = await sourced();
    all.at.source.set({ reachable: false });
    all.push();
    await looks(all, 5);
    expect(all.at.deps.store.letters.waiting().count).toBe(0);
    expect(all.at.source.tried).toEqual([]);
  });
});

describe('what became of a bulletin', () => {
  const told = (all: Awaited<ReturnType<typeof sourced>>) =>
    lettersOf(all, 'ack').map(({ state, communes }) => {
      const [one] = communes as { state: string; reason: string | null }[];
      return [state, one?.state, one?.reason];
    });

  test('is told again when an approver returns it, and when it goes on after all', async () => {
    const all = await sourced();
    const { at, a } = all;
    const { bulletins } = at.house.services;
    all.push();
    await allSounded(all);
    const bulletinId = bulletinsOf(all)[0]?.id ?? '';
    bulletins.submit(a.author, { bulletinId });
    bulletins.sendBack(a.approver, { bulletinId, remark: 'Sai ngày.' });
    await beats(all, 3);
    bulletins.edit(a.author, { bulletinId, text: 'Ngày kia tiêm phòng dại cho chó, mèo.' });
    await allSounded(all);
    await beats(all, 3);
    expect(told(all)).toEqual([
      ['accepted', 'making', null],
      ['accepted', 'returned', 'Sai ngày.'],
      ['accepted', expect.stringMatching(/making|ready/u), null],
    ]);
  });

  test('is told when nobody approved it until it was no longer valid, once', async () => {
    const all = await sourced();
    const expiresAt = new Date(all.at.clock.planMs() + HOUR_MS).toISOString();
    all.push({ expiresAt });
    await allSounded(all);
    await looks(all, 3, HOUR_MS);
    await looks(all, 5, HOUR_MS);
    expect(told(all)).toEqual([
      ['accepted', 'making', null],
      ['accepted', 'expired', null],
    ]);
  });
});

describe('what goes up without being asked', () => {
  test('the poles every quarter of an hour: how many, and which are silent', async () => {
    const all = await sourced();
    await all.a.boxes[1]?.hello({ online: false });
    await beats(all, 1);
    const body = { communes: [{ areaCode: 'xa-a', speakers: 2, silent: ['loa-2'] }] };
    expect(lettersOf(all, 'speaker-status')).toMatchObject([body]);
    await looks(all, 14, 60_000);
    expect(lettersOf(all, 'speaker-status')).toHaveLength(1);
    await looks(all, 3, 60_000);
    expect(lettersOf(all, 'speaker-status')).toHaveLength(2);
  });

  test('a month, once, from the results that were told', async () => {
    const all = await sourced();
    const { at } = all;
    await looks(all, 1);
    expect(lettersOf(all, 'monthly-report')).toEqual([]);
    const counts = {
      played: 3,
      'partly-played': 0,
      'pre-empted': 0,
      'skipped-by-rule': 0,
      failed: 1,
    };
    const result = (airingId: string, playAt: string) =>
      JSON.stringify({ airingId, playAt, seconds: 90, communes: [{ areaCode: 'xa-a', counts }] });
    // of a whole province: the month before is kept as well, and this one is longer than a page
    const days = [
      ...Array.from({ length: 3_000 }, () => '2026-11-15T05:00:00Z'),
      ...Array.from({ length: 1_001 }, () => '2026-12-05T05:00:00Z'),
      ...['2026-12-31T16:59:00Z', '2026-12-31T17:00:00Z'],
    ];
    at.deps.store.transaction(() => {
      for (const [n, day] of days.entries()) {
        const [id, kind, subject] = [`r-${10_000 + n}`, 'airing-result', `airing:${n}`] as const;
        const times = { createdAtMs: at.clock.wallMs(), dueAtMs: 0, attempts: 0 };
        at.deps.store.letters.insert(
          { id, kind, subject, body: result(`p-${n}`, day), ...times, ...DELIVERED },
          { id: `p-${n}`, atMs: Date.parse(day) },
        );
      }
    });
    at.clock.move(Date.parse('2027-01-01T01:59:00+07:00') - at.clock.planMs());
    await looks(all, 1);
    expect(lettersOf(all, 'monthly-report')).toEqual([]);
    await looks(all, 3, 20 * 60_000);
    expect(lettersOf(all, 'monthly-report')).toEqual([
      {
        month: '2026-12',
        communes: [
          {
            ...{ areaCode: 'xa-a', airings: 1_002, minutes: 1_503 },
            counts: { ...counts, played: 3_006, failed: 1_002 },
          },
        ],
      },
    ]);
    await looks(all, 24, HOUR_MS);
    expect(lettersOf(all, 'monthly-report')).toHaveLength(1);
  });
});

describe('who may look', () => {
  test('a commune sees its own; refusals, letters and bytes are the province’s', async () => {
    const all = await sourced();
    const { at, a, head, provinceId } = all;
    const { source } = at.house.services;
    all.push();
    const [mine] = source.list(a.author, page);
    expect(mine?.parts).toHaveLength(1);
    const may = (who: typeof head) => source.view(who).may;
    expect(may(a.approver)).toEqual({ trust: false, refusals: false, raw: false });
    expect(may(head)).toEqual({ trust: true, refusals: true, raw: false });
    for (const act of [
      () => source.refusals(a.approver, page),
      () => source.letters(a.approver, { ...page, state: null }),
      () => source.raw(a.approver, { id: mine?.id ?? '' }),
    ])
      expect(codeOf(act)).toBe('missing');
    expect(codeOf(() => source.raw(head, { id: mine?.id ?? '' }))).toBe('not-your-role');
    const { person } = await import('./world.ts');
    const admin = person(at, 'qt', ['administrator', provinceId]);
    const body = bytesOf(written({ externalId: 'B' }));
    all.push({}, { body, proof: proofOf(all.key, body) });
    const [last] = source.list(head, page);
    expect(Buffer.from(source.raw(admin, { id: last?.id ?? '' }).bytes)).toEqual(body);
    expect(codeOf(() => source.raw(admin, { id: '?' }))).toBe('missing');
  });
});
