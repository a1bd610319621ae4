import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { allSounded, beats, bulletinsOf, type Sourced, sourced } from './source-steps.ts';
import { airings } from './steps.ts';
import { ordersOn, until } from './world.ts';

const FLOOD = {
  ...{ priority: 'emergency', title: 'Xả lũ khẩn cấp', template: 'xa-lu' },
  text: 'Thủy điện Nậm Mu xả lũ từ 15 giờ. Bà con hạ lưu rời lòng suối ngay.',
};

async function trusting(): Promise<Sourced> {
  const all = await sourced();
  all.at.house.services.source.setTrust(all.head, { keyId: 'khoa-1', on: true });
  await beats(all, 2);
  return all;
}

/** Beats of a second until so many orders to play are on the wire of the commune. */
async function orders(all: Sourced, count: number) {
  const topic = topics.areaOrder('xa-a');
  const play = () => ordersOn(all.at, topic).filter(({ kind }) => kind === 'play');
  await until(() => {
    void all.at.house.beat();
    all.at.clock.move(250);
    return play().length >= count;
  }, `${count} orders`);
  return play();
}

describe('an all-clear while the full text is being made', () => {
  /** The frame is on the air, the text's sound not made yet. */
  async function framed(): Promise<{ all: Sourced; letGo(): void }> {
    const all = await trusting();
    await all.at.house.source.idle();
    const held = all.at.studio.hold();
    all.push(FLOOD);
    await orders(all, 1);
    return { all, letGo: held.letGo };
  }
  const clear = ({ at, a }: Sourced) =>
    at.house.services.airings.allClear(a.operator, { areaId: a.id, reason: 'nước đã rút' });

  test('holds: the text does not go out after it by itself, an approver is asked', async () => {
    const { all, letGo } = await framed();
    clear(all);
    letGo();
    await allSounded(all);
    await beats(all, 5);
    expect(airings(all.at).map(({ state }) => state)).toEqual(['cancelled']);
    const whole = bulletinsOf(all).find(({ text }) => text === FLOOD.text);
    expect(whole?.state).toBe('pending');
  });

  test('of an emergency before it says nothing of the next one', async () => {
    const { all, letGo } = await framed();
    clear(all);
    letGo();
    await allSounded(all);
    all.push({ ...FLOOD, externalId: 'TTN-2', title: 'Xả lũ lần hai', template: undefined });
    await allSounded(all);
    await beats(all, 5);
    const second = bulletinsOf(all).find(({ title }) => title === 'Xả lũ lần hai');
    expect(second?.state).toBe('approved');
  });
});
