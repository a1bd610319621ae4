// Standing approvals and bulletins that submit themselves: doors other use-cases call.
// It must never know templates.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { approveByStanding, submitByItself } from '../../src/services/approval/judging.ts';
import { actions, airings, hashOf, liveCommune, scheduled, sentAiring, written } from './steps.ts';
import { person, world } from './world.ts';

async function made() {
  const at = world();
  const place = await liveCommune(at);
  const bulletin = await written(at, place);
  const stand = (of: Partial<Parameters<typeof approveByStanding>[1]> = {}) => {
    const found = approveByStanding(at.deps, {
      ...{ bulletinId: bulletin.id, contentHash: hashOf(at, bulletin) },
      ...{ approverId: place.approver.accountId, standingId: 'dung-ten-1', ...of },
    });
    return found instanceof AppError ? found.code : found.state;
  };
  const now = () => at.deps.store.bulletins.get(bulletin.id)?.state;
  return { at, place, bulletin, stand, now };
}

describe('somebody who stands for a template', () => {
  test('approves what was made from it, in their own name, and it airs', async () => {
    const { at, place, bulletin, stand } = await made();
    scheduled(at, place, { bulletin, rule: { kind: 'now' } });
    expect(stand()).toBe('approved');
    const [given] = at.deps.store.approvals.of(bulletin.id);
    expect(given).toMatchObject({
      approverId: place.approver.accountId,
      standingId: 'dung-ten-1',
      contentHash: hashOf(at, bulletin),
    });
    const [line] = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 1 });
    expect(line).toMatchObject({ action: 'bulletin.approve', accountId: place.approver.accountId });
    expect(JSON.parse(line?.detail ?? '')).toMatchObject({ standingId: 'dung-ten-1' });
    expect(at.happened).toMatchObject([{ kind: 'bulletin-approved', bulletinId: bulletin.id }]);
    await sentAiring(at);
    expect(airings(at)).toHaveLength(1);
  });

  test.each([
    ['for another sound', { contentHash: 'b'.repeat(64) }, 'changed-since-seen'],
    ['for a bulletin that is not there', { bulletinId: 'x' }, 'missing'],
    ['as somebody who is not', { approverId: 'x' }, 'not-your-role'],
  ])('%s: nothing is written', async (_, of, code) => {
    const { at, bulletin, stand, now } = await made();
    expect(stand(of)).toBe(code);
    expect(now()).toBe('ready');
    expect(at.deps.store.approvals.of(bulletin.id)).toEqual([]);
    expect(at.happened).toEqual([]);
  });

  test('who wrote it may not stand for it, nor whoever was disabled since', async () => {
    const { at, place, stand, now } = await made();
    const { accounts } = at.deps.store;
    accounts.putGrant({ accountId: place.author.accountId, role: 'approver', areaId: place.id });
    expect(stand({ approverId: place.author.accountId })).toBe('own-bulletin');
    accounts.setDisabled(place.approver.accountId, 1);
    expect(stand()).toBe('not-your-role');
    expect(now()).toBe('ready');
  });

  test('is one of several where a whole group must agree: the others are asked', async () => {
    const { at, place, stand } = await made();
    const second = person(at, 'duyet-2', ['approver', place.id]);
    const ids = [place.approver.accountId, second.accountId];
    at.deps.store.approvalRules.put(place.id, { mode: 'all', accountIds: ids });
    expect(stand()).toBe('pending');
    expect(at.happened).toMatchObject([{ kind: 'approval-wanted' }]);
    expect(stand()).toBe('already-yours');
    expect(stand({ approverId: second.accountId })).toBe('approved');
  });
});

describe('a bulletin that submits itself', () => {
  test('waits in its author’s name, and an approver is asked', async () => {
    const { at, place, bulletin, now } = await made();
    expect(submitByItself(at.deps, { bulletinId: bulletin.id })).toMatchObject({
      state: 'pending',
    });
    expect(now()).toBe('pending');
    expect(actions(at)[0]).toBe('bulletin.submit');
    const [line] = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 1 });
    expect(line?.accountId).toBe(place.author.accountId);
    expect(at.happened).toMatchObject([
      { kind: 'approval-wanted', bulletinId: bulletin.id, priority: 'normal', drill: false },
    ]);
  });

  test('once only, and not without being there', async () => {
    const { at, bulletin } = await made();
    submitByItself(at.deps, { bulletinId: bulletin.id });
    expect(submitByItself(at.deps, { bulletinId: bulletin.id })).toMatchObject({
      code: 'already-submitted',
    });
    expect(submitByItself(at.deps, { bulletinId: 'x' })).toMatchObject({ code: 'missing' });
    expect(at.happened).toHaveLength(1);
  });
});
