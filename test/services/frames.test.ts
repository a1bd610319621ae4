// Frames recorded word by word: who may, whose they are, and that one person is never both speaker and witness.
// It must never decode sound: the room of pieces is a fake.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  bytesOf,
  confirmAll,
  DAM_FRAME,
  recordAll,
  saidFrame,
  signal,
  write,
} from './frame-steps.ts';
import { type Commune, commune, person, setUp, type World, world } from './world.ts';

let at: World;
let a: Commune;
let b: Commune;
let provinceId: string;
beforeEach(async () => {
  at = world();
  const admin = await setUp(at);
  a = commune(at, admin, 'xa-a');
  b = commune(at, admin, 'xa-b');
  provinceId = admin.grants[0]?.areaId ?? '';
});
const frames = () => at.house.services.frames;
const code = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const later = async (act: () => Promise<unknown>) =>
  act().then(
    () => null,
    (error: { code: string }) => error.code,
  );
const lines = (action: string) =>
  at.deps.store.audit
    .list({ tenantIds: null, beforeId: null, limit: 300 })
    .filter((one) => one.action === action)
    .map(({ detail }) => JSON.parse(detail) as Record<string, unknown>);
const session = (frameId: string, of: object = {}) =>
  frames().begin(a.operator, {
    ...{ frameId, areaId: a.id, speakerName: 'Lò Thị Mai', consent: true },
    ...{ consentNote: 'đồng ý', ...of },
  });

describe('a frame', () => {
  test('lists what is missing before anybody relies on it, and is usable when all was heard twice', async () => {
    const { id: frameId, readiness, pieces } = write(at, { areaId: a.id, actor: a.author });
    // 3 fixed · 24 hours and 15:20 · 3 + 7 + 31 + 12 · two villages and a stream
    expect(readiness).toMatchObject({ needed: 3 + 25 + 53 + 3, recorded: 0, usable: false });
    expect(pieces.slice(-3).map(({ prompt }) => prompt)).toEqual([
      ...['ban-1', 'ban-2', 'hạ lưu suối Nậm Mu'],
    ]);
    const recorded = await recordAll(at, { frameId, areaId: a.id, actor: a.operator });
    expect(recorded.readiness).toMatchObject({ recorded: 84, confirmed: 0, usable: false });
    const heard = confirmAll(at, { frameId, areaId: a.id, actor: a.approver });
    expect(heard.readiness).toMatchObject({ confirmed: 84, usable: true, whole: true });
    expect(heard.confirmed?.byName).toBe('Quàng Văn Phóng');
    expect(frames().list(a.technician, { areaId: a.id })).toMatchObject([
      { id: frameId, languageName: 'Tiếng Thái Đen', readiness: { usable: true } },
    ]);
    expect(lines('frame.record')).toHaveLength(85);
    expect(lines('frame.confirm')[0]).toMatchObject({ listener: 'Quàng Văn Phóng', count: 84 });
  }, 20_000);

  test('changed in its words keeps its recordings, and is heard anew before it is used', async () => {
    const { id: frameId, version } = await saidFrame(at, a);
    const frame = { ...DAM_FRAME, sentences: [...DAM_FRAME.sentences, 'Rời ngay khỏi lòng sông.'] };
    const changed = frames().set(a.author, { frameId, seenVersion: version, frame });
    expect(changed.readiness).toMatchObject({ recorded: 84, needed: 84, usable: false });
    expect(code(() => frames().set(a.author, { frameId, seenVersion: version, frame }))).toBe(
      'changed-meanwhile',
    );
    frames().remove(a.author, { frameId });
    expect(frames().list(a.author, { areaId: a.id })).toEqual([]);
    // what was recorded serves the next frame
    const again = write(at, { areaId: a.id, actor: a.author });
    expect(again.readiness).toMatchObject({ recorded: 84, confirmed: 84, usable: false });
    expect(lines('frame.edit').map(({ did }) => did)).toEqual([
      'create',
      'remove',
      'change',
      'create',
    ]);
  }, 20_000);

  test('is refused with the place that is wrong: markup, gaps the notice has not, no such template', () => {
    const make = (of: object) =>
      code(() => write(at, { areaId: a.id, actor: a.author, frame: { ...DAM_FRAME, ...of } }));
    expect(make({ name: '<img src=x>' })).toBe('bad-frame');
    expect(make({ language: 'vie' })).toBe('bad-frame');
    expect(make({ language: 'xxx' })).not.toBeNull();
    expect(make({ templateId: 'no-such' })).toBe('missing');
    expect(make({ templateId: 'mat-trom' })).toBe('bad-frame');
    expect(make({ templateId: null })).toBeNull();
  });
});

