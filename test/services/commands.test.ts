import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { BEAT, MINUTE, speaker, waits } from './poles.ts';
import { actions, airings, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { type Commune, NOON, ordersOn, until, type World, world } from './world.ts';

const commandsTo = (at: World) =>
  ordersOn(at, topics.speakerOrder('loa-1')).filter(({ kind }) => kind === 'command');
const ask = (at: World, by: Commune, command: 'identify' | 'self-test' = 'identify') =>
  at.house.services.commands.ask(by.technician, { siteId: 'loa-1', command });
const shown = (at: World, by: Commune) =>
  at.house.services.speakers.get(by.operator, { siteId: 'loa-1' }).commands;

describe('a command', () => {
  test('is one signed order to one unit, good for a minute', async () => {
    const at = world();
    const place = await liveCommune(at);
    const unitId = place.boxes[0]?.unitId;
    const asked = ask(at, place);
    expect(asked).toMatchObject({ expiresAtMs: NOON + MINUTE, broker: 'connected' });
    await until(() => commandsTo(at).length === 1, 'the order');
    expect(commandsTo(at)).toMatchObject([
      { command: 'identify', speakerId: 'loa-1', unitId, orderId: asked.orderId },
    ]);
    expect(actions(at)).toContain('speaker.command');
    expect(shown(at, place)).toMatchObject([{ state: 'waiting', askedBy: 'Cán bộ xa-a-ky-thuat' }]);
  });

  test('is answered by a receipt, kept once, acknowledged, and no stray', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    const { orderId } = ask(at, place, 'self-test');
    const facts = { sink: 'ok', freeMb: 900, tone: true, said: `a\u202e${'b'.repeat(190)}` };
    const answer = { event: 'commanded', streamId: null, orderId, command: 'self-test' } as const;
    await boxes[0]?.receipt({ ...answer, receiptId: 'c1', ok: true, facts });
    await until(() => shown(at, place)[0]?.state === 'answered', 'the answer');
    const [command] = shown(at, place);
    expect(command).toMatchObject({ ok: true, facts: { sink: 'ok', freeMb: 900, tone: true } });
    // no sign that turns a line round, and no more than a screen can show
    expect(command?.facts.said).toBe(`a${'b'.repeat(119)}`);
    expect(at.deps.store.receipts.astray('loa-1')).toBe(0);
    // said again, and said otherwise: the first word stands
    await boxes[0]?.receipt({ ...answer, receiptId: 'c2', ok: false, facts: {} });
    const acks = () =>
      ordersOn(at, topics.speakerOrder('loa-1')).flatMap(({ receiptIds }) => receiptIds ?? []);
    await until(() => acks().length === 2, 'both acknowledged');
    expect(shown(at, place)[0]?.ok).toBe(true);
  });

  test('nobody answers is said to be so', async () => {
    const at = world();
    const place = await liveCommune(at);
    ask(at, place);
    at.clock.move(90_000);
    expect(shown(at, place)[0]?.state).toBe('waiting');
    at.clock.move(31_000);
    expect(shown(at, place)[0]?.state).toBe('no-answer');
  });

  test('that waits for the broker is not sent when its minute is over', async () => {
    const at = world();
    const place = await liveCommune(at);
    at.wire.cut();
    expect(ask(at, place).broker).toBe('waiting');
    at.clock.move(2 * MINUTE);
    at.wire.mend();
    ask(at, place);
    await until(() => commandsTo(at).length > 0, 'the second');
    expect(commandsTo(at)).toHaveLength(1);
  });

  test('is taken six times a minute, and by who may', async () => {
    const at = world();
    const place = await liveCommune(at);
    for (let n = 0; n < 6; n += 1) ask(at, place);
    expect(() => ask(at, place)).toThrow('too-many-commands');
    at.clock.move(MINUTE);
    ask(at, place);
    const { commands, sites } = at.house.services;
    const wish = { siteId: 'loa-1', command: 'identify' } as const;
    expect(() => commands.ask(place.author, wish)).toThrow('not-your-role');
    expect(() => commands.ask(place.operator, { ...wish, siteId: 'loa-9' })).toThrow('missing');
    sites.removeUnit(place.technician, { unitId: speaker(at, place).unitId ?? '' });
    expect(() => commands.ask(place.operator, wish)).toThrow('no-unit');
  });

  test('an answer to a question nobody asked is a stray', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    const { orderId } = ask(at, place);
    const answer = { event: 'commanded', streamId: null, command: 'identify', facts: {} } as const;
    await boxes[1]?.receipt({ ...answer, orderId, ok: true });
    await boxes[0]?.receipt({ ...answer, orderId: 'unknown', ok: true });
    await at.house.stop();
    expect(shown(at, place)[0]?.answeredAtMs).toBeNull();
  });
});

const open = (at: World) => at.deps.store.incidents.allOpen().map(({ kind }) => kind);

describe('a self-test', () => {
  test('that fails is an incident until one does not', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    for (const ok of [false, true]) {
      const { orderId } = ask(at, place, 'self-test');
      const answer = { event: 'commanded', streamId: null, command: 'self-test' } as const;
      await boxes[0]?.receipt({ ...answer, orderId, ok, facts: { sink: ok ? 'ok' : 'dead' } });
      const wanted = ok ? [] : ['self-test-failed'];
      await until(() => open(at).join() === wanted.join(), `the incident of ${ok}`);
    }
  });
});

describe('what fails to sound', () => {
  async function aired(at: World, place: Commune, n: number) {
    const bulletin = await approved(at, place, { text: `Thông báo số ${n} của xã.` });
    const atMs = at.clock.planMs() + 90_000;
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
    at.clock.move(MINUTE);
    return sentAiring(at);
  }

  test('twice in a row for the box is an incident, told of at the failure, and over when it sounds', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    const [first, second] = boxes;
    const broken = { event: 'finished', shortOf: 'sink-failed', heardMs: 0 } as const;
    for (const n of [1, 2]) {
      const streamId = await aired(at, place, n);
      await first?.receipt({ ...broken, streamId });
      await second?.receipt({ event: 'finished', streamId });
      const state = () => airings(at).find(({ id }) => id === streamId)?.state;
      await until(() => state() === 'closed', 'the end');
      await pass(at, 1_000);
      const failed = { failed: 1, speakers: 2, airingId: streamId };
      expect(at.happened.at(-1)).toMatchObject({ kind: 'airing-failed', ...failed });
      expect(open(at)).toEqual(n === 1 ? [] : ['failed-to-sound']);
      for (const each of boxes) await each.hello();
    }
    const streamId = await aired(at, place, 3);
    await first?.receipt({ event: 'finished', streamId });
    await until(() => open(at).length === 0, 'the incident to be over');
  });

  test('at a pole that is known to be silent is no news again', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    const [first, second] = boxes;
    for (let n = 0; n < 8; n += 1) {
      await waits(at, BEAT);
      await second?.hello();
    }
    const streamId = await aired(at, place, 1);
    await second?.receipt({ event: 'finished', streamId });
    const { store } = at.deps;
    await until(() => store.airings.speaker(streamId, 'loa-2')?.verdict != null, 'the verdict');
    await waits(at, 2 * MINUTE);
    await pass(at, 1_000);
    expect(airings(at)[0]?.state).toBe('closed');
    expect(at.happened.map(({ kind }) => kind)).not.toContain('airing-failed');
    expect(first?.siteId).toBe('loa-1');
  });
});
