import { describe, expect, test } from 'vitest';
import { actions } from './steps.ts';
import { commune, HERE, PASSWORD, person, setUp, world } from './world.ts';

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
    await expect(
      session.signIn({ address: HERE, name: 'lan.anh', password: PASSWORD }),
    ).resolves.toBeTruthy();
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

  test('takes the last role in its commune away from who holds others elsewhere', async () => {
    const { at, accounts, adminA, a, b } = await people();
    const { accountId } = person(at, 'hai-noi', ['author', a.id], ['author', b.id]);
    expect(accounts.setGrants(adminA, { accountId, grants: [] }).grants).toEqual([]);
    expect(at.deps.store.accounts.grants(accountId)).toMatchObject([{ areaId: b.id }]);
    expect(() => accounts.setGrants(adminA, { accountId, grants: [] })).toThrow(code('missing'));
  });

  test('may not leave an account without any role: that is what shutting is for', async () => {
    const { at, accounts, adminA, a } = await people();
    const { accountId } = a.author;
    expect(() => accounts.setGrants(adminA, { accountId, grants: [] })).toThrow(code('no-grants'));
    expect(at.deps.store.accounts.grants(accountId)).toHaveLength(1);
  });

  test('reads who was given roles there, and nothing of other communes', async () => {
    const { at, accounts, admin, adminA, a, b } = await people();
    const grants = [
      { role: 'author' as const, areaId: a.id },
      { role: 'approver' as const, areaId: b.id },
    ];
    const { account } = accounts.create(admin, { name: 'lan', fullName: 'Lan', grants });
    const subject = `account:${account.id}`;
    const lines = at.house.services.audit.list(adminA, { beforeId: null, limit: 500 });
    const theirs = lines.filter((line) => line.subject === subject);
    expect(theirs).toMatchObject([{ action: 'account.create', tenantId: a.id }]);
    expect(theirs[0]?.detail).toBe(JSON.stringify({ name: 'lan', grants: ['author'] }));
    const all = at.house.services.audit.list(admin, { beforeId: null, limit: 500 });
    expect(all.filter((line) => line.subject === subject)).toHaveLength(2);
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
    await expect(
      session.signIn({ address: HERE, name: 'lan', password: PASSWORD }),
    ).rejects.toEqual(code('wrong-sign-in'));
    expect(actions(at)).toContain('account.disable');
  });

  test('is undone by opening the account again, with the password it had', async () => {
    const { at, accounts, session, admin, a } = await people();
    const grants = [{ role: 'author' as const, areaId: a.id }];
    const made = accounts.create(admin, { name: 'lan', fullName: 'Lan', grants });
    await session.acceptInvitation({ token: made.invitationToken, password: PASSWORD });
    const { id: accountId } = made.account;
    accounts.disable(admin, { accountId });
    expect(() => accounts.inviteAgain(admin, { accountId })).toThrow(code('account-disabled'));
    expect(accounts.enable(admin, { accountId }).account.disabledAtMs).toBeNull();
    await expect(
      session.signIn({ address: HERE, name: 'lan', password: PASSWORD }),
    ).resolves.toBeTruthy();
    expect(actions(at)).toContain('account.enable');
  });

  test('the last administrator who can sign in stays, whoever else was invited', async () => {
    const { at, accounts, session, admin } = await people();
    const areaId = admin.grants[0]?.areaId ?? '';
    const grants = [{ role: 'administrator' as const, areaId }];
    const made = accounts.create(admin, { name: 'lan', fullName: 'Lan', grants });
    const { accountId } = admin;
    for (const leave of [accounts.disable, accounts.inviteAgain])
      expect(() => leave(admin, { accountId })).toThrow(code('last-administrator'));
    expect(at.deps.store.accounts.passwordHash(accountId)).not.toBeNull();
    await session.acceptInvitation({ token: made.invitationToken, password: PASSWORD });
    expect(accounts.disable(admin, { accountId }).account.disabledAtMs).not.toBeNull();
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

describe('a lost link or password', () => {
  test('is mended by a new invitation, which ends the old link, the password and the sessions', async () => {
    const { at, accounts, session, admin, a } = await people();
    const grants = [{ role: 'author' as const, areaId: a.id }];
    const made = accounts.create(admin, { name: 'lan', fullName: 'Lan', grants });
    const { id: accountId } = made.account;
    const second = accounts.inviteAgain(admin, { accountId });
    const take = (token: string) => session.acceptInvitation({ token, password: PASSWORD });
    await expect(take(made.invitationToken)).rejects.toEqual(code('dead-link'));
    const { token } = await take(second.invitationToken);
    const third = accounts.inviteAgain(admin, { accountId });
    expect(third.invitationUrl).toContain(third.invitationToken);
    expect(session.find(token)).toBeNull();
    const signIn = () => session.signIn({ address: HERE, name: 'lan', password: PASSWORD });
    await expect(signIn()).rejects.toEqual(code('wrong-sign-in'));
    await take(third.invitationToken);
    await expect(signIn()).resolves.toBeTruthy();
    expect(actions(at).filter((one) => one === 'account.invite')).toHaveLength(2);
  });

  test('of somebody with roles elsewhere is not a commune’s to mend: the link would be theirs', async () => {
    const { at, accounts, adminA, a, b } = await people();
    const { accountId } = person(at, 'hai-noi', ['author', a.id], ['administrator', b.id]);
    for (const way of [accounts.inviteAgain, accounts.enable])
      expect(() => way(adminA, { accountId })).toThrow(code('not-your-role'));
    const stranger = { accountId: b.author.accountId };
    expect(() => accounts.inviteAgain(adminA, stranger)).toThrow(code('missing'));
    expect(() => accounts.inviteAgain(a.author, { accountId: a.approver.accountId })).toThrow(
      code('missing'),
    );
  });
});
