// Links to the plan over real rows: who may make them, what they tell, and what they never tell.
// It must never know iCalendar: test/http/feeds.test.ts does.
import { describe, expect, test } from 'vitest';
import type { FeedEvent } from '../../src/services/feeds/feeds-door.ts';
import { sounded } from './public-steps.ts';
import { actions, approved, liveCommune, scheduled, sentAiring, written } from './steps.ts';
import { commune, NOON, person, type World, world } from './world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SEVENTEEN = { every: 'day' as const, step: 1 };

async function place() {
  const at = world();
  return { at, place: await liveCommune(at) };
}
type Place = Awaited<ReturnType<typeof place>>['place'];

function linkOf(at: World, by: Place, kind: 'commune' | 'speaker' = 'commune') {
  const id = kind === 'commune' ? by.id : (by.boxes[0]?.siteId ?? '');
  const made = at.house.services.feeds.make(by.operator, { kind, id });
  const token = /\/feeds\/([A-Za-z0-9_-]{22})\.ics$/.exec(made.url)?.[1] ?? '';
  return { ...made, token, read: () => at.house.services.feeds.read({ token }).events };
}
const titles = (events: readonly FeedEvent[]) => events.map(({ title }) => title);

/** At 17:00 every day, from the day of the test on. */
const daily = {
  kind: 'repeat' as const,
  days: SEVENTEEN,
  at: [17 * 3_600],
  seasons: [],
  fromDay: '2026-12-05',
  untilDay: null,
  special: { holiday: 'as-usual' as const, mourning: 'as-usual' as const },
  replaceWith: null,
};

describe('a link', () => {
  test('is made by whoever sees the plan, kept as a hash, and leaves a line in the audit', async () => {
    const { at, place: by } = await place();
    const { feed, url, token } = linkOf(at, by);
    expect(url).toBe(`http://vangxa.test/feeds/${token}.ics`);
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(feed).toMatchObject({ kind: 'commune', name: 'Xã xa-a', madeBy: 'Cán bộ xa-a-truc' });
    const row = at.deps.store.feeds.get(feed.id);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(actions(at)[0]).toBe('feed.create');
    expect(at.house.services.feeds.list(by.author)).toEqual([feed]);
  });

  test('of another commune, of a village, of no pole cannot be made, and is not listed', async () => {
    const { at, place: by } = await place();
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const other = commune(at, person(at, 'tinh', ['administrator', province]), 'xa-b');
    const { feeds } = at.house.services;
    linkOf(at, by);
    const make = (kind: 'commune' | 'speaker', id: string) => () =>
      feeds.make(other.operator, { kind, id });
    expect(make('commune', by.id)).toThrow(/missing/);
    expect(make('speaker', by.boxes[0]?.siteId ?? '')).toThrow(/missing/);
    expect(make('commune', other.villages[0] ?? '')).toThrow(/missing/);
    expect(make('speaker', 'khong-co')).toThrow(/missing/);
    expect(feeds.list(other.operator)).toEqual([]);
  });

  test('revoked and never made are the same, and a revoked one is gone at once', async () => {
    const { at, place: by } = await place();
    const { feeds } = at.house.services;
    const { feed, token, read } = linkOf(at, by);
    expect(read()).toEqual([]);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const stranger = commune(at, person(at, 'tinh', ['administrator', province]), 'xa-b').operator;
    expect(() => feeds.end(stranger, { feedId: feed.id })).toThrow(/missing/);
    feeds.end(by.author, { feedId: feed.id });
    expect(actions(at)[0]).toBe('feed.end');
    const said = [token, 'A'.repeat(22), ''].map((one) => {
      try {
        feeds.read({ token: one });
      } catch (error) {
        return JSON.stringify(error);
      }
      return 'read';
    });
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('missing');
  });

  test('ends with the account that made it, and sees no more than that account may', async () => {
    const { at, place: by } = await place();
    const { read } = linkOf(at, by);
    expect(read()).toEqual([]);
    const { accounts } = at.deps.store;
    accounts.setDisabled(by.operator.accountId, NOON);
    expect(read).toThrow(/missing/);
    accounts.setDisabled(by.operator.accountId, null);
    expect(read()).toEqual([]);
    for (const grant of accounts.grants(by.operator.accountId)) accounts.dropGrant(grant);
    expect(read).toThrow(/missing/);
  });

  test('is one of two hundred of a commune at most', async () => {
    const { at, place: by } = await place();
    for (let n = 0; n < 200; n += 1) linkOf(at, by);
    expect(() => linkOf(at, by)).toThrow(/too-many-feeds/);
  });

  test('says when it was last read, an hour apart', async () => {
    const { at, place: by } = await place();
    const { feed, read } = linkOf(at, by);
    const seen = () => at.deps.store.feeds.get(feed.id)?.readAtMs;
    read();
    expect(seen()).toBe(NOON);
    at.clock.move(HOUR_MS / 2);
    read();
    expect(seen()).toBe(NOON);
    at.clock.move(HOUR_MS / 2);
    read();
    expect(seen()).toBe(NOON + HOUR_MS);
  });
});

