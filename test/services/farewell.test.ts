import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { actions, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { box, NOON, until, type World, world } from './world.ts';

const MINUTE = 60_000;
const incidents = (at: World) => actions(at).filter((action) => action.startsWith('incident.'));
/** empty retained messages on the topic of its status: the broker then keeps nothing */
const cleared = (at: World) =>
  at.wire
    .to(topics.report('loa-1', 'status'))
    .filter(({ payload, retain }) => retain && payload.length === 0).length;

async function swapped(at: World) {
  const place = await liveCommune(at);
  await at.house.beat();
  const areaId = place.villages[0] ?? '';
  const [old] = place.boxes;
  if (!old) throw new Error('a box');
  const fresh = box(at, { siteId: 'loa-1', areaId, by: place.technician });
  return { ...place, old, fresh };
}

describe('a unit that is lawfully gone', () => {
  test.each([
    ['its will, as it is put out', { online: false }, false],
    ['what the broker kept of it', { online: true }, true],
  ])('leaves %s: no incident, and the broker is told to forget it', async (_, said, retained) => {
    const at = world();
    const { old } = await swapped(at);
    await until(() => cleared(at) === 1, 'the first clearing');
    const status = at.deps.store.statuses.get('loa-1')?.status;
    if (!status) throw new Error('a status');
    await at.house.events.status('loa-1', { ...status, unitId: old.unitId, ...said }, retained);
    await until(() => cleared(at) === 2, 'the clearing of what came after');
    expect(incidents(at)).toEqual([]);
  });

  test('and speaks up is an incident', async () => {
    const at = world();
    const { old } = await swapped(at);
    await old.hello();
    expect(incidents(at)).toEqual(['incident.wrong-unit']);
  });

  test('does not take what the new one has said of itself along', async () => {
    const at = world();
    const { old, fresh } = await swapped(at);
    await until(() => cleared(at) === 1, 'the first clearing');
    await fresh.hello();
    await old.hello({ online: false });
    await at.house.stop();
    expect(cleared(at)).toBe(1);
    expect(incidents(at)).toEqual([]);
  });

  test('by another site’s name is an incident', async () => {
    const at = world();
    const { old } = await swapped(at);
    const status = at.deps.store.statuses.get('loa-1')?.status;
    if (!status) throw new Error('a status');
    await at.house.events.status('loa-2', { ...status, unitId: old.unitId, online: false });
    expect(incidents(at)).toEqual(['incident.wrong-unit']);
  });

  test('cleared without end is cleared twenty times a minute', async () => {
    const at = world();
    const { old } = await swapped(at);
    for (let n = 0; n < 100; n += 1) await old.hello({ online: false });
    await until(() => cleared(at) >= 20, 'the clearings');
    expect(cleared(at)).toBeLessThanOrEqual(21);
  });
});

test('a new unit that never came is not there because the old one was', async () => {
  const at = world();
  const place = await swapped(at);
  const bulletin = await approved(at, place);
  scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
  at.clock.move(MINUTE);
  const id = await sentAiring(at);
  await pass(at, 10 * MINUTE);
  expect(at.deps.store.airings.speaker(id, 'loa-1')?.verdict).toMatchObject({
    reason: 'offline',
    detail: 'never',
  });
  expect(at.deps.store.airings.speaker(id, 'loa-2')?.verdict?.reason).toBe('no-receipt');
});
