import { describe, expect, test } from 'vitest';
import { fieldsOf, readPattern } from '../../src/services/airing/cron-pattern.ts';
import { makeAllowance } from '../../src/services/allowance.ts';
import { makeChanges } from '../../src/services/changes.ts';
import { makeIds } from '../../src/services/ids.ts';
import { makePasswords } from '../../src/services/people/passwords.ts';
import { hashSecret, verifySecret } from '../../src/services/people/secret-hash.ts';
import { makeTurns } from '../../src/services/reading/turns.ts';
import { makeOutbox } from '../../src/services/wire/outbox.ts';
import { fakeWire, handClock, keptLog } from './fakes.ts';
import { quickPasswords, until } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('passwords', () => {
  test('are kept with their cost, and found right or wrong', async () => {
    const { hash, verify } = quickPasswords();
    const stored = await hash('một câu dễ nhớ');
    expect(stored).toMatch(/^scrypt\$4\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await verify('một câu dễ nhớ', stored)).toBe(true);
    expect(await verify('một câu dễ quên', stored)).toBe(false);
    expect(await verify('một câu dễ nhớ'.normalize('NFD'), stored)).toBe(true);
  });

  test('cost 32 MB and 2^15 rounds in production', async () => {
    const { hash, verify } = makePasswords();
    const stored = await hash('một câu dễ nhớ');
    expect(stored).toMatch(/^scrypt\$15\$8\$3\$/);
    expect(await verify('một câu dễ nhớ', stored)).toBe(true);
  });

  test.each([
    null,
    '',
    'md5$abc',
    `scrypt$40$8$1$c2FsdA$${'a'.repeat(43)}`,
    'scrypt$4$8$1$c2FsdA$short',
  ])('a stored %s opens for nobody', async (stored) => {
    expect(await quickPasswords().verify('một câu dễ nhớ', stored)).toBe(false);
  });

  test('asked for by a crowd are refused rather than queued without end', async () => {
    const { hash } = makePasswords({ log2N: 12, r: 8, p: 1 });
    const asked = await Promise.allSettled(Array.from({ length: 60 }, () => hash('mật khẩu')));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(60 - 52);
    expect(refused[0]).toMatchObject({ reason: { code: 'too-busy', fault: 'world' } });
  });
});

describe('a unit’s secret', () => {
  test('is hashed as Mosquitto does it', () => {
    const stored = hashSecret('bí mật');
    expect(stored).toMatch(/^\$7\$101\$[A-Za-z0-9+/]{16}\$[A-Za-z0-9+/]{86}==$/);
    expect(verifySecret('bí mật', stored)).toBe(true);
    expect(verifySecret('sai', stored)).toBe(false);
  });

  test.each(['', '$6$x$y', '$7$101$c2FsdA==$short', `$7$99999999$c2FsdA==$${'A'.repeat(86)}==`])(
    'a stored “%s” opens for nobody',
    (stored) => {
      expect(verifySecret('bí mật', stored)).toBe(false);
    },
  );
});

describe('an allowance', () => {
  test('is so many per key and window', () => {
    const clock = handClock(0);
    const allowed = makeAllowance({ max: 3, windowMs: 1_000, monoMs: clock.monoMs });
    expect([1, 2, 3, 4].map(() => allowed('a'))).toEqual([true, true, true, false]);
    expect(allowed('b', 4)).toBe(false);
    expect(allowed('b', 3)).toBe(true);
    clock.move(1_000);
    expect(allowed('a')).toBe(true);
  });

  test('keeps no more than twenty thousand keys', () => {
    const allowed = makeAllowance({ max: 1, windowMs: 1_000, monoMs: () => 0 });
    for (let n = 0; n <= 20_000; n += 1) allowed(`key-${n}`);
    expect(allowed('key-0')).toBe(true);
  });
});

