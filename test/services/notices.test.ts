import { describe, expect, test } from 'vitest';
import { make, SLOTS, sounded, templateFor, wishOf } from './notice-steps.ts';
import { airings, liveCommune, pass, sentAiring } from './steps.ts';
import { NOON, person, until, world } from './world.ts';

const code = (wanted: string, place?: string) =>
  expect.objectContaining(place === undefined ? { code: wanted } : { code: wanted, place });
const HOUR = 3_600_000;
const MORNING = Date.parse('2026-12-06T06:00:00+07:00');

async function opened() {
  const at = world();
  const a = await liveCommune(at);
  const { notices } = at.house.services;
  return { at, a, notices };
}

describe('what will be said', () => {
  test('comes with the text, its length, its end, and when it is best heard', async () => {
    const { at, a, notices } = await opened();
    const found = notices.preview(a.author, wishOf(at, a, { repeats: 2 }));
    expect(found).toMatchObject({
      title: 'Họp bản, Chủ nhật 6/12',
      problems: [],
      expiresAtMs: Date.parse('2026-12-06T07:40:00+07:00'),
      event: { startMs: Date.parse('2026-12-06T07:30:00+07:00'), endMs: null },
      approver: null,
      personal: [],
    });
    expect(found.text).toContain('vào lúc 7h30 Chủ nhật 6/12, tại nhà văn hóa bản Mòng.');
    expect(found.times.now).toBe(true);
    expect(found.times.twice).toEqual([NOON + 5.5 * HOUR, MORNING]);
    const once = notices.preview(a.author, wishOf(at, a));
    // said twice, and announced the second time
    expect(found.seconds).toBe(once.seconds * 2 + 4);
    expect(once.spoken.length).toBeGreaterThan(3);
  });

  test('is not read out while it has holes, and every hole is named', async () => {
    const { at, a, notices } = await opened();
    const found = notices.preview(a.author, wishOf(at, a, { slots: { ban: 'bản Mòng' } }));
    expect(found.spoken).toEqual([]);
    expect(found.text).toContain('…');
    expect(found.problems.map(({ slot }) => slot)).toEqual(['ngay', 'gio', 'dia-diem']);
  });

  test('says what looks personal in it, for a person to mark', async () => {
    const { at, a, notices } = await opened();
    const slots = { ...SLOTS, 'noi-dung': 'gặp anh Tòng, điện thoại 0912 345 678' };
    const { personal } = notices.preview(a.author, wishOf(at, a, { slots }));
    expect(personal).toContainEqual({ kind: 'phone', text: '0912 345 678' });
  });

  test('a commune without hours hears nothing well', async () => {
    const { at, a, notices } = await opened();
    at.deps.store.regulations.all = () => [];
    const { times } = notices.preview(a.author, wishOf(at, a));
    expect(times).toEqual({ now: false, next: [], twice: [] });
  });
});

