// Villagers' reports over rows: taken without a name, made one, bounded under a flood, answered by officers.
// It must never know routes.
import { describe, expect, test } from 'vitest';
import { REPORT_TEXT_MAX, type Report } from '../../src/domain/public/report.ts';
import { DAY_MS } from '../../src/domain/vietnam-time.ts';
import { openCommune, sounded, wish } from './public-steps.ts';
import { actions } from './steps.ts';
import { commune, HERE, person, type World, world } from './world.ts';

const all = (at: World) => at.deps.store.reports.list(PAGE(at));
const PAGE = (at: World) => ({
  tenantIds: at.deps.store.areas.all().map(({ id }) => id),
  states: ['new', 'seen', 'answered'] as const,
  ...{ beforeId: null, limit: 5_000 },
});
const send = (at: World, of: Parameters<typeof wish>[0] = {}) =>
  at.house.services.reports.send(wish(of));
const from = (n: number) => `203.0.${Math.floor(n / 250)}.${n % 250}`;

/** 1,999 more of it, older by id. */
function fill(at: World, like: Report): void {
  const { store } = at.deps;
  store.transaction(() => {
    for (let n = 0; n < 1_999; n += 1)
      store.reports.insert({ ...like, id: `0-${n}`, number: `N${n}`, text: `${n}` });
  });
}

describe('a report', () => {
  test('is kept with what it is about and nothing of who sent it', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId } = sounded(at, place, { title: 'Họp bản' });
    const text = ' Loa\u202e sát\n nhà <b>quá</b> 😀 ';
    const sent = send(at, { airingId, village: 'xa-a-ban-1', siteId: 'loa-1', text });
    expect(sent.number).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    const [kept] = all(at);
    expect(kept).toMatchObject({
      ...{ airingId, areaId: place.villages[0], siteId: 'loa-1', kind: 'noise', count: 1 },
      ...{ text: 'Loa sát nhà <b>quá</b> 😀', state: 'new' },
    });
    expect(JSON.stringify(kept)).not.toContain(HERE);
    expect(at.happened.at(-1)).toMatchObject({ kind: 'report-received', what: 'noise' });
    expect(at.told.at(-1)).toMatchObject({ kind: 'report', tenantId: place.id });
    expect(actions(at)).toContain('service.report-received');
    const follow = at.house.services.reports.follow({ code: 'xa-a', number: sent.number });
    expect(follow).toMatchObject({
      village: 'ban-1',
      airing: 'Họp bản',
      state: 'new',
      answer: null,
    });
    expect(JSON.stringify(follow)).not.toContain('sát nhà');
  });

  test('is heard even where what it names is not this commune’s, or not on its page', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId } = sounded(at, place, { personalData: true });
    send(at, { airingId, village: 'muong-thu', siteId: 'khong-co' });
    send(at, { kind: 'wrong', airingId: 'x', village: 'xa-a' });
    for (const kept of all(at))
      expect(kept).toMatchObject({ airingId: null, areaId: null, siteId: null });
  });

  test('of an airing marked later no longer names it to who follows', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId, bulletinId } = sounded(at, place, { title: 'Tìm người' });
    const { number } = send(at, { airingId });
    at.house.services.publicDesk.markPersonal(place.author, { bulletinId, personalData: true });
    expect(at.house.services.reports.follow({ code: 'xa-a', number }).airing).toBeNull();
  });

  test('longer than a page of an exercise book is cut, letters whole', async () => {
    const at = world();
    await openCommune(at);
    send(at, { text: '😀'.repeat(100_000) });
    expect([...(all(at)[0]?.text ?? '')]).toHaveLength(REPORT_TEXT_MAX);
  });

  test('is found by its number only, in its commune only, however it was copied', async () => {
    const at = world();
    const place = await openCommune(at);
    const { number } = send(at);
    const follow = (code: string, written: string) =>
      at.house.services.reports.follow({ code, number: written });
    const copied = `${number.slice(0, 4)}-${number.slice(4)} `.toLowerCase();
    expect(follow('xa-a', copied).number).toBe(number);
    for (const wrong of ['', '-', 'AAAAAAAA', `${number}' or 1=1`.slice(1), all(at)[0]?.id ?? ''])
      expect(() => follow('xa-a', wrong), wrong).toThrow(/missing/);
    expect(() => follow('xa-b', number)).toThrow(/missing/);
    expect(place.code).toBe('xa-a');
  });
});

