import { describe, expect, test } from 'vitest';
import { tokenHash } from '../../src/services/tokens.ts';
import { actions } from './steps.ts';
import { PASSWORD, setUp, world } from './world.ts';

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
    const made = await session.signIn({ name: ' Quan-Tri ', password: PASSWORD });
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
    const first = await session.signIn({ name: 'quan-tri', password: PASSWORD });
    const second = await session.signIn({
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
      ].map((input) => session.signIn(input).catch((error) => ({ ...error }))),
    );
    expect(faults[0]).toMatchObject({ code: 'wrong-sign-in', fault: 'unauthenticated' });
    expect(faults[1]).toEqual(faults[0]);
  });

  test('slows down guessing, for names that exist and names that do not', async () => {
    const at = world();
    await setUp(at);
    const { session } = at.house.services;
    for (const name of ['quan-tri', 'khong-co']) {
      const guess = () => session.signIn({ name, password: 'đoán mò một lần nữa' });
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
    const guess = () => session.signIn({ name: 'quan-tri', password: 'đoán mò một lần nữa' });
    for (let n = 0; n < 4; n += 1) await guess().catch(() => undefined);
    at.clock.move(2_000);
    await session.signIn({ name: 'quan-tri', password: PASSWORD });
    await expect(guess()).rejects.toEqual(code('wrong-sign-in'));
  });
});