describe('go', () => {
  test('makes bulletin, notice, schedules and one audit line in one step', async () => {
    const { at, a, notices } = await opened();
    const once = { kind: 'once' as const, atMs: MORNING };
    const made = make(at, a, { repeats: 3, rules: [{ kind: 'now' }, once, once] });
    expect(made).toMatchObject({
      templateId: 'hop-ban',
      slots: SLOTS,
      repeats: 3,
      state: 'making',
      areaIds: a.villages,
      authorName: 'Cán bộ xa-a-soan',
      approvedBy: [],
    });
    expect(made.times.map(({ atMs }) => atMs)).toEqual([null, MORNING]);
    const bulletin = at.deps.store.bulletins.get(made.id);
    expect(bulletin).toMatchObject({ submitsItself: true, standingId: null, genre: 'notice' });
    await until(() => at.studio.wanted.length === 1, 'the sound');
    expect(at.studio.wanted[0]).toMatchObject({ repeats: 3, text: made.text });
    const lines = at.deps.store.audit.list({ tenantIds: [a.id], beforeId: null, limit: 50 });
    const [line] = lines.filter(({ action }) => action === 'notice.create');
    expect(line).toMatchObject({ subject: `bulletin:${made.id}`, accountId: a.author.accountId });
    expect(line?.detail).not.toContain('nhà văn hóa');
    expect(notices.list(a.operator, { areaId: a.id, beforeId: null, limit: 9 })).toHaveLength(1);
  });

  test('an operator may, and once its sound is there it asks for approval by itself', async () => {
    const { at, a } = await opened();
    const view = await sounded(at, a, { maker: a.operator });
    expect(view.state).toBe('pending');
    expect(at.happened).toContainEqual(
      expect.objectContaining({ kind: 'approval-wanted', bulletinId: view.id }),
    );
    expect(at.deps.store.bulletins.get(view.id)?.submitsItself).toBe(false);
  });

  test('approved, "now" airs at once, and the notice says at how many poles it was heard', async () => {
    const { at, a, notices } = await opened();
    const { id } = await sounded(at, a);
    const clip = at.deps.store.clips.get(at.deps.store.bulletins.get(id)?.clipId ?? '');
    const { bulletins } = at.house.services;
    bulletins.approve(a.approver, { bulletinId: id, contentHash: clip?.contentHash ?? '' });
    const streamId = await sentAiring(at);
    await pass(at, 32_000);
    await a.boxes[0]?.receipt({ event: 'finished', streamId });
    const airing = () => notices.get(a.author, { bulletinId: id }).times[0]?.airing;
    await until(() => airing()?.played === 1, 'the receipt');
    const view = notices.get(a.author, { bulletinId: id });
    expect(view.approvedBy).toEqual([{ name: 'Cán bộ xa-a-duyet', standing: false }]);
    expect(view.times[0]?.airing).toMatchObject({
      id: streamId,
      speakers: 2,
      played: 1,
      failed: 0,
    });
  });

  test('the same wish twice, from two tabs or after a lost answer, is one notice', async () => {
    const { at, a, notices } = await opened();
    const wish = wishOf(at, a, { wishId: 'mot' });
    const first = notices.create(a.author, wish);
    expect(notices.create(a.author, wish).id).toBe(first.id);
    expect(notices.byWish(a.author, { wishId: 'mot' }).id).toBe(first.id);
    expect(at.deps.store.bulletins.ofTenants([a.id])).toHaveLength(1);
    // another person's wish of the same name is another wish
    expect(() => notices.byWish(a.operator, { wishId: 'mot' })).toThrow(code('missing'));
    expect(notices.create(a.operator, wish).id).not.toBe(first.id);
  });

  test('the same wish is answered also when its event is past by now', async () => {
    const { at, a, notices } = await opened();
    const wish = wishOf(at, a, { wishId: 'hai' });
    const first = notices.create(a.author, wish);
    at.clock.move(3 * 86_400_000);
    expect(notices.create(a.author, wish).id).toBe(first.id);
  });

  test('nothing of it airs once its event is past, and every pole is told why', async () => {
    const { at, a, notices } = await opened();
    const { id } = await sounded(at, a, { rules: [{ kind: 'once', atMs: MORNING }] });
    // the airing waits for its approval until the meeting is over
    at.deps.store.bulletins.update({
      ...(at.deps.store.bulletins.get(id) as never as Parameters<
        typeof at.deps.store.bulletins.update
      >[0]),
      expiresAtMs: MORNING,
    });
    expect(notices.get(a.author, { bulletinId: id }).times[0]?.hindrance).toBe('expired');
    await pass(at, 12 * HOUR);
    await pass(at, 7 * HOUR);
    const [airing] = airings(at);
    const speakers = at.deps.store.airings.speakers(airing?.id ?? '');
    expect(speakers.map(({ verdict }) => verdict)).toMatchObject([
      { kind: 'skipped-by-rule', reason: 'expired' },
      { kind: 'skipped-by-rule', reason: 'expired' },
    ]);
  });

  test('a mark of personal data may be added and never taken away', async () => {
    const { at, a } = await opened();
    expect(make(at, a, { personalData: true }).personalData).toBe(true);
    const lost = {
      'ho-ten': 'Cháu Lò Thị Mai',
      noi: 'chợ',
      ngay: '2026-12-05',
      gio: '10:00',
      'dien-thoai': '113',
    };
    const of = { templateId: 'tim-nguoi-lac', slots: lost, personalData: false };
    expect(make(at, a, of)).toMatchObject({ personalData: true, priority: 'priority' });
  });
});

