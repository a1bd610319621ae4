import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import { bytesOf, written } from '../domain/source/source-samples.ts';
import {
  allSounded,
  beats,
  bulletinsOf,
  codeOf,
  lettersOf,
  rowsOf,
  type Sourced,
  sourced,
} from './source-steps.ts';
import { actions, airings } from './steps.ts';
import { ordersOn, until } from './world.ts';

const FLOOD = {
  ...{ priority: 'emergency', title: 'Xả lũ khẩn cấp', template: 'xa-lu' },
  text: 'Thủy điện Nậm Mu xả lũ từ 15 giờ. Bà con hạ lưu rời lòng suối ngay.',
};

async function trusting(): Promise<Sourced> {
  const all = await sourced();
  all.at.house.services.source.setTrust(all.head, { keyId: 'khoa-1', on: true });
  await beats(all, 2);
  return all;
}

/** Beats of a second until so many orders to play are on the wire of the commune. */
async function orders(all: Sourced, count: number) {
  const topic = topics.areaOrder('xa-a');
  const play = () => ordersOn(all.at, topic).filter(({ kind }) => kind === 'play');
  await until(() => {
    void all.at.house.beat();
    all.at.clock.move(250);
    return play().length >= count;
  }, `${count} orders`);
  return play();
}

describe('the standing trust', () => {
  test('is off until an approver of the province gives it; everybody is told and it is written down', async () => {
    const all = await sourced();
    const { at, a, head } = all;
    const { source } = at.house.services;
    expect(source.view(head).trusts).toEqual([
      { keyId: 'khoa-1', keyName: 'Khóa của tỉnh', by: null, lapsed: false },
    ]);
    expect(codeOf(() => source.setTrust(a.approver, { keyId: 'khoa-1', on: true }))).toBe(
      'missing',
    );
    expect(codeOf(() => source.setTrust(head, { keyId: 'khoa-9', on: true }))).toBe('missing');
    const view = source.setTrust(head, { keyId: 'khoa-1', on: true });
    expect(view.trusts[0]?.by?.name).toBe('Cán bộ lanh-dao');
    const told = at.happened.filter(({ kind }) => kind === 'source-trusted');
    expect(told.map(({ tenantId }) => tenantId)).toEqual([all.provinceId, a.id]);
    expect(told[0]).toMatchObject({ on: true, byName: 'Cán bộ lanh-dao' });
    source.setTrust(head, { keyId: 'khoa-1', on: true });
    expect(actions(at).filter((action) => action === 'source.trust')).toHaveLength(1);
    source.setTrust(head, { keyId: 'khoa-1', on: false });
    expect(source.view(head).trusts[0]?.by).toBeNull();
    expect(at.happened.at(-1)).toMatchObject({ kind: 'source-trusted', on: false });
  });

  test('lapses with the role of whoever gave it, and with the key', async () => {
    const all = await trusting();
    const { at, head, provinceId } = all;
    const view = () => at.house.services.source.view(head).trusts;
    const grant = { accountId: head.accountId, role: 'approver', areaId: provinceId } as const;
    at.deps.store.accounts.dropGrant(grant);
    expect(view()).toMatchObject([{ lapsed: true }]);
    all.push(FLOOD);
    await allSounded(all);
    await beats(all, 2);
    expect(bulletinsOf(all)).toMatchObject([{ state: 'pending' }]);
  });
});

