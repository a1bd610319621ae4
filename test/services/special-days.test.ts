// Days of mourning and feasts silence what is on its way; the plan is read by its hours, page by page.
// It must never know routes.
import { describe, expect, test } from 'vitest';
import { DAY, daily, HOUR, ONE, orders, type Stage, stage } from './calendar-stage.ts';
import { actions, airings, liveCommune, pass, sentAiring, written } from './steps.ts';
import { type Commune, NOON, person, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('days unlike others', () => {
  const today = {
    kind: 'mourning' as const,
    name: 'Quốc tang',
    fromDay: '2026-12-05',
    untilDay: '2026-12-05',
  };
  const skips = { special: { holiday: 'as-usual', mourning: 'skip' } } as const;
  const shown = (it: Stage) =>
    it.specialDays.list(it.place.author).filter(({ tenantId }) => tenantId !== null);

  test('a day of mourning declared today silences what is on its way, and taken back it airs', async () => {
    const it = await stage(skips);
    const { at, place, specialDays } = it;
    at.clock.move(HOUR - 40_000);
    const first = await sentAiring(at);
    const day = specialDays.add(place.operator, { areaId: place.id, ...today });
    expect(at.deps.store.airings.get(first)?.state).toBe('cancelled');
    await pass(at, 1_000);
    expect(orders(at)).toContainEqual(
      expect.objectContaining({ kind: 'cancel', streamId: first, reason: 'special-day' }),
    );
    specialDays.remove(place.operator, { dayId: day.id });
    await pass(at, 1_000);
    expect(airings(at).filter(({ state }) => state !== 'cancelled')).toMatchObject([
      { playAtMs: ONE },
    ]);
    expect(actions(at)).toEqual(expect.arrayContaining(['special-day.add', 'special-day.remove']));
  });

  test("the province's counts in its communes, which see it and may not change it", async () => {
    const it = await stage(skips);
    const { at, place, specialDays, plan } = it;
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province');
    const planner = person(at, 'tinh', ['planner', province?.id ?? '']);
    const { id: dayId } = specialDays.add(planner, { areaId: province?.id ?? '', ...today });
    expect(plan.list(place.operator, { hours: 3 }).occurrences).toEqual([]);
    expect(shown(it)).toMatchObject([{ id: dayId, mine: false, name: 'Quốc tang' }]);
    const change = { dayId, ...today, kind: 'holiday' as const };
    expect(() => specialDays.change(place.operator, change)).toThrow(code('missing'));
    specialDays.change(planner, change);
    expect(plan.list(place.operator, { hours: 3 }).occurrences).toMatchObject([
      { special: 'Quốc tang' },
    ]);
  });

  test.each<[string, Partial<typeof today>, string]>([
    ['without a name', { name: ' \u200b ' }, 'special-day-name'],
    ['on 31 February', { fromDay: '2027-02-31' }, 'no-such-day'],
    ['of the wrong year', { untilDay: '2027-12-05' }, 'special-day-long'],
  ])('a day %s is refused', async (_, of, wanted) => {
    const it = await stage();
    const add = () =>
      it.specialDays.add(it.place.operator, { areaId: it.place.id, ...today, ...of });
    expect(add).toThrow(code(wanted));
    expect(shown(it)).toEqual([]);
  });

  test("the country's come with the product, for everybody to see and nobody to change", async () => {
    const it = await stage();
    const { at, place, specialDays } = it;
    const tet = specialDays.list(place.author).find(({ id }) => id === 'vn-2027-tet');
    expect(tet).toMatchObject({ tenantId: null, fromDay: '2027-02-05', mine: false });
    expect(() => specialDays.remove(place.operator, { dayId: 'vn-2027-tet' })).toThrow(
      code('country-day'),
    );
    expect(() => specialDays.remove(place.operator, { dayId: 'khong-co' })).toThrow(
      code('missing'),
    );
    expect(() => specialDays.add(place.author, { areaId: place.id, ...today })).toThrow(
      code('not-your-role'),
    );
    for (let n = 0; n < 100; n += 1)
      at.deps.store.specialDays.put({ id: `d${n}`, tenantId: place.id, ...today });
    const more = () => specialDays.add(place.operator, { areaId: place.id, ...today });
    expect(more).toThrow(code('limit-reached'));
  });
});

test('a plan is asked for by its hours, page by page, and never for a year at once', async () => {
  const it = await stage();
  const { place, plan } = it;
  const week = { fromMs: NOON, toMs: NOON + 7 * DAY, cursor: null };
  expect(plan.list(place.operator, week).occurrences).toHaveLength(7);
  const rest = plan.list(place.operator, {
    ...week,
    cursor: `${ONE + DAY}~${it.schedule.id}@${ONE + DAY}`,
  });
  expect(rest.occurrences).toHaveLength(5);
  const cursor = `${ONE + DAY}~${it.schedule.id}@${ONE + DAY}`;
  // by hours alone it goes on in the same way, also when now has moved past it
  expect(plan.list(place.operator, { hours: 96, cursor }).occurrences).toHaveLength(2);
  it.at.clock.move(DAY + 2 * HOUR);
  expect(plan.list(place.operator, { hours: 48, cursor }).occurrences).toHaveLength(2);
  it.at.clock.move(DAY);
  expect(() => plan.list(place.operator, { hours: 48, cursor })).toThrow(code('bad-cursor'));
  it.at.clock.move(-2 * DAY - 2 * HOUR);
  for (const [wish, wanted] of [
    [{ ...week, toMs: NOON + 400 * DAY }, 'bad-span'],
    [{ ...week, toMs: NOON }, 'bad-span'],
    [{ ...week, cursor: 'x' }, 'bad-cursor'],
    [{ ...week, cursor: '1~a' }, 'bad-cursor'],
  ] as const)
    expect(() => plan.list(place.operator, wish)).toThrow(code(wanted));
});

test('an emergency may air once and never repeat, and "now" that waits is in the plan of today only', async () => {
  const at = world();
  const place: Commune = await liveCommune(at);
  const bulletin = await written(at, place, { priority: 'emergency' });
  const { schedules, plan } = at.house.services;
  const wish = { bulletinId: bulletin.id, areaIds: place.villages };
  expect(() => schedules.create(place.operator, { ...wish, rule: daily() })).toThrow(
    code('emergency-repeats'),
  );
  schedules.create(place.operator, { ...wish, rule: { kind: 'now' } });
  const span = { cursor: null, fromMs: NOON + DAY, toMs: NOON + 2 * DAY };
  expect(plan.list(place.operator, span).occurrences).toEqual([]);
  expect(plan.list(place.operator, { ...span, fromMs: NOON - HOUR }).occurrences).toHaveLength(1);
});
