// A sound made anew beside the one that airs, and words that are kept from a cloud while they are on their way.
// It must never speak: the studio is a fake.
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { Actor } from '../../src/domain/model.ts';
import { AZURE } from './fake-voices.ts';
import { approved, written } from './steps.ts';
import { type Commune, commune, person, setUp, until, type World, world } from './world.ts';

let at: World;
let place: Commune;
let other: Commune;
let planner: Actor;
let provinceId: string;
beforeEach(async () => {
  at = world();
  const admin = await setUp(at);
  place = commune(at, admin, 'xa-a');
  other = commune(at, admin, 'xa-b');
  provinceId = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
  planner = person(at, 'tinh-lich', ['planner', provinceId], ['author', provinceId]);
});

const desk = () => at.house.services.voices;
const lines = (action: string) =>
  at.deps.store.audit
    .list({ tenantIds: null, beforeId: null, limit: 50, action })
    .map(({ tenantId, detail }) => ({ tenantId, ...JSON.parse(detail) }));
const allow = (areaId: string, allowed: boolean, actor = planner) =>
  desk().allowCloud(actor, { areaId, allowed });

describe('the cloud is shut', () => {
  test('words that are on their way to it are given up and said here, in the communes concerned alone', async () => {
    at.voices.there.unshift(AZURE);
    allow(provinceId, true);
    const held = at.studio.hold();
    const { bulletins } = at.house.services;
    const { id } = bulletins.create(place.author, { areaId: place.id, text: 'Họp.', title: 'Họp' });
    await until(() => at.studio.wanted.length === 1);
    allow(other.id, false, person(at, 'xa-b-lich', ['planner', other.id]));
    expect(at.studio.wanted[0]?.signal.aborted).toBe(false);
    allow(provinceId, false);
    expect(at.studio.wanted[0]?.signal.aborted).toBe(true);
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready');
    expect(at.studio.wanted).toHaveLength(2);
    held.letGo();
  });
});

