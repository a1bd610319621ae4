// A bulletin in another language: made, bound to its original, silent while that says something else.
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import {
  approveIt,
  aVoiceFor,
  bytes,
  HMONG,
  reworded,
  rowOf,
  withVariant,
} from './language-steps.ts';
import {
  actions,
  airings,
  approved,
  liveCommune,
  pass,
  scheduled,
  sentAiring,
  written,
} from './steps.ts';
import { type Commune, commune, person, until, type World, world } from './world.ts';

const HOUR_MS = 3_600_000;
const code = (wanted: string) => expect.objectContaining({ code: wanted });

let at: World;
let place: Commune;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
  for (const language of ['mww', 'blt', 'khm']) aVoiceFor(at, language);
});
const variants = () => at.house.services.variants;
const needs = (bulletinId: string) =>
  variants()
    .list(place.author, { bulletinId })
    .variants.map(({ language, need }) => [language, need]);
/** why it would not air in an hour */
async function hindranceOf(variantId: string) {
  const bulletin = rowOf(at, variantId);
  const atMs = at.clock.planMs() + HOUR_MS;
  const wish = {
    bulletinId: variantId,
    areaIds: place.villages,
    rule: { kind: 'once' as const, atMs },
  };
  const { schedules } = at.house.services;
  const { schedule, next } = schedules.create(place.operator, wish);
  await schedules.withdraw(place.operator, { scheduleId: schedule.id });
  return next.find(({ bulletinId }) => bulletinId === bulletin.id)?.hindrance;
}

describe('a variant', () => {
  test('is a bulletin of its own that takes over what its original is bound by', async () => {
    const original = await written(at, place, { expiresAtMs: at.clock.planMs() + HOUR_MS });
    const wish = { bulletinId: original.id, language: 'mww', text: HMONG, title: 'Txhaj tshuaj' };
    const variant = variants().create(place.author, wish);
    expect(variant).toMatchObject({
      ...{ originalId: original.id, language: 'mww', text: HMONG, title: 'Txhaj tshuaj' },
      ...{ tenantId: place.id, expiresAtMs: original.expiresAtMs, state: 'making', version: 1 },
    });
    await until(() => rowOf(at, variant.id).state === 'ready', 'its sound');
    expect(at.studio.wanted.at(-1)).toMatchObject({ text: HMONG, language: 'mww' });
    expect(needs(original.id)).toEqual([['mww', 'approval']]);
    expect(variants().list(place.author, { bulletinId: variant.id }).original.id).toBe(original.id);
    expect(actions(at)).toContain('variant.create');
  });

  test('without words of its own is said by no machine, and says what to do', async () => {
    const { original, variant } = await withVariant(at, place, { text: null, approve: false });
    expect(variant).toMatchObject({ state: 'failed', text: original.text, clipId: null });
    expect(variant.stateReason).toContain('Chưa có lời bằng Tiếng Mông Trắng');
    const made = at.studio.made.length;
    at.house.services.bulletins.edit(place.author, { bulletinId: variant.id, title: 'Khác' });
    await until(() => rowOf(at, variant.id).state === 'failed', 'the refusal');
    expect(at.studio.made).toHaveLength(made);
    expect(needs(original.id)).toEqual([['mww', 'words']]);
  });

  test.each([
    ['of a variant', 'variant', 'blt', 'variant-of-variant'],
    ['in its original’s language', 'original', 'vie', 'same-language'],
    ['a second time in one language', 'original', 'mww', 'variant-exists'],
    ['in a language of no list', 'original', 'xyz', 'unknown-language'],
  ] as const)('%s is refused', async (_, of, language, why) => {
    const pair = await withVariant(at, place);
    const wish = { bulletinId: pair[of].id, language, text: null };
    expect(() => variants().create(place.author, wish)).toThrow(code(why));
  });

  test('of nothing that can be said is refused', async () => {
    const { id: bulletinId } = await written(at, place);
    const wish = { bulletinId, language: 'khm', text: '. 12 .' };
    expect(() => variants().create(place.author, wish)).toThrow(code('nothing-to-say'));
    const khmer = variants().create(place.author, { ...wish, text: 'ភាសាខ្មែរ' });
    const edited = at.house.services.bulletins.edit(place.author, {
      ...{ bulletinId: khmer.id, text: 'ខ្មែរ' },
    });
    expect(edited.text).toBe('ខ្មែរ');
  });

  test('keeps its language, and no original takes it away', async () => {
    const { original, variant } = await withVariant(at, place);
    const { bulletins } = at.house.services;
    for (const [bulletinId, language] of [
      [variant.id, 'blt'],
      [original.id, 'mww'],
    ] as const)
      expect(() => bulletins.edit(place.author, { bulletinId, language })).toThrow(
        code('variant-language'),
      );
  });

  test('and what was asked hold their original in its place', async () => {
    const original = await written(at, place);
    const { id: bulletinId } = original;
    variants().create(place.author, { bulletinId, language: 'mww', text: null });
    const remove = () => at.house.services.bulletins.remove(place.author, { bulletinId });
    expect(remove).toThrow(code('bulletin-in-use'));
    const [variant] = at.deps.store.bulletins.variantsOf(bulletinId);
    at.house.services.bulletins.remove(place.author, { bulletinId: variant?.id ?? '' });
    remove();
    expect(at.deps.store.bulletins.get(bulletinId)).toBeNull();
  });
});

