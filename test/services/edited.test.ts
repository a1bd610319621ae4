import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { actions, airings, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { NOON, ordersOn, until, type World, world } from './world.ts';

const MINUTE = 60_000;

/** A bulletin that plays two minutes after noon; the lead is one minute. */
async function planned(at: World) {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  const rule = { kind: 'once' as const, atMs: NOON + 2 * MINUTE };
  scheduled(at, place, { bulletin, rule });
  return { ...place, bulletin };
}

describe('the airing', () => {
  test('of what is changed in its lead is stopped; approved again, the new words are aired', async () => {
    const at = world();
    const { bulletin, author, approver, boxes } = await planned(at);
    at.clock.move(MINUTE);
    const old = await sentAiring(at);
    const { bulletins, airings: shown } = at.house.services;
    const bulletinId = bulletin.id;
    bulletins.edit(author, { bulletinId, title: 'Tên mới', text: 'Lời đã sửa cho đúng.' });
    expect(at.deps.store.airings.get(old)).toMatchObject({ state: 'cancelled' });
    expect(shown.get(author, { airingId: old }).airing.title).toBe(bulletin.title);
    expect(actions(at)).toContain('airing.cancel');
    const topic = topics.areaOrder('xa-a-ban-1');
    await until(() => ordersOn(at, topic).some(({ kind }) => kind === 'cancel'), 'the cancel');
    await until(() => at.deps.store.bulletins.get(bulletinId)?.state === 'ready', 'the sound');
    await pass(at, 1_000);
    expect(airings(at)).toHaveLength(1);
    bulletins.submit(author, { bulletinId });
    const clipId = at.deps.store.bulletins.get(bulletinId)?.clipId ?? '';
    const contentHash = at.deps.store.clips.get(clipId)?.contentHash ?? '';
    bulletins.approve(approver, { bulletinId, contentHash });
    const fresh = await sentAiring(at);
    expect(airings(at).map(({ id, state, title }) => [id, state, title])).toEqual([
      [old, 'cancelled', bulletin.title],
      [fresh, 'sent', 'Tên mới'],
    ]);
    // a box that slept through it all holds the old one: it is told to forget it, and given the new
    at.wire.said.length = 0;
    await boxes[0]?.hello({ holds: [old] });
    const own = topics.speakerOrder('loa-1');
    await until(() => ordersOn(at, own).filter(({ kind }) => kind !== 'policy').length === 2);
    expect(ordersOn(at, own)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'cancel', streamId: old }),
        expect.objectContaining({ kind: 'play', streamId: fresh }),
      ]),
    );
  });

  test('of what is changed while it sounds is stopped, and not begun again', async () => {
    const at = world();
    const { bulletin, author } = await planned(at);
    at.clock.move(MINUTE);
    const id = await sentAiring(at);
    await pass(at, MINUTE + 5_000);
    at.house.services.bulletins.edit(author, { bulletinId: bulletin.id, title: 'Khác' });
    await pass(at, MINUTE);
    await pass(at, 10 * MINUTE);
    expect(airings(at)).toMatchObject([{ id, state: 'cancelled', title: bulletin.title }]);
  });
});
