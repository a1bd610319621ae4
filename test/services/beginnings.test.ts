// What was heard whole, but not at its time: its verdict says when it began, why, and who set the order.
// It must never know SQL.
import { expect, test } from 'vitest';
import type { Receipt } from '../../devices/protocol/index.ts';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { noteFact } from '../../src/services/airing/verdict-facts.ts';
import { approved, liveCommune, scheduled } from './steps.ts';
import { NOON, until, world } from './world.ts';

const MINUTE = 60_000;
const START = NOON + 10 * MINUTE;

test('a priority item that waited and was then heard whole says so, at each speaker apart', async () => {
  const at = world();
  const place = await liveCommune(at);
  const bulletin = await approved(at, place, { priority: 'priority' });
  const { id } = scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: START } });
  at.clock.move(10 * MINUTE);
  await at.house.beat();
  const { store } = at.deps;
  const streamId = store.airings.ofSchedule(id)[0]?.id ?? '';
  await until(() => store.airings.get(streamId)?.state === 'sent', 'the sending');
  const untilMs = START - 10 * MINUTE;
  noteFact(at.deps, streamId, { kind: 'order', atMs: untilMs, chosenBy: null, untilMs });
  const tell = async (n: number, startedMs: number) => {
    const started = { event: 'started', streamId, startErrorMs: 3, atMs: startedMs };
    await place.boxes[n]?.receipt(started as Partial<Receipt>);
    at.clock.move(9 * MINUTE);
    const finished = { event: 'finished', streamId, startErrorMs: 3 };
    await place.boxes[n]?.receipt(finished as Partial<Receipt>);
    const speaker = () => store.airings.speaker(streamId, `loa-${n + 1}`)?.verdict;
    await until(() => speaker() != null, 'a verdict');
  };
  await tell(0, START + 8 * MINUTE);
  await tell(1, START + 3);
  const said = at.house.services.airings
    .get(place.operator, { airingId: streamId })
    .speakers.map(({ sentence, verdict }) => [verdict?.kind, sentence.vi]);
  const order = 'theo thứ tự đến vì không ai chọn trước 12:00';
  expect(said).toEqual([
    ['played', `Đã phát ở ban-1: phát trọn vẹn, bắt đầu 12:18 (đợi lượt 8 phút), ${order}.`],
    ['played', `Đã phát ở ban-2: phát trọn vẹn, đúng giờ (lệch 3 mili giây), ${order}.`],
  ]);
});

test('a link that flapped while a pole waited its turn is no reason: it made up for nothing', async () => {
  const at = world();
  const place = await liveCommune(at);
  const { store } = at.deps;
  const rule = { kind: 'once', atMs: START } as const;
  const air = { ...USUAL_RULES, missed: { kind: 'late', untilMs: 30 * MINUTE } } as const;
  const sent = async () => {
    const { id: bulletinId } = await approved(at, place);
    const wish = { bulletinId, areaIds: place.villages, rule, air };
    return at.house.services.schedules.create(place.operator, wish).schedule.id;
  };
  const ids = [await sent(), await sent()];
  while (at.clock.planMs() < START - 30_000) {
    at.clock.move(1_000);
    await at.house.beat();
  }
  const airings = () => ids.map((id) => store.airings.ofSchedule(id)[0]);
  await until(() => airings().every((one) => one?.state === 'sent'), 'the sending');
  const [, second] = airings().sort((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1));
  const streamId = second?.id ?? '';
  const [near, away] = place.boxes;
  at.clock.move(20_000);
  for (const box of place.boxes) {
    await box.receipt({ event: 'stored', streamId, atMs: START - MINUTE });
    at.clock.move(20_000);
    await box.hello({ online: false });
    await box.hello({ online: true });
  }
  await at.house.beat();
  at.clock.move(5 * MINUTE);
  // the first lasts 24 seconds: one began when it was over, the other four minutes after
  for (const [box, startedMs] of [
    [near, START + 24_000],
    [away, START + 5 * MINUTE],
  ] as const) {
    await box?.receipt({
      event: 'started',
      streamId,
      startErrorMs: 3,
      atMs: startedMs,
    } as Partial<Receipt>);
    await box?.receipt({ event: 'finished', streamId, startErrorMs: 3 } as Partial<Receipt>);
  }
  const told = () =>
    at.house.services.airings
      .get(place.operator, { airingId: streamId })
      .speakers.map(({ sentence }) => sentence.vi);
  await until(() => told().every((vi) => vi.startsWith('Đã phát')), 'the verdicts');
  expect(told()).toEqual([
    expect.stringContaining('bắt đầu 12:10 (đợi lượt 24 giây)'),
    expect.stringContaining('bắt đầu 12:15 (phát bù, muộn 5 phút)'),
  ]);
});
