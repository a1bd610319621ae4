// Verdicts as an office meets them: within a minute, revised when more is learnt, each with the chain behind it.
// It must never know SQL.
import { describe, expect, test } from 'vitest';
import type { Airing } from '../../src/domain/model.ts';
import { endedBy } from '../../src/services/airing/verdict-facts.ts';
import { readSettings } from '../../src/settings.ts';
import { approved, liveCommune, scheduled } from './steps.ts';
import { box, NOON, person, until, type World, world } from './world.ts';

const MINUTE = 60_000;
const START = NOON + 10 * MINUTE;

async function beatUntil(at: World, planMs: number, stepMs = 1_000) {
  while (at.clock.planMs() < planMs) {
    at.clock.move(Math.min(stepMs, planMs - at.clock.planMs()));
    await at.house.beat();
  }
}

/** One airing at ten past twelve, of 24 s, sent to every speaker of the commune. */
async function sent(at: World, of: { more?: number } = {}) {
  const place = await liveCommune(at);
  for (let n = 0; n < (of.more ?? 0); n += 1)
    box(at, { siteId: `them-${n}`, areaId: place.villages[n % 2] ?? '', by: place.technician });
  const bulletin = await approved(at, place);
  const schedule = scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: START } });
  await beatUntil(at, START - 30_000, 10_000);
  const airing = at.deps.store.airings.ofSchedule(schedule.id)[0] as Airing;
  await until(() => at.deps.store.airings.get(airing.id)?.state === 'sent', 'the sending');
  return { ...place, schedule, airing, streamId: airing.id, bulletin };
}

const part = (
  at: World,
  streamId: string,
  siteId: string,
  by: Parameters<World['house']['services']['airings']['get']>[0],
) =>
  at.house.services.airings
    .get(by, { airingId: streamId })
    .speakers.find((one) => one.siteId === siteId);

test('every speaker has its verdict within 60 s of the end, with the grace the service starts with', async () => {
  const { graceMs } = readSettings({});
  const at = world({ graceMs });
  const { airing, streamId } = await sent(at, { more: 48 });
  const endMs = airing.playAtMs + airing.durationMs;
  await beatUntil(at, endMs + 60_000);
  const speakers = at.deps.store.airings.speakers(streamId);
  expect(speakers).toHaveLength(50);
  expect(speakers.filter(({ verdict }) => verdict === null)).toEqual([]);
  expect(Math.max(...speakers.map(({ verdict }) => verdict?.givenAtMs ?? 0))).toBeLessThanOrEqual(
    endMs + 60_000,
  );
  expect(at.deps.store.airings.get(streamId)?.state).toBe('closed');
});

describe('A speaker that loses its power and its link', () => {
  test('is told of with since when, and what came later revises it: both stay', async () => {
    const at = world();
    const { boxes, operator, streamId, airing } = await sent(at);
    const [, dark] = boxes;
    await dark?.hello({ power: { source: 'battery', batteryPercent: 9 } });
    at.clock.move(20_000);
    await at.house.beat();
    await dark?.hello({ online: false, power: { source: 'battery', batteryPercent: 9 } });
    await beatUntil(at, airing.closeAtMs + 2_000);
    const silent = part(at, streamId, 'loa-2', operator);
    expect(silent?.verdict).toMatchObject({ kind: 'failed', reason: 'offline', revision: 0 });
    expect(silent?.sentence.vi).toBe(
      'Không phát ở ban-2: cụm loa mất điện từ 12:09, hết giờ phát lúc 12:10.',
    );
    // it had played all the while, and says so when it is back
    at.clock.move(30 * MINUTE);
    await dark?.hello({ power: { source: 'mains', batteryPercent: 10 } });
    await dark?.receipt({ event: 'finished', streamId, atMs: airing.playAtMs + 24_000 } as never);
    await until(() => part(at, streamId, 'loa-2', operator)?.verdict?.revision === 1, 'a revision');
    const heard = part(at, streamId, 'loa-2', operator);
    expect(heard?.sentence.vi).toMatch(/^Đã phát ở ban-2: phát trọn vẹn/);
    expect(heard?.before).toEqual([
      { givenAtMs: silent?.verdict?.givenAtMs, sentence: silent?.sentence },
    ]);
    const { facts } = at.house.services.airings.chain(operator, {
      airingId: streamId,
      siteId: 'loa-2',
    });
    const lines = facts.map(({ says }) => says.vi);
    for (const line of [
      'đã vào lịch phát',
      'lệnh phát đã ký và gửi tới loa',
      'cụm loa mất điện lưới',
      'cụm loa mất liên lạc',
      'có điện lưới trở lại',
    ])
      expect(lines).toContain(line);
    expect(lines.find((line) => line.startsWith('cụm loa kết thúc'))).toMatch(/báo nhận muộn/);
    expect(facts.map(({ atMs }) => atMs)).toEqual(
      facts.map(({ atMs }) => atMs).sort((a, b) => a - b),
    );
  });

  test('is lost and back once for each time, whatever it repeats, over a restart too', async () => {
    const at = world();
    const { boxes } = await liveCommune(at);
    const kinds = (one: World) => {
      return one.deps.store.siteTurns
        .of('loa-1', { fromMs: 0, toMs: one.clock.planMs() })
        .map(({ kind }) => kind);
    };
    const battery = { source: 'battery', batteryPercent: 50 } as const;
    for (let n = 0; n < 3; n += 1) await boxes[0]?.hello({ power: battery });
    for (let n = 0; n < 3; n += 1) await boxes[0]?.hello({ online: false, power: battery });
    await at.house.beat();
    expect(kinds(at)).toEqual(['mains-lost', 'link-lost']);
    const again = at.restart();
    again.house.listen(() => undefined);
    const status = again.deps.store.statuses.get('loa-1')?.status;
    if (status)
      await again.house.events.status('loa-1', {
        ...status,
        online: true,
        power: { source: 'mains', batteryPercent: 51 },
      });
    await again.house.beat();
    expect(kinds(again).slice(2).sort()).toEqual(['link-back', 'mains-back']);
  });

  test('a solar speaker on its battery at night has lost nothing', async () => {
    const at = world();
    const { boxes, technician, operator } = await liveCommune(at);
    expect([technician.name, operator.name]).not.toContain('');
    const facts = at.deps.store.siteFacts.get('loa-1');
    at.deps.store.siteFacts.put({
      ...(facts ?? {
        siteId: 'loa-1',
        place: null,
        note: '',
        photo: null,
        sim: null,
        volumePercent: 100,
      }),
      deviceClass: 'solar-4g',
    });
    await boxes[0]?.hello({ power: { source: 'battery', batteryPercent: 80 } });
    await at.house.beat();
    expect(at.deps.store.siteTurns.last('loa-1', ['mains-lost', 'mains-back'])).toBeNull();
  });

  test('a link that flaps all day is kept a hundred and forty-four times, and no more', async () => {
    const at = world();
    const { boxes } = await liveCommune(at);
    for (let n = 0; n < 200; n += 1) {
      await boxes[0]?.hello({ online: n % 2 === 1 });
      at.clock.move(100_000);
    }
    await at.house.beat();
    const found = at.deps.store.siteTurns.of('loa-1', { fromMs: 0, toMs: at.clock.planMs() });
    expect(found).toHaveLength(144);
  });
});