describe('a piece', () => {
  test('is taken only with consent, in its own session, for something the frame says', async () => {
    const { id: frameId } = write(at, { areaId: a.id, actor: a.author });
    expect(code(() => session(frameId, { consent: false }))).toBe('no-consent');
    expect(code(() => session(frameId, { speakerName: '\u200b' }))).toBe('empty-field');
    const { id: sessionId } = session(frameId);
    const take = (actor = a.operator, key = 'hour:15:00', id = sessionId) =>
      later(() => frames().record(actor, { sessionId: id, key, bytes: bytesOf('x'), signal }));
    expect(await take()).toBeNull();
    expect(await take(a.author)).toBe('missing');
    expect(await take(a.operator, 'hour:15:59')).toBe('missing');
    expect(await take(a.operator, 'hour:15:00', 'nothing')).toBe('missing');
    at.clock.move(12 * 3_600_000 + 1);
    expect(await take()).toBe('session-over');
  });

  test('that cannot be used leaves what was there', async () => {
    const { id: frameId } = await saidFrame(at, a);
    const { id: sessionId } = session(frameId);
    at.pieces.failNext(Object.assign(new Error('playlist'), { code: 'foreign-unknown' }));
    const wish = { sessionId, key: 'hour:15:00', bytes: bytesOf('#EXTM3U'), signal };
    expect(await later(() => frames().record(a.operator, wish))).toBe('foreign-unknown');
    expect(frames().get(a.author, { frameId, areaId: a.id }).readiness.whole).toBe(true);
  }, 20_000);

  test('recorded anew is unheard again; the same sound sent twice stays as it is', async () => {
    const { id: frameId } = await saidFrame(at, a);
    const { id: sessionId } = session(frameId);
    const say = (text: string) =>
      frames().record(a.operator, { sessionId, key: 'hour:15:00', bytes: bytesOf(text), signal });
    expect((await say('mười lăm giờ')).state).toBe('confirmed');
    expect((await say('nói lại')).state).toBe('recorded');
    expect(frames().get(a.author, { frameId, areaId: a.id }).readiness.whole).toBe(false);
    expect(lines('frame.record')[0]).toMatchObject({ did: 'replace', piece: 'mười lăm giờ' });
  }, 20_000);

  test('is not confirmed by who recorded or spoke it, nor after it was recorded anew', async () => {
    const { id: frameId, version } = write(at, { areaId: a.id, actor: a.author });
    const { id: sessionId } = session(frameId);
    const key = 'hour:15:00';
    const one = await frames().record(a.operator, { sessionId, key, bytes: bytesOf('x'), signal });
    const hash = one.recording?.hash ?? '';
    const confirm = (actor: typeof a.author, of: object = {}) =>
      code(() =>
        frames().confirm(actor, {
          ...{ frameId, areaId: a.id, listenerName: 'Phóng', pieces: [{ key, hash }] },
          ...{ order: false, version, ...of },
        }),
      );
    expect(confirm(a.operator)).toBe('same-person');
    expect(confirm(a.approver, { listenerName: 'lò  thị MAI' })).toBe('same-person');
    expect(confirm(a.approver, { pieces: [{ key, hash: 'f'.repeat(64) }] })).toBe('another-sound');
    expect(confirm(a.technician)).toBe('not-your-role');
    expect(confirm(a.approver, { order: true, version: version + 1 })).toBe('another-sound');
    expect(confirm(a.author, { pieces: [], order: true })).toBe('same-person');
    expect(confirm(a.approver)).toBeNull();
    const wrong = { frameId, areaId: a.id, key, hash, remark: 'nói nhầm' };
    expect(frames().discard(a.approver, wrong).readiness.recorded).toBe(0);
    expect(code(() => frames().discard(a.approver, wrong))).toBe('missing');
  });
});

