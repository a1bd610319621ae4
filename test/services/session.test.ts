import { describe, expect, test } from 'vitest';
import { tokenHash } from '../../src/services/people/tokens.ts';
import { actions } from './steps.ts';
import { HERE, PASSWORD, setUp, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('the first day', () => {
  test('an empty service offers a link once, and only its hash is kept', async () => {
    const at = world();
    const token = at.house.offerSetUp() ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(at.deps.store.invitations.get(token)).toBeNull();
    expect(at.deps.store.invitations.get(tokenHash(token))?.purpose).toBe('setup');
  });

  test('starting again makes a new link and ends the old one', async () => {
    const at = world();
    const old = at.house.offerSetUp() ?? '';
    at.house.offerSetUp();
    const input = {
      token: old,
      name: 'quan-tri',
      fullName: 'Q',
      password: PASSWORD,
      provinceName: 'T',
      provinceCode: 't',
    };
    await expect(at.house.services.session.setUp(input)).rejects.toEqual(code('dead-link'));
  });

  test('the link makes a province, its first hours and its administrator, then is dead', async () => {
    const at = world();
    const actor = await setUp(at);
    const [province] = at.deps.store.areas.all();
    expect(province).toMatchObject({ code: 'muong-thu', kind: 'province', parentId: null });
    expect(actor.grants).toEqual([
      { accountId: actor.accountId, role: 'administrator', areaId: province?.id },
    ]);
    expect(at.deps.store.regulations.get(province?.id ?? '')?.hours.windows).toHaveLength(1);
    expect(at.house.offerSetUp()).toBeNull();
    expect(actions(at)).toContain('session.setup');
    await expect(setUp(at)).rejects.toEqual(code('dead-link'));
  });

  test('a link of yesterday is dead', async () => {
    const at = world();
    const token = at.house.offerSetUp() ?? '';
    at.clock.move(25 * 3_600_000);
    await expect(setUp(at, token)).rejects.toEqual(code('dead-link'));
  });

  test.each([
    ['short', 'password-length'],
    ['quan-triquan-tri', 'password-easy'],
    ['aaaaaaaaaaaaaa', 'password-easy'],
  ])('the password %s is refused as %s, and the link stays', async (password, wanted) => {
    const at = world();
    const token = at.house.offerSetUp() ?? '';
    const input = { token, name: 'quan-tri', fullName: 'Q', provinceName: 'T', provinceCode: 't' };
    const { session } = at.house.services;
    await expect(session.setUp({ ...input, password })).rejects.toEqual(code(wanted));
    await expect(session.setUp({ ...input, password: PASSWORD })).resolves.toBeTruthy();
  });
});

describe('signing in', () => {
  test('gives a session that a cookie finds again until twelve hours later', async () => {
    const at = world();
    await setUp(at);
    const { session } = at.house.services;
    const made = await session.signIn({ address: HERE, name: ' Quan-Tri ', password: PASSWORD });
    expect(session.find(made.token)).toMatchObject({
      account: { name: 'quan-tri' },
      grants: [{ role: 'administrator' }],
      csrfToken: made.csrfToken,
      simulated: true,
      speed: 1,
    });
    at.clock.move(12 * 3_600_000);
    expect(session.find(made.token)).toBeNull();
  });

  test('ends the session the browser held, and signing out ends the new one', async () => {
    const at = world();
    await setUp(at);
    const { session } = at.house.services;
    const first = await session.signIn({ address: HERE, name: 'quan-tri', password: PASSWORD });
    const second = await session.signIn({
      address: HERE,
      name: 'quan-tri',
      password: PASSWORD,
      previousToken: first.token,
    });
    expect(session.find(first.token)).toBeNull();
    session.signOut(second.token);
    expect(session.find(second.token)).toBeNull();
    session.signOut(second.token);
  });

  test('answers an unknown name and a wrong password alike', async () => {
    const at = world();
    await setUp(at);
    const { session } = at.house.services;
    const faults = await Promise.all(
      [
        { name: 'quan-tri', password: 'sai hoàn toàn rồi' },
        { name: 'khong-co', password: PASSWORD },
      ].map((input) =>
        session.signIn({ ...input, address: HERE }).catch((error) => ({ ...error })),
      ),
    );
    expect(faults[0]).toMatchObject({ code: 'wrong-sign-in', fault: 'unauthenticated' });
    expect(faults[1]).toEqual(faults[0]);
  });

  test('slows down guessing, for names that exist and names that do not', async () => {
    const at = world();
    await setUp(at);
    const { session } = at.house.services;
    for (const name of ['quan-tri', 'khong-co']) {
      const guess = () => session.signIn({ address: HERE, name, password: 'đoán mò một lần nữa' });
      for (let n = 0; n < 4; n += 1) await expect(guess()).rejects.toEqual(code('wrong-sign-in'));
      await expect(guess()).rejects.toEqual(code('too-many-attempts'));
      at.clock.move(1_100);
      await expect(guess()).rejects.toEqual(code('wrong-sign-in'));
    }
  });

  test('lets the right password in again once the wait is over', async () => {
    const at = world();
    await setUp(at);
    const { session } = at.house.services;
    const guess = () =>
      session.signIn({ address: HERE, name: 'quan-tri', password: 'đoán mò một lần nữa' });
    for (let n = 0; n < 4; n += 1) await guess().catch(() => undefined);
    at.clock.move(2_000);
    await session.signIn({ address: HERE, name: 'quan-tri', password: PASSWORD });
    await expect(guess()).rejects.toEqual(code('wrong-sign-in'));
  });
});

describe('what stays of sign-ins', () => {
  const lines = (at: World, action: string) =>
    at.deps.store.audit
      .list({ tenantIds: null, beforeId: null, limit: 500 })
      .filter((line) => line.action === action);

  test('refused ones leave a few lines an hour for each account, without what was typed', async () => {
    const at = world();
    const { accountId } = await setUp(at);
    const { session } = at.house.services;
    for (const name of ['quan-tri', 'mat-khau-cua-toi', 'khong-co']) {
      for (let n = 0; n < 8; n += 1) {
        await session.signIn({ name, password: 'đoán mò', address: HERE }).catch(() => undefined);
        at.clock.move(n > 6 ? 0 : 90_000 * 10);
      }
    }
    const refused = lines(at, 'session.refused');
    expect(refused.filter(({ subject }) => subject === `account:${accountId}`)).toHaveLength(8);
    expect(refused[0]).toMatchObject({ accountId: null, subject: 'account:unknown' });
    expect(JSON.stringify(refused)).not.toMatch(/mat-khau|khong-co|đoán/);
    expect(refused[0]?.detail).toBe(JSON.stringify({ address: HERE }));
  });

  test('a flood of them is six lines, and so is its being slowed down', async () => {
    const at = world();
    await setUp(at);
    const { session } = at.house.services;
    const guess = (n: number) =>
      session.signIn({ name: 'quan-tri', password: 'đoán mò', address: `10.0.${n % 9}.1` });
    await Promise.all(Array.from({ length: 40 }, (_, n) => guess(n).catch(() => undefined)));
    for (let n = 0; n < 40; n += 1) await guess(n).catch(() => undefined);
    expect(lines(at, 'session.refused')).toHaveLength(6);
    expect(lines(at, 'session.throttled')).toHaveLength(6);
  });

  test('signing out leaves a line of whose it was', async () => {
    const at = world();
    const { accountId } = await setUp(at);
    const { session } = at.house.services;
    const { token } = await session.signIn({ name: 'quan-tri', password: PASSWORD, address: HERE });
    session.signOut(token);
    session.signOut(token);
    expect(lines(at, 'session.close')).toMatchObject([
      { accountId, subject: `account:${accountId}` },
    ]);
  });
});

describe('changing one’s own password', () => {
  const NEXT = 'một câu khác hẳn';
  async function twice() {
    const at = world();
    const actor = await setUp(at);
    const { session } = at.house.services;
    const signIn = (password: string) =>
      session.signIn({ name: 'quan-tri', password, address: HERE });
    const mine = await signIn(PASSWORD);
    const other = await signIn(PASSWORD);
    const change = (of: { current?: string; password?: string; token?: string } = {}) =>
      session.changePassword(actor, {
        ...{ token: mine.token, current: PASSWORD, password: NEXT, address: HERE },
        ...of,
      });
    return { at, session, actor, signIn, mine, other, change };
  }

  test('ends every other session, and the old password with it', async () => {
    const { at, session, signIn, mine, other, change } = await twice();
    await change();
    expect(session.find(mine.token)).not.toBeNull();
    expect(session.find(other.token)).toBeNull();
    await expect(signIn(PASSWORD)).rejects.toEqual(code('wrong-sign-in'));
    await expect(signIn(NEXT)).resolves.toBeTruthy();
    expect(actions(at)).toContain('session.password');
  });

  test('needs the current one, a good new one, and a session that still stands', async () => {
    const { session, signIn, mine, change } = await twice();
    await expect(change({ current: 'không phải câu này' })).rejects.toEqual(code('wrong-password'));
    await expect(change({ password: 'ngắn' })).rejects.toEqual(code('password-length'));
    session.signOut(mine.token);
    await expect(change()).rejects.toEqual(code('wrong-password'));
    await expect(signIn(PASSWORD)).resolves.toBeTruthy();
  });

  test('cannot be guessed any faster than at the door', async () => {
    const { change } = await twice();
    const guesses = Array.from({ length: 9 }, () => change({ current: 'không phải câu này' }));
    const refused = await Promise.allSettled(guesses);
    const codes = refused.map((one) => one.status === 'rejected' && one.reason.code);
    expect(codes.filter((one) => one === 'wrong-password')).toHaveLength(4);
    expect(codes.filter((one) => one === 'too-many-attempts')).toHaveLength(5);
  });

  test('loses against an administrator who voids it at the same moment', async () => {
    const { at, actor, signIn, change } = await twice();
    const changing = change();
    const entering = signIn(PASSWORD);
    at.deps.store.accounts.setPasswordHash(actor.accountId, null);
    await Promise.all([
      expect(changing).rejects.toEqual(code('wrong-password')),
      expect(entering).rejects.toEqual(code('wrong-sign-in')),
    ]);
    expect(at.deps.store.accounts.passwordHash(actor.accountId)).toBeNull();
  });
});
