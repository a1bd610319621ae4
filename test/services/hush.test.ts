import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { HOUR, MINUTE, speaker } from './poles.ts';
import { actions, approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { commune, NOON, ordersOn, setUp, until, type World, world } from './world.ts';

const policies = (at: World, siteId = 'loa-1') =>
  ordersOn(at, topics.speakerOrder(siteId)).filter(({ kind }) => kind === 'policy');
const FUNERAL = { siteId: 'loa-1', untilMs: NOON + 4 * HOUR, reasonKind: 'funeral' } as const;

async function quiet(at: World) {
  const place = await liveCommune(at);
  await until(() => policies(at).length === 1, 'the first policy');
  return place;
}

describe('a hush', () => {
  test('is told to its speaker at once, to nobody else, and to the screens', async () => {
    const at = world();
    const { operator, id } = await quiet(at);
    at.told.length = 0;
    const hush = at.house.services.hushes.begin(operator, FUNERAL);
    expect(hush).toMatchObject({ active: true, reason: 'đám tang', by: 'Cán bộ xa-a-truc' });
    await until(() => policies(at).length === 2, 'the policy');
    expect(policies(at).at(-1)).toMatchObject({ hush: { untilMs: FUNERAL.untilMs } });
    expect(policies(at, 'loa-2')).toHaveLength(1);
    expect(at.told).toContainEqual({ kind: 'hush', id: hush.id, tenantId: id });
    expect(actions(at)).toContain('hush.begin');
  });

  test('keeps its reason out of the audit: it may name a family', async () => {
    const at = world();
    const { operator } = await quiet(at);
    at.house.services.hushes.begin(operator, { ...FUNERAL, reason: 'cụ Lò Văn Pánh mất' });
    const lines = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 50 });
    expect(JSON.stringify(lines)).not.toContain('Pánh');
  });

  test('is of the policy at the next hello too, and no more when it is over', async () => {
    const at = world();
    const { operator, boxes } = await quiet(at);
    at.house.services.hushes.begin(operator, FUNERAL);
    await until(() => policies(at).length === 2, 'the policy');
    const counter = Number(policies(at).at(-1)?.counter);
    await boxes[0]?.hello({ policyCounter: counter });
    at.clock.move(4 * HOUR + 1);
    await boxes[0]?.hello({ policyCounter: counter });
    await until(() => policies(at).length === 3, 'the policy without it');
    expect(policies(at).at(-1)).toMatchObject({ hush: null });
    expect(speaker(at, { operator } as never).hush).toBeNull();
  });

  test('another one takes its place; ended, it is gone at once, and only once', async () => {
    const at = world();
    const { operator } = await quiet(at);
    const { hushes } = at.house.services;
    const first = hushes.begin(operator, FUNERAL);
    const second = hushes.begin(operator, { ...FUNERAL, untilMs: NOON + HOUR });
    expect(hushes.list(operator).hushes.map(({ id, active }) => [id, active])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    expect(speaker(at, { operator } as never).hush).toMatchObject({ id: second.id });
    const ended = hushes.end(operator, { hushId: second.id });
    expect(ended).toMatchObject({ active: false, endedBy: 'Cán bộ xa-a-truc' });
    expect(hushes.end(operator, { hushId: second.id }).endedAtMs).toBe(ended.endedAtMs);
    await until(() => policies(at).at(-1)?.hush === null, 'the policy');
    expect(actions(at).filter((action) => action === 'hush.end')).toHaveLength(1);
  });

  test.each([
    ['too long', { untilMs: NOON + 8 * 24 * HOUR }, 'hush-too-long'],
    ['over already', { untilMs: NOON - 1 }, 'hush-over'],
    ['for no reason', { reasonKind: 'other', reason: ' \u202e\u200b ' }, 'hush-no-reason'],
    ['of a site that is not there', { siteId: 'loa-9' }, 'missing'],
  ] as const)('is refused: %s', async (_, of, code) => {
    const at = world();
    const { operator } = await quiet(at);
    expect(() => at.house.services.hushes.begin(operator, { ...FUNERAL, ...of })).toThrow(code);
  });

  test('is of who has a role there: not of an administrator, not of another commune', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    const b = commune(at, admin, 'xa-b');
    const { sites, hushes } = at.house.services;
    sites.create(a.technician, { id: 'loa-1', areaId: a.villages[0] ?? '', name: 'Loa' });
    expect(() => hushes.begin(b.operator, FUNERAL)).toThrow('missing');
    const hush = hushes.begin(a.technician, FUNERAL);
    expect(() => hushes.end(b.operator, { hushId: hush.id })).toThrow('missing');
    expect(() => hushes.begin(admin, FUNERAL)).toThrow('not-your-role');
    expect(hushes.list(b.operator).hushes).toEqual([]);
    expect(hushes.list(a.approver).hushes).toHaveLength(1);
  });
});