describe('another commune', () => {
  test('finds neither the frame, nor a piece, nor a session', async () => {
    const { id: frameId } = await saidFrame(at, a);
    const { id: sessionId } = session(frameId);
    const of = { frameId, areaId: b.id };
    const key = 'hour:15:00';
    expect(frames().list(b.author, { areaId: b.id })).toEqual([]);
    for (const act of [
      () => frames().get(b.author, of),
      () => frames().get(b.author, { frameId, areaId: a.id }),
      () => frames().sound(b.author, { ...of, key }),
      () => frames().say(b.author, { ...of, values: {} }),
      () => frames().remove(b.author, { frameId }),
      () =>
        frames().begin(b.operator, { ...of, speakerName: 'X', consent: true, consentNote: 'y' }),
    ])
      expect(code(act)).toBe('missing');
    const steal = { sessionId, key, bytes: bytesOf('x'), signal };
    expect(await later(() => frames().record(b.operator, steal))).toBe('missing');
  }, 20_000);

  test('uses the province’s frame with its own villages, its own recordings standing first', async () => {
    const author = person(at, 'tinh-soan', ['author', provinceId]);
    const approver = person(at, 'tinh-duyet', ['approver', provinceId]);
    const { id: frameId } = write(at, { areaId: provinceId, actor: author });
    await recordAll(at, { frameId, areaId: provinceId, actor: author, but: [] });
    // whoever recorded or wrote it is not the second person
    expect(code(() => confirmAll(at, { frameId, areaId: provinceId, actor: author }))).toBe(
      'same-person',
    );
    confirmAll(at, { frameId, areaId: provinceId, actor: approver });
    const before = frames().get(a.operator, { frameId, areaId: a.id });
    expect(
      before.pieces.filter(({ state }) => state === 'missing').map(({ prompt }) => prompt),
    ).toEqual([...['ban-1', 'ban-2']]);
    await recordAll(at, { frameId, areaId: a.id, actor: a.operator });
    const after = confirmAll(at, { frameId, areaId: a.id, actor: a.approver, order: false });
    expect(after.readiness.whole).toBe(true);
    // its recordings are its own, and the province's order is the province's to confirm
    expect(frames().get(b.author, { frameId, areaId: b.id }).readiness.whole).toBe(false);
    expect(code(() => confirmAll(at, { frameId, areaId: a.id, actor: a.approver }))).toBe(
      'missing',
    );
    const key = 'hour:15:00';
    const { id: sessionId } = session(frameId);
    await frames().record(a.operator, { sessionId, key, bytes: bytesOf('giọng xã'), signal });
    const here = frames()
      .get(a.operator, { frameId, areaId: a.id })
      .pieces.find((one) => one.key === key);
    expect(here?.recording?.fromAbove).toBe(false);
    expect(code(() => frames().remove(a.author, { frameId }))).toBe('missing');
  }, 20_000);
});

