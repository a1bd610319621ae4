// What the source system asks of communes and loudspeakers: given out and followed up, ordered by severity, under the regulation.
// It must never assert how an assignment is counted (test/domain/part-standing.test.ts).
import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import type { Actor } from '../../src/domain/model.ts';
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { bytesOf, cap, proofOf } from '../domain/source/source-samples.ts';
import { rule } from './regulated.ts';
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
import { actions } from './steps.ts';
import { type Commune, commune, ordersOn, person, until } from './world.ts';

const DAY_MS = 86_400_000;
type Given = Sourced & { b: Commune; dueAtMs: number };

async function asked(of: object = {}): Promise<Given> {
  const all = await sourced();
  const admin = person(all.at, 'quan-tri-2', ['administrator', all.provinceId]);
  const b = commune(all.at, admin, 'xa-b');
  const dueAtMs = all.at.clock.planMs() + 3 * DAY_MS;
  const assign = { leastAirings: 1, deadline: new Date(dueAtMs).toISOString() };
  all.push({ areas: ['xa-a', 'xa-b'], assign, ...of });
  return { ...all, b, dueAtMs };
}

const provincial = ({ at, provinceId }: Sourced) => at.deps.store.bulletins.ofTenants([provinceId]);

/** The province's approver agrees to it. */
async function approvedThere(all: Given): Promise<string> {
  const { at, head, provinceId } = all;
  const writer = person(at, 'tinh-soan', ['author', provinceId]);
  await until(() => provincial(all)[0]?.state === 'ready', 'the sound');
  const bulletinId = provincial(all)[0]?.id ?? '';
  const { bulletins } = at.house.services;
  bulletins.submit(writer, { bulletinId });
  const clip = at.deps.store.clips.get(provincial(all)[0]?.clipId ?? '');
  bulletins.approve(head, { bulletinId, contentHash: clip?.contentHash ?? '' });
  await beats(all, 2);
  return bulletinId;
}
const givenTo = ({ at }: Sourced, by: Actor) =>
  at.house.services.assignments.list(by, { beforeId: null, limit: 9 });
const told = (all: Sourced) =>
  (lettersOf(all, 'ack').at(-1)?.assigned ?? null) as { areaCode: string; state: string }[] | null;

describe('a bulletin to be given to communes', () => {
  test('is the province’s own, is given once it is approved there, and not before', async () => {
    const all = await asked();
    expect(bulletinsOf(all)).toEqual([]);
    expect(provincial(all)).toHaveLength(1);
    expect(givenTo(all, all.head)).toEqual([]);
    await approvedThere(all);
    await beats(all, 70);
    const [line] = givenTo(all, all.head);
    expect(givenTo(all, all.head)).toHaveLength(1);
    expect(line).toMatchObject({
      ...{ leastAirings: 1, dueAtMs: all.dueAtMs, communes: 2, counts: { waiting: 2 } },
      note: 'Sở Văn hóa, Thể thao và Du lịch',
    });
    expect(all.at.happened.filter(({ kind }) => kind === 'assignment-given')).toHaveLength(2);
    expect(actions(all.at)).toContain('service.source-given');
    expect(
      told(all)
        ?.map(({ areaCode, state }) => `${areaCode} ${state}`)
        .sort(),
    ).toEqual(['xa-a waiting', 'xa-b waiting']);
  });

  test('is acknowledged as communes answer: declined with a reason, placed, aired', async () => {
    const all = await asked();
    const bulletinId = await approvedThere(all);
    const { assignments, schedules } = all.at.house.services;
    const assignmentId = givenTo(all, all.head)[0]?.id ?? '';
    assignments.decline(all.b.operator, { assignmentId, reason: 'Loa đang sửa' });
    await beats(all, 2);
    expect(told(all)).toContainEqual(
      expect.objectContaining({ areaCode: 'xa-b', state: 'declined', reason: 'Loa đang sửa' }),
    );
    // the giver is the source system: the province's planners are told for it
    expect(all.at.happened.find(({ kind }) => kind === 'assignment-declined')).toMatchObject({
      ...{ tenantId: all.provinceId, communeName: 'Xã xa-b', title: 'Tiêm phòng dại' },
    });
    const atMs = all.at.clock.planMs() + 3_600_000;
    schedules.create(all.a.operator, {
      ...{ bulletinId, areaIds: [all.a.id], rule: { kind: 'once', atMs } },
    });
    await beats(all, 2);
    expect(told(all)).toContainEqual(
      expect.objectContaining({ areaCode: 'xa-a', state: 'placed', aired: 0 }),
    );
    expect(rowsOf(all)).toMatchObject([{ state: 'scheduled' }]);
    const letters = lettersOf(all, 'ack').length;
    await beats(all, 5, 30_000);
    expect(lettersOf(all, 'ack')).toHaveLength(letters);
  });

  test('is taken back with all that communes made of it', async () => {
    const all = await asked();
    const bulletinId = await approvedThere(all);
    const atMs = all.at.clock.planMs() + 3_600_000;
    all.at.house.services.schedules.create(all.a.operator, {
      ...{ bulletinId, areaIds: [all.a.id], rule: { kind: 'once', atMs } },
    });
    all.push({ does: 'cancel', revision: 2 });
    expect(givenTo(all, all.head)[0]?.withdrawnAtMs).not.toBeNull();
    const open = all.at.deps.store.schedules.ofBulletin(bulletinId);
    expect(open.every(({ endedAtMs }) => endedAtMs !== null)).toBe(true);
  });

  test('approved after its deadline is given to nobody, said upwards and to the province once', async () => {
    const all = await asked();
    await until(() => provincial(all)[0]?.state === 'ready', 'the sound');
    all.at.clock.move(4 * DAY_MS);
    await approvedThere(all);
    await beats(all, 130);
    expect(givenTo(all, all.head)).toEqual([]);
    expect(rowsOf(all)).toMatchObject([{ refused: { why: 'deadline-past' } }]);
    expect(lettersOf(all, 'ack').at(-1)).toMatchObject({ why: { why: 'deadline-past' } });
    const refused = all.at.happened.filter(({ kind }) => kind === 'source-refused');
    expect(refused).toMatchObject([{ why: 'deadline-past', emergency: false }]);
  });
});