describe('turns', () => {
  test('are taken in order, two at once', async () => {
    const turns = makeTurns({ atOnce: 2, waiting: 10, full: () => new Error('full') });
    let running = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      [0, 1, 2, 3, 4].map((n) =>
        turns(async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise(setImmediate);
          order.push(n);
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  test('go on after one that failed', async () => {
    const turns = makeTurns({ atOnce: 1, waiting: 1, full: () => new Error('full') });
    const [first, second] = await Promise.allSettled([
      turns(() => Promise.reject(new Error('no'))),
      turns(async () => 'yes'),
    ]);
    expect(first?.status).toBe('rejected');
    expect(second).toMatchObject({ value: 'yes' });
  });

  /** What holds a place until it is let go. */
  const held = () => {
    let letGo = () => {};
    const done = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    return { act: () => done, letGo };
  };
  const full = (whose: string) => new Error(`full: ${whose}`);

  test('a place that is given back goes to who waits, not to who comes in between', async () => {
    const turns = makeTurns({ atOnce: 1, waiting: 9, full });
    const order: string[] = [];
    let running = 0;
    let most = 0;
    const takes = (name: string, end?: () => void) => async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(name);
      await new Promise(setImmediate);
      running -= 1;
      end?.();
    };
    const late: Promise<void>[] = [];
    // one in each of the breaths around the one in which the first place is given back
    const comes = (breath = 1) => {
      late.push(turns(takes('late')));
      if (breath < 6) queueMicrotask(() => comes(breath + 1));
    };
    await Promise.all([turns(takes('first', comes)), turns(takes('waiting'))]);
    await Promise.all(late);
    expect([order.slice(0, 3), most]).toEqual([['first', 'waiting', 'late'], 1]);
  });

  test('who gives up while waiting is gone at once, and its place is free', async () => {
    const gone = () => new Error('gone');
    const turns = makeTurns({ atOnce: 1, waiting: 1, full, gone });
    const first = held();
    const running = turns(first.act);
    const given = new AbortController();
    const waiting = turns(async () => 'never', { signal: given.signal });
    await expect(turns(async () => 'no')).rejects.toThrow('full: all');
    given.abort();
    await expect(waiting).rejects.toThrow('gone');
    await expect(turns(async () => 'no', { signal: given.signal })).rejects.toThrow('gone');
    const second = turns(async () => 'yes', { signal: new AbortController().signal });
    first.letGo();
    await running;
    expect(await second).toBe('yes');
  });

  test('one owner’s hours are waited for by that owner alone', async () => {
    const turns = makeTurns({ atOnce: 2, waiting: 9, each: { atOnce: 1, waiting: 1 }, full });
    const long = held();
    const scan = turns(long.act, { of: 'xa-a' });
    const next = turns(async () => 'later', { of: 'xa-a' });
    await expect(turns(async () => 'no', { of: 'xa-a' })).rejects.toThrow('full: own');
    expect(await turns(async () => 'short', { of: 'xa-b' })).toBe('short');
    long.letGo();
    await scan;
    expect(await next).toBe('later');
  });
});

describe('changes', () => {
  test('are told to whoever listens, and one that fails hinders no other', () => {
    const log = keptLog();
    const changes = makeChanges(log);
    const heard: string[] = [];
    changes.listen(() => {
      throw new Error('broken page');
    });
    const stop = changes.listen(({ id }) => heard.push(id));
    changes.tell({ kind: 'airing', id: 'a', tenantId: null });
    stop();
    changes.tell({ kind: 'airing', id: 'b', tenantId: null });
    expect(heard).toEqual(['a']);
    expect(log.lines[0]?.line).toContain('failed');
  });

  test('are watched by a thousand at most', () => {
    const changes = makeChanges(keptLog());
    for (let n = 0; n < 1_000; n += 1) changes.listen(() => undefined);
    expect(() => changes.listen(() => undefined)).toThrow(code('too-many-watchers'));
  });
});

describe('cron patterns', () => {
  test('are read once and kept, as node-cron reads them', () => {
    expect(fieldsOf('0 17 * * 1-6')).toMatchObject({ hour: [17], minute: [0] });
    expect(fieldsOf('0 17 * * 1-6')).toBe(fieldsOf('0 17 * * 1-6'));
    expect(fieldsOf('x')).toBeNull();
    for (let n = 0; n < 1_100; n += 1) fieldsOf(`unreadable ${n}`);
    expect(readPattern('0 8 30 2 *')).toBeNull();
  });

  test('that nobody can read are refused by field', () => {
    expect(() => readPattern('61 8 * * *')).toThrow(/minute: 61/);
  });
});

describe('the outbox', () => {
  test('sends in order, and tries again what a broker did not take', async () => {
    const wire = fakeWire();
    const outbox = makeOutbox({ wire, log: keptLog(), retryMs: 1 });
    wire.cut();
    outbox.post('a', () => Buffer.from('1'));
    outbox.post('b', () => null);
    setTimeout(wire.mend, 5);
    await outbox.idle();
    expect(wire.said.map(({ topic }) => topic)).toEqual(['a']);
  });

  test('gives up after ten tries with the broker there, and says so', async () => {
    const wire = fakeWire();
    const log = keptLog();
    const outbox = makeOutbox({ wire, log, retryMs: 1 });
    wire.failNext(100);
    outbox.post('a', () => Buffer.from('1'));
    await outbox.idle();
    expect(log.lines.map(({ line }) => line)).toEqual(['an order could not be sent']);
  });

  test('holds twenty thousand and refuses what comes after', async () => {
    const wire = fakeWire();
    const log = keptLog();
    const outbox = makeOutbox({ wire, log, retryMs: 1 });
    wire.cut();
    for (let n = 0; n < 20_100; n += 1) outbox.post(`t${n}`, () => Buffer.from(''));
    expect(log.lines.some(({ line }) => line === 'the outbox is full')).toBe(true);
    wire.mend();
    await outbox.idle();
    expect(wire.said.length).toBeGreaterThanOrEqual(20_000);
    expect(wire.to('t0')).toHaveLength(1);
    expect(wire.to('t20099')).toHaveLength(0);
    outbox.stop();
  });

  test('refuses the flood of one poster, and no letter of another falls', async () => {
    const wire = fakeWire();
    const outbox = makeOutbox({ wire, log: keptLog(), retryMs: 1 });
    wire.cut();
    outbox.post('quiet', () => Buffer.from(''));
    for (let n = 0; n < 30_000; n += 1) outbox.post('mad', () => Buffer.from(''));
    outbox.post('late', () => Buffer.from(''));
    wire.mend();
    await outbox.idle();
    expect([wire.to('quiet').length, wire.to('late').length]).toEqual([1, 1]);
    expect(wire.to('mad')).toHaveLength(64);
    outbox.post('mad', () => Buffer.from(''));
    await outbox.idle();
    expect(wire.to('mad')).toHaveLength(65);
  });

  test('lets a stop overtake everything that waits', async () => {
    const wire = fakeWire();
    const outbox = makeOutbox({ wire, log: keptLog(), retryMs: 1 });
    wire.cut();
    for (let n = 0; n < 1_000; n += 1) outbox.post(`t${n}`, () => Buffer.from(''));
    outbox.post('stop', () => Buffer.from(''), { urgent: true });
    wire.mend();
    await outbox.idle();
    // those on their way already are what may lie before it
    expect(wire.said.findIndex(({ topic }) => topic === 'stop')).toBeLessThan(16);
  });

  test('stopped forgets what waits', async () => {
    const wire = fakeWire();
    const outbox = makeOutbox({ wire, log: keptLog() });
    wire.cut();
    outbox.post('a', () => Buffer.from('1'));
    await until(() => true);
    outbox.stop();
    await outbox.idle();
    expect(wire.said).toEqual([]);
  });
});

test('ids sort in the order they were made', () => {
  const ids = makeIds();
  const made = Array.from({ length: 100 }, () => ids.next());
  expect([...made].sort()).toEqual(made);
});
