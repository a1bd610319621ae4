// A notice that is also said in the languages of its villages: what the officer is told first, what airs where, behind the Vietnamese.
// It must never decode sound: studio and pieces are fakes.
import { beforeEach, describe, expect, test } from 'vitest';
import { severityOf } from '../../src/services/airing/severity.ts';
import { confirmAll, DAM_FRAME, recordAll, saidFrame, write } from './frame-steps.ts';
import { DAM, make, stand } from './notice-steps.ts';
import { liveCommune } from './steps.ts';
import { type Commune, NOON, person, until, type World, world } from './world.ts';

let at: World;
let a: Commune;
beforeEach(async () => {
  at = world();
  a = await liveCommune(at);
  speaks(0, 'vie', 'blt');
});
/** the village's own order */
const speaks = (village: number, ...languages: string[]) =>
  at.deps.store.languageOrders.put({ areaId: a.villages[village] ?? '', languages });
const dam = { templateId: 'xa-lu', slots: DAM };
const offers = (of: object = {}) =>
  at.house.services.frames.offers(a.author, {
    ...{ areaId: a.id, ...dam, areaIds: [a.id], rules: [{ kind: 'now' }], ...of },
  });
const variants = (id: string) => at.deps.store.bulletins.variantsOf(id);
const settled = async (id: string) => {
  await until(() => at.deps.store.bulletins.get(id)?.state !== 'making', 'its sound');
  return at.deps.store.bulletins.get(id);
};
const approve = (id: string) => {
  const clip = at.deps.store.clips.get(at.deps.store.bulletins.get(id)?.clipId ?? '');
  const contentHash = clip?.contentHash ?? '';
  return at.house.services.bulletins.approve(a.approver, { bulletinId: id, contentHash });
};

describe('before it is sent', () => {
  test('each language of the villages says whether it can be said, and what is missing', async () => {
    speaks(1, 'hmn', 'vie');
    expect(offers()).toMatchObject([
      {
        language: 'blt',
        languageName: 'Tiếng Thái Đen',
        state: 'no-frame',
        areaIds: [a.villages[0]],
      },
      { language: 'hmn', state: 'no-frame', areaIds: [a.villages[1]] },
    ]);
    const { id: frameId } = write(at, { areaId: a.id, actor: a.author });
    expect(offers()[0]).toMatchObject({ state: 'not-confirmed', frameId });
    await saidFrame(at, a, ['mười lăm giờ', 'hạ lưu suối Nậm Mu']);
    const [thai] = offers();
    expect(thai).toMatchObject({
      state: 'missing',
      unsaid: ['Hồ, đập', 'Số điện thoại'],
      empty: [],
    });
    expect(thai?.missing).toEqual([
      { prompt: 'mười lăm giờ', why: 'not-recorded' },
      { prompt: 'hạ lưu suối Nậm Mu', why: 'not-recorded' },
    ]);
    expect(offers({ slots: { ...DAM, gio: '' } })[0]).toMatchObject({
      state: 'values',
      empty: ['Giờ'],
    });
    // only villages of one's own are looked at
    expect(offers({ areaIds: ['nowhere'] })).toEqual([]);
  }, 20_000);

  test('a template whose words changed is not said until somebody looks at the frame', async () => {
    await saidFrame(at, a);
    expect(offers()[0]?.state).toBe('ready');
    const frame = at.deps.store.frames.ofTenants([a.id])[0];
    if (frame) at.deps.store.frames.update({ ...frame, templateHash: 'old' });
    expect(offers()[0]?.state).toBe('template-changed');
  }, 20_000);

  test('“today” is said only where it is surely heard today', async () => {
    await saidFrame(at, a);
    expect(offers()[0]?.text).toContain('thứ bảy mồng năm tháng mười hai');
    stand(at, a, { templateId: 'xa-lu', emergency: true });
    expect(offers()[0]?.text).toContain('hôm nay');
    const rules = [
      { kind: 'once', atMs: NOON + 3_600_000 },
      { kind: 'once', atMs: NOON + 30 * 3_600_000 },
    ];
    expect(offers({ rules })[0]?.text).toContain('thứ bảy');
    expect(offers({ rules: rules.slice(0, 1) })[0]?.text).toContain('hôm nay');
    at.clock.move(11.8 * 3_600_000);
    expect(offers()[0]?.text).toContain('thứ bảy');
  }, 20_000);
});

