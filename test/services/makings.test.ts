// Sound being made, as people see it: in its order, giving way to an emergency, stopped by name, made again.
// It must never know how sound is made.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { approved, liveCommune, scheduled, TEXT } from './steps.ts';
import { commune, until, type World, world } from './world.ts';

async function communes(at: World) {
  const a = await liveCommune(at);
  const { id: accountId = '', name = '' } = at.deps.store.accounts.byName('quan-tri') ?? {};
  const grants = at.deps.store.accounts.grants(accountId);
  return { a, b: commune(at, { accountId, name, grants }, 'xa-b') };
}
type By = Awaited<ReturnType<typeof communes>>['a' | 'b'];

const write = (at: World, by: By, title: string, priority: 'normal' | 'emergency' = 'normal') =>
  at.house.services.bulletins.create(by.author, { areaId: by.id, text: TEXT, title, priority });
const stateOf = (at: World, id: string) => at.deps.store.bulletins.get(id)?.state;

test('everybody sees their own in the order of all, and of others only how many', async () => {
  const at = world();
  const { a, b } = await communes(at);
  const { makings } = at.house.services;
  const held = at.studio.hold();
  write(at, a, 'Một');
  await until(() => at.studio.wanted.length === 1);
  for (const title of ['Hai', 'Ba']) write(at, a, title);
  write(at, b, 'Của xã B');
  const line = makings.list(a.author);
  expect(line.others).toBe(1);
  const seen = line.makings.map(({ title, ahead, at: under }) => [title, ahead, under?.step]);
  expect(seen).toEqual([
    ['Một', 0, 'speech'],
    ['Hai', 2, undefined],
    ['Ba', 3, undefined],
  ]);
  expect(JSON.stringify(makings.list(b.author))).not.toContain('Một');
  held.letGo();
  await until(() => makings.list(a.author).makings.length === 0);
});

test('a half hour gives way to an emergency of another commune, and is made after it', async () => {
  const at = world();
  const { a, b } = await communes(at);
  at.studio.hold();
  const long = write(at, a, 'Kế hoạch dài');
  await until(() => at.studio.wanted.length === 1);
  const waits = write(at, b, 'Tin thường');
  const flood = write(at, b, 'Lũ về', 'emergency');
  await until(() => stateOf(at, waits.id) === 'ready');
  const titles = at.studio.wanted.map(({ title }) => title);
  expect(titles).toEqual(['Kế hoạch dài', 'Lũ về', 'Kế hoạch dài', 'Tin thường']);
  expect([stateOf(at, long.id), stateOf(at, flood.id)]).toEqual(['ready', 'ready']);
});

test('an emergency gives way to none', async () => {
  const at = world();
  const { a, b } = await communes(at);
  const held = at.studio.hold();
  write(at, a, 'Lũ về', 'emergency');
  await until(() => at.studio.wanted.length === 1);
  const second = write(at, b, 'Sạt lở', 'emergency');
  held.letGo();
  await until(() => stateOf(at, second.id) === 'ready');
  expect(at.studio.wanted.map(({ title }) => title)).toEqual(['Lũ về', 'Sạt lở']);
});

test('edited an hour before it airs, a bulletin is made before those that wait longer', async () => {
  const at = world();
  const { a, b } = await communes(at);
  const bulletin = await approved(at, a);
  const atMs = at.clock.planMs() + 3_600_000;
  scheduled(at, a, { bulletin, rule: { kind: 'once', atMs } });
  const held = at.studio.hold();
  const known = at.studio.wanted.length;
  write(at, b, 'Đang tạo');
  await until(() => at.studio.wanted.length === known + 1);
  write(at, b, 'Của xã B');
  at.house.services.bulletins.edit(a.author, { bulletinId: bulletin.id, title: 'Phát lúc nữa' });
  held.letGo();
  await until(() => at.studio.wanted.length === known + 3);
  const titles = at.studio.wanted.slice(known).map(({ title }) => title);
  expect(titles).toEqual(['Đang tạo', 'Phát lúc nữa', 'Của xã B']);
});