describe('in the plan', () => {
  const rule = { kind: 'once', atMs: NOON + 2 * HOUR } as const;
  test('the site is named with its reason, beside its neighbour that sounds', async () => {
    const at = world();
    const place = await quiet(at);
    const bulletin = await approved(at, place);
    at.house.services.hushes.begin(place.operator, FUNERAL);
    scheduled(at, place, { bulletin, rule });
    const [occurrence] = at.house.services.plan.list(place.operator, { hours: 24 }).occurrences;
    const untilMs = FUNERAL.untilMs;
    const hushed = [{ siteId: 'loa-1', siteName: 'Loa loa-1', untilMs, reason: 'đám tang' }];
    expect(occurrence?.hushed).toEqual(hushed);
    const wish = { bulletinId: bulletin.id, areaIds: place.villages, rule };
    const [next] = at.house.services.schedules.preview(place.operator, wish).next;
    expect(next?.hushed).toEqual(hushed);
  });

  test('an emergency names nobody, a drill does', async () => {
    const at = world();
    const place = await quiet(at);
    const bulletin = await approved(at, place, { priority: 'emergency' });
    at.house.services.hushes.begin(place.operator, FUNERAL);
    scheduled(at, place, { bulletin, rule });
    const shown = () => at.house.services.plan.list(place.operator, { hours: 24 }).occurrences;
    expect(shown()[0]?.hushed).toEqual([]);
    at.deps.store.bulletins.update({ ...bulletin, drill: true });
    expect(shown()[0]?.hushed).toHaveLength(1);
  });
});

describe('the result of a hushed speaker', () => {
  async function aired(at: World) {
    const place = await quiet(at);
    const bulletin = await approved(at, place);
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
    at.house.services.hushes.begin(place.operator, FUNERAL);
    at.clock.move(MINUTE);
    return { ...place, streamId: await sentAiring(at) };
  }
  const verdictOf = (at: World, airingId: string) =>
    at.deps.store.airings.speaker(airingId, 'loa-1')?.verdict;

  test('is by rule, with the hour and the reason', async () => {
    const at = world();
    const { boxes, streamId, operator } = await aired(at);
    await boxes[0]?.receipt({ event: 'refused', streamId, reason: 'hushed' } as never);
    await until(() => verdictOf(at, streamId) != null, 'the verdict');
    expect(verdictOf(at, streamId)).toMatchObject({
      ...{ kind: 'skipped-by-rule', reason: 'hushed', detail: '16:00: đám tang' },
    });
    const { speakers } = at.house.services.airings.get(operator, { airingId: streamId });
    expect(speakers[0]?.sentence.vi).toMatch(
      /^Không phát ở ban-1: điểm loa tạm im từ \d\d:\d\d đến 16:00: đám tang\.$/,
    );
  });

  test('cut by it says how much was heard', async () => {
    const at = world();
    const { boxes, streamId } = await aired(at);
    const cut = { shortOf: 'hushed', heardMs: 9_000 };
    await boxes[0]?.receipt({ event: 'finished', streamId, ...cut } as never);
    await until(() => verdictOf(at, streamId) != null, 'the verdict');
    expect(verdictOf(at, streamId)).toMatchObject({ kind: 'partly-played', reason: 'hushed' });
  });

  test('that was offline stays offline', async () => {
    const at = world();
    const { boxes, streamId } = await aired(at);
    await boxes[0]?.hello({ online: false });
    await pass(at, 10 * MINUTE);
    expect(verdictOf(at, streamId)).toMatchObject({ kind: 'failed', reason: 'offline' });
  });
});
