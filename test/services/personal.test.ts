// What looks personal over real rows: asked about before approval, kept like a marked one meanwhile, answered with a reason.
// It must never hold a real person's number.
import { describe, expect, test } from 'vitest';
import { afterwordOf } from '../../src/services/personal/spoken-mark.ts';
import type { ClipWanted } from '../../src/services/ports.ts';
import { imported } from './document-steps.ts';
import { openCommune, sounded } from './public-steps.ts';
import { liveCommune } from './steps.ts';
import { commune, person, until, type World, world } from './world.ts';

const PHONE = 'Ai thấy bò lạc xin gọi 0912 345 678.';

const provinceOf = (at: World): string =>
  at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';

function failure(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

async function written(text = PHONE, wish: { personalData?: boolean } = {}) {
  const at = world();
  const place = await liveCommune(at);
  const { services } = at.house;
  const wanted: ClipWanted[] = [];
  const make = at.studio.make;
  at.studio.make = (wish) => {
    wanted.push(wish);
    return make(wish);
  };
  const { id } = services.bulletins.create(place.author, {
    ...{ areaId: place.id, text, title: 'Bò lạc' },
    ...wish,
  });
  await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the sound');
  const of = { bulletinId: id };
  return { at, place, services, of, wanted };
}

describe('a bulletin in which something looks personal', () => {
  test('is one too whose document names a person in its title, whole or in part', async () => {
    const { at, place, services, of } = await written('Nghe quyết định.');
    const { store } = at.deps;
    const documentId = await imported(at, place, 'Quyết định về việc hỗ trợ.');
    const [brief] = store.documents.briefs([documentId]);
    const [part] = store.parts.of([documentId]);
    const bulletin = store.bulletins.get(of.bulletinId);
    if (!brief || !part || !bulletin) throw new Error('nothing was brought in');
    const title = 'Về hộ nghèo: ông Lò Văn Thử';
    const asFound = (documentPart: number | null) => {
      store.bulletins.update({ ...bulletin, documentId, documentPart });
      return services.personalDesk.view(place.author, of).found;
    };
    expect(asFound(null)).toEqual([]);
    store.documents.briefs = () => [{ ...brief, title }];
    store.parts.at = () => [{ ...part, title: 'Quyết định' }];
    expect(asFound(1)).toEqual([]);
    expect(asFound(null)).toMatchObject([{ place: 'source', kind: 'sensitive-name' }]);
    expect(failure(() => services.bulletins.submit(place.author, of))).toMatchObject({
      code: 'personal-unanswered',
    });
    store.parts.at = () => [{ ...part, title }];
    expect(asFound(1)).toMatchObject([{ place: 'source' }]);
  });

  test('is asked about before its approval is, and answered with a reason everybody sees later', async () => {
    const { at, place, services, of } = await written();
    const found = services.personalDesk.view(place.author, of);
    expect(found).toMatchObject({ marked: false, suspected: true, answer: null });
    expect(found.found).toMatchObject(
      [{ place: 'text', kind: 'phone', words: '0912 345 678', say: { vi: /điện thoại/u } }].map(
        (one) => ({ ...one, say: expect.objectContaining({ en: expect.any(String) }) }),
      ),
    );
    expect(failure(() => services.bulletins.submit(place.author, of))).toMatchObject({
      ...{ code: 'personal-unanswered', fault: 'conflict', place: 'personal' },
    });
    const answered = services.personalDesk.answer(place.author, {
      ...of,
      reason: '  số trực\n của xã \u202e ',
    });
    expect(answered).toMatchObject({ suspected: false, answer: { reason: 'số trực của xã' } });
    expect(services.bulletins.submit(place.author, of).state).toBe('pending');
    const [line] = at.deps.store.audit.list({
      ...{ tenantIds: null, beforeId: null, limit: 1, action: 'personal.answer' },
    });
    expect(JSON.parse(line?.detail ?? '')).toEqual({ reason: 'số trực của xã', found: 1 });
    expect(services.personalDesk.view(place.approver, of).answer?.reason).toBe('số trực của xã');
  });

  test('goes on when it is marked instead', async () => {
    const { place, services, of } = await written();
    services.publicDesk.markPersonal(place.author, { ...of, personalData: true });
    expect(services.personalDesk.view(place.author, of)).toMatchObject({
      marked: true,
      suspected: false,
    });
    expect(services.bulletins.submit(place.author, of).state).toBe('pending');
  });

  test('an edit that changes what was found asks anew; one that does not keeps the answer', async () => {
    const { at, place, services, of } = await written();
    const answer = () => services.personalDesk.answer(place.author, { ...of, reason: 'của xã' });
    const edited = async (text: string) => {
      services.bulletins.edit(place.author, { ...of, text });
      await until(() => at.deps.store.bulletins.get(of.bulletinId)?.state === 'ready', 'the sound');
      return services.personalDesk.view(place.author, of).suspected;
    };
    answer();
    expect(await edited(`${PHONE} Xin cảm ơn.`)).toBe(false);
    expect(await edited(`${PHONE} Hoặc gọi 0387 654 321.`)).toBe(true);
    expect(await edited('Xin cảm ơn bà con.')).toBe(false);
    expect(failure(answer)).toMatchObject({ code: 'nothing-asked' });
  });

  test('is no one’s to answer without a word, nor for somebody of another commune', async () => {
    const { at, place, services, of } = await written();
    for (const reason of ['', ' \u200b', '123'])
      expect(
        failure(() => services.personalDesk.answer(place.author, { ...of, reason })),
      ).toMatchObject({ code: 'empty-field', place: 'reason' });
    const admin = person(at, 'tinh', ['administrator', provinceOf(at)]);
    const stranger = commune(at, admin, 'xa-b').author;
    for (const act of [
      () => services.personalDesk.view(stranger, of),
      () => services.personalDesk.answer(stranger, { ...of, reason: 'x' }),
    ])
      expect(failure(act)).toMatchObject({ fault: 'missing' });
    const technician = person(at, 'tho', ['technician', place.id]);
    expect(
      failure(() => services.personalDesk.answer(technician, { ...of, reason: 'x' })),
    ).toMatchObject({ fault: 'forbidden' });
  });

  test('an approver who takes the mark off has answered', async () => {
    const { place, services, of } = await written(PHONE, { personalData: true });
    services.publicDesk.markPersonal(place.approver, { ...of, personalData: false });
    expect(services.personalDesk.view(place.author, of)).toMatchObject({
      ...{ marked: false, suspected: false, answer: { reason: 'Người duyệt đã bỏ dấu.' } },
    });
  });
});

test('until somebody has answered, no word of it is offered to a voice outside of the house', async () => {
  const { place, services, of, wanted } = await written();
  expect(wanted.at(-1)?.personalData).toBe(true);
  services.personalDesk.answer(place.author, { ...of, reason: 'số trực của xã' });
  services.bulletins.edit(place.author, { ...of, title: 'Tìm bò lạc' });
  await until(() => wanted.length === 2, 'the second sound');
  expect(wanted.at(-1)?.personalData).toBe(false);
  const plain = await written('Xin cảm ơn bà con.');
  expect(plain.wanted.at(-1)?.personalData).toBe(false);
  const marked = await written('Xin cảm ơn bà con.', { personalData: true });
  expect(marked.wanted.at(-1)?.personalData).toBe(true);
});

test('what goes by itself is not held up, and stands on no page, in no feed and under no title meanwhile', async () => {
  const at = world();
  const place = await openCommune(at);
  const { bulletinId, airingId } = sounded(at, place, { title: 'Tìm anh Ví', text: PHONE });
  const shown = () => at.house.services.publicPages.view({ code: 'xa-a' }).airings.length;
  expect(shown()).toBe(1);
  const suspicion = { bulletinId, foundHash: 'x', found: 1 };
  at.deps.store.suspicions.put({
    ...suspicion,
    reason: null,
    byId: null,
    atMs: null,
    settled: false,
  });
  at.deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId: place.id });
  expect(shown()).toBe(0);
  const sound = () => at.house.services.publicPages.sound({ code: 'xa-a', airingId });
  expect(failure(sound)).toMatchObject({ code: 'missing' });
  const made = at.house.services.feeds.make(place.author, { kind: 'commune', id: place.id });
  const token = made.url.split('/').at(-1)?.replace('.ics', '') ?? '';
  const titles = at.house.services.feeds.read({ token }).events.map(({ title }) => title);
  expect(titles).toEqual(['Thông báo']);
  const answer = (by: typeof place.author) =>
    at.house.services.personalDesk.answer(by, { bulletinId, reason: 'số trực của xã' });
  at.deps.store.suspicions.put({
    ...suspicion,
    ...{ reason: null, byId: null },
    atMs: null,
    settled: false,
  });
  // it went out by itself: whoever writes there does not open it to everybody
  expect(failure(() => answer(place.author))).toMatchObject({ code: 'second-needed' });
  expect(shown()).toBe(0);
  answer(place.approver);
  expect(shown()).toBe(1);
});