describe('what binds the original binds the variant', () => {
  test('approved both, it airs', async () => {
    const { variant } = await withVariant(at, place);
    expect(await hindranceOf(variant.id)).toBeNull();
  });

  test('an original that was never approved keeps it silent', async () => {
    const { id: bulletinId } = await written(at, place);
    const { id } = variants().create(place.author, { bulletinId, language: 'mww', text: HMONG });
    await until(() => rowOf(at, id).state === 'ready', 'its sound');
    approveIt(at, place, id);
    expect(needs(bulletinId)).toEqual([['mww', 'original']]);
    expect(await hindranceOf(id)).toBe('original-not-approved');
  });

  test('withdrawn, it is off the air at once, in every language', async () => {
    const { original, variant } = await withVariant(at, place);
    const atMs = at.clock.planMs() + 40_000;
    scheduled(at, place, { bulletin: variant, rule: { kind: 'once', atMs } });
    await sentAiring(at);
    const { approving } = at.house.services;
    approving.withdraw(place.approver, { bulletinId: original.id, remark: 'Sai ngày' });
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
    expect(await hindranceOf(variant.id)).toBe('original-not-approved');
  });

  test('what is due while its original is not approved leaves a verdict and no sound', async () => {
    const { original, variant } = await withVariant(at, place);
    const atMs = at.clock.planMs() + 600_000;
    scheduled(at, place, { bulletin: variant, rule: { kind: 'once', atMs } });
    const { approving } = at.house.services;
    approving.withdraw(place.approver, { bulletinId: original.id, remark: 'Sai ngày' });
    await pass(at, 601_000);
    await until(() => airings(at).length === 1, 'the closed airing');
    const [airing] = airings(at);
    expect(airing).toMatchObject({ state: 'closed', orderBytes: null });
    const { verdict } = at.deps.store.airings.speaker(airing?.id ?? '', 'loa-1') ?? {};
    expect(verdict).toMatchObject({ heardMs: 0, reason: 'original-not-approved' });
  });

  test('an end that comes later to the original ends it too', async () => {
    const { original, variant } = await withVariant(at, place);
    const row = rowOf(at, original.id);
    at.deps.store.bulletins.update({ ...row, expiresAtMs: at.clock.planMs() + 60_000 });
    expect(await hindranceOf(variant.id)).toBe('expired');
  });

  test('the mark of personal data', async () => {
    const { original, variant } = await withVariant(at, place);
    const { publicDesk } = at.house.services;
    publicDesk.markPersonal(place.operator, { bulletinId: original.id, personalData: true });
    expect(rowOf(at, variant.id).personalData).toBe(true);
    const unmark = (bulletinId: string) =>
      publicDesk.markPersonal(place.approver, { bulletinId, personalData: false });
    expect(() => unmark(variant.id)).toThrow(code('mark-of-original'));
    unmark(original.id);
    unmark(variant.id);
    expect(rowOf(at, variant.id).personalData).toBe(false);
  });
});