describe('what is refused', () => {
  test.each<[string, Parameters<typeof wishOf>[2], string, string?]>([
    ['an empty slot', { slots: { ...SLOTS, gio: '' } }, 'bad-slots', 'slots.gio'],
    ['markup', { slots: { ...SLOTS, ban: '<b>Mòng</b>' } }, 'bad-slots', 'slots.ban'],
    ['an emoji', { slots: { ...SLOTS, ban: 'Mòng 🎉' } }, 'bad-slots', 'slots.ban'],
    ['500 letters', { slots: { ...SLOTS, ban: 'a'.repeat(500) } }, 'bad-slots', 'slots.ban'],
    ['marks of direction', { slots: { ...SLOTS, ban: 'a\u202Eb' } }, 'bad-slots', 'slots.ban'],
    ['a day that is past', { slots: { ...SLOTS, ngay: '2026-12-04' } }, 'bad-slots', 'slots.ngay'],
    ['a slot nobody knows', { slots: { ...SLOTS, x: 'y' } }, 'bad-slots', 'slots.'],
    ['a template nobody knows', { templateId: 'hop-ban', hash: 'x' }, 'template-changed'],
    ['nowhere', { areaIds: [] }, 'no-areas'],
    ['at an hour that is past', { rules: [{ kind: 'once', atMs: NOON - HOUR }] }, 'in-the-past'],
    ['at midnight', { rules: [{ kind: 'once', atMs: NOON + 12 * HOUR }] }, 'out-of-hours'],
    ['after its event', { rules: [{ kind: 'once', atMs: NOON + 26 * HOUR }] }, 'after-its-event'],
  ])('%s', async (_what, of, wanted, place) => {
    const { at, a, notices } = await opened();
    expect(() => notices.create(a.author, wishOf(at, a, of))).toThrow(code(wanted, place));
    expect(at.deps.store.bulletins.ofTenants([a.id])).toEqual([]);
    expect(at.deps.store.schedules.ofTenants([a.id], 0)).toEqual([]);
  });

  test('whoever is neither author nor operator, and whoever is of another commune', async () => {
    const { at, a, notices } = await opened();
    const wish = wishOf(at, a);
    expect(() => notices.create(a.technician, wish)).toThrow(code('not-your-role'));
    expect(() => notices.preview(a.approver, wish)).toThrow(code('not-your-role'));
    const stranger = person(at, 'la');
    expect(() => notices.create(stranger, wish)).toThrow(code('missing'));
    const { id } = notices.create(a.author, wish);
    expect(() => notices.get(stranger, { bulletinId: id })).toThrow(code('missing'));
    expect(() => notices.list(stranger, { areaId: a.id, beforeId: null, limit: 1 })).toThrow(
      code('missing'),
    );
    expect(() => notices.get(a.author, { bulletinId: 'x' })).toThrow(code('missing'));
  });

  test('a notice for a village of its own, and for another commune’s village', async () => {
    const { at, a, notices } = await opened();
    const village = wishOf(at, a, { areaId: a.villages[0] ?? '' });
    expect(() => notices.create(a.author, village)).toThrow(code('not-a-tenant'));
    const elsewhere = wishOf(at, a, { areaIds: ['xa-khac'] });
    expect(() => notices.create(a.author, elsewhere)).toThrow(code('area-missing'));
  });

  test('a hidden template, and one whose words are others by now: with what changed', async () => {
    const { at, a, notices } = await opened();
    const wish = wishOf(at, a);
    const { hash, version: _v, from: _f, id: _id, hidden: _h, ...template } = templateFor(at, a);
    const set = (of: object) =>
      notices.setTemplate(a.author, {
        ...{ areaId: a.id, templateId: 'hop-ban', hidden: false },
        ...{ seenHash: templateFor(at, a).hash, template: { ...template, ...of } },
      });
    set({ closing: 'Xin cảm ơn.', lastsHours: 3 });
    expect(() => notices.create(a.author, wish)).toThrow(
      expect.objectContaining({
        code: 'template-changed',
        fault: 'conflict',
        say: expect.objectContaining({ vi: expect.stringContaining('câu kết, thời gian') }),
      }),
    );
    notices.dropTemplate(a.author, { areaId: a.id, templateId: 'hop-ban' });
    expect(templateFor(at, a).hash).toBe(hash);
    const { hash: seenHash } = templateFor(at, a);
    const hide = { areaId: a.id, templateId: 'hop-ban', seenHash, hidden: true, template };
    notices.setTemplate(a.author, hide);
    expect(() => notices.preview(a.author, wish)).toThrow(code('missing'));
  });
});

test('what was killed between the sound and the sending goes on at the next start', async () => {
  const { at, a } = await opened();
  const held = at.studio.hold();
  const { id } = make(at, a);
  await until(() => at.studio.wanted.length === 1, 'the studio');
  // the author cannot sign in while the sound comes: it waits
  at.deps.store.accounts.setDisabled(a.author.accountId, 1);
  held.letGo();
  await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the sound');
  await at.house.beat();
  expect(at.deps.store.bulletins.get(id)?.state).toBe('ready');
  at.deps.store.accounts.setDisabled(a.author.accountId, null);
  const again = at.restart();
  await again.house.beat();
  expect(at.deps.store.bulletins.get(id)?.state).toBe('pending');
});