test.each([
  ['under way', 0],
  ['waiting', 1],
])(
  'what is %s is stopped by name, said so in the audit, and made again from the same words',
  async (_, which) => {
    const at = world();
    const { a } = await communes(at);
    const { makings, bulletins } = at.house.services;
    const held = at.studio.hold();
    const both = [write(at, a, 'Một')];
    await until(() => at.studio.wanted.length === 1);
    both.push(write(at, a, 'Hai'));
    const bulletinId = both[which]?.id ?? '';
    const stopped = makings.stop(a.author, { bulletinId });
    expect(stopped).toMatchObject({ state: 'failed', version: 1 });
    const name = at.deps.store.accounts.get(a.author.accountId)?.fullName;
    expect(stopped.stateReason).toContain(`${name} đã dừng`);
    held.letGo();
    await until(() => stateOf(at, both[1 - which]?.id ?? '') === 'ready');
    expect(stateOf(at, bulletinId)).toBe('failed');
    expect(at.happened.filter(({ kind }) => kind === 'bulletin-failed')).toEqual([]);
    expect(() => makings.stop(a.author, { bulletinId })).toThrow(/not being made any more/u);
    makings.again(a.author, { bulletinId });
    await until(() => stateOf(at, bulletinId) === 'ready');
    expect(bulletins.get(a.author, { bulletinId }).bulletin.stateReason).toBeNull();
    expect(() => makings.again(a.author, { bulletinId })).toThrow(/stopped or failed/u);
    const lines = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 50 });
    const actions = lines.map(({ action }) => action);
    expect(actions).toContain('bulletin.stop-making');
    expect(actions).toContain('bulletin.make-again');
  },
);

test('a stranger stops nothing, and neither does who only approves', async () => {
  const at = world();
  const { a, b } = await communes(at);
  const held = at.studio.hold();
  const { id: bulletinId } = write(at, a, 'Một');
  const { makings } = at.house.services;
  expect(() => makings.stop(b.author, { bulletinId })).toThrow(/no such thing/u);
  expect(() => makings.stop(a.approver, { bulletinId })).toThrow(/role/u);
  held.letGo();
  await until(() => stateOf(at, bulletinId) === 'ready');
});

test('a full disk is said to the officer of that bulletin, the clip of another stays, and the line goes on', async () => {
  const at = world();
  const { a } = await communes(at);
  const good = await approved(at, a);
  const say = { vi: 'Ổ đĩa đã đầy.', en: 'The disk is full.' };
  at.studio.failNext(new AppError({ code: 'disk-full', fault: 'world', say }));
  const held = at.studio.hold();
  const full = write(at, a, 'Không đủ chỗ');
  const after = write(at, a, 'Sau đó');
  held.letGo();
  await until(() => stateOf(at, after.id) === 'ready');
  expect(at.deps.store.bulletins.get(full.id)).toMatchObject({
    state: 'failed',
    stateReason: 'Ổ đĩa đã đầy. (The disk is full.)',
  });
  expect(at.happened.map(({ kind }) => kind)).toContain('bulletin-failed');
  expect(at.deps.store.clips.get(good.clipId ?? '')).not.toBeNull();
  at.house.services.makings.again(a.author, { bulletinId: full.id });
  await until(() => stateOf(at, full.id) === 'ready');
});

describe('an emergency', () => {
  const down = (code = 'voice-failed') =>
    new AppError({ code, fault: 'world', say: { vi: 'Bộ đọc dừng.', en: 'The engine stopped.' } });

  test('is on its way before anything is judged, and nobody listens for its words', async () => {
    const at = world();
    const { a } = await communes(at);
    const check = heldCheck(at);
    const flood = write(at, a, 'Lũ về', 'emergency');
    await until(() => stateOf(at, flood.id) === 'ready' && check.asked.length === 1);
    const { clipId } = at.deps.store.bulletins.get(flood.id) ?? {};
    expect(at.deps.store.findings.of(clipId ?? '')).toBeNull();
    expect(check.asked[0]).toMatchObject({ listens: false });
    expect(at.studio.wanted[0]).toMatchObject({ urgent: true });
    const after = write(at, a, 'Tin thường');
    check.letGo();
    await until(() => at.deps.store.findings.of(clipId ?? '') !== null);
    await until(() => stateOf(at, after.id) === 'ready');
    expect(check.asked[1]).toMatchObject({ listens: true });
    expect(at.studio.wanted[1]).toMatchObject({ urgent: false });
  });

  test('that fails is tried at once, then after five seconds, then told to who can help, by its reason', async () => {
    const at = world();
    const { a } = await communes(at);
    const make = at.studio.make;
    let asked = 0;
    at.deps.studio.make = async () => {
      asked += 1;
      throw down();
    };
    const flood = write(at, a, 'Lũ về', 'emergency');
    await until(() => asked === 2);
    await at.house.beat();
    expect([stateOf(at, flood.id), asked, at.happened]).toEqual(['making', 2, []]);
    at.clock.move(5_000);
    await until(() => {
      void at.house.beat();
      return stateOf(at, flood.id) === 'failed';
    });
    expect(asked).toBe(3);
    expect(at.happened).toMatchObject([
      { kind: 'bulletin-failed', urgent: true, reason: 'Bộ đọc dừng. (The engine stopped.)' },
    ]);
    at.deps.studio.make = make;
  });

  test('that fails once is heard all the same', async () => {
    const at = world();
    const { a } = await communes(at);
    at.studio.failNext(down());
    const flood = write(at, a, 'Lũ về', 'emergency');
    await until(() => stateOf(at, flood.id) === 'ready');
    expect(at.happened.filter(({ kind }) => kind === 'bulletin-failed')).toEqual([]);
  });
});