describe('an emergency that the source system signed', () => {
  test('goes out by the trust: the frame’s order is on the wire within two seconds of arrival, to be heard within ten', async () => {
    const all = await trusting();
    const { at } = all;
    const arrivedMs = at.clock.planMs();
    all.push(FLOOD);
    const [frame] = await orders(all, 1);
    expect(at.clock.planMs() - arrivedMs).toBeLessThanOrEqual(2_000);
    expect((frame?.playAtMs as number) - arrivedMs).toBeLessThanOrEqual(10_000);
    expect(frame).toMatchObject({ priority: 'emergency', drill: false, title: 'Xả lũ' });
    const both = await orders(all, 2);
    const whole = both.find(({ title }) => title === 'Xả lũ khẩn cấp');
    expect((whole?.playAtMs as number) - arrivedMs).toBeLessThanOrEqual(30_000);
    expect(at.studio.made.filter((text) => text.includes('hệ thống thông tin nguồn'))).toHaveLength(
      1,
    );
  });

  test('is approved in the name of whoever gave the trust, and the line says by which key', async () => {
    const all = await trusting();
    const { at, head } = all;
    all.push({ ...FLOOD, template: undefined });
    await allSounded(all);
    await beats(all, 2);
    const [bulletin] = bulletinsOf(all);
    expect(bulletin).toMatchObject({ state: 'approved', priority: 'emergency' });
    const [approval] = at.deps.store.approvals.of(bulletin?.id ?? '');
    expect(approval).toMatchObject({ approverId: head.accountId, neededIds: [] });
    const lines = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 50 });
    const line = lines.find(({ action }) => action === 'service.source-approved');
    expect(JSON.parse(line?.detail ?? '{}')).toMatchObject({
      keyId: 'khoa-1',
      externalId: 'TTN-1',
    });
    expect(at.happened.filter(({ kind }) => kind === 'emergency-out')).toHaveLength(1);
    expect(at.happened.find(({ kind }) => kind === 'source-emergency')).toMatchObject({
      ...{ tenantId: all.provinceId, title: 'Xả lũ khẩn cấp' },
    });
  });

  test('is stopped by the commune’s own button, and what was still being made asks an approver', async () => {
    const all = await trusting();
    const held = all.at.studio.hold();
    all.push(FLOOD);
    await orders(all, 1);
    const stopped = all.at.house.services.stops.stop(all.a.approver, { areaId: all.a.id });
    expect(stopped.airings).toBe(1);
    held.letGo();
    await allSounded(all);
    await beats(all, 3);
    expect(airings(all.at).map(({ state }) => state)).toEqual(['cancelled']);
    const states = bulletinsOf(all).map(({ title, state }) => `${title}: ${state}`);
    expect(states.sort()).toEqual(['Xả lũ khẩn cấp: pending', 'Xả lũ: approved']);
  });

  test('that cannot be made is told upwards with what stood in the way', async () => {
    const all = await trusting();
    const { at } = all;
    const say = { vi: 'Bộ đọc dừng.', en: 'The engine stopped.' };
    at.deps.studio.make = async () => {
      throw new AppError({ code: 'voice-missing', fault: 'world', say });
    };
    all.push({ ...FLOOD, template: undefined });
    await until(() => bulletinsOf(all).some(({ state }) => state === 'failed'));
    await beats(all, 2);
    expect(at.happened.filter(({ kind }) => kind === 'source-refused')).toMatchObject([
      { why: 'not-made', emergency: true, detail: 'Bộ đọc dừng. (The engine stopped.)' },
    ]);
  });

  test('waits for an approver where no trust was given, and goes as soon as it is approved', async () => {
    const all = await sourced();
    const { at, a } = all;
    all.push(FLOOD);
    await allSounded(all);
    await beats(all, 2);
    const [bulletin] = bulletinsOf(all);
    expect(bulletin).toMatchObject({ state: 'pending' });
    expect(at.happened.at(-1)).toMatchObject({ kind: 'approval-wanted', priority: 'emergency' });
    const clip = at.deps.store.clips.get(bulletin?.clipId ?? '');
    const contentHash = clip?.contentHash ?? '';
    at.house.services.bulletins.approve(a.approver, {
      bulletinId: bulletin?.id ?? '',
      contentHash,
    });
    expect(await orders(all, 1)).toMatchObject([{ priority: 'emergency' }]);
  });

  test('that is older than a quarter of an hour is looked at by a person first', async () => {
    const all = await trusting();
    const issuedAt = new Date(all.at.clock.planMs() - 16 * 60_000).toISOString();
    all.push({ ...FLOOD, issuedAt });
    await allSounded(all);
    await beats(all, 2);
    expect(bulletinsOf(all)).toMatchObject([{ state: 'pending' }]);
    expect(airings(all.at)).toEqual([]);
  });

  test('whose words a person changed meanwhile is approved by nobody’s signature', async () => {
    const all = await trusting();
    const { at, a } = all;
    const held = at.studio.hold();
    all.push({ ...FLOOD, template: undefined });
    const [bulletin] = bulletinsOf(all);
    at.house.services.bulletins.edit(a.author, {
      bulletinId: bulletin?.id ?? '',
      text: 'Chữ khác.',
    });
    held.letGo();
    await allSounded(all);
    await beats(all, 2);
    expect(bulletinsOf(all)).toMatchObject([{ state: 'pending', version: 2 }]);
  });

  test('as a drill says so before and after, and has no frame', async () => {
    const all = await trusting();
    all.push({ ...FLOOD, drill: true });
    const [order] = await orders(all, 1);
    expect(order).toMatchObject({ drill: true, title: 'Diễn tập: Xả lũ khẩn cấp' });
    expect(bulletinsOf(all)).toHaveLength(1);
    expect(bulletinsOf(all)[0]?.text.match(/diễn tập/g)).toHaveLength(2);
  });

  test('for the whole province is told in every commune', async () => {
    const all = await trusting();
    all.push({ ...FLOOD, areas: ['muong-thu'], template: undefined });
    const told = all.at.happened.filter(({ kind }) => kind === 'source-emergency');
    expect(told.map(({ tenantId }) => tenantId)).toEqual([all.a.id]);
  });

  test('unsigned or wrongly signed is never on the air, though the key is trusted', async () => {
    const all = await trusting();
    const body = bytesOf(
      written({ ...FLOOD, issuedAt: new Date(all.at.clock.planMs()).toISOString() }),
    );
    expect(codeOf(() => all.push({}, { body, proof: null }))).toBe('unsigned');
    const proof = {
      keyId: 'khoa-1',
      timestampMs: all.at.clock.wallMs(),
      signature: 'A'.repeat(88),
    };
    expect(codeOf(() => all.push({}, { body, proof }))).toBe('bad-signature');
    await beats(all, 10);
    expect(airings(all.at)).toEqual([]);
    expect(bulletinsOf(all)).toEqual([]);
  });

  test('survives the end of the process between its arrival and its sound', async () => {
    const all = await trusting();
    const held = all.at.studio.hold();
    all.push({ ...FLOOD, template: undefined });
    const again = all.at.restart();
    again.source.set(all.at.source.setting);
    await all.at.house.stop();
    held.letGo();
    again.house.start();
    const then = { ...all, at: again };
    await allSounded(then);
    await beats(then, 3);
    expect(bulletinsOf(then)).toMatchObject([{ state: 'approved' }]);
  });

  test('is acknowledged step by step, and its result counts the verdicts of each commune', async () => {
    const all = await trusting();
    all.push({ ...FLOOD, template: undefined });
    const [order] = await orders(all, 1);
    await beats(all, 3);
    const streamId = String(order?.streamId);
    const [one] = all.a.boxes;
    all.at.clock.move((order?.playAtMs as number) + 25_000 - all.at.clock.planMs());
    await one?.receipt({ event: 'stored', streamId });
    await one?.receipt({ event: 'started', streamId });
    await one?.receipt({ event: 'finished', streamId });
    const verdicts = () =>
      all.at.deps.store.airings.speakers(streamId).flatMap(({ verdict }) => verdict ?? []);
    await until(() => verdicts().length === 1, 'the receipt');
    await beats(all, 120);
    const states = lettersOf(all, 'ack').map(({ state }) => state);
    expect(states).toEqual([...new Set(states)]);
    expect(states[0]).toBe('accepted');
    expect(states.at(-1)).toBe('aired');
    const [result] = lettersOf(all, 'airing-result');
    expect(result).toMatchObject({ externalId: 'TTN-1', revision: 1, areaCode: 'xa-a' });
    expect(result?.communes).toMatchObject([
      { areaCode: 'xa-a', counts: { played: 1, failed: 1 } },
    ]);
    expect(rowsOf(all)[0]?.state).toBe('aired');
    expect(lettersOf(all, 'airing-result')).toHaveLength(1);
    // what a loudspeaker says late changes the count, and is told
    await all.a.boxes[1]?.receipt({ event: 'finished', streamId });
    await until(() => verdicts().every(({ kind }) => kind === 'played'), 'the late receipt');
    await beats(all, 3);
    expect(lettersOf(all, 'airing-result')).toHaveLength(2);
    expect(lettersOf(all, 'airing-result')[1]?.communes).toMatchObject([{ counts: { played: 2 } }]);
  });
});

test('a cancel by its sender takes an emergency off the air, a newer revision takes its place', async () => {
  const all = await trusting();
  // said again where the order itself was still going out
  const cancelled = () => {
    const found = ordersOn(all.at, topics.areaOrder('xa-a')).filter(
      ({ kind }) => kind === 'cancel',
    );
    return new Set(found.map(({ streamId, reason }) => `${streamId} ${reason}`));
  };
  all.push({ ...FLOOD, template: undefined });
  await orders(all, 1);
  all.push({ ...FLOOD, template: undefined, revision: 2, title: 'Xả lũ, đính chính' });
  const [first, second] = await orders(all, 2);
  await until(() => cancelled().has(`${first?.streamId} source-replaced`), 'the first cancel');
  all.push({ does: 'cancel', revision: 3 });
  await until(() => cancelled().has(`${second?.streamId} source-cancelled`), 'the second cancel');
  await beats(all, 3);
  expect(airings(all.at).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  expect(bulletinsOf(all).every(({ state }) => state === 'returned')).toBe(true);
});