describe('values', () => {
  const VALUES = { gio: '15:20', ngay: '2026-12-05', 'khu-vuc': 'ban-1' };

  test('are heard at once as a try-out, unconfirmed pieces too; what is missing is named', async () => {
    const { id: frameId } = write(at, { areaId: a.id, actor: a.author });
    await recordAll(at, { frameId, areaId: a.id, actor: a.operator, but: ['ban-2'] });
    const of = { frameId, areaId: a.id };
    expect(frames().say(a.author, { ...of, values: VALUES })).toMatchObject({
      ...{ canBeSaid: false, problems: [] },
      text: 'Hồ xả nước lúc mười lăm giờ hai mươi phút, thứ bảy mồng năm tháng mười hai. Bà con ở ban-1 rời ngay khỏi lòng sông.',
    });
    const tried = await frames().tryOut(a.author, { ...of, values: VALUES, signal });
    expect(Buffer.from(tried).toString()).toContain('mười lăm giờ hai mươi phút');
    const gone = { ...of, values: { ...VALUES, 'khu-vuc': 'ban-2' }, signal };
    expect(await later(() => frames().tryOut(a.author, gone))).toBe('pieces-missing');
    const none = { ...of, values: { ...VALUES, gio: 'sáng' }, signal };
    expect(await later(() => frames().tryOut(a.author, none))).toBe('bad-values');
    // nobody relies on what one person alone has heard
    expect(code(() => frames().make(a.author, { ...of, values: VALUES }))).toBe(
      'frame-not-confirmed',
    );
  }, 20_000);

  test('become a bulletin of people’s voices, approved like any', async () => {
    const { id: frameId } = await saidFrame(at, a, ['ban-2']);
    const of = { frameId, areaId: a.id };
    const bad = { ...of, values: { ...VALUES, 'khu-vuc': 'ban-2' } };
    expect(code(() => frames().make(a.author, bad))).toBe('pieces-missing');
    expect(code(() => frames().make(a.technician, { ...of, values: VALUES }))).toBe(
      'not-your-role',
    );
    const made = frames().make(a.author, { ...of, values: VALUES, repeats: 2 });
    expect(made).toMatchObject({
      language: 'blt',
      state: 'making',
      title: 'Xả lũ – Tiếng Thái Đen',
    });
    const seen = () => at.deps.store.bulletins.get(made.id);
    await expect.poll(() => seen()?.state).toBe('ready');
    const clip = at.deps.store.clips.get(seen()?.clipId ?? '');
    expect(clip).toMatchObject({ synthetic: null, language: 'blt' });
    expect(at.pieces.joined).toMatchObject([{ repeats: 2, language: 'blt' }]);
    expect(at.pieces.joined[0]?.sentences.flat()).toHaveLength(8);
    expect(at.deps.store.framePieces.hashes().size).toBeGreaterThan(80);
  }, 20_000);

  test('are not other words by hand: the prompts are Vietnamese, and no voice of the language reads them', async () => {
    const { id: frameId } = await saidFrame(at, a);
    const { id: bulletinId } = frames().make(a.author, {
      ...{ frameId, areaId: a.id, values: VALUES },
    });
    const seen = () => at.deps.store.bulletins.get(bulletinId);
    await expect.poll(() => seen()?.state).toBe('ready');
    const { bulletins, recordings } = at.house.services;
    const text = 'Hồ xả nước lúc mười sáu giờ.';
    expect(code(() => bulletins.edit(a.author, { bulletinId, text }))).toBe('framed-words');
    expect(seen()).toMatchObject({ state: 'ready', version: 1 });
    // its title is not its words
    bulletins.edit(a.author, { bulletinId, title: 'Xả lũ', text: seen()?.text ?? '' });
    await expect.poll(() => seen()?.state).toBe('ready');
    // of what a person recorded the words may be set right, and are recorded anew: nobody reads them out
    const of = { speakerName: 'Lò Thị Mai', consent: true, consentNote: 'đồng ý', language: 'blt' };
    await recordings.take(a.author, { bulletinId, bytes: bytesOf('giọng'), signal, ...of });
    bulletins.edit(a.author, { bulletinId, text });
    await expect.poll(() => seen()?.state).toBe('failed');
    expect(seen()?.stateReason).toContain('khung');
    expect(at.studio.wanted).toEqual([]);
  }, 20_000);
});
