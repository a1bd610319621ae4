import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { makeMakingQueue } from '../../src/services/bulletins/making-queue.ts';
import { liveCommune, TEXT } from './steps.ts';
import { commune, until, type World, world } from './world.ts';

const waiting = (id: string, urgent = false, fromSource = false) => ({
  ...{ id, tenantId: id.charAt(0), urgent, fromSource },
});
const room = (tenantId: string, urgent = false, fromSource = false) => ({
  ...{ tenantId, urgent, fromSource },
});

describe('whose sound is made next', () => {
  test('communes take turns, however long the line of one is', () => {
    const queue = makeMakingQueue();
    for (let n = 1; n <= 4; n += 1) queue.add(waiting(`a${n}`));
    queue.add(waiting('b1'));
    queue.add(waiting('b2'));
    const order = Array.from({ length: 7 }, () => queue.next()?.id);
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'a4', undefined]);
  });

  test('an emergency goes first, also one that became so by an edit while it waited', () => {
    const queue = makeMakingQueue();
    for (const id of ['a1', 'b1', 'c1']) queue.add(waiting(id));
    queue.add(waiting('c1', true));
    queue.add(waiting('d1', true));
    expect(queue.size()).toBe(4);
    expect([queue.next()?.id, queue.next()?.id, queue.next()?.id]).toEqual(['c1', 'd1', 'a1']);
  });

  test('a full line refuses what can wait; an emergency only at two hundred, or twenty of one commune', () => {
    const queue = makeMakingQueue();
    for (let n = 0; n < 20; n += 1) queue.add(waiting(`a${n}`));
    expect(queue.fullFor(room('a'))).toBe('own');
    expect(queue.fullFor(room('b'))).toBeNull();
    for (const of of ['b', 'c', 'd', 'e']) {
      for (let n = 0; n < 20; n += 1) queue.add(waiting(`${of}${n}`));
    }
    expect(queue.fullFor(room('f'))).toBe('all');
    for (let n = 0; n < 200; n += 1) {
      const tenantId = String.fromCharCode(0x41 + n / 20);
      expect(queue.fullFor(room(tenantId, true))).toBeNull();
      queue.add(waiting(`${tenantId}${n}`, true));
    }
    expect(queue.fullFor(room('A', true))).toBe('own');
    expect(queue.fullFor(room('z', true))).toBe('all');
  });

  test('no emergencies of people shut out a signed one, and it goes before those of its commune', () => {
    const queue = makeMakingQueue();
    for (let n = 0; n < 20; n += 1) queue.add(waiting(`a${n}`, true));
    expect(queue.fullFor(room('a', true))).toBe('own');
    expect(queue.fullFor(room('b', true))).toBeNull();
    for (let n = 0; n < 200; n += 1) {
      expect(queue.fullFor(room('a', true, true))).toBeNull();
      queue.add(waiting(`a-${n}`, true, true));
    }
    expect(queue.fullFor(room('a', true, true))).toBe('all');
    expect(queue.fullFor(room('b', true))).toBeNull();
    queue.add(waiting('b0', true));
    expect([queue.next()?.id, queue.next()?.id]).toEqual(['a-0', 'b0']);
    expect(queue.next()?.id).toBe('a-1');
  });
});