describe('the same again', () => {
  test('is one row with a count for a day, whoever says it; then a new one', async () => {
    const at = world();
    await openCommune(at);
    const first = send(at, { text: 'Ồn  quá' });
    const again = send(at, { text: 'Ồn quá', address: from(1) });
    expect(again).toEqual({ number: first.number, textKept: true });
    expect(all(at)).toMatchObject([{ count: 2 }]);
    expect(at.happened.filter(({ kind }) => kind === 'report-received')).toHaveLength(1);
    at.clock.move(DAY_MS + 1);
    send(at, { text: 'Ồn quá' });
    expect(all(at)).toHaveLength(2);
  });

  test('after an answer is a new report', async () => {
    const at = world();
    const place = await openCommune(at);
    send(at);
    const reportId = all(at)[0]?.id ?? '';
    const said = { answer: 'Đã vặn nhỏ', answerPublic: false, textPublic: false };
    at.house.services.reports.answer(place.operator, { reportId, ...said });
    send(at);
    expect(all(at)).toHaveLength(2);
  });
});

describe('a script that sends reports', () => {
  test('of one address: six are kept, more are counted without words, then none for an hour', async () => {
    const at = world();
    await openCommune(at);
    const sent = Array.from({ length: 30 }, (_, n) => send(at, { text: `lời ${n}` }));
    expect(sent.filter(({ textKept }) => textKept)).toHaveLength(6);
    expect(() => send(at, { text: 'nữa' })).toThrow(/too-many-reports/);
    expect(all(at)).toHaveLength(7);
    expect(all(at)[0]).toMatchObject({ text: '', count: 24, airingId: null });
    // a neighbour is heard all the while
    expect(send(at, { text: 'loa hỏng', address: from(1) }).textKept).toBe(true);
    at.clock.move(3_600_000);
    expect(send(at, { text: 'một giờ sau' }).textKept).toBe(true);
  });

  test('a tap on the same airing counts there, not among the rest', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId } = sounded(at, place);
    send(at, { airingId, address: from(1) });
    for (let n = 0; n < 10; n += 1) send(at, { airingId, text: `lời ${n}` });
    const tap = all(at).find(({ airingId: about, text }) => about === airingId && text === '');
    expect(tap).toMatchObject({ count: 5 });
  });

  test('of 10,000 from 10,000 addresses fills neither the disk nor hides who comes after', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId } = sounded(at, place);
    send(at, { airingId, kind: 'unclear', text: 'thật: loa bản 1 rè', address: '198.51.100.7' });
    const began = process.cpuUsage();
    let refused = 0;
    for (let n = 0; n < 10_000; n += 1)
      try {
        send(at, { airingId: `giả-${n}`, text: `rác ${n} ${'x'.repeat(480)}`, address: from(n) });
      } catch {
        refused += 1;
      }
    const { user, system } = process.cpuUsage(began);
    expect(all(at).length).toBeLessThanOrEqual(203);
    expect(refused).toBe(9_001);
    expect((user + system) / 10_000).toBeLessThan(2_000); // µs of processor for each
    const list = at.house.services.reports.list(place.operator, {
      ...{ open: true, beforeId: all(at).at(-2)?.id ?? null, limit: 1 },
    });
    expect(list.reports[0]?.text).toBe('thật: loa bản 1 rè');
    at.clock.move(3_600_000);
    expect(send(at, { text: 'thật nữa', address: '198.51.100.8' }).textKept).toBe(true);
  }, 60_000);

  test('week after week: 2,000 rows are kept, the oldest looked at go, what nobody read stays', async () => {
    const at = world();
    const place = await openCommune(at);
    const { store } = at.deps;
    send(at, { text: 'chưa ai đọc', address: from(0) });
    const [first] = all(at);
    fill(at, { ...(first as Report), state: 'seen' });
    expect(send(at, { text: 'mới', address: from(1) }).textKept).toBe(true);
    expect(store.reports.counts([place.id])).toEqual({ new: 2, seen: 1_949, answered: 0 });
    expect(all(at).map(({ text }) => text)).toContain('chưa ai đọc');
  });

  test('where 2,000 wait unread, one more is counted without words', async () => {
    const at = world();
    await openCommune(at);
    send(at, { text: 'đầu', address: from(0) });
    const [first] = all(at);
    fill(at, first as Report);
    expect(send(at, { text: 'mới', address: from(1) }).textKept).toBe(false);
    expect(send(at, { text: 'mới nữa', address: from(2) }).textKept).toBe(false);
    expect(all(at)).toHaveLength(2_001);
  });

  test('of one IPv6 network counts as one', async () => {
    const at = world();
    await openCommune(at);
    const sent = Array.from({ length: 8 }, (_, n) =>
      send(at, { text: `${n}`, address: `2001:db8:0:1::${n + 1}` }),
    );
    expect(sent.filter(({ textKept }) => textKept)).toHaveLength(6);
    expect(send(at, { text: 'x', address: '2001:db8:0:2::1' }).textKept).toBe(true);
    expect(send(at, { text: 'y', address: '2001:db8::1' }).textKept).toBe(true);
  });

  test('yesterday’s addresses mean nothing today', async () => {
    const at = world();
    await openCommune(at);
    for (let n = 0; n < 6; n += 1) send(at, { text: `${n}` });
    expect(send(at, { text: 'nữa' }).textKept).toBe(false);
    at.clock.move(DAY_MS);
    expect(send(at, { text: 'hôm sau' }).textKept).toBe(true);
  });
});

