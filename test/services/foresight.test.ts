// Conflicts of a wish, coming times of a bulletin, and where things are used, over real rows.
// It must never check whose turn it is, nor when a rule fires.
import { beforeEach, expect, test } from 'vitest';
import type { Bulletin } from '../../src/domain/model.ts';
import type { ScheduleWish } from '../../src/services/door.ts';
import { approved, liveCommune, scheduled, written } from './steps.ts';
import { type Commune, commune, NOON, person, type World, world } from './world.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const once = (atMs: number): ScheduleWish => ({ kind: 'once', atMs });
const daily: ScheduleWish = {
  ...{ kind: 'repeat', days: { every: 'day', step: 1 }, at: [17 * 3_600], seasons: [] },
  ...{ fromDay: '2026-12-05', untilDay: null, replaceWith: null },
  special: { holiday: 'as-usual', mourning: 'as-usual' },
};

let at: World;
let place: Awaited<ReturnType<typeof liveCommune>>;
let old: Bulletin;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
  old = await approved(at, place);
  await at.house.beat();
});
const conflicts = (of: { rule: ScheduleWish; areaIds?: string[]; exceptScheduleId?: string }) => {
  const { areaIds = [place.id], ...rest } = of;
  const wish = { bulletinId: old.id, areaIds, ...rest };
  return at.house.services.foresight.conflicts(place.operator, wish);
};

test('a commune’s wish meets a village’s schedule there, and is told how long it waits', async () => {
  const village = place.villages[0] ?? '';
  scheduled(at, place, { bulletin: old, rule: once(NOON + HOUR), areaIds: [village] });
  const found = await conflicts({ rule: once(NOON + HOUR) });
  expect(found.conflicts).toHaveLength(1);
  expect(found.conflicts[0]).toMatchObject({
    ...{ areaNames: ['ban-1'], siteNames: ['Loa loa-1'], rule: 'order-of-arrival', whose: 'wish' },
    with: { title: 'Tiêm chủng', playAtMs: NOON + HOUR },
  });
  expect(found.conflicts[0]?.says.vi).toMatch(
    /^Ở ban-1: bản tin này đợi 24 giây, phát lúc 13:00:24/,
  );
  expect(found.ways).toEqual([
    { kind: 'move', atMs: NOON + HOUR + MINUTE, shiftMs: MINUTE },
    { kind: 'ask-priority' },
  ]);
  expect(at.deps.store.schedules.active()).toHaveLength(1);
});

test('nothing is met where nothing is planned, and a wish for now is looked at too', async () => {
  scheduled(at, place, { bulletin: old, rule: once(NOON + 5 * HOUR) });
  const nothing = { conflicts: [], ways: [] };
  expect(await conflicts({ rule: once(NOON + HOUR) })).toEqual(nothing);
  expect(await conflicts({ rule: { kind: 'now' } })).toEqual(nothing);
  expect(await conflicts({ rule: { kind: 'cron', pattern: '0 9 30 2 *' } })).toEqual(nothing);
});

test('a schedule being changed does not meet itself', async () => {
  const { id } = scheduled(at, place, { bulletin: old, rule: daily });
  expect((await conflicts({ rule: daily, exceptScheduleId: id })).conflicts).toEqual([]);
  expect((await conflicts({ rule: daily })).conflicts[0]).toMatchObject({ times: 14 });
  const pattern = { kind: 'cron', pattern: '0 17 * * *' } as const;
  expect((await conflicts({ rule: pattern })).ways[0]).toMatchObject({
    kind: 'move',
    shiftMs: MINUTE,
  });
});

test('places of another commune are missing, and so is its bulletin', async () => {
  const admin = person(at, 'tinh', [
    'administrator',
    at.deps.store.areas.byCode('muong-thu')?.id ?? '',
  ]);
  const other = commune(at, admin, 'xa-b');
  const there = { rule: once(NOON + HOUR), areaIds: [other.id] };
  await expect(conflicts(there)).rejects.toThrow('missing');
  const ask = { bulletinId: old.id, areaIds: [place.id], rule: once(NOON + HOUR) };
  const theirs = at.house.services.foresight.conflicts(other.operator, ask);
  await expect(theirs).rejects.toThrow('missing');
});

const airtimes = (by: Commune, of: { cursor?: string | null; limit?: number } = {}) => {
  const { cursor = null, limit = 100 } = of;
  const asked = { bulletinId: old.id, cursor, limit };
  return at.house.services.foresight.airtimes(by.author, asked);
};

test('coming times are listed by village, with how many speakers are ready there', async () => {
  const [first, second] = place.boxes;
  await first?.hello({ policyCounter: 7 });
  // without a clock nothing begins: a rehearsal says so, and so does this
  await second?.hello({ policyCounter: 7, clockErrorMs: null });
  await at.house.beat();
  scheduled(at, place, { bulletin: old, rule: once(NOON + HOUR) });
  const { airtimes: found, next } = airtimes(place);
  expect(next).toBeNull();
  expect(
    found.map(({ areaName, playAtMs, hindrance, speakers }) => [
      areaName,
      playAtMs,
      hindrance,
      speakers.ready,
      speakers.faulty,
    ]),
  ).toEqual([
    ['ban-1', NOON + HOUR, null, 1, 0],
    ['ban-2', NOON + HOUR, null, 0, 1],
  ]);
});

