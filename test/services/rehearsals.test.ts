// Rehearsals over real rows: asked for, kept, made by themselves in the evening, and held against what came.
// It must never check what a fault is called: the domain's own tests do.
import { beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '../../src/domain/vietnam-time.ts';
import { nextEvening } from '../../src/services/rehearsal/evenings.ts';
import { KEPT } from '../../src/services/rehearsal/rehearsals.ts';
import { actions, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { commune, NOON, person, until, type World, world } from './world.ts';

const HOUR = 3_600_000;
const MIDNIGHT = NOON + 12 * HOUR;
/** Its airing is made and sent at the next beats. */
const SOON = NOON + 70_000;
const EVENING = NOON + 8 * HOUR;

let at: World;
let place: Awaited<ReturnType<typeof liveCommune>>;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
  await at.house.beat();
});
const tomorrow = () => ({ tenantId: place.id, fromMs: MIDNIGHT, toMs: MIDNIGHT + DAY_MS });
const make = (span = tomorrow()) => at.house.services.rehearsals.make(place.operator, span);
const silent = (siteId: string) =>
  at.deps.store.incidents.open({
    ...{ id: `sc-${siteId}`, siteId, tenantId: place.id, kind: 'silent', sinceMs: NOON - HOUR },
    ...{ openedAtMs: NOON, closedAtMs: null, facts: {} },
  });
/** A hello says that it holds its hours. */
async function holdPolicy() {
  for (const box of place.boxes) await box.hello({ policyCounter: 7 });
  await at.house.beat();
}
async function planned(atMs: number) {
  const bulletin = await approved(at, place);
  return scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
}

test('all well: so many airings at so many speakers were played through', async () => {
  await holdPolicy();
  await planned(MIDNIGHT + 17 * HOUR);
  const made = await make();
  expect(made).toMatchObject({ occurrences: 1, speakers: 2, pairs: 2, found: 0, findings: [] });
  expect(made).toMatchObject({ by: 'Cán bộ xa-a-truc', came: null, tenantName: 'Xã xa-a' });
  expect(actions(at)).toContain('rehearsal.make');
});

test('what will fail is listed with its remedy, and stays as it was found', async () => {
  await holdPolicy();
  await planned(MIDNIGHT + 17 * HOUR);
  silent('loa-2');
  const { id, findings } = await make();
  expect(findings.map(({ says, remedy }) => `${says.vi} ${remedy.vi}`)).toEqual([
    'Loa Loa loa-2 im từ 11:00 hôm nay: 1 lượt phát sẽ không nghe được ở đây. Cử người kiểm tra nguồn và mạng trước 17:00 ngày mai.',
  ]);
  const kept = at.house.services.rehearsals.get(place.author, { rehearsalId: id });
  expect(kept.findings).toEqual(findings);
  expect(at.house.services.rehearsals.list(place.author)).toMatchObject([{ id, found: 1 }]);
});

test('a box that was never told its hours plays nothing, and is found', async () => {
  await planned(MIDNIGHT + 17 * HOUR);
  const { findings } = await make();
  expect(findings.map(({ fault }) => fault)).toEqual(['no-policy', 'no-policy']);
});

test('what was stopped does not come any more', async () => {
  await holdPolicy();
  const schedule = await planned(SOON);
  const id = await sentAiring(at);
  at.deps.store.airings.setState(id, 'cancelled');
  const made = await make({ tenantId: place.id, fromMs: NOON, toMs: MIDNIGHT });
  expect(made).toMatchObject({ occurrences: 0 });
  expect(at.deps.store.airings.ofSchedule(schedule.id)).toHaveLength(1);
});

test('what was sent and is not held is found', async () => {
  await holdPolicy();
  await planned(SOON);
  await sentAiring(at);
  const { findings } = await make({ tenantId: place.id, fromMs: NOON, toMs: MIDNIGHT });
  expect(findings.map(({ fault }) => fault)).toEqual(['stream-missing', 'stream-missing']);
});

test.each([
  ['over before it begins', { fromMs: MIDNIGHT, toMs: MIDNIGHT }],
  ['longer than a week', { fromMs: MIDNIGHT, toMs: MIDNIGHT + 7 * DAY_MS + 1 }],
  ['past', { fromMs: NOON - 2 * HOUR, toMs: NOON }],
])('a span that is %s is refused', async (_what, span) => {
  await expect(make({ tenantId: place.id, ...span })).rejects.toThrow(/bad-span|in-the-past/);
});