describe('what airs soon', () => {
  const soon = async (at: World, a: By, minutes: number) => {
    const bulletin = await approved(at, a);
    const atMs = at.clock.planMs() + minutes * 60_000;
    scheduled(at, a, { bulletin, rule: { kind: 'once', atMs } });
    return bulletin;
  };

  /** Of the long one nobody can say yet how long it takes. */
  async function besideALongOne(at: World, minutes: number, done = 0) {
    const { a, b } = await communes(at);
    const bulletin = await soon(at, a, minutes);
    const known = at.studio.wanted.length;
    const { make } = at.studio;
    at.deps.studio.make = (wish) => {
      const onProgress = () => wish.onProgress({ step: 'speech', done, total: 1 });
      return make({ ...wish, onProgress });
    };
    const held = at.studio.hold();
    const long = write(at, b, 'Kế hoạch dài');
    await until(() => at.studio.wanted.length === known + 1);
    at.house.services.bulletins.edit(a.author, { bulletinId: bulletin.id, title: 'Phát sớm' });
    const ends = async () => {
      await until(() => [long.id, bulletin.id].every((id) => stateOf(at, id) === 'ready'));
      return at.studio.wanted.slice(known).map(({ title }) => title);
    };
    return { held, ends };
  }

  test('does not wait for a half hour that airs tomorrow', async () => {
    const at = world();
    const { ends } = await besideALongOne(at, 20);
    expect(await ends()).toEqual(['Kế hoạch dài', 'Phát sớm', 'Kế hoạch dài']);
  });

  test('waits for what is through long before it must leave', async () => {
    const at = world();
    const { held, ends } = await besideALongOne(at, 100, 1);
    held.letGo();
    expect(await ends()).toEqual(['Kế hoạch dài', 'Phát sớm']);
  });

  test('is noticed when its hour comes near while it waits', async () => {
    const at = world();
    const { ends } = await besideALongOne(at, 135);
    at.clock.move(20 * 60_000);
    await at.house.beat();
    expect(await ends()).toEqual(['Kế hoạch dài', 'Phát sớm', 'Kế hoạch dài']);
  });

  test('is tried again when the world failed it, twice', async () => {
    const at = world();
    const { a } = await communes(at);
    const bulletin = await soon(at, a, 60);
    const say = { vi: 'Bộ đọc dừng.', en: 'The engine stopped.' };
    at.studio.failNext(new AppError({ code: 'voice-failed', fault: 'world', say }));
    at.house.services.bulletins.edit(a.author, { bulletinId: bulletin.id, title: 'Sửa' });
    await until(() => at.log.lines.some(({ line }) => line === 'a clip could not be made'));
    expect(stateOf(at, bulletin.id)).toBe('making');
    at.clock.move(5_000);
    await until(() => {
      void at.house.beat();
      return stateOf(at, bulletin.id) === 'ready';
    });
  });
});

/** What the machine notices is known when the test says so. */
function heldCheck(at: World) {
  const asked: unknown[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  at.deps.studio.check = async (_, expected) => {
    asked.push(expected);
    await held;
    return [];
  };
  return { asked, letGo: () => letGo() };
}