describe('an original with other words', () => {
  const text = 'Ngày kia trạm y tế tiêm chủng.';

  test('leaves its variants of an older text: silent until an approver says they still hold', async () => {
    const { original, variant } = await withVariant(at, place);
    const { id: bulletinId } = original;
    await reworded(at, place, { bulletinId, text });
    expect(needs(bulletinId)).toEqual([['mww', 'same-again']]);
    expect(await hindranceOf(variant.id)).toBe('older-text');
    expect(() => variants().confirm(place.author, { bulletinId: variant.id })).toThrow(AppError);
    variants().confirm(place.approver, { bulletinId: variant.id });
    expect(needs(bulletinId)).toEqual([['mww', null]]);
    expect(await hindranceOf(variant.id)).toBeNull();
    expect(rowOf(at, variant.id)).toMatchObject({ text: HMONG, state: 'approved' });
  });

  const approverWhoWrites = () => {
    const { accountId } = place.approver;
    at.deps.store.accounts.putGrant({ accountId, role: 'author', areaId: place.id });
    return { ...place.approver, grants: at.deps.store.accounts.grants(accountId) };
  };
  test('is not vouched for by whoever wrote them', async () => {
    const { original, variant } = await withVariant(at, place);
    const both = approverWhoWrites();
    at.house.services.bulletins.edit(both, { bulletinId: original.id, text });
    expect(() => variants().confirm(both, { bulletinId: variant.id })).toThrow(code('own-words'));
  });

  const recorded = async (actor: typeof place.author, bulletinId: string) =>
    at.house.services.recordings.take(actor, {
      ...{ bulletinId, bytes: bytes(), speakerName: 'Giàng A Páo', consent: true },
      ...{ consentNote: 'đồng ý', signal: new AbortController().signal },
    });

  test('is not vouched for by whoever wrote the variant, nor by whoever recorded it', async () => {
    const { original, variant } = await withVariant(at, place);
    const { id: bulletinId } = variant;
    await reworded(at, place, { bulletinId: original.id, text });
    const { approver } = place;
    const confirm = () => variants().confirm(approver, { bulletinId });
    at.deps.store.bulletins.update({ ...variant, writerIds: [approver.accountId] });
    expect(confirm).toThrow(code('own-words'));
    at.deps.store.bulletins.update({ ...variant, authorId: approver.accountId });
    expect(confirm).toThrow(code('own-words'));
    at.deps.store.bulletins.update(variant);
    await recorded(approverWhoWrites(), bulletinId);
    await reworded(at, place, { bulletinId: original.id, text: `${text} Thứ hai.` });
    const now = rowOf(at, bulletinId);
    at.deps.store.bulletins.update({ ...now, writerIds: [], authorId: place.author.accountId });
    expect(confirm).toThrow(code('own-words'));
  });

  test('said as one reads is another version of it, and goes to an approver again', async () => {
    const { original, variant } = await withVariant(at, place, { text: null, approve: false });
    const { id: bulletinId } = variant;
    await recorded(place.author, bulletinId);
    const before = approveIt(at, place, bulletinId);
    await reworded(at, place, { bulletinId: original.id, text });
    variants().confirm(place.approver, { bulletinId });
    const { version, clipId } = before;
    expect(rowOf(at, bulletinId)).toMatchObject({
      ...{ text, clipId, version: version + 1, state: 'pending' },
    });
    expect(needs(original.id)).toEqual([['mww', 'approval']]);
    const { recording } = at.house.services.bulletins.get(place.author, { bulletinId });
    expect(recording).toMatchObject({ speakerName: 'Giàng A Páo' });
  });

  test('has its variants back when the old words return, or when they are written anew', async () => {
    const { original, variant } = await withVariant(at, place);
    const { id: bulletinId } = original;
    await reworded(at, place, { bulletinId, text });
    await reworded(at, place, { bulletinId, text: original.text });
    expect(needs(bulletinId)).toEqual([['mww', null]]);
    await reworded(at, place, { bulletinId, text });
    const { bulletins } = at.house.services;
    bulletins.edit(place.author, { bulletinId: variant.id, text: `${HMONG} Ua tsaug.` });
    await until(() => rowOf(at, variant.id).state === 'ready', 'the new sound');
    expect(needs(bulletinId)).toEqual([['mww', 'approval']]);
  });

  test('only a title changed, nothing is older', async () => {
    const { original } = await withVariant(at, place);
    at.house.services.bulletins.edit(place.author, { bulletinId: original.id, title: 'Khác' });
    await until(() => rowOf(at, original.id).state === 'ready', 'the sound');
    expect(needs(original.id)).toEqual([['mww', 'original']]);
  });

  test('confirming is of a variant only', async () => {
    const { id: bulletinId } = await approved(at, place);
    expect(() => variants().confirm(place.approver, { bulletinId })).toThrow(code('no-variant'));
  });
});

test('another commune sees and makes none of it', async () => {
  const { original, variant } = await withVariant(at, place);
  const admin = person(at, 'quan-tri-2', [
    'administrator',
    at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '',
  ]);
  const other = commune(at, admin, 'xa-b');
  const wish = { bulletinId: original.id, language: 'blt', text: null };
  for (const act of [
    () => variants().create(other.author, wish),
    () => variants().list(other.author, wish),
    () => variants().confirm(other.approver, { bulletinId: variant.id }),
    () => variants().standing(other.author, { ...wish, areaIds: other.villages }),
  ])
    expect(act).toThrow(code('missing'));
  expect(() => variants().create(place.approver, wish)).toThrow(code('not-your-role'));
});
