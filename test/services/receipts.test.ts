import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyIdOf, rawPublicKey, topics } from '../../devices/protocol/index.ts';
import { actions, airings, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { box, NOON, ordersOn, until, type World, world } from './world.ts';

const MINUTE = 60_000;

async function onAir(at: World) {
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
  at.clock.move(MINUTE);
  const streamId = await sentAiring(at);
  at.wire.said.length = 0;
  const [first, second] = place.boxes;
  if (!first || !second) throw new Error('two boxes');
  return { ...place, streamId, first, second };
}

const verdictAt = (at: World, id: string, siteId: string) =>
  at.deps.store.airings.speaker(id, siteId)?.verdict;

const acked = (at: World, siteId: string) =>
  ordersOn(at, topics.speakerOrder(siteId))
    .filter(({ kind }) => kind === 'ack')
    .flatMap(({ receiptIds }) => receiptIds as string[]);

describe('receipts', () => {
  test('of every speaker close the airing at once', async () => {
    const at = world();
    const { streamId, first, second } = await onAir(at);
    for (const each of [first, second])
      for (const event of ['stored', 'started', 'finished'] as const)
        await each.receipt({ event, streamId });
    await until(() => airings(at)[0]?.state === 'closed', 'the closing');
    expect(verdictAt(at, streamId, 'loa-1')).toMatchObject({
      kind: 'played',
      reason: 'whole',
      heardMs: 24_000,
      startErrorMs: 2,
      revision: 0,
    });
    expect(actions(at)).toContain('service.airing-closed');
  });

  test('are acknowledged after the commit, many in one order', async () => {
    const at = world();
    const { streamId, first } = await onAir(at);
    for (let n = 0; n < 5; n += 1) await first.receipt({ event: 'stored', streamId });
    await until(() => acked(at, 'loa-1').length > 0, 'the ack');
    expect(new Set(acked(at, 'loa-1')).size).toBe(5);
    expect(ordersOn(at, topics.speakerOrder('loa-1'))).toHaveLength(1);
    expect(at.deps.store.receipts.of(streamId, 'loa-1')).toHaveLength(5);
  });

  test('sent again are kept once, change nothing and are acknowledged again', async () => {
    const at = world();
    const { streamId, first } = await onAir(at);
    const receipt = { event: 'finished' as const, streamId, receiptId: 'once' };
    await first.receipt(receipt);
    await until(() => acked(at, 'loa-1').length === 1);
    await first.receipt(receipt);
    await until(() => acked(at, 'loa-1').length === 2);
    expect(at.deps.store.receipts.of(streamId, 'loa-1')).toHaveLength(1);
    expect(verdictAt(at, streamId, 'loa-1')?.revision).toBe(0);
  });

  test('that come late replace silence’s verdict, and say so in the audit', async () => {
    const at = world();
    const { streamId, first } = await onAir(at);
    await pass(at, 10 * MINUTE);
    expect(verdictAt(at, streamId, 'loa-1')?.kind).toBe('failed');
    await first.receipt({ event: 'finished', streamId });
    await until(() => verdictAt(at, streamId, 'loa-1')?.kind === 'played');
    expect(verdictAt(at, streamId, 'loa-1')?.revision).toBe(1);
    expect(actions(at)).toContain('service.verdict-revised');
    expect(airings(at)[0]?.state).toBe('closed');
  });

  test('of a refusal outside hours are a verdict of the rule', async () => {
    const at = world();
    const { streamId, first } = await onAir(at);
    await first.receipt({ event: 'refused', streamId });
    await until(() => verdictAt(at, streamId, 'loa-1') !== null);
    expect(verdictAt(at, streamId, 'loa-1')).toMatchObject({
      kind: 'skipped-by-rule',
      reason: 'out-of-hours',
    });
  });

  test('for an airing nobody knows are kept and acknowledged, so that the box forgets them', async () => {
    const at = world();
    const { first } = await onAir(at);
    for (const streamId of ['unknown', null])
      await first.receipt({ event: 'refused', streamId, receiptId: `odd-${streamId}` });
    await until(() => acked(at, 'loa-1').length === 2);
  });

  test('wait for nobody: a store that fails once is asked one by one', async () => {
    const at = world();
    const { streamId, first, second } = await onAir(at);
    const insert = at.deps.store.receipts.insert;
    at.deps.store.receipts.insert = (row) => {
      if (row.receipt.receiptId === 'poison') throw new Error('no');
      return insert(row);
    };
    await first.receipt({ event: 'stored', streamId, receiptId: 'poison' });
    await second.receipt({ event: 'stored', streamId, receiptId: 'good' });
    await until(() => acked(at, 'loa-2').length === 1);
    expect(acked(at, 'loa-1')).toEqual([]);
    expect(at.log.lines.some(({ line }) => line === 'a receipt could not be kept')).toBe(true);
    at.deps.store.receipts.insert = insert;
  }, 60_000);
});

describe('what is no receipt of this speaker', () => {
  test('is refused, written down and counted, but not without end', async () => {
    const at = world();
    const { streamId, first } = await onAir(at);
    const pair = generateKeyPairSync('ed25519');
    const thief = { keyId: keyIdOf(rawPublicKey(pair.privateKey)), privateKey: pair.privateKey };
    for (let n = 0; n < 20; n += 1) await first.send({ event: 'finished', streamId }, thief);
    expect(verdictAt(at, streamId, 'loa-1')).toBeNull();
    expect(actions(at).filter((action) => action === 'incident.forged-receipt')).toHaveLength(6);
  });

  test.each([
    ['another speaker’s', { speakerId: 'loa-2' }],
    ['a removed unit’s', { unitId: 'old' }],
    ['of no schema', { event: 'danced' }],
  ])('being %s is refused', async (_, change) => {
    const at = world();
    const { streamId, first } = await onAir(at);
    const receipt = {
      event: 'stored',
      receiptId: 'x',
      speakerId: first.siteId,
      unitId: first.unitId,
      atMs: NOON,
      streamId,
      chunksReceived: 1,
      chunksRepaired: 0,
      ...change,
    };
    await first.send(receipt);
    expect(actions(at)).toContain('incident.wrong-receipt');
    expect(at.deps.store.receipts.of(streamId, 'loa-1')).toEqual([]);
  });

  test('of a unit that never said hello has no key to be opened with', async () => {
    const at = world();
    const place = await onAir(at);
    const areaId = place.villages[0] ?? '';
    const silent = box(at, { siteId: 'loa-9', areaId, by: place.technician });
    await silent.receipt({ event: 'stored', streamId: place.streamId });
    expect(actions(at)).toContain('incident.forged-receipt');
  });

  test('belongs to no airing and is kept three hundred times, acknowledged always', async () => {
    const at = world();
    const { first } = await onAir(at);
    for (let n = 0; n < 320; n += 1) await first.receipt({ event: 'refused', streamId: null });
    await until(() => acked(at, 'loa-1').length === 320, 'the acks');
    expect(at.deps.store.receipts.astray('loa-1')).toBe(300);
    expect(at.deps.store.receipts.astray('loa-2')).toBe(0);
  });

  test('comes without end and is kept six thousand times a day, said again or not', async () => {
    const at = world();
    const { streamId, first, second } = await onAir(at);
    const { insert } = at.deps.store.receipts;
    let rows = 0;
    at.deps.store.receipts.insert = ({ receipt }) => {
      if (receipt.receiptId === 'known') return false; // said again: writes nothing, costs nothing
      rows += receipt.speakerId === 'loa-1' ? 1 : 0;
      return true;
    };
    const burst = async () => {
      at.clock.move(30_000);
      await first.receipt({ event: 'stored', streamId, receiptId: 'known' });
      for (let n = 0; n < 399; n += 1) await first.receipt({ event: 'stored', streamId });
    };
    for (let n = 0; n < 17; n += 1) await burst();
    expect(rows).toBeGreaterThan(5_999);
    expect(rows).toBeLessThanOrEqual(6_200); // a batch is not cut
    expect(actions(at)).toContain('incident.receipt-flood');
    await second.receipt({ event: 'stored', streamId });
    await until(() => acked(at, 'loa-2').length === 1, 'the other speaker’s');
    at.deps.store.receipts.insert = insert;
  });

  test('comes in a flood and is let fall, to be said again later', async () => {
    const at = world();
    const { streamId, first } = await onAir(at);
    for (let n = 0; n < 450; n += 1) await first.receipt({ event: 'stored', streamId });
    await until(() => at.deps.store.receipts.of(streamId, 'loa-1').length >= 400);
    expect(at.deps.store.receipts.of(streamId, 'loa-1')).toHaveLength(400);
  });
});
