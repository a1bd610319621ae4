// An edition is held to its parts: what happens to one of them takes the whole off the air, also on its way (issue #6, 4).
// It must never know SQL, routes or real sound.
import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../src/domain/model.ts';
import type { ProgrammeEdition } from '../../src/domain/programmes/programme-model.ts';
import { built, variant } from './programme-steps.ts';
import { actions, airings, approved, liveCommune, pass, sentAiring } from './steps.ts';
import { type Commune, NOON, until, type World, world } from './world.ts';

const HOUR = 3_600_000;
const code = (wanted: string) => expect.objectContaining({ code: wanted });

async function onAir(of: Parameters<typeof approved>[2] = {}) {
  const at = world();
  const a = await liveCommune(at);
  const one = await approved(at, a, { text: 'Tiêm chủng ngày mai.' });
  const two = await approved(at, a, { text: 'Họp bản tối nay.', ...of });
  const [edition] = await built(at, a, { itemIds: [one.id, two.id] });
  const bulletinId = edition?.bulletinId ?? '';
  const rule = { kind: 'once', atMs: NOON + HOUR } as const;
  at.house.services.programmes.schedule(a.operator, { bulletinIds: [bulletinId], rule });
  const state = () => at.deps.store.bulletins.get(bulletinId)?.state;
  return { at, a, one, two, bulletinId, state };
}

const HAPPENS: [string, (of: { at: World; a: Commune; two: Bulletin }) => void, string][] = [
  [
    'withdrawn',
    ({ at, a, two }) => {
      const wish = { bulletinId: two.id, remark: 'Sai giờ' };
      at.house.services.approving.withdraw(a.approver, wish);
    },
    'đã bị rút',
  ],
  [
    'changed',
    ({ at, a, two }) =>
      void at.house.services.bulletins.edit(a.author, { bulletinId: two.id, text: 'Họp mai.' }),
    'đã sửa sau khi duyệt',
  ],
  [
    'made an emergency',
    ({ at, two }) => {
      at.deps.store.bulletins.update({ ...two, priority: 'emergency' });
      at.deps.changes.tell({ kind: 'bulletin', id: two.id, tenantId: two.tenantId });
    },
    'tin khẩn cấp',
  ],
];

describe('a part', () => {
  test.each(HAPPENS)('%s takes the edition off the air at the next beat', async (_, does, says) => {
    const { at, a, two, bulletinId, state } = await onAir();
    expect(state()).toBe('approved');
    does({ at, a, two });
    await at.house.beat();
    expect(state()).toBe('returned');
    const seen = at.house.services.programmes.get(a.operator, { bulletinId });
    expect(seen.says?.vi).toContain(says);
    expect(at.happened).toContainEqual(
      expect.objectContaining({ kind: 'bulletin-returned', bulletinId }),
    );
    const { occurrences } = at.house.services.plan.list(a.operator, { hours: 24 });
    expect(occurrences.map(({ hindrance }) => hindrance)).toEqual(['not-approved']);
  });

  test('withdrawn when the sending has begun: a signed cancel follows', async () => {
    const { at, a, two } = await onAir();
    await pass(at, HOUR - 30_000);
    await until(() => airings(at).some(({ orderBytes }) => orderBytes !== null), 'the order');
    expect(airings(at).map(({ state }) => state)).not.toContain('cancelled');
    at.house.services.approving.withdraw(a.approver, { bulletinId: two.id, remark: 'Sai' });
    await at.house.beat();
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
    expect(actions(at)).toContain('service.programme-broken');
  });

  test('that expires ends it within a minute, and its own end is foreseen', async () => {
    const { at, two, bulletinId, state } = await onAir({ expiresAtMs: NOON + 2 * HOUR });
    expect(at.deps.store.bulletins.get(bulletinId)?.expiresAtMs).toBe(two.expiresAtMs);
    await pass(at, HOUR);
    expect(state()).toBe('approved');
  });

  test('of older words breaks it too', async () => {
    const at = world();
    const a = await liveCommune(at);
    at.deps.store.languageOrders.put({ areaId: a.id, languages: ['mww', 'vie'] });
    const one = await approved(at, a, { text: 'Tiêm chủng.' });
    const hmong = await variant(at, a, { original: one, language: 'mww' });
    const [edition] = await built(at, a, { itemIds: [one.id] });
    expect(edition?.parts.map(({ language }) => language)).toEqual(['mww', 'vie']);
    const bulletinIds = [edition?.bulletinId ?? ''];
    const rule = { kind: 'once', atMs: NOON + 2 * HOUR } as const;
    at.house.services.programmes.schedule(a.operator, { bulletinIds, rule });
    const row = at.deps.store.variants.of(hmong.id);
    if (row) at.deps.store.variants.put({ ...row, originalHash: 'other words' });
    await pass(at, 20_000);
    const seen = at.house.services.programmes.get(a.operator, { bulletinId: bulletinIds[0] ?? '' });
    expect(seen.broken).toMatchObject({ why: 'older-text', bulletinId: hmong.id });
  });

  test('marked as naming somebody marks every edition that says it, and the mark stays', async () => {
    const { at, a, two, bulletinId } = await onAir();
    const { publicDesk } = at.house.services;
    publicDesk.markPersonal(a.author, { bulletinId: two.id, personalData: true });
    await at.house.beat();
    expect(at.deps.store.bulletins.get(bulletinId)?.personalData).toBe(true);
    expect(() => publicDesk.markPersonal(a.approver, { bulletinId, personalData: false })).toThrow(
      code('mark-of-part'),
    );
  });
});