describe('what airs soon, gives way or is taken out', () => {
  test('two hundred of one commune stand before nobody’s evening news, and that before none that airs in an hour', () => {
    const queue = makeMakingQueue();
    for (let n = 0; n < 200; n += 1) queue.add(waiting(`a${n}`));
    queue.add(waiting('b1'));
    queue.add({ ...waiting('c2'), airsAtMs: 7_000 });
    queue.add({ ...waiting('c1'), airsAtMs: 5_000 });
    queue.add(waiting('d1', true));
    const order = Array.from({ length: 6 }, () => queue.next()?.id);
    expect(order).toEqual(['d1', 'c1', 'c2', 'a0', 'b1', 'a1']);
  });

  test('the line is told in the order it will be made, and telling changes nothing', () => {
    const queue = makeMakingQueue();
    for (const id of ['a1', 'a2', 'a3', 'b1', 'b2']) queue.add(waiting(id));
    queue.add(waiting('c1', true));
    const told = queue.inOrder().map(({ id }) => id);
    expect(told).toEqual(['c1', 'a1', 'b1', 'a2', 'b2', 'a3']);
    expect(Array.from({ length: 6 }, () => queue.next()?.id)).toEqual(told);
  });

  test('what gave way is the next of all that are not urgent', () => {
    const queue = makeMakingQueue();
    for (const id of ['a1', 'b1']) queue.add(waiting(id));
    const first = queue.next();
    queue.add(waiting('c1', true));
    if (first) queue.back(first);
    expect(Array.from({ length: 3 }, () => queue.next()?.id)).toEqual(['c1', 'a1', 'b1']);
  });

  test('what is taken out is gone, once', () => {
    const queue = makeMakingQueue();
    queue.add(waiting('a1'));
    expect([queue.remove('a1'), queue.remove('a1'), queue.size()]).toEqual([true, false, 0]);
  });
});

describe('making', () => {
  async function twoCommunes(at: World) {
    const a = await liveCommune(at);
    const { id: accountId = '', name = '' } = at.deps.store.accounts.byName('quan-tri') ?? {};
    const grants = at.deps.store.accounts.grants(accountId);
    return { a, b: commune(at, { accountId, name, grants }, 'xa-b') };
  }

  test('an emergency of one commune does not wait behind the evening of another', async () => {
    const at = world();
    const { a, b } = await twoCommunes(at);
    const { bulletins } = at.house.services;
    const held = at.studio.hold();
    const write = (n: number) =>
      bulletins.create(a.author, { areaId: a.id, text: `Tin số ${n}.`, title: `Tin ${n}` });
    for (let n = 0; n <= 20; n += 1) {
      write(n);
      if (n === 0) await until(() => at.studio.wanted.length === 1);
    }
    expect(() => write(21)).toThrow(/20 bulletins of your commune/u);
    const flood = (areaId: string, author: typeof a.author, title: string) =>
      bulletins.create(author, { areaId, text: TEXT, title, priority: 'emergency' });
    flood(b.id, b.author, 'Lũ về');
    flood(a.id, a.author, 'Lũ về xã A');
    held.letGo();
    // the one under way gave way, and is made after the two
    await until(() => at.studio.wanted.length === 24);
    const titles = at.studio.wanted.map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual(['Tin 0', 'Lũ về', 'Lũ về xã A']);
  });

  test('a drill of an emergency waits in its commune’s line', async () => {
    const at = world();
    const { a } = await twoCommunes(at);
    const { bulletins } = at.house.services;
    const held = at.studio.hold();
    const drill = (n: number) =>
      bulletins.create(a.author, {
        ...{ areaId: a.id, text: `Diễn tập số ${n}.`, title: `Diễn tập ${n}` },
        ...{ priority: 'emergency', drill: true },
      });
    drill(0);
    await until(() => at.studio.wanted.length === 1);
    for (let n = 1; n <= 20; n += 1) drill(n);
    expect(() => drill(21)).toThrow(expect.objectContaining({ code: 'limit-reached' }));
    held.letGo();
  });

  test('no room with the reader means later: the bulletin is made in a few seconds', async () => {
    const at = world();
    const { a } = await twoCommunes(at);
    const say = { vi: 'Đã có 40 văn bản đang chờ đọc.', en: '40 texts are waiting.' };
    at.studio.failNext(new AppError({ code: 'limit-reached', fault: 'world', say }));
    const { bulletins } = at.house.services;
    const { id } = bulletins.create(a.author, { areaId: a.id, text: TEXT, title: 'Tiêm chủng' });
    const state = () => at.deps.store.bulletins.get(id)?.state;
    await until(() => at.studio.wanted.length === 1);
    at.clock.move(1_000);
    await at.house.beat();
    expect(at.studio.wanted).toHaveLength(1);
    expect(state()).toBe('making');
    expect(at.happened).toEqual([]);
    at.clock.move(5_000);
    await at.house.beat();
    await until(() => state() === 'ready');
  });
});
