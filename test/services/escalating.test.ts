// An airing whose beginning must not be missed unnoticed: who is told, of what, and how often.
import { describe, expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { MINUTE } from './poles.ts';
import { actions, airings, approved, liveCommune, pass, sentAiring } from './steps.ts';
import { NOON, until, type World, world } from './world.ts';

const AT = NOON + 2 * MINUTE;

/** Two loudspeakers to sound at the second minute. */
async function planned(at: World, missed: 'escalate' | 'join' = 'escalate') {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  at.house.services.schedules.create(place.operator, {
    ...{ bulletinId: bulletin.id, areaIds: place.villages },
    rule: { kind: 'once', atMs: AT },
    air: { ...USUAL_RULES, missed: { kind: missed } },
  });
  at.clock.move(MINUTE);
  const streamId = await sentAiring(at);
  const taken = (siteId: string, event: string) =>
    until(
      () => at.deps.store.receipts.of(streamId, siteId).some((one) => one.event === event),
      event,
    );
  for (const box of place.boxes) await box.receipt({ event: 'stored', streamId });
  for (const { siteId } of place.boxes) await taken(siteId, 'stored');
  return { ...place, bulletin, streamId, taken };
}
/** The half minute after its time, and the looks of it. */
async function afterwards(at: World) {
  at.clock.move(AT - at.clock.planMs() + 20_000);
  await pass(at, 6_000);
  expect(missedIn(at)).toEqual([]);
  await pass(at, 6_000);
  await pass(at, 6_000);
}
const missedIn = (at: World) => at.happened.filter(({ kind }) => kind === 'airing-missed');

describe('half a minute after its time', () => {
  test('nobody is told where all began in time, or wait for their turn', async () => {
    const at = world();
    const { boxes, streamId, taken } = await planned(at);
    at.clock.move(AT - at.clock.planMs());
    await boxes[0]?.receipt({ event: 'started', streamId });
    await taken(boxes[0]?.siteId ?? '', 'started');
    await afterwards(at);
    expect(missedIn(at)).toEqual([]);
  });

  test('people are told of who began late and who is away, once', async () => {
    const at = world();
    const { boxes, streamId, taken, bulletin, id } = await planned(at);
    at.clock.move(AT - at.clock.planMs());
    await boxes[0]?.receipt({ event: 'started', streamId, startErrorMs: 9_000 });
    await taken(boxes[0]?.siteId ?? '', 'started');
    await boxes[1]?.hello({ online: false });
    await afterwards(at);
    expect(missedIn(at)).toEqual([
      {
        ...{ kind: 'airing-missed', tenantId: id, bulletinId: bulletin.id, title: 'Tiêm chủng' },
        ...{ airingId: streamId, playAtMs: AT, missed: 2, speakers: 2 },
      },
    ]);
    expect(actions(at)).toContain('service.beginning-missed');
    for (let n = 0; n < 4; n += 1) await pass(at, 6_000);
    expect(missedIn(at)).toHaveLength(1);
  });

  test('nobody is told where the schedule does not ask for it', async () => {
    const at = world();
    const { boxes } = await planned(at, 'join');
    for (const box of boxes) await box.hello({ online: false });
    await afterwards(at);
    expect(missedIn(at)).toEqual([]);
  });

  test('nor of what a person stopped', async () => {
    const at = world();
    const { boxes, streamId, operator } = await planned(at);
    for (const box of boxes) await box.hello({ online: false });
    await at.house.services.airings.cancel(operator, { airingId: streamId });
    await afterwards(at);
    expect(missedIn(at)).toEqual([]);
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
  });
});

test('terms of a schedule reach the manifest, and the usual ones cost no byte of it', async () => {
  const at = world();
  const { streamId } = await planned(at);
  expect(orderOf(at, streamId).air).toMatchObject({ missed: { kind: 'escalate' }, order: 0 });
  const usual = world();
  const { streamId: plain } = await planned(usual, 'join');
  expect(orderOf(usual, plain)).not.toHaveProperty('air');
});

function orderOf(at: World, airingId: string): Record<string, unknown> {
  const bytes = at.deps.store.airings.get(airingId)?.orderBytes ?? new Uint8Array();
  return JSON.parse(Buffer.from(bytes.subarray(76)).toString('utf8'));
}
