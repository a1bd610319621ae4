// Editorial groups over real rows: who must agree, what changes in between, who may be listed.
// It must never know routes.
import { describe, expect, test } from 'vitest';
import type { ApprovalMode } from '../../src/domain/approval/approval-group.ts';
import type { Actor, Bulletin } from '../../src/domain/model.ts';
import { actions, airings, hashOf, liveCommune, pass, scheduled, written } from './steps.ts';
import { commune, person, until, type World, world } from './world.ts';

/** A commune whose group of three must agree; `admin` sets the rule. */
async function editorial(mode: ApprovalMode = 'all') {
  const at = world();
  const place = await liveCommune(at);
  const second = person(at, 'duyet-2', ['approver', place.id]);
  const third = person(at, 'duyet-3', ['approver', place.id]);
  const admin = person(at, 'quan-tri-xa', ['administrator', place.id]);
  const { approvalRules, bulletins } = at.house.services;
  const rule = (people: Actor[], how: ApprovalMode = mode) =>
    approvalRules.set(admin, {
      ...{ areaId: place.id, mode: how },
      accountIds: people.map(({ accountId }) => accountId),
    });
  rule([place.approver, second, third]);
  const sent = async (): Promise<Bulletin> => {
    const bulletin = await written(at, place);
    bulletins.submit(place.author, { bulletinId: bulletin.id });
    return bulletin;
  };
  const approve = (who: Actor, bulletin: Bulletin) =>
    bulletins.approve(who, { bulletinId: bulletin.id, contentHash: hashOf(at, bulletin) });
  const view = (who: Actor, { id }: Bulletin) => bulletins.get(who, { bulletinId: id }).approval;
  return { at, place, first: place.approver, second, third, admin, rule, sent, approve, view };
}

const refused = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const kinds = (at: World) => at.happened.map(({ kind }) => kind);

describe('all of a group', () => {
  test('approve the same sound one after the other, and each sees how far it is', async () => {
    const { at, first, second, third, sent, approve, view } = await editorial();
    const bulletin = await sent();
    expect(approve(first, bulletin).state).toBe('pending');
    expect(view(first, bulletin)).toMatchObject({ mode: 'all', mine: 'done' });
    expect(view(second, bulletin).mine).toBe('may');
    expect(approve(second, bulletin).state).toBe('pending');
    const { needed } = view(third, bulletin);
    expect(needed.map(({ approvedAtMs }) => approvedAtMs !== null)).toEqual([true, true, false]);
    expect(kinds(at)).toEqual(['approval-wanted']);
    expect(approve(third, bulletin).state).toBe('approved');
    expect(kinds(at)).toEqual(['approval-wanted', 'bulletin-approved']);
    expect(view(first, bulletin).last).toMatchObject({ what: 'approved', name: 'Cán bộ duyet-3' });
    expect(actions(at).filter((action) => action === 'bulletin.approve')).toHaveLength(3);
  });

  test('half of it airs nowhere, whatever was planned', async () => {
    const { at, place, first, sent, approve } = await editorial();
    const bulletin = await sent();
    scheduled(at, place, { bulletin, rule: { kind: 'now' } });
    approve(first, bulletin);
    for (let beat = 0; beat < 5; beat += 1) await pass(at, 30_000);
    expect(airings(at).filter(({ state }) => state !== 'closed')).toEqual([]);
  });

  test('one who returns it returns it for all, and agreement starts anew', async () => {
    const { at, place, first, second, third, sent, approve, view } = await editorial();
    const bulletin = await sent();
    const { bulletins } = at.house.services;
    approve(first, bulletin);
    bulletins.sendBack(second, { bulletinId: bulletin.id, remark: 'sai ngày' });
    bulletins.submit(place.author, { bulletinId: bulletin.id });
    expect(view(first, bulletin)).toMatchObject({ mine: 'may', given: [] });
    approve(second, bulletin);
    expect(approve(third, bulletin).state).toBe('pending');
    expect(approve(first, bulletin).state).toBe('approved');
  });

  test('an edit voids what was agreed', async () => {
    const { at, place, first, second, third, sent, approve } = await editorial();
    const bulletin = await sent();
    const { bulletins } = at.house.services;
    approve(first, bulletin);
    bulletins.edit(place.author, { bulletinId: bulletin.id, text: 'Ngày kia họp.' });
    await until(() => at.deps.store.bulletins.get(bulletin.id)?.state === 'ready');
    const edited = bulletins.submit(place.author, { bulletinId: bulletin.id });
    expect(refused(() => approve(second, bulletin))).toBe('changed-since-seen');
    approve(second, edited);
    expect(approve(third, edited).state).toBe('pending');
    expect(approve(first, edited).state).toBe('approved');
  });

  test('a member who wrote it is not needed and may not', async () => {
    const { at, place, first, second, third, rule, sent, approve, view } = await editorial();
    at.deps.store.accounts.putGrant({
      ...{ accountId: place.author.accountId, role: 'approver', areaId: place.id },
    });
    rule([place.author, second]);
    const bulletin = await sent();
    const grants = at.deps.store.accounts.grants(place.author.accountId);
    expect(refused(() => approve({ ...place.author, grants }, bulletin))).toBe('own-bulletin');
    expect(view(second, bulletin).needed).toHaveLength(1);
    expect(view(third, bulletin).mine).toBe('not-in-group');
    expect(refused(() => approve(first, bulletin))).toBe('not-in-group');
    expect(approve(second, bulletin).state).toBe('approved');
  });

  test('somebody disabled in between is waited for no longer, nor can they press', async () => {
    const { at, first, second, third, sent, approve, admin } = await editorial();
    const bulletin = await sent();
    approve(first, bulletin);
    at.deps.store.accounts.setDisabled(third.accountId, at.clock.wallMs());
    expect(approve(second, bulletin).state).toBe('approved');
    const shown = at.house.services.approvalRules.get(admin, { areaId: bulletin.tenantId });
    expect(shown.unable).toEqual([{ accountId: third.accountId, name: 'Cán bộ duyet-3' }]);
  });

  test('a group made smaller lets one who agreed press again; a larger one waits', async () => {
    const { first, second, third, rule, sent, approve, view } = await editorial();
    const bulletin = await sent();
    approve(first, bulletin);
    expect(refused(() => approve(first, bulletin))).toBe('already-yours');
    rule([first]);
    expect(view(first, bulletin).mine).toBe('may');
    rule([first, second]);
    rule([first, second, third]);
    expect(approve(second, bulletin).state).toBe('pending');
    expect(approve(third, bulletin).state).toBe('approved');
  });
});

