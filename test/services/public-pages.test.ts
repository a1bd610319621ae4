// The public page over rows: what stands on it, what never does, and when it changes.
// It must never know HTML.
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../src/domain/vietnam-time.ts';
import { openCommune, sounded } from './public-steps.ts';
import { commune, person, world } from './world.ts';

const titles = (at: ReturnType<typeof world>) =>
  at.house.services.publicPages
    .view({ code: 'xa-a' })
    .airings.map(({ said }) => said?.title ?? null);

describe('what sounded', () => {
  test('stands there for seven days, newest first, with its words and where it was heard', async () => {
    const at = world();
    const place = await openCommune(at);
    sounded(at, place, { title: 'Cũ nhất', minutesAgo: 7 * 24 * 60 - 1 });
    sounded(at, place, { title: 'Quá cũ', minutesAgo: 7 * 24 * 60 + 1 });
    sounded(at, place, { title: 'Mới', text: 'Câu một. Câu hai.', verdicts: ['played', 'failed'] });
    const view = at.house.services.publicPages.view({ code: 'xa-a' });
    expect(view).toMatchObject({ name: 'Xã xa-a', phone: '0212 3852 047', villages: [{}, {}] });
    expect(titles(at)).toEqual(['Mới', 'Cũ nhất']);
    const [first] = view.airings;
    expect(first?.said).toMatchObject({
      text: 'Câu một. Câu hai.',
      synthetic: { engine: 'espeak-ng' },
    });
    const [one, two] = place.villages;
    expect(first?.places).toMatchObject([
      { areaId: one, speakers: 1, played: 1, partly: 0 },
      { areaId: two, speakers: 1, played: 0, partly: 0 },
    ]);
  });

  test('of the province stands on the page of the commune where it was heard', async () => {
    const at = world();
    const place = await openCommune(at);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    sounded(at, place, { title: 'Của tỉnh', bulletin: { tenantId: province } });
    expect(titles(at)).toEqual(['Của tỉnh']);
  });

  test('twice within one airing is written once', async () => {
    const at = world();
    const place = await openCommune(at);
    sounded(at, place, { text: 'Họp bản. Đúng giờ. Họp bản. Đúng giờ.' });
    const [airing] = at.house.services.publicPages.view({ code: 'xa-a' }).airings;
    expect(airing?.said?.text).toBe('Họp bản. Đúng giờ.');
  });
});

describe('what never stands there', () => {
  type Of = NonNullable<Parameters<typeof sounded>[2]>;
  test.each<[string, Of]>([
    ['names people', { personalData: true }],
    ['has no verdict yet', { verdicts: [null, null] }],
    ['was heard nowhere', { verdicts: ['failed', 'skipped-by-rule'] }],
    ['is to come', { minutesAgo: -10 }],
  ])('what %s: no title, no count, no sound', async (_, of) => {
    const at = world();
    const place = await openCommune(at);
    const { airingId } = sounded(at, place, of);
    expect(titles(at)).toEqual([]);
    const { sound } = at.house.services.publicPages;
    expect(() => sound({ code: 'xa-a', airingId })).toThrow(/missing/);
  });

  test('what was stopped has no words and no sound, only that it was', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId } = sounded(at, place, {
      ...{ verdicts: ['partly-played', 'skipped-by-rule'], airing: { state: 'cancelled' } },
    });
    expect(titles(at)).toEqual([null]);
    const { sound } = at.house.services.publicPages;
    expect(() => sound({ code: 'xa-a', airingId })).toThrow(/missing/);
  });

  test('another commune’s, by whatever id', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId } = sounded(at, place);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const over = person(at, 'tinh-2', ['administrator', province]);
    const other = commune(at, over, 'xa-b');
    const { publicPages, publicDesk } = at.house.services;
    expect(() => publicPages.view({ code: 'xa-b' })).toThrow(/missing/); // closed until opened
    publicDesk.setSettings(over, { areaId: other.id, open: true, phone: null });
    expect(publicPages.view({ code: 'xa-b' }).airings).toEqual([]);
    expect(() => publicPages.sound({ code: 'xa-b', airingId })).toThrow(/missing/);
    expect(publicPages.sound({ code: 'xa-a', airingId }).path).toContain('clip-');
    expect(publicPages.villageOf({ code: 'xa-b', siteId: 'loa-1' })).toBeNull();
    expect(publicPages.villageOf({ code: 'xa-a', siteId: 'loa-1' })?.code).toBe('xa-a-ban-1');
    expect(publicPages.communes().map(({ code }) => code)).toEqual(['xa-a', 'xa-b']);
  });

  test.each(['muong-thu', 'xa-a-ban-1', 'khong-co', '', '../../etc', '%00'])(
    'a page of %j, which is no commune',
    async (code) => {
      const at = world();
      await openCommune(at);
      expect(() => at.house.services.publicPages.view({ code })).toThrow(/missing/);
    },
  );
});

