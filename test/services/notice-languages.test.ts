// The other languages of a notice as they are written with it: all or nothing after a kill, and only at hours that are allowed.
// It must never decode sound: studio and pieces are fakes.
import { beforeEach, describe, expect, test } from 'vitest';
import type { FrameWords } from '../../src/domain/frames/frame-model.ts';
import { DAM_FRAME, saidFrame } from './frame-steps.ts';
import { DAM, make, SLOTS, stand, wishOf } from './notice-steps.ts';
import { liveCommune } from './steps.ts';
import { type Commune, NOON, until, type World, world } from './world.ts';

let at: World;
let a: Commune;
beforeEach(async () => {
  at = world();
  a = await liveCommune(at);
  at.deps.store.languageOrders.put({ areaId: a.villages[0] ?? '', languages: ['vie', 'blt'] });
});
const dam = { templateId: 'xa-lu', slots: DAM };
/** 20:00 */
const CLOSES = NOON + 8 * 3_600_000;
const MEETING: FrameWords = {
  ...DAM_FRAME,
  ...{ name: 'Họp', templateId: 'hop-ban', sentences: ['Mời bà con họp lúc {gio}, {ngay}.'] },
  slots: DAM_FRAME.slots
    .filter(({ name }) => name !== 'khu-vuc')
    .map((slot) => (slot.kind === 'hour' ? { ...slot, also: ['07:30'] } : slot) as typeof slot),
};
const variants = (id: string) => at.deps.store.bulletins.variantsOf(id);
const of = (id: string) => at.deps.store.bulletins.get(id);
const notSaid = () =>
  at.deps.store.audit
    .list({ tenantIds: [a.id], beforeId: null, limit: 100 })
    .filter(({ action }) => action === 'service.notice-not-said')
    .map(({ detail }) => JSON.parse(detail) as { languages: { state: string }[] });
const told = () => at.happened.filter(({ kind }) => kind === 'notice-not-said');
const offers = (wish: object) =>
  at.house.services.frames.offers(a.author, {
    ...{ areaId: a.id, areaIds: a.villages, templateId: 'hop-ban', slots: SLOTS, rules: [] },
    ...wish,
  });

describe('a notice and its languages', () => {
  test('are written as one: a run that is killed after the notice has all of them, and makes them', async () => {
    await saidFrame(at, a);
    const wish = wishOf(at, a, dam);
    const { tell } = at.deps.changes;
    // the first thing that is done after the commit
    at.deps.changes.tell = () => {
      throw new Error('killed');
    };
    const { notices } = at.house.services;
    expect(() => notices.create(a.author, wish)).toThrow('killed');
    at.deps.changes.tell = tell;
    const again = at.restart();
    const { id } = again.house.services.notices.create(a.author, wish);
    expect(variants(id)).toMatchObject([{ language: 'blt', state: 'making' }]);
    await again.house.beat();
    await until(() => variants(id)[0]?.state === 'ready', 'the Thái');
    expect(again.pieces.joined).toHaveLength(1);
  }, 20_000);

  test('fail apart: the notice is sent without them, its record says so and its maker is told', async () => {
    await saidFrame(at, a);
    const { insert } = at.deps.store.frameUses;
    at.deps.store.frameUses.insert = () => {
      throw new Error('a fault of ours');
    };
    const { id, title } = make(at, a, dam);
    at.deps.store.frameUses.insert = insert;
    expect(variants(id)).toEqual([]);
    expect(notSaid()).toMatchObject([{ languages: [{ language: 'blt', state: 'fault' }] }]);
    expect(told()).toMatchObject([
      {
        ...{ tenantId: a.id, bulletinId: id, authorId: a.author.accountId, urgent: true },
        ...{ title, languages: ['Tiếng Thái Đen'] },
      },
    ]);
    await until(() => of(id)?.state === 'pending', 'the notice itself');
  }, 20_000);
});

describe('an hour that is not allowed', () => {
  const lastMinute = () => {
    const { seconds } = at.house.services.notices.preview(a.author, wishOf(at, a));
    return { kind: 'once' as const, atMs: CLOSES - seconds * 1_000 };
  };

  test('is told before the notice is sent, refused for that language alone, and on record', async () => {
    await saidFrame(at, a, [], MEETING);
    const rules = [lastMinute(), { kind: 'once' as const, atMs: NOON + 3_600_000 }];
    const [thai] = offers({ rules });
    expect(thai).toMatchObject({ state: 'ready', unheard: [{ areaIds: [a.villages[0]] }] });
    expect(thai?.unheard[0]?.atMs).toBeGreaterThan(CLOSES);
    expect(thai?.unheard[0]?.say.vi).toContain('ngoài khung giờ');
    expect(offers({ rules: rules.slice(0, 1) })[0]?.state).toBe('no-time');
    // said three times the first is longer, and so is what comes behind it
    expect(offers({ rules: rules.slice(1), repeats: 3 })[0]).toMatchObject({
      ...{ state: 'ready', unheard: [] },
    });
    const both = make(at, a, { rules });
    const [variant] = variants(both.id);
    expect(at.deps.store.schedules.ofBulletin(variant?.id ?? '')).toHaveLength(1);
    expect(notSaid()).toMatchObject([{ languages: [{ state: 'ready' }] }]);
    expect(told()).toHaveLength(1);
    const none = make(at, a, { rules: rules.slice(0, 1) });
    expect(variants(none.id)).toEqual([]);
    expect(notSaid()[0]).toMatchObject({ languages: [{ state: 'no-time' }] });
  }, 20_000);

  test('moves “now” in that language to the next morning: it is late, and not silent', async () => {
    await saidFrame(at, a, [], MEETING);
    stand(at, a);
    at.clock.move(CLOSES - NOON - 32_000);
    const { id } = make(at, a);
    const thai = variants(id)[0]?.id ?? '';
    await until(() => of(thai)?.state === 'approved', 'both approvals');
    const begins = (bulletinId: string) =>
      at.deps.store.schedules
        .ofBulletin(bulletinId)
        .map(({ rule }) => (rule.kind === 'now' ? rule.atMs : null));
    expect(begins(id)[0]).toBeLessThan(CLOSES);
    expect(begins(thai)).toEqual([CLOSES + 9 * 3_600_000]);
  }, 20_000);
});

test('a village without a loudspeaker keeps no other from its language', async () => {
  at.deps.store.languageOrders.put({ areaId: a.villages[1] ?? '', languages: ['vie', 'blt'] });
  await saidFrame(at, a);
  const installed = at.deps.store.units.installed();
  at.deps.store.units.installed = () => installed.filter(({ siteId }) => siteId === 'loa-1');
  const { id } = make(at, a, { ...dam, areaIds: [a.id] });
  expect(at.deps.store.schedules.ofBulletin(variants(id)[0]?.id ?? '')).toMatchObject([
    { areaIds: [a.villages[0]] },
  ]);
}, 20_000);
