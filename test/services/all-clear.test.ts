// "Hết khẩn cấp": the emergencies of a commune end with signed orders, the rest goes on, people are told.
import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { MINUTE } from './poles.ts';
import { actions, airings, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { NOON, ordersOn, person, until, type World, world } from './world.ts';

const cancelsOn = (at: World, code: string) =>
  ordersOn(at, topics.areaOrder(code)).filter(({ kind }) => kind === 'cancel');

/** An emergency that has gone out, over a programme of the same minute. */
async function alarmed(at: World) {
  const place = await liveCommune(at);
  const usual = await approved(at, place);
  scheduled(at, place, { bulletin: usual, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
  at.clock.move(MINUTE);
  const programme = await sentAiring(at);
  const flood = await approved(at, place, { text: 'Nước lũ đang về.', priority: 'emergency' });
  const { id: scheduleId } = scheduled(at, place, { bulletin: flood, rule: { kind: 'now' } });
  const emergency = () => airings(at).find(({ priority }) => priority === 'emergency');
  await until(() => {
    void at.house.beat();
    at.clock.move(100);
    return emergency()?.state === 'sent';
  }, 'the emergency to be sent');
  return { ...place, programme, flood, scheduleId, emergencyId: emergency()?.id ?? '' };
}

describe('an all-clear', () => {
  test('ends the emergency by a signed order and leaves the programme alone', async () => {
    const at = world();
    const { operator, id, programme, emergencyId } = await alarmed(at);
    const given = at.house.services.airings.allClear(operator, { areaId: id, reason: 'nước rút' });
    expect(given).toMatchObject({
      ...{ airings: 1, airingIds: [emergencyId], titles: ['Tiêm chủng'], broker: 'connected' },
    });
    await until(() => cancelsOn(at, 'xa-a-ban-1').length > 0, 'the order');
    expect(cancelsOn(at, 'xa-a-ban-1')).toMatchObject([
      { streamId: emergencyId, reason: 'all-clear' },
    ]);
    const state = (airingId: string) => at.deps.store.airings.get(airingId)?.state;
    expect([state(emergencyId), state(programme)]).toEqual(['cancelled', 'sent']);
    expect(actions(at)).toContain('airing.all-clear');
    const [line] = at.deps.store.audit
      .list({ tenantIds: null, beforeId: null, limit: 500 })
      .filter(({ action }) => action === 'airing.all-clear');
    expect(JSON.parse(line?.detail ?? '{}')).toMatchObject({
      ...{ airings: [emergencyId], reason: 'nước rút' },
    });
  });

  test('is told to people, by title and as a drill where it was one', async () => {
    const at = world();
    const { operator, id } = await alarmed(at);
    at.house.services.airings.allClear(operator, { areaId: id });
    expect(at.happened).toContainEqual({
      ...{ kind: 'all-clear', tenantId: id, byName: 'Cán bộ xa-a-truc' },
      ...{ titles: ['Tiêm chủng'], drill: false, airings: 1 },
    });
  });

  test('ends what it would be said again, and is nothing twice', async () => {
    const at = world();
    const { operator, id, scheduleId, flood, ...place } = await alarmed(at);
    const later = { kind: 'once', atMs: at.clock.planMs() + 60 * MINUTE } as const;
    const { id: again } = scheduled(
      at,
      { operator, id, ...place },
      { bulletin: flood, rule: later },
    );
    at.house.services.airings.allClear(operator, { areaId: id });
    const endedAt = (schedule: string) => at.deps.store.schedules.get(schedule)?.endedAtMs;
    expect([endedAt(scheduleId), endedAt(again)]).not.toContain(null);
    expect(() => at.house.services.airings.allClear(operator, { areaId: id })).toThrow(
      expect.objectContaining({ code: 'no-emergency' }),
    );
    await pass(at, 20_000);
    const emergencies = airings(at).filter(({ priority }) => priority === 'emergency');
    expect(emergencies.map(({ state }) => state)).toEqual(['cancelled']);
  });

  test('also ends what was approved in this very moment, before anything was made of it', async () => {
    const at = world();
    const place = await liveCommune(at);
    const flood = await approved(at, place, { text: 'Nước lũ về.', priority: 'emergency' });
    const { id } = scheduled(at, place, { bulletin: flood, rule: { kind: 'now' } });
    const given = at.house.services.airings.allClear(place.operator, { areaId: place.id });
    expect(given).toMatchObject({ airings: 0, airingIds: [], titles: [] });
    expect(at.deps.store.schedules.get(id)?.endedAtMs).toBe(NOON);
    await pass(at, 20_000);
    expect(airings(at)).toEqual([]);
  });

  test('of a drill ends no alarm: where both are open it is said which', async () => {
    const at = world();
    const { operator, id, emergencyId, ...place } = await alarmed(at);
    const practice = { text: 'Diễn tập cháy rừng.', priority: 'emergency', drill: true } as const;
    const bulletin = await approved(at, { ...place, operator, id }, practice);
    scheduled(at, { ...place, operator, id }, { bulletin, rule: { kind: 'now' } });
    const drill = () => airings(at).find((one) => one.drill);
    await until(() => {
      void at.house.beat();
      at.clock.move(100);
      return drill()?.state === 'sent';
    }, 'the drill');
    const { allClear } = at.house.services.airings;
    expect(() => allClear(operator, { areaId: id })).toThrow(
      expect.objectContaining({ code: 'drill-and-real' }),
    );
    const state = () => [drill()?.state, at.deps.store.airings.get(emergencyId)?.state];
    expect(state()).toEqual(['sent', 'sent']);
    expect(allClear(operator, { areaId: id, drill: true })).toMatchObject({ airings: 1 });
    expect(state()).toEqual(['cancelled', 'sent']);
    // a drill approved in this very moment is no part of the real one's end
    const again = await approved(at, { ...place, operator, id }, practice);
    const soon = scheduled(
      at,
      { ...place, operator, id },
      { bulletin: again, rule: { kind: 'now' } },
    );
    expect(allClear(operator, { areaId: id })).toMatchObject({ airingIds: [emergencyId] });
    expect(at.deps.store.schedules.get(soon.id)?.endedAtMs).toBeNull();
  });

  test('says so when the broker is away, and goes out when it is back', async () => {
    const at = world();
    const { operator, id } = await alarmed(at);
    at.wire.cut();
    const given = at.house.services.airings.allClear(operator, { areaId: id });
    expect(given.broker).toBe('waiting');
    expect(given.sentence.vi).toContain('CHƯA gửi được');
    at.wire.mend();
    await until(() => cancelsOn(at, 'xa-a-ban-1').length > 0, 'the order');
  });

  test('is for a commune or a province, by whoever may stop, and nobody else’s', async () => {
    const at = world();
    const { operator, technician, villages, id } = await alarmed(at);
    const { airings: doors } = at.house.services;
    const refused = (by: typeof operator, areaId: string) => {
      try {
        doors.allClear(by, { areaId });
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refused(operator, villages[0] ?? '')).toBe('not-a-commune');
    expect(refused(technician, id)).toBe('not-your-role');
    const stranger = person(at, 'la');
    expect(refused(stranger, id)).toBe('missing');
    expect(airings(at).some(({ state }) => state === 'cancelled')).toBe(false);
  });
});