describe('an edition that was aired', () => {
  test('and has no time to come is out of what is heard again when a part is withdrawn', async () => {
    const { at, a, two, bulletinId, state } = await onAir();
    const { store } = at.deps;
    await pass(at, HOUR);
    await sentAiring(at);
    for (const { id } of store.schedules.ofBulletin(bulletinId))
      store.schedules.end(id, at.clock.planMs());
    await pass(at, 24 * HOUR);
    expect(state()).toBe('approved');
    const before = airings(at).map(({ id, state: was }) => [id, was]);
    at.house.services.approving.withdraw(a.approver, { bulletinId: two.id, remark: 'Sai giờ' });
    await at.house.beat();
    expect(state()).toBe('returned');
    expect(store.programmeEditions.get(bulletinId)?.broken).toMatchObject({ bulletinId: two.id });
    expect(store.approvals.of(bulletinId).every((one) => one.voidedAtMs !== null)).toBe(true);
    // what was heard was heard; and nobody is asked to mend what is over
    expect(airings(at).map(({ id, state: was }) => [id, was])).toEqual(before);
    expect(at.happened).not.toContainEqual(
      expect.objectContaining({ kind: 'bulletin-returned', bulletinId }),
    );
  });

  test('is broken as well by the original of the only variant it says', async () => {
    const at = world();
    const a = await liveCommune(at);
    at.deps.store.languageOrders.put({ areaId: a.id, languages: ['mww'] });
    const one = await approved(at, a, { text: 'Tiêm chủng.' });
    const hmong = await variant(at, a, { original: one, language: 'mww' });
    const [edition] = await built(at, a, { itemIds: [one.id] });
    expect(edition?.parts.map((part) => part.bulletinId)).toEqual([hmong.id]);
    at.house.services.approving.withdraw(a.approver, { bulletinId: one.id, remark: 'Sai' });
    await at.house.beat();
    const broken = at.deps.store.programmeEditions.get(edition?.bulletinId ?? '')?.broken;
    expect(broken).toMatchObject({ why: 'original-not-approved', bulletinId: hmong.id });
  });

  test('is looked at with the others in so many beats, however many say the same', async () => {
    const { at, a, two, bulletinId } = await onAir();
    const { store } = at.deps;
    const whole = store.bulletins.get(bulletinId) as Bulletin;
    const edition = store.programmeEditions.get(bulletinId) as ProgrammeEdition;
    const parts = store.programmeEditions.parts(bulletinId);
    const ids = Array.from({ length: 60 }, (_, n) => `nua-${n}`);
    for (const id of ids) {
      store.bulletins.insert({ ...whole, id });
      store.programmeEditions.put({ ...edition, bulletinId: id }, parts);
    }
    at.house.services.approving.withdraw(a.approver, { bulletinId: two.id, remark: 'Sai' });
    const left = () => store.programmeEditions.holding(ids).length;
    await at.house.beat();
    expect(left()).toBeGreaterThan(0);
    await at.house.beat();
    expect(left()).toBe(0);
  });
});

