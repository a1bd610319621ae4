import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { actions, approved, hashOf, liveCommune, TEXT, written } from './steps.ts';
import { commune, person, until, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

function neighbour(at: World) {
  const admin = at.deps.store.accounts.byName('quan-tri');
  const accountId = admin?.id ?? '';
  const grants = at.deps.store.accounts.grants(accountId);
  return commune(at, { accountId, name: 'quan-tri', grants }, 'xa-b');
}

describe('the sound of a bulletin', () => {
  test('is made after the answer, with progress told, and can then be heard', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await written(at, a);
    expect(bulletin).toMatchObject({ state: 'ready', version: 1, stateReason: null });
    expect(at.told.some(({ kind, id }) => kind === 'progress' && id === bulletin.id)).toBe(true);
    const { bulletins } = at.house.services;
    const clipId = bulletin.clipId ?? '';
    expect(bulletins.sound(a.approver, { clipId }).path).toBe(`/clips/${clipId}.opus`);
    expect(bulletins.get(a.approver, { bulletinId: bulletin.id })).toMatchObject({
      authorName: 'Cán bộ xa-a-soan',
      clip: { id: clipId },
      approvals: [],
      schedules: [],
    });
    expect(actions(at)).toEqual(
      expect.arrayContaining(['bulletin.create', 'service.bulletin-ready']),
    );
  });

  test('comes from a document when one is named', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { documents, bulletins } = at.house.services;
    const input = { areaId: a.id, name: 'qd.txt', content: { text: TEXT } };
    const { document } = await documents.create(a.author, input);
    const made = bulletins.create(a.author, { areaId: a.id, documentId: document.id });
    expect(made).toMatchObject({ text: TEXT, title: 'qd.txt', documentId: document.id });
  });

  test('two bulletins of the same words share one clip, each heard by its own commune', async () => {
    const at = world();
    const a = await liveCommune(at);
    const b = neighbour(at);
    const first = await written(at, a);
    const second = await written(at, b);
    expect(second.clipId).toBe(first.clipId);
    const clipId = first.clipId ?? '';
    expect(at.deps.store.clips.get(clipId)?.bulletinId).toBe(first.id);
    const { bulletins } = at.house.services;
    for (const actor of [a.author, b.author])
      expect(bulletins.sound(actor, { clipId }).path).toContain(clipId);
    const c = person(at, 'nguoi-la');
    expect(() => bulletins.sound(c, { clipId })).toThrow(code('missing'));
    expect(() => bulletins.sound(c, { clipId: 'none' })).toThrow(code('missing'));
  });

  test.each([
    { text: '', wanted: 'nothing-to-say' },
    { text: '12345. ... !!!', wanted: 'nothing-to-say' },
    { text: 'a'.repeat(500_001), wanted: 'text-too-long' },
  ])('a text with $wanted is refused at once', async ({ text, wanted }) => {
    const at = world();
    const a = await liveCommune(at);
    const create = () => at.house.services.bulletins.create(a.author, { areaId: a.id, text });
    expect(create).toThrow(code(wanted));
    expect(at.house.services.bulletins.list(a.author)).toEqual([]);
  });

  test('a full disk fails the bulletin with its sentence, and an edit tries again', async () => {
    const at = world();
    const a = await liveCommune(at);
    const say = { vi: 'Ổ đĩa đầy.', en: 'The disk is full.' };
    at.studio.failNext(new AppError({ code: 'disk-full', fault: 'world', say }));
    const bulletin = await written(at, a);
    expect(bulletin).toMatchObject({ state: 'failed', clipId: null });
    expect(bulletin.stateReason).toBe('Ổ đĩa đầy. (The disk is full.)');
    at.house.services.bulletins.edit(a.author, { bulletinId: bulletin.id });
    await until(() => at.deps.store.bulletins.get(bulletin.id)?.state === 'ready');
  });

  test('a fault of ours says so without its trace', async () => {
    const at = world();
    const a = await liveCommune(at);
    at.studio.failNext(new Error('undefined is not a function'));
    const { stateReason } = await written(at, a);
    expect(stateReason).toContain('Lỗi của hệ thống');
    expect(stateReason).not.toContain('undefined');
  });

  test('an edit while it is being made throws the old sound away', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.house.services;
    const held = at.studio.hold();
    const made = bulletins.create(a.author, { areaId: a.id, text: TEXT, title: 'T' });
    await until(() => at.told.some(({ kind }) => kind === 'progress'));
    bulletins.edit(a.author, { bulletinId: made.id, text: 'Lời mới hoàn toàn.' });
    held.letGo();
    await until(() => at.deps.store.bulletins.get(made.id)?.state === 'ready');
    expect(at.studio.made).toEqual(['Lời mới hoàn toàn.']);
    expect(at.deps.store.bulletins.get(made.id)?.version).toBe(2);
  });

  test('a restart goes on with what was being made', async () => {
    const at = world();
    const a = await liveCommune(at);
    at.studio.hold();
    const { bulletins } = at.house.services;
    const made = bulletins.create(a.author, { areaId: a.id, text: TEXT, title: 'T' });
    await until(() => at.told.some(({ kind }) => kind === 'progress'));
    const again = at.restart();
    expect(again.deps.store.bulletins.get(made.id)?.state).toBe('making');
    again.house.start();
    await until(() => again.deps.store.bulletins.get(made.id)?.state === 'ready');
  });

  test('more than twenty waiting in a commune is refused, and nothing is half written', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.house.services;
    const held = at.studio.hold();
    const create = (n: number) =>
      bulletins.create(a.author, { areaId: a.id, text: `Tin số ${n} của xã.`, title: `Tin ${n}` });
    create(0);
    await until(() => at.told.some(({ kind }) => kind === 'progress'));
    for (let n = 1; n <= 20; n += 1) create(n);
    expect(() => create(21)).toThrow(code('limit-reached'));
    expect(bulletins.list(a.author)).toHaveLength(21);
    held.letGo();
  });
});