describe('a notice that is sent', () => {
  test('is also a variant in the villages that speak so, and nowhere else', async () => {
    await saidFrame(at, a);
    const { id, title } = make(at, a, dam);
    const [thai] = variants(id);
    expect(thai).toMatchObject({
      ...{
        language: 'blt',
        originalId: id,
        priority: 'emergency',
        title: `${title} – Tiếng Thái Đen`,
      },
      text: 'Hồ xả nước lúc mười lăm giờ, thứ bảy mồng năm tháng mười hai. Bà con ở hạ lưu suối Nậm Mu rời ngay khỏi lòng sông.',
    });
    const schedules = at.deps.store.schedules.ofBulletin(thai?.id ?? '');
    expect(schedules).toMatchObject([{ areaIds: [a.villages[0]], rule: { kind: 'now' } }]);
    expect((await settled(thai?.id ?? ''))?.state).toBe('ready');
    expect(at.pieces.joined).toHaveLength(1);
    // the Vietnamese was made first
    expect(at.studio.made).toHaveLength(2);
    expect(at.studio.made[0]).toContain('Thủy điện');
    // and no variant of an emergency is ever heard before it
    const of = { id: thai?.id ?? '', originalId: id, priority: 'emergency' as const };
    expect(severityOf(at.deps, of)).toBe(201);
    expect(severityOf(at.deps, { ...of, originalId: null })).toBeUndefined();
    expect(severityOf(at.deps, { ...of, priority: 'normal' })).toBeUndefined();
    expect(make(at, a, { ...dam, wishId: 'wish-1' }).id).not.toBe('');
  }, 20_000);

  test('waits for an approver in each language where nobody stands for it, the Vietnamese first', async () => {
    await saidFrame(at, a);
    const { id } = make(at, a, dam);
    const thai = variants(id)[0]?.id ?? '';
    await settled(thai);
    expect(at.deps.store.bulletins.get(thai)?.state).toBe('ready');
    await until(() => at.deps.store.bulletins.get(id)?.state === 'pending');
    approve(id);
    expect(at.deps.store.bulletins.get(thai)?.state).toBe('pending');
    expect(approve(thai).state).toBe('approved');
    const [schedule] = at.deps.store.schedules.ofBulletin(thai);
    expect(schedule?.rule).toMatchObject({ kind: 'now', atMs: expect.any(Number) });
  }, 20_000);

  test('is approved in every language by whoever stands for its words, and airs behind the Vietnamese', async () => {
    await saidFrame(at, a);
    stand(at, a, { templateId: 'xa-lu', emergency: true });
    const { id } = make(at, a, dam);
    const thai = variants(id)[0]?.id ?? '';
    await until(() => at.deps.store.bulletins.get(thai)?.state === 'approved', 'both approvals');
    expect(at.deps.store.bulletins.get(id)?.state).toBe('approved');
    expect(at.deps.store.approvals.of(thai)).toMatchObject([{ standingId: expect.any(String) }]);
    await at.house.beat();
    at.clock.move(27_000);
    await at.house.beat();
    const aired = (bulletinId: string) =>
      at.deps.store.schedules
        .ofBulletin(bulletinId)
        .flatMap((one) => at.deps.store.airings.ofSchedule(one.id));
    expect(aired(id)).toHaveLength(1);
    expect(aired(thai)).toMatchObject([{ areaIds: [a.villages[0]], air: { order: 201 } }]);
    // 24 s of Vietnamese and a breath
    const [first, second] = [aired(id)[0]?.playAtMs ?? 0, aired(thai)[0]?.playAtMs ?? 0];
    expect(second - first).toBe(26_000);
  }, 20_000);

  test('whose frame no approver has heard waits for one, although somebody stands for its Vietnamese', async () => {
    stand(at, a, { templateId: 'xa-lu', emergency: true });
    const { id: frameId } = write(at, { areaId: a.id, actor: a.author });
    await recordAll(at, { frameId, areaId: a.id, actor: a.operator });
    const planner = person(at, 'ke-hoach', ['planner', a.id]);
    confirmAll(at, { frameId, areaId: a.id, actor: planner });
    const { id } = make(at, a, dam);
    const thai = variants(id)[0]?.id ?? '';
    await until(() => at.deps.store.bulletins.get(thai)?.state === 'pending', 'an approver asked');
    expect(at.deps.store.bulletins.get(id)?.state).toBe('approved');
    expect(at.deps.store.approvals.of(thai)).toEqual([]);
  }, 20_000);

  test('at a set time is heard in one language behind the other, in each village’s own order', async () => {
    await saidFrame(at, a);
    speaks(1, 'blt', 'vie');
    const rules = [{ kind: 'once' as const, atMs: NOON + 3_600_000 }];
    const { id } = make(at, a, { ...dam, rules, areaIds: [a.id] });
    const schedules = at.deps.store.schedules.ofBulletin(variants(id)[0]?.id ?? '');
    expect(schedules).toHaveLength(1);
    expect(schedules[0]?.areaIds).toEqual(a.villages);
    const { rule } = schedules[0] ?? {};
    expect(rule?.kind === 'once' && rule.atMs).toBeGreaterThan(NOON + 3_600_000 + 5_000);
  }, 20_000);

  test('that no frame can say is sent all the same, and it is on record in which language it was not', async () => {
    const { id: frameId } = write(at, { areaId: a.id, actor: a.author, frame: DAM_FRAME });
    await recordAll(at, { frameId, areaId: a.id, actor: a.operator, but: ['mười lăm giờ'] });
    const { id } = make(at, a, dam);
    expect(variants(id)).toEqual([]);
    const [line] = at.deps.store.audit
      .list({ tenantIds: null, beforeId: null, limit: 20 })
      .filter(({ action }) => action === 'service.notice-not-said');
    expect(line?.detail).toContain('mười lăm giờ');
    await until(() => at.deps.store.bulletins.get(id)?.state === 'pending');
  }, 20_000);

  test('is never held up by what goes wrong with its other languages', async () => {
    await saidFrame(at, a);
    const { insert } = at.deps.store.frameUses;
    at.deps.store.frameUses.insert = () => {
      throw new Error('the disk is full');
    };
    const { id } = make(at, a, dam);
    at.deps.store.frameUses.insert = insert;
    expect(variants(id)).toEqual([]);
    expect((await settled(id))?.state).not.toBe('failed');
    at.pieces.failNext(new Error('a piece is gone'));
    const second = make(at, a, { ...dam, slots: { ...DAM, gio: '16:00' } });
    // an alarm is tried again at once
    expect((await settled(variants(second.id)[0]?.id ?? ''))?.state).toBe('ready');
    expect((await settled(second.id))?.state).not.toBe('failed');
  }, 20_000);
});
