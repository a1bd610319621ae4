import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { makeMaking } from '../../src/services/bulletins/making.ts';
import { makeMakingQueue } from '../../src/services/bulletins/making-queue.ts';
import { makeTries } from '../../src/services/bulletins/making-tries.ts';
import { liveCommune, TEXT, written } from './steps.ts';
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

  test('what airs soon is asked as each leaves the line, not as it came', () => {
    let soon = 'a1';
    const airsAtMs = ({ id }: { id: string }) => (id === soon ? 5_000 : null);
    const queue = makeMakingQueue({ airsAtMs, monoMs: () => 0 });
    for (const id of ['a1', 'b1', 'c1']) queue.add(waiting(id));
    soon = 'c1';
    expect(queue.soonest()?.id).toBe('c1');
    expect(queue.inOrder().map(({ id }) => id)).toEqual(['c1', 'a1', 'b1']);
    expect(queue.next()?.id).toBe('c1');
    expect(queue.soonest()).toBeUndefined();
  });

  test('what is to be tried again later lets the others pass', () => {
    let nowMs = 0;
    const queue = makeMakingQueue({ airsAtMs: () => null, monoMs: () => nowMs });
    queue.add({ ...waiting('a1', true), notBeforeMs: 5_000 });
    queue.add(waiting('b1'));
    expect([queue.next()?.id, queue.next()?.id]).toEqual(['b1', undefined]);
    nowMs = 5_000;
    expect(queue.next()?.id).toBe('a1');
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

describe('what failed is tried again', () => {
  const outside = () => new AppError({ code: 'voice-failed', fault: 'world', say: DOWN });
  const caller = () => new AppError({ code: 'nothing-to-say', fault: 'caller', say: DOWN });
  const missing = () => new AppError({ code: 'voice-missing', fault: 'world', say: DOWN });
  const waits = (of: { urgent: boolean; airsSoon: boolean; beside?: boolean }, error: unknown) => {
    const tries = makeTries();
    const all = [];
    for (let n = 0; n < 9 && all.at(-1) !== null; n += 1)
      all.push(tries.after({ id: 'a', ...of, error }));
    return all;
  };

  test('an emergency at once and after five seconds, what airs soon within a minute, the rest not', () => {
    expect(waits({ urgent: true, airsSoon: false }, outside())).toEqual([0, 5_000, null]);
    expect(waits({ urgent: true, airsSoon: false }, new Error('fallen'))).toHaveLength(3);
    expect(waits({ urgent: false, airsSoon: true }, outside())).toEqual([5_000, 60_000, null]);
    expect(waits({ urgent: false, airsSoon: false }, outside())).toEqual([null]);
  });

  test('what is made anew beside a sound that holds once, whatever it is', () => {
    for (const urgent of [true, false])
      expect(waits({ urgent, airsSoon: true, beside: true }, outside())).toEqual([5_000, null]);
  });

  test('not where only a person can help', () => {
    for (const error of [caller(), missing()])
      expect(waits({ urgent: true, airsSoon: true }, error)).toEqual([null]);
  });

  test('other words begin anew', () => {
    const tries = makeTries();
    const failure = { id: 'a', urgent: true, airsSoon: false, error: outside() };
    tries.after(failure);
    tries.forget('a');
    expect(tries.after(failure)).toBe(0);
  });
});

describe('the line after a bad row', () => {
  test('one that cannot be gone on with keeps no other from its sound, nor the house from starting', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.deps.store;
    const done = await written(at, a);
    bulletins.update({ ...done, submitsItself: true });
    const waits = { ...done, id: at.deps.ids.next(), text: 'Mời họp.', title: 'Họp' };
    bulletins.insert({ ...waits, state: 'making', clipId: null });
    const gone: string[] = [];
    const cancelling = { withdraw: () => false, send: () => undefined };
    const making = makeMaking({ deps: at.deps, cancelling }, (id) => {
      gone.push(id);
      if (id === done.id) throw new Error('a poisoned row');
    });
    expect(() => making.resume()).not.toThrow();
    await until(() => bulletins.get(waits.id)?.state === 'ready');
    expect(gone).toEqual([done.id, waits.id]);
    const said = at.log.lines.filter(({ level }) => level === 'error');
    expect(said).toMatchObject([{ fields: { bulletinId: done.id } }]);
    await making.stop();
  });

  test('a house whose rooms cannot go on starts all the same', async () => {
    const at = world();
    const { inState } = at.deps.store.bulletins;
    at.deps.store.bulletins.inState = () => {
      throw new Error('a poisoned row');
    };
    expect(() => at.house.start()).not.toThrow();
    at.deps.store.bulletins.inState = inState;
    expect(at.log.lines.some(({ level }) => level === 'error')).toBe(true);
    await at.house.stop();
  });
});

const DOWN = { vi: 'Bộ đọc dừng.', en: 'The engine stopped.' };