describe('Who ended it', () => {
  test('is named, with why', async () => {
    const at = world();
    const { operator, streamId, id } = await sent(at);
    at.house.services.stops.stop(operator, { areaId: id, reason: 'nhà có tang' });
    await beatUntil(at, START + 2 * MINUTE, 5_000);
    expect(part(at, streamId, 'loa-1', operator)?.sentence.vi).toMatch(
      /^Không phát ở ban-1: Cán bộ xa-a-truc bấm Dừng phát lúc 12:09 \(nhà có tang\)\.$/,
    );
  });

  test('of a schedule taken back is named too, and a cancelled airing', async () => {
    const at = world();
    const { operator, streamId, schedule } = await sent(at);
    await at.house.services.schedules.withdraw(operator, { scheduleId: schedule.id });
    await beatUntil(at, START + 2 * MINUTE, 5_000);
    expect(part(at, streamId, 'loa-1', operator)?.sentence.vi).toMatch(
      /rút lịch phát lúc 12:09\.$/,
    );
  });
});

test.each([
  ['stopped', 'stop', null],
  ['nhà có tang', 'stop', 'nhà có tang'],
  ['schedule-changed', 'replanned', null],
  ['all-clear', 'all-clear', null],
  ['document-ended', 'ended', null],
  // what has no word yet is no person's word
  ['moved-by-tide', 'changed', null],
])('the reason %s is kept as %s, and no code as words', (reason, how, said) => {
  const at = world();
  const fact = endedBy(at.deps, { actor: null, reason });
  expect(fact).toMatchObject({ kind: 'ended', how, reason: said, by: null });
});

test('a unit taken down, and one that waits for nobody it knows, say so with their hour', async () => {
  const at = world();
  const { operator, technician, streamId, boxes } = await sent(at);
  at.house.services.sites.removeUnit(technician, { unitId: boxes[0]?.unitId ?? '' });
  await beatUntil(at, START + 2 * MINUTE, 5_000);
  expect(part(at, streamId, 'loa-1', operator)?.sentence.vi).toMatch(
    /thiết bị đã được tháo khỏi điểm loa này lúc 12:09\.$/,
  );
});

test('what cut it short is named by its title, with its hours', async () => {
  const at = world();
  const { operator, streamId, boxes, airing, schedule } = await sent(at);
  at.deps.store.airings.insert(
    { ...airing, id: 'lu-ve', occurrenceId: 'x', scheduleId: schedule.id, title: 'Lũ về' },
    [],
  );
  const interruptions = [
    { fromMs: START + 5_000, toMs: START + MINUTE, byStreamId: 'lu-ve', resumed: true },
  ];
  await boxes[0]?.receipt({ event: 'finished', streamId, interruptions } as never);
  await boxes[1]?.receipt({
    ...{ event: 'finished', streamId, heardMs: 0, startErrorMs: null },
    ...{ shortOf: 'pre-empted', preemptedBy: 'lu-ve' },
  } as never);
  await until(() => part(at, streamId, 'loa-2', operator)?.verdict != null, 'verdicts');
  expect(part(at, streamId, 'loa-1', operator)?.sentence.vi).toBe(
    'Đã phát ở ban-1: phát trọn vẹn, có tạm dừng cho bản tin “Lũ về” rồi phát tiếp (12:10–12:11).',
  );
  expect(part(at, streamId, 'loa-2', operator)?.sentence.vi).toBe(
    'Nhường bản tin khác ở ban-2: đến lượt thì bản tin “Lũ về” đang phát.',
  );
});

test('the chain of another commune’s speaker does not exist, nor of a speaker that had no part', async () => {
  const at = world();
  const { operator, streamId } = await sent(at);
  const stranger = person(at, 'nguoi-la');
  const { airings } = at.house.services;
  expect(() => airings.chain(stranger, { airingId: streamId, siteId: 'loa-1' })).toThrow();
  expect(() => airings.chain(operator, { airingId: streamId, siteId: 'loa-9' })).toThrow();
  expect(() => airings.chain(operator, { airingId: 'x', siteId: 'loa-1' })).toThrow();
});