describe('an emergency', () => {
  test('goes out in the order of its severity; one of an officer’s words between', async () => {
    const all = await sourced();
    all.at.house.services.source.setTrust(all.head, { keyId: 'khoa-1', on: true });
    const sent = new Date(all.at.clock.planMs()).toISOString().replace(/\.\d+Z$/u, '+00:00');
    for (const severity of ['Severe', 'Extreme']) {
      const alert = cap({ identifier: severity, sent }, { severity, certainty: 'Likely' });
      const body = bytesOf(alert);
      const contentType = 'application/cap+xml';
      const proof = proofOf(all.key, body, all.at.clock.wallMs(), contentType);
      all.push({}, { contentType, body, proof });
    }
    const orders = () =>
      ordersOn(all.at, topics.areaOrder('xa-a')).filter(({ kind }) => kind === 'play');
    await until(() => {
      void all.at.house.beat();
      all.at.clock.move(250);
      return orders().length >= 2;
    }, 'both orders');
    const sentOut = orders().map(({ air }) => (air as { order: number }).order);
    expect(sentOut.sort()).toEqual([101, 201]);
  });
});

describe('the regulation', () => {
  const strict = { ...NO_RULES, sessionsPerDay: 1, minutesPerSession: 1 };
  const LONG = 'Bà con chú ý diễn tập. '.repeat(120);

  test('holds for a drill of the source system: it waits for the commune to place it', async () => {
    const all = await sourced();
    rule(all.at, all.a, strict);
    all.push({ priority: 'emergency', drill: true, text: LONG });
    const [bulletin] = bulletinsOf(all);
    expect(all.at.deps.store.schedules.ofBulletin(bulletin?.id ?? '')).toEqual([]);
    expect(all.at.happened.at(-1)).toMatchObject({ kind: 'source-arrived', tenantId: all.a.id });
    expect(actions(all.at)).toContain('service.source-drill-not-planned');
  });

  test('never holds a real emergency, and holds for whoever places a bulletin of it', async () => {
    const all = await sourced();
    rule(all.at, all.a, { ...strict, sessionsPerDay: 0, minutesPerSession: 0 });
    all.push({ priority: 'emergency', text: LONG });
    const [flood] = bulletinsOf(all);
    expect(all.at.deps.store.schedules.ofBulletin(flood?.id ?? '')).toHaveLength(1);
    all.push({ externalId: 'TTN-2' });
    await allSounded(all);
    const bulletinId = bulletinsOf(all).find(({ priority }) => priority === 'normal')?.id ?? '';
    const once = { kind: 'once', atMs: all.at.clock.planMs() + 3_600_000 } as const;
    const wish = { bulletinId, areaIds: [all.a.id], rule: once };
    const placing = () => all.at.house.services.schedules.create(all.a.author, wish);
    expect(codeOf(placing)).toMatch(/session|minute/);
  });
});