describe('the spoken mark', () => {
  test('is off until a commune, or its province, says otherwise; the nearest word holds', async () => {
    const { at, place, services } = await written();
    const administrator = person(at, 'quan-tri-xa', ['administrator', place.id]);
    const mark = () => services.personalDesk.spokenMark(place.author, { areaId: place.id });
    expect(mark()).toEqual({ own: null, spoken: false, sentence: 'Bản tin do giọng máy đọc.' });
    at.deps.store.spokenMarks.put(provinceOf(at), true);
    expect(mark()).toMatchObject({ own: null, spoken: true });
    const set = (spoken: boolean | null) =>
      services.personalDesk.setSpokenMark(administrator, { areaId: place.id, spoken });
    expect(set(false)).toMatchObject({ own: false, spoken: false });
    expect(set(null)).toMatchObject({ own: null, spoken: true });
    const technician = person(at, 'tho', ['technician', place.id]);
    const wish = { areaId: place.id, spoken: true };
    expect(failure(() => services.personalDesk.setSpokenMark(technician, wish))).toMatchObject({
      fault: 'forbidden',
    });
  });

  test('is given to the voice as its last words, in Vietnamese only, never to a recording', async () => {
    const { at, place, services, of, wanted } = await written();
    expect(wanted.at(-1)?.afterword).toBeNull();
    at.deps.store.spokenMarks.put(place.id, true);
    services.bulletins.edit(place.author, { ...of, title: 'Bò lạc hôm qua' });
    await until(() => wanted.length === 2, 'the second sound');
    expect(wanted.at(-1)?.afterword).toBe('Bản tin do giọng máy đọc.');
    const { id: tenantId } = place;
    expect(afterwordOf(at.deps, { tenantId, language: 'vie' })).toBe('Bản tin do giọng máy đọc.');
    expect(afterwordOf(at.deps, { tenantId, language: 'blt' })).toBeNull();
  });
});

test('an answer of its author opens no public door until an approver has approved with it in view', async () => {
  const { at, place, services, of } = await written();
  services.personalDesk.answer(place.author, { ...of, reason: 'số trực của xã' });
  const settled = () => at.deps.store.suspicions.of(of.bulletinId)?.settled;
  services.bulletins.submit(place.author, of);
  expect(settled()).toBe(false);
  const clip = at.deps.store.clips.get(at.deps.store.bulletins.get(of.bulletinId)?.clipId ?? '');
  const contentHash = clip?.contentHash ?? '';
  services.bulletins.approve(place.approver, { ...of, contentHash });
  expect(settled()).toBe(true);
});