describe('while its sound is made', () => {
  test('a part that breaks leaves no sound, and trying again by itself mends nothing', async () => {
    const at = world();
    const a = await liveCommune(at);
    const one = await approved(at, a, { text: 'Tiêm chủng ngày mai.' });
    const { store, changes } = at.deps;
    const { programmes } = at.house.services;
    const wish = { templateId: null, areaIds: [a.id], itemIds: [one.id], atMs: null };
    const building = programmes.build(a.operator, wish);
    store.bulletins.update({ ...one, priority: 'emergency' });
    const [edition] = await building.catch(() => []);
    // asked first, the emergency was not there yet
    const bulletinId = edition?.bulletinId ?? '';
    const now = () => store.bulletins.get(bulletinId);
    await until(() => now()?.state !== 'making', 'the refusal');
    expect(['failed', 'returned']).toContain(now()?.state);
    store.bulletins.update(one);
    const again = now();
    if (again) store.bulletins.update({ ...again, state: 'making', submitsItself: true });
    changes.tell({ kind: 'bulletin', id: bulletinId, tenantId: a.id });
    await until(() => {
      at.clock.move(1_000);
      void at.house.beat();
      return now()?.state !== 'making';
    }, 'the second refusal');
    expect(now()?.state).not.toBe('approved');
    expect(store.approvals.of(bulletinId).filter((each) => each.voidedAtMs === null)).toEqual([]);
  });
});

describe('rebuilding', () => {
  test('says the changed words in the same bulletin, so its schedule airs again', async () => {
    const { at, a, two, bulletinId, state } = await onAir();
    const { bulletins, programmes, plan } = at.house.services;
    bulletins.edit(a.author, { bulletinId: two.id, text: 'Họp bản tối mai.' });
    await at.house.beat();
    const sound = () => at.deps.store.bulletins.get(two.id);
    await until(() => sound()?.state === 'ready', 'the new sound');
    bulletins.submit(a.author, { bulletinId: two.id });
    const contentHash = at.deps.store.clips.get(sound()?.clipId ?? '')?.contentHash ?? '';
    bulletins.approve(a.approver, { bulletinId: two.id, contentHash });
    await programmes.rebuild(a.operator, { bulletinId });
    await until(() => state() === 'approved', 'the rebuilt edition');
    const seen = programmes.get(a.operator, { bulletinId });
    expect(seen).toMatchObject({ broken: null, version: 2, says: null });
    expect(seen.bulletin.text).toContain('Họp bản tối mai.');
    const { occurrences } = plan.list(a.operator, { hours: 24 });
    expect(occurrences.map(({ hindrance }) => hindrance)).toEqual([null]);
  });

  test('leaves out what may not be said any more, and is refused while everything holds', async () => {
    const { at, a, two, bulletinId, state } = await onAir();
    const { programmes } = at.house.services;
    await expect(programmes.rebuild(a.operator, { bulletinId })).rejects.toMatchObject({
      code: 'edition-holds',
    });
    at.house.services.approving.withdraw(a.approver, { bulletinId: two.id, remark: 'Sai' });
    await at.house.beat();
    await programmes.rebuild(a.operator, { bulletinId });
    await until(() => state() === 'approved', 'the rebuilt edition');
    expect(programmes.get(a.operator, { bulletinId }).parts).toHaveLength(1);
  });

  test.each([
    ['while its parts hold', false],
    ['nor when a part ends after it', true],
  ])('does not undo an approver’s word against the whole, %s', async (_, partToo) => {
    const { at, a, two, bulletinId, state } = await onAir();
    at.house.services.approving.withdraw(a.approver, { bulletinId, remark: 'Không phát' });
    const wish = { bulletinId: two.id, remark: 'Sai giờ' };
    if (partToo) at.house.services.approving.withdraw(a.approver, wish);
    await at.house.beat();
    expect(state()).toBe('returned');
    expect(at.deps.store.bulletins.get(bulletinId)?.stateReason).toContain('Không phát');
    await expect(
      at.house.services.programmes.rebuild(a.operator, { bulletinId }),
    ).rejects.toMatchObject({ code: 'edition-withdrawn' });
  });
});