test('one at a time', async () => {
  await holdPolicy();
  await planned(MIDNIGHT + 17 * HOUR);
  const [first, second] = await Promise.allSettled([make(), make()]);
  expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
  await make();
});

test('another commune’s rehearsal is missing, and it may not be asked for', async () => {
  const { id } = await make();
  const root = at.deps.store.areas.byCode('muong-thu')?.id ?? '';
  const other = commune(at, person(at, 'tinh', ['administrator', root]), 'xa-b');
  const { rehearsals } = at.house.services;
  expect(() => rehearsals.get(other.author, { rehearsalId: id })).toThrow('missing');
  expect(rehearsals.list(other.author)).toEqual([]);
  expect(rehearsals.list(place.author, { tenantId: other.id })).toEqual([]);
  await expect(rehearsals.make(other.operator, tomorrow())).rejects.toThrow('missing');
});

test('a month of them is kept', async () => {
  for (let n = 0; n < KEPT + 2; n += 1) await make();
  expect(at.house.services.rehearsals.list(place.author)).toHaveLength(KEPT);
});

test('at eight in the evening tomorrow is played through by itself, once, and planners are told', async () => {
  await holdPolicy();
  await planned(MIDNIGHT + 17 * HOUR);
  silent('loa-2');
  await at.house.beat();
  await pass(at, 8 * HOUR - 1_000);
  expect(at.house.services.rehearsals.list(place.author)).toEqual([]);
  await pass(at, 1_000);
  await pass(at, 1_000);
  const [evening, ...rest] = at.house.services.rehearsals.list(place.author);
  expect(rest).toEqual([]);
  expect(evening).toMatchObject({ by: null, fromMs: MIDNIGHT, toMs: MIDNIGHT + DAY_MS });
  const told = at.happened.filter(({ kind }) => kind === 'rehearsal-found');
  expect(told).toEqual([
    {
      ...{ kind: 'rehearsal-found', tenantId: place.id, rehearsalId: evening?.id },
      ...{ found: evening?.found, title: expect.stringMatching(/^Loa loa-/), fromMs: MIDNIGHT },
    },
  ]);
});

test('an evening when all is well is kept and tells nobody', async () => {
  await at.house.beat();
  await pass(at, 8 * HOUR);
  expect(at.house.services.rehearsals.list(place.author)).toMatchObject([{ found: 0 }]);
  expect(at.happened.filter(({ kind }) => kind === 'rehearsal-found')).toEqual([]);
});

test('an evening slept through is made up for while its day is not over, then left', async () => {
  await at.house.beat();
  at.clock.move(10 * HOUR);
  const late = at.restart();
  await late.house.beat();
  expect(late.house.services.rehearsals.list(place.author)).toMatchObject([{ fromMs: MIDNIGHT }]);
  at.clock.move(4 * DAY_MS);
  await late.house.beat();
  expect(late.house.services.rehearsals.list(place.author)).toHaveLength(1);
});

test('the next evening is today’s until eight', () => {
  expect(nextEvening(NOON)).toBe(EVENING);
  expect(nextEvening(EVENING)).toBe(EVENING + DAY_MS);
});

test('once the day is over, what came of it is told beside it', async () => {
  await holdPolicy();
  await planned(SOON);
  silent('loa-2');
  const { id } = await make({ tenantId: place.id, fromMs: NOON, toMs: NOON + 3 * HOUR });
  const airingId = await sentAiring(at);
  at.clock.move(2 * 60_000);
  await place.boxes[0]?.receipt({ event: 'finished', streamId: airingId });
  const isPlayed = () =>
    at.deps.store.airings.speaker(airingId, 'loa-1')?.verdict?.kind === 'played';
  await until(isPlayed, 'the receipt to be taken');
  await pass(at, 3 * HOUR);
  const { came } = at.house.services.rehearsals.get(place.author, { rehearsalId: id });
  expect(came).toEqual({ pairs: 2, missed: 1, foreseen: 1, falseAlarms: 0 });
});
