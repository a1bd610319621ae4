// Who may stand for a template's words, for how long, and when that ends: by a group, a lexicon, the writer's own hand.
// It must never look at what airs from it.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import { atNotices, DAY_MS, setTemplate, sounded, stand, templateFor } from './notice-steps.ts';
import { type Commune, NOON, person, setUp, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('an editorial group', () => {
  test('that must agree as a whole agrees when all of it stands for the words', async () => {
    const { at, a } = await atNotices();
    const second = person(at, 'duyet-hai', ['approver', a.id]);
    const accountIds = [a.approver.accountId, second.accountId];
    at.deps.store.approvalRules.put(a.id, { mode: 'all', accountIds });
    stand(at, a);
    const half = await sounded(at, a);
    expect(half).toMatchObject({ state: 'pending', approvedBy: [{ standing: true }] });
    stand(at, a, { approver: second });
    const whole = await sounded(at, a);
    expect(whole).toMatchObject({ state: 'approved', approvedBy: [{}, {}] });
  });

  test('does not take the word of somebody outside it', async () => {
    const { at, a } = await atNotices();
    const second = person(at, 'duyet-hai', ['approver', a.id]);
    at.deps.store.approvalRules.put(a.id, { mode: 'any', accountIds: [second.accountId] });
    stand(at, a);
    expect((await sounded(at, a)).state).toBe('pending');
  });
});

describe('standing for a template', () => {
  test('is an approver’s, for the words as they are now, for a year at most', async () => {
    const { at, a, notices } = await atNotices();
    expect(() => stand(at, a, { approver: a.author })).toThrow(code('not-your-role'));
    for (const untilMs of [NOON, NOON + 367 * DAY_MS])
      expect(() => stand(at, a, { untilMs })).toThrow(code('bad-until'));
    expect(() => stand(at, a, { accountIds: ['ai-do'] })).toThrow(code('missing'));
    const wish = { areaId: a.id, untilMs: NOON + 1, emergency: false, accountIds: null };
    const of = { ...wish, templateId: 'hop-ban', templateHash: 'x' };
    expect(() => notices.stand(a.approver, of)).toThrow(code('template-changed'));
    expect(() => notices.stand(a.approver, { ...of, templateId: 'x' })).toThrow(code('missing'));
    const stranger = person(at, 'la');
    expect(() => stand(at, a, { approver: stranger })).toThrow(code('missing'));
  });

  test('again replaces the word given before; makers are named, the words are shown', async () => {
    const { at, a, notices } = await atNotices();
    stand(at, a);
    const second = stand(at, a, { accountIds: [a.author.accountId, a.author.accountId] });
    const { standings, makers } = notices.standings(a.author, { areaId: a.id });
    expect(standings).toEqual([second]);
    expect(second).toMatchObject({ templateTitle: { vi: 'Họp bản' } });
    expect(second.accountIds).toEqual([a.author.accountId]);
    expect(makers.map(({ name }) => name)).toEqual(['Cán bộ xa-a-soan', 'Cán bộ xa-a-truc']);
    setTemplate(at, a, { closing: 'Hết.' });
    expect(notices.standings(a.author, { areaId: a.id }).standings[0]?.inForce).toBe(false);
  });

  test('ends when it is taken back, by the approver or an administrator, and only here', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = await communeOf(at, admin);
    const { id: standingId } = stand(at, a);
    const { notices } = at.house.services;
    expect(() => notices.unstand(a.author, { areaId: a.id, standingId })).toThrow(
      code('not-your-role'),
    );
    expect(() => notices.unstand(a.approver, { areaId: a.id, standingId: 'x' })).toThrow(
      code('missing'),
    );
    notices.unstand(admin, { areaId: a.id, standingId });
    notices.unstand(admin, { areaId: a.id, standingId });
    expect(at.deps.store.standings.open(a.id)).toEqual([]);
    const lines = at.deps.store.audit.list({ tenantIds: [a.id], beforeId: null, limit: 50 });
    expect(lines.filter(({ action }) => action === 'standing.end')).toHaveLength(1);
  });
});

async function communeOf(at: World, admin: Actor): Promise<Commune> {
  const { commune } = await import('./world.ts');
  return commune(at, admin, 'xa-a');
}

describe('whoever stands for words heard them as they are read', () => {
  const asked = async (at: World, a: Commune) => (await sounded(at, a)).state;
  const first = (at: World, a: Commune) =>
    at.house.services.notices.standings(a.author, { areaId: a.id }).standings[0];

  test('a word of the lexicon turned round sends the notice to an approver, also when it is turned back', async () => {
    const { at, a } = await atNotices();
    stand(at, a);
    expect(first(at, a)).toMatchObject({ inForce: true, reason: null });
    const { lexicons } = at.house.services;
    const wish = { written: 'không', spoken: 'hãy', note: '', example: '' };
    const entry = lexicons.add(a.author, { areaId: a.id, entry: wish });
    expect(await asked(at, a)).toBe('pending');
    expect(first(at, a)).toMatchObject({ inForce: false, reason: { code: 'reading-changed' } });
    expect(first(at, a)?.reason?.say.vi).toContain('Từ điển');
    lexicons.drop(a.author, { areaId: a.id, entryId: entry.id });
    expect(at.deps.store.additions.of(a.id)).toEqual([]);
    expect(await asked(at, a)).toBe('pending');
    stand(at, a);
    expect(await asked(at, a)).toBe('approved');
  });

  test('so does another way of reading', async () => {
    const { at, a } = await atNotices();
    stand(at, a);
    const { readings } = at.house.services;
    const admin = person(at, 'quan-tri-xa', ['administrator', a.id]);
    readings.setProfile(admin, { areaId: a.id, profile: at.reader.profile });
    readings.setProfile(admin, { areaId: a.id, profile: null });
    expect(await asked(at, a)).toBe('pending');
  });
});

describe('whoever wrote a template', () => {
  const both = (at: World, a: Commune) =>
    person(at, 'hai-vai', ['author', a.id], ['approver', a.id]);

  test('does not stand for it, hidden and shown again by somebody else or not', async () => {
    const { at, a } = await atNotices();
    const writer = both(at, a);
    setTemplate(at, a, { closing: 'Xin hết.' }, writer);
    expect(() => stand(at, a, { approver: writer })).toThrow(code('own-words'));
    setTemplate(at, a, { icon: 'bell' });
    expect(() => stand(at, a, { approver: writer })).toThrow(code('own-words'));
    expect(stand(at, a).inForce).toBe(true);
  });

  test('stands for the product’s own words, whoever brought them back', async () => {
    const { at, a } = await atNotices();
    const writer = both(at, a);
    const { closing } = templateFor(at, a);
    setTemplate(at, a, { closing: 'Xin hết.' }, writer);
    setTemplate(at, a, { closing }, writer);
    expect(stand(at, a, { approver: writer }).inForce).toBe(true);
  });
});