test('any of a group is one of those listed', async () => {
  const { first, second, third, rule, sent, approve } = await editorial('any');
  rule([second]);
  const bulletin = await sent();
  expect(refused(() => approve(first, bulletin))).toBe('not-in-group');
  expect(refused(() => approve(third, bulletin))).toBe('not-in-group');
  expect(approve(second, bulletin).state).toBe('approved');
});

describe('the rule of a commune', () => {
  test('is one approver until an administrator says otherwise, and leaves a line', async () => {
    const { at, place, first, rule } = await editorial();
    expect(rule([first], 'one')).toMatchObject({ mode: 'one', accountIds: [] });
    expect(actions(at)[0]).toBe('approval-rule.set');
    const other = commune(at, await adminOf(at), 'xa-b');
    const { approvalRules } = at.house.services;
    expect(approvalRules.get(other.author, { areaId: other.id })).toMatchObject({ mode: 'one' });
    expect(refused(() => approvalRules.get(other.author, { areaId: place.id }))).toBe('missing');
  });

  test('is set by nobody else, for no village, with nobody who cannot approve', async () => {
    const { at, place, first, admin, rule } = await editorial();
    const { approvalRules } = at.house.services;
    const wish = { areaId: place.id, mode: 'any' as const, accountIds: [first.accountId] };
    expect(refused(() => approvalRules.set(first, wish))).toBe('not-your-role');
    const village = place.villages[0] ?? '';
    expect(refused(() => approvalRules.set(admin, { ...wish, areaId: village }))).toBe(
      'not-a-tenant',
    );
    expect(refused(() => rule([]))).toBe('group-size');
    expect(refused(() => rule([place.author]))).toBe('not-an-approver');
    const many = Array.from({ length: 13 }, (_, n) => person(at, `d-${n}`, ['approver', place.id]));
    expect(refused(() => rule(many))).toBe('group-size');
    const other = commune(at, await adminOf(at), 'xa-b');
    expect(refused(() => rule([other.approver]))).toBe('not-an-approver');
  });
});

async function adminOf(at: World): Promise<Actor> {
  const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province');
  return person(at, 'quan-tri-tinh', ['administrator', province?.id ?? '']);
}