describe('what a link tells', () => {
  test('is sixty days of what is approved, each occurrence under the same name for ever', async () => {
    const { at, place: by } = await place();
    const bulletin = await approved(at, by);
    const schedule = scheduled(at, by, { bulletin, rule: daily });
    const { read } = linkOf(at, by);
    const events = read();
    expect(events).toHaveLength(60);
    const [first] = events;
    expect(first).toEqual({
      uid: `${schedule.id}-${NOON + 5 * HOUR_MS}@vangxa`,
      title: 'Tiêm chủng',
      where: 'ban-1, ban-2',
      says: null,
      startMs: NOON + 5 * HOUR_MS,
      endMs: NOON + 5 * HOUR_MS + 24_000,
      sequence: 0,
      isCancelled: false,
      changedMs: NOON,
    });
    at.clock.move(DAY_MS);
    expect(read()[0]?.uid).toBe(events[1]?.uid);
  });

  test('is the two thousand nearest to now where there are more, and says so', async () => {
    const { at, place: by } = await place();
    const bulletin = await approved(at, by);
    const minutely = { ...daily, at: Array.from({ length: 40 }, (_, n) => 17 * 3_600 + n * 60) };
    for (let n = 0; n < 5; n += 1) scheduled(at, by, { bulletin, rule: minutely });
    const { token } = linkOf(at, by);
    const calendar = at.house.services.feeds.read({ token });
    expect([calendar.events.length, calendar.nearest]).toEqual([2_000, 2_000]);
  });

  test('takes away what was called off, and tells what was moved, under the same name', async () => {
    const { at, place: by } = await place();
    const { schedules } = at.house.services;
    const bulletin = await approved(at, by);
    const { id: scheduleId } = scheduled(at, by, { bulletin, rule: daily });
    const { read } = linkOf(at, by);
    const [first, second] = read();
    at.clock.move(HOUR_MS);
    const [slot1, slot2] = [NOON + 5 * HOUR_MS, NOON + 5 * HOUR_MS + DAY_MS];
    const reason = 'Mất điện';
    schedules.except(by.operator, {
      ...{ scheduleId, slotMs: slot1, change: { kind: 'cancel' }, reason },
    });
    const toMs = slot2 + HOUR_MS;
    schedules.except(by.operator, {
      ...{ scheduleId, slotMs: slot2, change: { kind: 'move', toMs }, reason },
    });
    const [gone, moved, third] = read();
    expect(gone).toMatchObject({ uid: first?.uid, isCancelled: true, sequence: 3_600 });
    expect(moved).toMatchObject({ uid: second?.uid, isCancelled: false, startMs: toMs });
    expect(moved?.sequence).toBe(3_600);
    expect(moved?.changedMs).toBe(NOON + HOUR_MS);
    expect(third?.sequence).toBe(0);
  });

  test('takes away what was stopped on its way', async () => {
    const { at, place: by } = await place();
    const bulletin = await approved(at, by);
    scheduled(at, by, { bulletin, rule: { kind: 'once', atMs: NOON + 50_000 } });
    const airingId = await sentAiring(at);
    const [coming] = linkOf(at, by).read();
    expect(coming).toMatchObject({ isCancelled: false, says: null });
    await at.house.services.airings.cancel(by.operator, { airingId });
    // another link, so that the first one's minute need not pass
    const [stopped] = linkOf(at, by).read();
    expect(stopped).toMatchObject({ uid: coming?.uid, isCancelled: true, says: null });
    expect(stopped?.sequence).toBeGreaterThan(coming?.sequence ?? 0);
  });

  test('is also what the province airs on this commune’s poles, and nothing of another commune', async () => {
    const { at, place: by } = await place();
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const other = commune(at, person(at, 'tinh', ['administrator', province]), 'xa-b');
    sounded(at, by, { title: 'Của tỉnh', airing: { tenantId: province, areaIds: [province] } });
    sounded(at, { id: other.id, boxes: [] }, { title: 'Của xã khác' });
    const events = linkOf(at, by).read();
    expect(titles(events)).toEqual(['Của tỉnh']);
    expect(events[0]).toMatchObject({
      where: 'Tỉnh Mường Thử',
      says: { vi: 'Đã phát ở 2/2 cụm loa.', en: 'Played at 2 of 2 speakers.' },
    });
  });

  test('is no draft and nothing out of hours', async () => {
    const { at, place: by } = await place();
    const draft = await written(at, by);
    at.house.services.bulletins.submit(by.author, { bulletinId: draft.id });
    scheduled(at, by, { bulletin: draft, rule: { kind: 'once', atMs: NOON + HOUR_MS } });
    expect(linkOf(at, by).read()).toEqual([]);
  });

  test('is two weeks of the past, with how it ended and why not', async () => {
    const { at, place: by } = await place();
    sounded(at, by, { title: 'Họp bản', verdicts: ['played', 'failed'] });
    sounded(at, by, { title: 'Nghe cả', minutesAgo: 60, verdicts: ['played', 'partly-played'] });
    sounded(at, by, { title: 'Chưa rõ', minutesAgo: 90, verdicts: ['played', null] });
    sounded(at, by, { title: 'Đã dừng', minutesAgo: 95, airing: { state: 'cancelled' } });
    sounded(at, by, { title: 'Cũ quá', minutesAgo: 15 * 24 * 60 });
    const events = linkOf(at, by).read();
    expect(titles(events)).toEqual(['Đã dừng', 'Chưa rõ', 'Nghe cả', 'Họp bản']);
    const [stopped, unknown, partly, failed] = events;
    expect(stopped).toMatchObject({ isCancelled: true });
    expect(unknown?.says).toEqual({
      vi: 'Đã phát ở 1/2 cụm loa, chờ kết quả của 1.',
      en: 'Played at 1 of 2 speakers, waiting for 1.',
    });
    expect(partly?.says?.vi).toMatch(/^Đã phát ở 1\/2 cụm loa, phát một phần ở 1\. Phát một phần/);
    expect(failed?.says?.vi).toMatch(/^Đã phát ở 1\/2 cụm loa\. Không phát được/);
  });

  test('never names a bulletin that names people', async () => {
    const { at, place: by } = await place();
    sounded(at, by, { title: 'Tìm cháu Vàng A Sử', personalData: true });
    const coming = await approved(at, by);
    at.deps.store.bulletins.update({ ...coming, personalData: true });
    scheduled(at, by, { bulletin: coming, rule: { kind: 'once', atMs: NOON + HOUR_MS } });
    expect(titles(linkOf(at, by).read())).toEqual(['Thông báo', 'Thông báo']);
  });

  test('nor what was written as the reason of a hush', async () => {
    const { at, place: by } = await place();
    const { airingId } = sounded(at, by, { verdicts: ['played', 'played'] });
    const siteId = by.boxes[0]?.siteId ?? '';
    const verdict = at.deps.store.airings.speaker(airingId, siteId)?.verdict;
    if (!verdict) throw new Error('no verdict to change');
    const detail = '16:00: tang lễ nhà ông Lò Văn A';
    const hushed = { kind: 'skipped-by-rule' as const, reason: 'hushed' as const, detail };
    at.deps.store.airings.putVerdict({ ...verdict, ...hushed, revision: verdict.revision + 1 });
    for (const kind of ['commune', 'speaker'] as const) {
      const [told] = linkOf(at, by, kind).read();
      expect(told?.says?.vi).toMatch(/Không phát: điểm loa đang tạm im\./);
      expect(told?.says?.vi).not.toContain('Lò Văn A');
    }
  });

  test('of one speaker is what is for its village, in the words of its own verdict', async () => {
    const { at, place: by } = await place();
    const bulletin = await approved(at, by);
    const [here = '', there = ''] = by.villages;
    scheduled(at, by, { bulletin, rule: daily, areaIds: [here] });
    scheduled(at, by, { bulletin, rule: { kind: 'once', atMs: NOON + HOUR_MS }, areaIds: [there] });
    scheduled(at, by, {
      bulletin,
      rule: { kind: 'once', atMs: NOON + 2 * HOUR_MS },
      areaIds: [by.id],
    });
    sounded(at, by, { title: 'Hôm qua', verdicts: ['failed', 'played'] });
    const events = linkOf(at, by, 'speaker').read();
    expect(events.slice(0, 3).map(({ startMs }) => (startMs - NOON) / HOUR_MS)).toEqual([
      -0.5, 2, 5,
    ]);
    expect(events[0]?.says?.vi).toMatch(/^Không phát được/);
  });

  test('is put together once a minute, however often it is asked for', async () => {
    const { at, place: by } = await place();
    const { read } = linkOf(at, by);
    expect(read()).toEqual([]);
    sounded(at, by, { title: 'Vừa xong' });
    expect(read()).toEqual([]);
    at.clock.move(60_000);
    expect(titles(read())).toEqual(['Vừa xong']);
  });
});