describe('made anew', () => {
  const now = (id: string) => at.deps.store.bulletins.get(id);
  const tried = () =>
    at.log.lines.filter(({ line }) => line === 'a clip could not be made anew').length;
  const down = new AppError({
    ...{ code: 'voice-failed', fault: 'world', say: { vi: 'Bộ đọc dừng.', en: 'It stopped.' } },
  });

  test('it is the next retake, of the same words; what airs goes on until the new one is there, which must be approved', async () => {
    const before = await approved(at, place);
    const held = at.studio.hold();
    otherSound();
    expect(desk().retake(place.author, { bulletinId: before.id })).toMatchObject({
      ...{ state: 'approved', version: before.version, clipId: before.clipId },
    });
    await until(() => at.studio.wanted.length === 2);
    expect(at.studio.wanted[1]).toMatchObject({ retake: 1, text: at.studio.wanted[0]?.text });
    expect(lines('bulletin.retake')).toMatchObject([{ tenantId: place.id, retake: 1 }]);
    const { bulletins, makings } = at.house.services;
    const { speech } = bulletins.get(place.author, { bulletinId: before.id });
    expect([speech.canRetake, speech.notes[0]?.en]).toEqual([
      ...[false, expect.stringContaining('being made anew')],
    ]);
    expect(makings.list(place.author).makings).toMatchObject([{ bulletinId: before.id }]);
    expect(now(before.id)?.state).toBe('approved');
    held.letGo();
    await until(() => now(before.id)?.state === 'pending');
    expect(now(before.id)).toMatchObject({ version: before.version + 1 });
    expect(now(before.id)?.clipId).not.toBe(before.clipId);
    expect(at.happened.at(-1)).toMatchObject({ kind: 'approval-wanted' });
    expect(at.deps.store.retakes.wanted()).toEqual([]);
  });

  test('a voice that fails is tried once more by itself, a little later', async () => {
    const before = await approved(at, place);
    otherSound();
    at.studio.failNext(down);
    desk().retake(place.author, { bulletinId: before.id });
    await until(() => tried() === 1);
    await at.house.beat();
    expect(at.deps.store.retakes.wanted()).toMatchObject([{ bulletinId: before.id }]);
    expect(now(before.id)).toEqual(before);
    at.clock.move(5_000);
    await at.house.beat();
    await until(() => now(before.id)?.state === 'pending');
    expect(at.happened.some(({ kind }) => kind === 'bulletin-failed')).toBe(false);
  });

  test('a voice that fails twice leaves the last good sound approved and planned, and whoever pressed hears of it', async () => {
    const before = await approved(at, place);
    at.studio.failNext(down);
    desk().retake(place.author, { bulletinId: before.id });
    await until(() => tried() === 1);
    at.studio.failNext(down);
    at.clock.move(5_000);
    await at.house.beat();
    await until(() => at.happened.some(({ kind }) => kind === 'bulletin-failed'));
    expect(now(before.id)).toEqual(before);
    expect(at.happened.at(-1)).toMatchObject({
      ...{ kind: 'bulletin-failed', urgent: false, authorId: place.author.accountId },
      reason: expect.stringContaining('Âm thanh cũ vẫn giữ nguyên.'),
    });
    expect(at.deps.store.retakes.wanted()).toEqual([]);
  });

  test('the very same sound costs no approval, and one that is stopped or overtaken by an edit is forgotten', async () => {
    const before = await approved(at, place);
    const { makings, bulletins } = at.house.services;
    desk().retake(place.author, { bulletinId: before.id });
    await until(() => at.deps.store.retakes.wanted().length === 0);
    expect(now(before.id)).toEqual(before);
    const held = at.studio.hold();
    desk().retake(place.author, { bulletinId: before.id });
    await until(() => at.studio.wanted.length === 3);
    makings.stop(place.author, { bulletinId: before.id });
    held.letGo();
    expect([at.deps.store.retakes.wanted(), now(before.id)]).toEqual([[], before]);
    const again = at.studio.hold();
    desk().retake(place.author, { bulletinId: before.id });
    await until(() => at.studio.wanted.length === 4);
    bulletins.edit(place.author, { bulletinId: before.id, text: 'Họp lúc tám giờ.' });
    again.letGo();
    await until(() => now(before.id)?.state === 'ready');
    expect(now(before.id)).toMatchObject({ version: before.version + 1 });
    expect(at.studio.wanted.at(-1)?.text).toContain('tám giờ');
  });

  test('a run that was killed goes on with it', async () => {
    const before = await approved(at, place);
    otherSound();
    const wish = { bulletinId: before.id, version: before.version, byId: null };
    at.deps.store.retakes.want(wish);
    await at.house.beat();
    await until(() => now(before.id)?.state === 'pending');
    at.deps.store.retakes.want(wish);
    at.clock.move(1_000);
    await at.house.beat();
    // of an older version: forgotten
    await until(() => at.deps.store.retakes.wanted().length === 0);
  });

  test('not while it is being made, not a person’s voice, not by strangers', async () => {
    const { id } = await written(at, place);
    expect(() => desk().retake(other.author, { bulletinId: id })).toThrow(/no such thing/u);
    const held = at.studio.hold();
    desk().retake(place.author, { bulletinId: id });
    expect(() => desk().retake(place.author, { bulletinId: id })).toThrow(/being made/u);
    held.letGo();
  });

  test('marked as naming people after a cloud spoke it, it is spoken here, and goes to an approver again', async () => {
    fallOnce();
    const before = await approved(at, place);
    const { publicDesk } = at.house.services;
    const held = at.studio.hold();
    otherSound();
    publicDesk.markPersonal(place.operator, { bulletinId: before.id, personalData: true });
    await until(() => at.studio.wanted.length === 2);
    expect(at.studio.wanted[1]).toMatchObject({ personalData: true, retake: 1 });
    // what was said in the cloud cannot be fetched back: it airs on until the other is there
    expect(now(before.id)).toMatchObject({ state: 'approved', personalData: true });
    held.letGo();
    await until(() => now(before.id)?.state === 'pending');
    expect(now(before.id)).toMatchObject({
      ...{ version: before.version + 1, writerIds: before.writerIds },
    });
  });

  test('marked while it is being made, it is begun again, and no word goes to a cloud', async () => {
    const held = at.studio.hold();
    const { bulletins, publicDesk } = at.house.services;
    const { id } = bulletins.create(place.author, { areaId: place.id, text: 'Họp.', title: 'Họp' });
    await until(() => at.studio.wanted.length === 1);
    publicDesk.markPersonal(place.operator, { bulletinId: id, personalData: true });
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready');
    expect(at.studio.wanted.map(({ personalData }) => personalData)).toEqual([false, true]);
    expect(at.studio.wanted[0]?.signal.aborted).toBe(true);
    held.letGo();
  });

  test('a variant that a cloud spoke is spoken here once its original names people', async () => {
    const original = await written(at, place);
    fallOnce();
    const variant = await written(at, place, { text: 'Mời bà con đến họp sớm.' });
    at.deps.store.bulletins.update({ ...variant, originalId: original.id });
    const mark = { bulletinId: original.id, personalData: true };
    at.house.services.publicDesk.markPersonal(place.operator, mark);
    await until(() => at.studio.wanted.length === 3);
    expect(at.studio.wanted[2]).toMatchObject({ personalData: true, retake: 1 });
  });

  test('what no cloud spoke stays as it is', async () => {
    const before = await approved(at, place);
    const mark = { bulletinId: before.id, personalData: true };
    at.house.services.publicDesk.markPersonal(place.operator, mark);
    expect(at.deps.store.bulletins.get(before.id)).toMatchObject({ state: 'approved' });
  });
});

/** What is made from now on sounds otherwise than before. */
function otherSound(): void {
  const { make } = at.studio;
  at.deps.studio.make = (wanted) => make({ ...wanted, title: `${wanted.title} (lần nữa)` });
}

/** The next clip has two sentences that the house said first and a cloud said in the end. */
function fallOnce(): void {
  const { make } = at.studio;
  const by = (engine: string) => ({ engine, engineVersion: '1', voice: 'vi' });
  const fall = { from: by('azure'), to: by('espeak-ng'), reason: 'voice-quota' };
  at.deps.studio.make = async (wanted) => {
    at.deps.studio.make = make;
    const clip = await make(wanted);
    const falls = [0, 1].map((sentence) => ({ ...fall, sentence }));
    const shares = ['azure', 'espeak-ng'].map((engine) => ({ ...by(engine), sentences: 2 }));
    return { ...clip, falls, spokenBy: shares };
  };
}