describe('the page changes', () => {
  test('at once when a bulletin is marked as naming people, sound and all', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId, bulletinId } = sounded(at, place);
    const { publicPages, publicDesk } = at.house.services;
    expect(titles(at)).toHaveLength(1);
    publicDesk.markPersonal(place.operator, { bulletinId, personalData: true });
    expect(titles(at)).toEqual([]);
    expect(() => publicPages.sound({ code: 'xa-a', airingId })).toThrow(/missing/);
    // a second person's eyes take the mark off again
    publicDesk.markPersonal(place.approver, { bulletinId, personalData: false });
    expect(titles(at)).toHaveLength(1);
    const lines = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 9 });
    expect(lines.filter(({ action }) => action === 'bulletin.mark')).toHaveLength(2);
  });

  test('at once when the commune closes it', async () => {
    const at = world();
    const place = await openCommune(at);
    sounded(at, place);
    const { publicPages, publicDesk } = at.house.services;
    publicDesk.setSettings(place.administrator, { areaId: place.id, open: false, phone: null });
    expect(() => publicPages.view({ code: 'xa-a' })).toThrow(/missing/);
    expect(publicPages.communes()).toEqual([]);
  });

  test('within two seconds when verdicts come, and is the same object until then', async () => {
    const at = world();
    const place = await openCommune(at);
    const view = () => at.house.services.publicPages.view({ code: 'xa-a' });
    const before = view();
    sounded(at, place);
    expect(view()).toBe(before);
    at.clock.move(2_000);
    expect(view()).not.toBe(before);
    expect(titles(at)).toHaveLength(1);
  });

  test('by itself within a minute: what is a week old leaves', async () => {
    const at = world();
    const place = await openCommune(at);
    sounded(at, place);
    expect(titles(at)).toHaveLength(1);
    at.clock.move(7 * DAY_MS);
    expect(titles(at)).toEqual([]);
  });

  test('not for what happens in another commune', async () => {
    const at = world();
    await openCommune(at);
    const view = () => at.house.services.publicPages.view({ code: 'xa-a' });
    const before = view();
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const other = commune(at, person(at, 'tinh', ['administrator', province]), 'xa-b');
    view();
    const still = view();
    at.deps.changes.tell({ kind: 'bulletin', id: 'x', tenantId: other.id });
    expect(view()).toBe(still);
    at.deps.changes.tell({ kind: 'speaker', id: 'x', tenantId: null });
    expect(view()).toBe(still);
    at.deps.changes.tell({ kind: 'bulletin', id: 'x', tenantId: province });
    expect(view()).not.toBe(before);
  });
});

test('thirty communes are kept, and the first is put together anew', async () => {
  const at = world();
  const place = await openCommune(at);
  const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
  const over = person(at, 'tinh', ['administrator', province]);
  const { areas, publicDesk, publicPages } = at.house.services;
  for (let n = 0; n < 30; n += 1) {
    const wish = { code: `x-${n}`, kind: 'commune' as const, name: `Xã ${n}`, parentId: province };
    const { id } = areas.create(over, wish);
    publicDesk.setSettings(over, { areaId: id, open: true, phone: null });
  }
  sounded(at, place);
  const first = publicPages.view({ code: 'xa-a' });
  for (let n = 0; n < 29; n += 1) publicPages.view({ code: `x-${n}` });
  expect(publicPages.view({ code: 'xa-a' })).toBe(first);
  publicPages.view({ code: 'x-29' });
  publicPages.view({ code: 'x-0' });
  expect(publicPages.view({ code: 'xa-a' })).not.toBe(first);
});
