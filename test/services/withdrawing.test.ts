// A bulletin taken back by its author or its approver, and who is told of what.
// It must never know routes.
import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { REMARK_MAX_CHARS } from '../../src/services/approval/judging.ts';
import {
  actions,
  airings,
  approved,
  hashOf,
  liveCommune,
  pass,
  scheduled,
  sentAiring,
  written,
} from './steps.ts';
import { commune, ordersOn, person, until, world } from './world.ts';

async function started() {
  const at = world();
  const place = await liveCommune(at);
  const { approving, bulletins } = at.house.services;
  const kinds = () => at.happened.map(({ kind }) => kind);
  const code = (act: () => unknown) => {
    try {
      act();
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  return { at, place, approving, bulletins, kinds, code };
}

describe('the author takes back what waits', () => {
  test('before anybody decided; it can be changed and sent again', async () => {
    const { at, place, approving, bulletins, kinds } = await started();
    const { id: bulletinId } = await written(at, place);
    bulletins.submit(place.author, { bulletinId });
    const back = approving.withdraw(place.author, { bulletinId, remark: null });
    expect(back.state).toBe('ready');
    expect(actions(at)[0]).toBe('bulletin.withdraw');
    expect(kinds()).toEqual(['approval-wanted', 'bulletin-withdrawn']);
    expect(at.happened.at(-1)).toMatchObject({ byName: 'Cán bộ xa-a-soan' });
    expect(bulletins.submit(place.author, { bulletinId }).state).toBe('pending');
  });

  test('not once it is approved, and an approver returns what waits with a remark instead', async () => {
    const { at, place, approving, bulletins, code } = await started();
    const bulletin = await approved(at, place);
    const wish = { bulletinId: bulletin.id, remark: 'sai' };
    expect(code(() => approving.withdraw(place.author, wish))).toBe('not-your-role');
    const waiting = await written(at, place, { text: 'Khác.' });
    bulletins.submit(place.author, { bulletinId: waiting.id });
    const other = { bulletinId: waiting.id, remark: 'sai' };
    expect(code(() => approving.withdraw(place.approver, other))).toBe('not-your-role');
  });

  test.each(['ready', 'returned'] as const)('nor what is %s', async (state) => {
    const { at, place, approving, code } = await started();
    const bulletin = await written(at, place);
    at.deps.store.bulletins.update({ ...bulletin, state });
    const wish = { bulletinId: bulletin.id, remark: null };
    expect(code(() => approving.withdraw(place.author, wish))).toBe('not-approved');
  });
});

describe('an approver withdraws what was approved', () => {
  test('it is returned with the reason, what is on its way is stopped with a signed order', async () => {
    const { at, place, approving, kinds } = await started();
    const bulletin = await approved(at, place);
    scheduled(at, place, { bulletin, rule: { kind: 'now' } });
    const airingId = await sentAiring(at);
    const remark = 'Sai giờ họp';
    const back = approving.withdraw(place.approver, { bulletinId: bulletin.id, remark });
    expect(back).toMatchObject({ state: 'returned', stateReason: remark });
    expect(at.deps.store.airings.get(airingId)?.state).toBe('cancelled');
    const village = at.deps.store.areas.get(place.villages[0] ?? '')?.code ?? '';
    const stop = () =>
      ordersOn(at, topics.areaOrder(village)).filter(({ kind }) => kind === 'cancel');
    await until(() => stop().length > 0, 'the signed cancel');
    expect(stop()[0]).toMatchObject({ streamId: airingId });
    expect(kinds()).toContain('bulletin-withdrawn');
    const [line] = at.deps.store.audit
      .list({ tenantIds: null, beforeId: null, limit: 20 })
      .filter(({ action }) => action === 'bulletin.withdraw');
    expect(JSON.parse(line?.detail ?? '{}')).toMatchObject({ remark });
  });

  test('nothing of it airs from then on, and what was agreed counts no longer', async () => {
    const { at, place, approving, bulletins } = await started();
    const bulletin = await approved(at, place);
    const atMs = at.clock.planMs() + 3_600_000;
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
    approving.withdraw(place.approver, { bulletinId: bulletin.id, remark: 'x' });
    await pass(at, 3_600_000);
    await pass(at, 60_000);
    const aired = airings(at).filter(({ state }) => state === 'sent' || state === 'sending');
    expect(aired).toEqual([]);
    const { approval } = bulletins.get(place.approver, { bulletinId: bulletin.id });
    const last = { what: 'withdrawn', name: 'Cán bộ xa-a-duyet' };
    expect(approval).toMatchObject({ given: [], mine: 'may', last });
  });

  test('not without a reason, and a long or marked-up one is kept as it is, cut', async () => {
    const { at, place, approving, code } = await started();
    const { id: bulletinId } = await approved(at, place);
    const wish = (remark: string | null) => ({ bulletinId, remark });
    expect(code(() => approving.withdraw(place.approver, wish(null)))).toBe('remark-missing');
    expect(code(() => approving.withdraw(place.approver, wish('   ')))).toBe('remark-missing');
    const markup = `<img src=x onerror=alert(1)>${'a'.repeat(5_000)}`;
    const { stateReason } = approving.withdraw(place.approver, wish(markup));
    expect(stateReason).toBe(markup.slice(0, REMARK_MAX_CHARS));
  });

  test('not of another commune, nor without a role', async () => {
    const { at, place, approving, code } = await started();
    const bulletin = await approved(at, place);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province');
    const admin = person(at, 'qt', ['administrator', province?.id ?? '']);
    const other = commune(at, admin, 'xa-b');
    const wish = { bulletinId: bulletin.id, remark: 'x' };
    expect(code(() => approving.withdraw(other.approver, wish))).toBe('missing');
    expect(code(() => approving.withdraw(place.technician, wish))).toBe('not-your-role');
    expect(at.deps.store.bulletins.get(bulletin.id)?.state).toBe('approved');
  });
});

describe('who is told', () => {
  test('a return tells the author why', async () => {
    const { at, place, bulletins } = await started();
    const { id: bulletinId } = await written(at, place);
    bulletins.submit(place.author, { bulletinId });
    bulletins.sendBack(place.approver, { bulletinId, remark: 'Sai ngày' });
    expect(at.happened.at(-1)).toMatchObject({
      ...{ kind: 'bulletin-returned', bulletinId, remark: 'Sai ngày' },
      authorId: place.author.accountId,
    });
  });

  test.each([
    ['an emergency', 'emergency', ['emergency-out']],
    ['an ordinary notice', 'normal', []],
  ] as const)('%s going out: %j', async (_, priority, expected) => {
    const { at, place, kinds } = await started();
    const bulletin = await approved(at, place, { priority });
    scheduled(at, place, { bulletin, rule: { kind: 'now' } });
    await sentAiring(at);
    for (let beat = 0; beat < 3; beat += 1) await pass(at, 20_000);
    expect(kinds().filter((kind) => kind === 'emergency-out')).toEqual(expected);
    const out = at.happened.find(({ kind }) => kind === 'emergency-out');
    if (out) expect(out).toMatchObject({ drill: false, areaNames: ['ban-1', 'ban-2'] });
  });

  test('a drill is told as a drill; what is hindered is not told at all', async () => {
    const { at, place, bulletins, kinds } = await started();
    const wish = { areaId: place.id, text: 'Diễn tập.', title: 'D', drill: true };
    const made = bulletins.create(place.author, { ...wish, priority: 'emergency' });
    await until(() => at.deps.store.bulletins.get(made.id)?.state === 'ready');
    const bulletin = at.deps.store.bulletins.get(made.id) ?? made;
    const atMs = at.clock.planMs() + 60_000;
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
    await pass(at, 70_000);
    expect(kinds()).not.toContain('emergency-out');
    bulletins.submit(place.author, { bulletinId: made.id });
    bulletins.approve(place.approver, { bulletinId: made.id, contentHash: hashOf(at, bulletin) });
    scheduled(at, place, { bulletin, rule: { kind: 'now' } });
    await sentAiring(at);
    expect(at.happened.find(({ kind }) => kind === 'emergency-out')).toMatchObject({ drill: true });
  });
});