describe('officers', () => {
  const said = {
    answer: ' Đã vặn nhỏ.\r\nXin lỗi bà con.\u202e ',
    answerPublic: true,
    textPublic: true,
  };

  test('see their commune’s reports, open ones apart, with what each is about', async () => {
    const at = world();
    const place = await openCommune(at);
    const { airingId } = sounded(at, place, { title: 'Họp bản' });
    send(at, { airingId, siteId: 'loa-2', text: 'rè' });
    send(at, { kind: 'wrong', text: 'sai giờ' });
    const { reports } = at.house.services;
    const page = { open: true, beforeId: null, limit: 50 };
    const list = reports.list(place.author, page);
    expect(list.counts).toEqual({ new: 2, seen: 0, answered: 0 });
    expect(list.reports[1]).toMatchObject({
      ...{ siteName: 'Loa loa-2', areaName: 'ban-2', airing: { title: 'Họp bản' } },
    });
    const [, second] = list.reports;
    const seen = reports.see(place.operator, { reportId: second?.id ?? '' });
    expect(seen.state).toBe('seen');
    expect(reports.see(place.operator, { reportId: second?.id ?? '' })).toEqual(seen);
    reports.answer(place.approver, { reportId: second?.id ?? '', ...said });
    expect(reports.list(place.author, page).reports).toHaveLength(1);
    const answered = reports.list(place.author, { ...page, open: false });
    expect(answered.reports).toMatchObject([
      { answer: 'Đã vặn nhỏ.\nXin lỗi bà con.', answeredByName: 'Cán bộ xa-a-duyet' },
    ]);
    expect(actions(at).slice(0, 3)).toContain('report.answer');
  });

  test('of other communes, and technicians, see and answer nothing', async () => {
    const at = world();
    const place = await openCommune(at);
    send(at, { text: 'rè' });
    const reportId = all(at)[0]?.id ?? '';
    const { reports } = at.house.services;
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const stranger = commune(at, person(at, 'tinh', ['administrator', province]), 'xa-b').operator;
    const page = { open: true, beforeId: null, limit: 50 };
    expect(reports.list(stranger, page)).toMatchObject({ reports: [], counts: { new: 0 } });
    expect(reports.list(place.technician, page).reports).toEqual([]);
    expect(() => reports.see(stranger, { reportId })).toThrow(/missing/);
    expect(() => reports.answer(stranger, { reportId, ...said })).toThrow(/missing/);
    expect(() => reports.answer(place.technician, { reportId, ...said })).toThrow(/not-your-role/);
    expect(() => reports.answer(place.operator, { reportId: '?', ...said })).toThrow(/missing/);
  });

  test('make public what they tick, and the villager’s words only beside the answer', async () => {
    const at = world();
    const place = await openCommune(at);
    send(at, { village: 'xa-a-ban-1', text: '<script>alert(1)</script>' });
    const reportId = all(at)[0]?.id ?? '';
    const { reports, publicPages } = at.house.services;
    const shown = () => publicPages.view({ code: 'xa-a' }).answers;
    expect(shown()).toEqual([]);
    reports.answer(place.operator, { reportId, ...said, answerPublic: false });
    expect(all(at)[0]).toMatchObject({ answerPublic: false, textPublic: false });
    expect(shown()).toEqual([]);
    reports.answer(place.operator, { reportId, ...said, textPublic: false });
    expect(shown()).toMatchObject([{ text: null, village: 'ban-1', answer: /vặn nhỏ/ }]);
    reports.answer(place.operator, { reportId, ...said });
    expect(shown()).toMatchObject([{ text: '<script>alert(1)</script>' }]);
    at.clock.move(31 * DAY_MS);
    expect(shown()).toEqual([]);
  });

  test('do not answer with nothing', async () => {
    const at = world();
    const place = await openCommune(at);
    send(at);
    const reportId = all(at)[0]?.id ?? '';
    const act = () =>
      at.house.services.reports.answer(place.operator, { reportId, ...said, answer: ' \u200b\n ' });
    expect(act).toThrow(/empty-field/);
  });
});