test('a hush, a silent speaker, a pole without a box and a new box are told apart', async () => {
  const { hushes, sites } = at.house.services;
  scheduled(at, place, { bulletin: old, rule: once(NOON + HOUR) });
  hushes.begin(place.operator, {
    siteId: 'loa-1',
    untilMs: NOON + 2 * HOUR,
    reasonKind: 'funeral',
  });
  const areaId = place.villages[1] ?? '';
  sites.create(place.technician, { id: 'cot-trong', areaId, name: 'Cột trống' });
  sites.create(place.technician, { id: 'cot-moi', areaId, name: 'Cột mới' });
  sites.installUnit(place.technician, { siteId: 'cot-moi' });
  at.deps.store.incidents.open({
    ...{ id: 'sc-1', siteId: 'loa-2', tenantId: place.id, kind: 'silent', sinceMs: NOON },
    ...{ openedAtMs: NOON, closedAtMs: null, facts: {} },
  });
  await at.house.beat();
  const [first, second] = airtimes(place).airtimes;
  expect(first?.speakers).toMatchObject({ all: 1, hushed: 1, ready: 0 });
  expect(second?.speakers).toMatchObject({ all: 3, silent: 1, 'no-unit': 1, never: 1, ready: 0 });
});

test('a month of days is paged without losing or doubling one', () => {
  scheduled(at, place, { bulletin: old, rule: daily });
  const all = airtimes(place).airtimes;
  expect(all).toHaveLength(62);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = airtimes(place, { cursor, limit: 7 });
    seen.push(...page.airtimes.map(({ occurrenceId, areaId }) => `${occurrenceId} ${areaId}`));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toEqual(all.map(({ occurrenceId, areaId }) => `${occurrenceId} ${areaId}`));
});

const uses = (
  kind: 'clip' | 'bulletin' | 'lexicon' | 'template',
  id: string,
  areaId: string | null = null,
) => at.house.services.foresight.uses(place.author, { kind, id, areaId });

test('a bulletin is used by its schedules, in the place of others, and once instead', async () => {
  const other = await approved(at, place);
  const own = scheduled(at, place, { bulletin: old, rule: once(NOON + HOUR) });
  const instead = scheduled(at, place, {
    bulletin: other,
    rule: {
      ...daily,
      special: { holiday: 'replace', mourning: 'skip' },
      replaceWith: old.id,
    } as ScheduleWish,
  });
  at.deps.store.exceptions.put({
    ...{ scheduleId: instead.id, slotMs: NOON + 5 * HOUR, reason: 'lũ', byId: 'x', atMs: NOON },
    change: { kind: 'replace', bulletinId: old.id },
  });
  const found = await uses('bulletin', old.id);
  expect(found.whole).toBe(true);
  expect(found.uses.map(({ what, id }) => [what, id])).toEqual([
    ['schedule', own.id],
    ['replacement', instead.id],
    ['exception', instead.id],
  ]);
  const ofClip = await uses('clip', old.clipId ?? '');
  expect(ofClip.uses.map(({ what }) => what)).toContain('bulletin');
});

test('a word is found in documents and in bulletins written by hand', async () => {
  await written(at, place, { text: 'Mời bà con đến UBND xã.' });
  const found = await uses('lexicon', 'UBND', place.id);
  expect(found.uses.map(({ what, title }) => [what, title])).toEqual([['bulletin', 'Tiêm chủng']]);
});

test('a template is used by whoever stands for it', async () => {
  at.deps.store.standings.insert({
    ...{ id: 'dt-1', tenantId: place.id, templateId: 'hop-ban', templateHash: 'x', readingKey: '' },
    ...{ approverId: place.approver.accountId, emergency: false, accountIds: null },
    ...{ untilMs: NOON + HOUR, createdAtMs: NOON, endedAtMs: null },
  });
  const found = await uses('template', 'hop-ban', place.id);
  expect(found.uses).toMatchObject([{ what: 'standing', bulletinId: null }]);
});

test.each([
  ['a bulletin that is not there', 'bulletin', 'không-có', null],
  ['a sound that is not there', 'clip', 'không-có', null],
  ['a word of nobody', 'lexicon', 'UBND', null],
  ['a template of another commune', 'template', 'hop-ban', 'xa-khac'],
] as const)('%s is missing', async (_what, kind, id, areaId) => {
  await expect(uses(kind, id, areaId)).rejects.toThrow('missing');
});

test('a stranger learns nothing of a bulletin’s uses', async () => {
  const stranger = person(at, 'la');
  const ask = { kind: 'bulletin', id: old.id, areaId: null } as const;
  await expect(at.house.services.foresight.uses(stranger, ask)).rejects.toThrow('missing');
});