describe('approval', () => {
  test('is given by somebody else, to exactly the sound that was heard', async () => {
    const at = world();
    const a = await liveCommune(at);
    const bulletin = await approved(at, a);
    expect(bulletin.state).toBe('approved');
    expect(at.deps.store.approvals.of(bulletin.id)).toMatchObject([
      { approverId: a.approver.accountId, contentHash: hashOf(at, bulletin), version: 1 },
    ]);
  });

  test('of something changed since it was seen is refused', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.house.services;
    const bulletin = await written(at, a);
    const bulletinId = bulletin.id;
    bulletins.submit(a.author, { bulletinId });
    const wish = { bulletinId, contentHash: 'f'.repeat(64) };
    expect(() => bulletins.approve(a.approver, wish)).toThrow(code('changed-since-seen'));
    expect(at.deps.store.bulletins.get(bulletinId)?.state).toBe('pending');
    expect(at.deps.store.approvals.of(bulletinId)).toEqual([]);
  });

  test('is not the author’s to give, and an edit voids it', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.house.services;
    const both = person(at, 'kiem-nhiem', ['author', a.id], ['approver', a.id]);
    const bulletin = await written(at, { ...a, author: both });
    const bulletinId = bulletin.id;
    bulletins.submit(both, { bulletinId });
    const wish = { bulletinId, contentHash: hashOf(at, bulletin) };
    expect(() => bulletins.approve(both, wish)).toThrow(code('own-bulletin'));
    bulletins.approve(a.approver, wish);
    const edited = bulletins.edit(a.author, { bulletinId, title: 'Tiêm chủng mở rộng' });
    expect(edited).toMatchObject({ state: 'making', version: 2, clipId: null });
  });

  test('is not to be had by letting somebody else touch up the title', async () => {
    const at = world();
    const a = await liveCommune(at);
    const both = person(at, 'hai-vai', ['author', a.id], ['approver', a.id]);
    const { bulletins } = at.house.services;
    const { id: bulletinId } = await written(at, { ...a, author: both });
    bulletins.edit(a.author, { bulletinId, title: 'Chỉ sửa tiêu đề' });
    await until(() => at.deps.store.bulletins.get(bulletinId)?.state === 'ready', 'the sound');
    bulletins.submit(a.author, { bulletinId });
    const { bulletin } = bulletins.get(both, { bulletinId });
    const wish = { bulletinId, contentHash: hashOf(at, bulletin) };
    expect(() => bulletins.approve(both, wish)).toThrow(code('own-bulletin'));
    expect(bulletins.approve(a.approver, wish).state).toBe('approved');
  });

  test('may be withheld with a remark', async () => {
    const at = world();
    const a = await liveCommune(at);
    const { bulletins } = at.house.services;
    const { id: bulletinId } = await written(at, a);
    bulletins.submit(a.author, { bulletinId });
    expect(() => bulletins.sendBack(a.approver, { bulletinId, remark: ' ' })).toThrow(
      code('remark-missing'),
    );
    const back = bulletins.sendBack(a.approver, { bulletinId, remark: 'Thiếu ngày.' });
    expect(back).toMatchObject({ state: 'returned', stateReason: 'Thiếu ngày.' });
  });

  test('another commune’s bulletin is missing, whatever one holds at home', async () => {
    const at = world();
    const a = await liveCommune(at);
    const b = neighbour(at);
    const { bulletins } = at.house.services;
    const { id: bulletinId } = await written(at, a);
    for (const act of [
      () => bulletins.get(b.approver, { bulletinId }),
      () => bulletins.edit(b.author, { bulletinId, title: 'của tôi' }),
      () => bulletins.submit(b.author, { bulletinId }),
      () => bulletins.approve(b.approver, { bulletinId, contentHash: '' }),
      () => bulletins.get(a.author, { bulletinId: 'none' }),
    ])
      expect(act).toThrow(code('missing'));
    expect(() => bulletins.approve(a.author, { bulletinId, contentHash: '' })).toThrow(
      code('not-your-role'),
    );
  });
});
