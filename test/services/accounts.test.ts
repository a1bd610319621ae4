import { describe, expect, test } from 'vitest';
import { actions } from './steps.ts';
import { commune, PASSWORD, person, setUp, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

async function people() {
  const at = world();
  const admin = await setUp(at);
  const a = commune(at, admin, 'xa-a');
  const b = commune(at, admin, 'xa-b');
  const adminA = person(at, 'quan-tri-a', ['administrator', a.id]);
  const { accounts, session } = at.house.services;
  return { at, admin, a, b, adminA, accounts, session };
}

describe('inviting', () => {
  test('an invited person chooses a password and is in, once', async () => {
    const { accounts, session, admin, a } = await people();
    const grants = [{ role: 'author' as const, areaId: a.id }];
    const made = accounts.create(admin, { name: 'Lan.Anh', fullName: 'Lan Anh', grants });
    expect(made.invitationUrl).toBe(
      `http://vangxa.test/#/invitation?token=${made.invitationToken}`,
    );
    expect(made.account.name).toBe('lan.anh');
    const link = { token: made.invitationToken, password: PASSWORD };
    expect(await session.acceptInvitation(link)).toMatchObject({ grants });
    await expect(session.acceptInvitation(link)).rejects.toEqual(code('dead-link'));
    await expect(session.signIn({ name: 'lan.anh', password: PASSWORD })).resolves.toBeTruthy();
  });

  test('a link of four days ago is dead, and so is an invented one', async () => {
    const { at, accounts, session, admin, a } = await people();
    const grants = [{ role: 'author' as const, areaId: a.id }];
    const made = accounts.create(admin, { name: 'lan', fullName: 'Lan', grants });
    at.clock.move(73 * 3_600_000);
    for (const token of [made.invitationToken, 'invented'])
      await expect(session.acceptInvitation({ token, password: PASSWORD })).rejects.toEqual(
        code('dead-link'),
      );
  });

  test.each([
    ['a taken name', { name: 'quan-tri' }, 'taken'],
    ['a bad name', { name: 'Lan Anh' }, 'bad-name'],
    ['no full name', { fullName: '  ' }, 'empty-field'],
    ['no role', { grants: [] }, 'no-grants'],
  ])('refuses %s', async (_, change, wanted) => {
    const { accounts, admin, a } = await people();
    const grants = [{ role: 'author' as const, areaId: a.id }];
    const input = { name: 'lan', fullName: 'Lan', grants, ...change };
    expect(() => accounts.create(admin, input)).toThrow(code(wanted));
  });

  test('roles are not given at a village', async () => {
    const { accounts, admin, a } = await people();
    const grants = [{ role: 'author' as const, areaId: a.villages[0] ?? '' }];
    const input = { name: 'lan', fullName: 'Lan', grants };
    expect(() => accounts.create(admin, input)).toThrow(code('not-a-tenant'));
  });
});

describe('a commune’s own administrator', () => {
  test('gives roles in its commune, and knows of no other', async () => {
    const { accounts, adminA, a, b } = await people();
    const wish = (areaId: string) => ({
      name: 'lan',
      fullName: 'Lan',
      grants: [{ role: 'author' as const, areaId }],
    });
    expect(() => accounts.create(adminA, wish(b.id))).toThrow(code('missing'));
    expect(accounts.create(adminA, wish(a.id)).grants).toHaveLength(1);
  });

  test('sees accounts of its commune only, and of them only what they hold there', async () => {
    const { at, accounts, adminA, admin, a, b } = await people();
    person(at, 'hai-noi', ['author', a.id], ['author', b.id]);
    const names = accounts.list(adminA).map(({ account }) => account.name);
    expect(names.sort()).toEqual(
      ['hai-noi', 'quan-tri-a', 'xa-a-duyet', 'xa-a-ky-thuat', 'xa-a-soan', 'xa-a-truc'].sort(),
    );
    const both = accounts.list(adminA).find(({ account }) => account.name === 'hai-noi');
    expect(both?.grants).toEqual([{ role: 'author', areaId: a.id }]);
    expect(accounts.list(admin).length).toBeGreaterThan(names.length);
  });

  test('changes what an account holds there, and leaves the rest alone', async () => {
    const { at, accounts, adminA, a, b } = await people();
    const both = person(at, 'hai-noi', ['author', a.id], ['author', b.id]);
    const { accountId } = both;
    const grants = [{ role: 'operator' as const, areaId: a.id }];
    accounts.setGrants(adminA, { accountId, grants });
    const held = at.deps.store.accounts.grants(accountId);
    expect(held.map(({ role, areaId }) => `${role}@${areaId}`).sort()).toEqual(
      [`author@${b.id}`, `operator@${a.id}`].sort(),
    );
    expect(() => accounts.disable(adminA, { accountId })).toThrow(code('not-your-role'));
  });

  test('an author may not give roles', async () => {
    const { accounts, a } = await people();
    const grants = [{ role: 'author' as const, areaId: a.id }];
    const input = { name: 'lan', fullName: 'Lan', grants };
    expect(() => accounts.create(a.author, input)).toThrow(code('not-your-role'));
  });
});

describe('disabling', () => {
  test('ends every session and invitation of the account', async () => {
    const { at, accounts, session, admin, a } = await people();
    const grants = [{ role: 'author' as const, areaId: a.id }];
    const made = accounts.create(admin, { name: 'lan', fullName: 'Lan', grants });
    const link = { token: made.invitationToken, password: PASSWORD };
    const { token } = await session.acceptInvitation(link);
    accounts.disable(admin, { accountId: made.account.id });
    expect(session.find(token)).toBeNull();
    await expect(session.signIn({ name: 'lan', password: PASSWORD })).rejects.toEqual(
      code('wrong-sign-in'),
    );
    expect(actions(at)).toContain('account.disable');
  });

  test('the last administrator of the province stays', async () => {
    const { accounts, admin, a } = await people();
    const { accountId } = admin;
    const grants = [{ role: 'author' as const, areaId: a.id }];
    expect(() => accounts.disable(admin, { accountId })).toThrow(code('last-administrator'));
    expect(() => accounts.setGrants(admin, { accountId, grants })).toThrow(
      code('last-administrator'),
    );
    expect(accounts.list(admin).find((one) => one.account.id === accountId)?.grants).toMatchObject([
      { role: 'administrator' },
    ]);
  });
});
