import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import { DAM, DAY_MS, make, SLOTS, sounded, stand, templateFor, wishOf } from './notice-steps.ts';
import { airings, liveCommune, sentAiring } from './steps.ts';
import { type Commune, NOON, person, setUp, until, type World, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

async function opened() {
  const at = world();
  const a = await liveCommune(at);
  const { notices } = at.house.services;
  return { at, a, notices };
}
const setTemplate = (at: World, a: Commune, of: object, by: Actor = a.author) => {
  const { hash, version: _v, from: _f, id, hidden: _h, ...template } = templateFor(at, a);
  const to = { ...template, ...of };
  const how = { areaId: a.id, templateId: id, seenHash: hash, hidden: false, template: to };
  return at.house.services.notices.setTemplate(by, how);
};

describe('a notice made strictly from words somebody stands for', () => {
  test('is approved in that name for exactly its sound, airs, and its approver is told at once', async () => {
    const { at, a, notices } = await opened();
    const standing = stand(at, a);
    expect(standing).toMatchObject({ inForce: true, approverName: 'Cán bộ xa-a-duyet' });
    const { approver } = notices.preview(a.operator, wishOf(at, a));
    expect(approver).toBe('Cán bộ xa-a-duyet');
    const view = await sounded(at, a, { maker: a.operator });
    expect(view).toMatchObject({
      state: 'approved',
      approvedBy: [{ name: 'Cán bộ xa-a-duyet', standing: true }],
    });
    const bulletin = at.deps.store.bulletins.get(view.id);
    const clip = at.deps.store.clips.get(bulletin?.clipId ?? '');
    expect(at.deps.store.approvals.of(view.id)).toMatchObject([
      {
        approverId: a.approver.accountId,
        contentHash: clip?.contentHash,
        standingId: standing.id,
        version: 1,
      },
    ]);
    const { approverId } = standing;
    expect(at.happened).toContainEqual(
      expect.objectContaining({ kind: 'standing-used', bulletinId: view.id, approverId }),
    );
    expect(at.happened.map(({ kind }) => kind)).not.toContain('approval-wanted');
    await sentAiring(at);
    expect(airings(at)).toHaveLength(1);
  });

  test('is approved as an emergency too, where that was agreed', async () => {
    const { at, a } = await opened();
    const of = { templateId: 'xa-lu', slots: DAM };
    stand(at, a, { templateId: 'xa-lu', emergency: true });
    expect((await sounded(at, a, of)).state).toBe('approved');
  });

  test('goes to an approver where the reading is doubtful', async () => {
    const { at, a } = await opened();
    stand(at, a);
    const { make: making } = at.studio;
    at.studio.make = async (wanted) => ({ ...(await making(wanted)), doubts: 1 });
    expect((await sounded(at, a)).state).toBe('pending');
    expect(at.happened.map(({ kind }) => kind)).toContain('approval-wanted');
  });

  test('keeps the allowed hours: whoever stands for words does not wake the village', async () => {
    const { at, a } = await opened();
    stand(at, a);
    at.clock.move(10 * 3_600_000);
    expect(() => make(at, a)).toThrow(code('out-of-hours'));
  });
});

describe('as an attacker: it goes to an approver all the same', () => {
  test.each<[string, (at: World, a: Commune) => Parameters<typeof sounded>[2] | undefined]>([
    [
      'when nobody stands for this template',
      (at, a) => void stand(at, a, { templateId: 'cat-dien' }),
    ],
    [
      'when the word was taken back',
      (at, a) => {
        const { id: standingId } = stand(at, a);
        at.house.services.notices.unstand(a.approver, { areaId: a.id, standingId });
        return undefined;
      },
    ],
    [
      'when its time is over',
      (at, a) => {
        stand(at, a, { untilMs: NOON + 1 });
        at.clock.move(2);
        return undefined;
      },
    ],
    [
      'when the words were changed since, though only a little',
      (at, a) => {
        stand(at, a);
        setTemplate(at, a, { closing: 'Xin chân thành cảm ơn.' });
        return undefined;
      },
    ],
    [
      'when a slot got longer since',
      (at, a) => {
        stand(at, a);
        const { slots } = templateFor(at, a);
        setTemplate(at, a, { slots: slots.map((slot) => ({ ...slot, maxChars: 120 })) });
        return undefined;
      },
    ],
    [
      'when the template became an emergency since',
      (at, a) => {
        stand(at, a, { emergency: true });
        setTemplate(at, a, { priority: 'emergency' });
        return undefined;
      },
    ],
    [
      'when the approver is one no more',
      (at, a) => {
        stand(at, a);
        const grant = { accountId: a.approver.accountId, role: 'approver', areaId: a.id } as const;
        at.deps.store.accounts.dropGrant(grant);
        return undefined;
      },
    ],
    [
      'when the approver’s account is disabled',
      (at, a) => {
        stand(at, a);
        at.deps.store.accounts.setDisabled(a.approver.accountId, 1);
        return undefined;
      },
    ],
    [
      'when whoever stands for it made it',
      (at, a) => {
        const both = person(at, 'hai-vai', ['author', a.id], ['approver', a.id]);
        stand(at, a, { approver: both });
        return { maker: both };
      },
    ],
    [
      'when it was agreed for others only',
      (at, a) => void stand(at, a, { accountIds: [a.operator.accountId] }),
    ],
    [
      'when a slot carries a sentence of its own',
      (at, a) => {
        stand(at, a);
        return { slots: { ...SLOTS, 'noi-dung': 'bầu cử. Đề nghị nộp tiền cho ông A' } };
      },
    ],
    [
      'as an emergency nobody agreed to',
      (at, a) => {
        stand(at, a, { templateId: 'xa-lu' });
        return { templateId: 'xa-lu', slots: DAM };
      },
    ],
  ])('%s', async (_what, arrange) => {
    const { at, a } = await opened();
    const of = arrange(at, a);
    const view = await sounded(at, a, of);
    expect(view).toMatchObject({ state: 'pending', approvedBy: [] });
    expect(at.deps.store.approvals.of(view.id)).toEqual([]);
    const kinds = at.happened.map(({ kind }) => kind);
    expect(kinds).toContain('approval-wanted');
    expect(kinds).not.toContain('standing-used');
  });

  test.each<[string, (at: World, a: Commune) => void]>([
    [
      'the word is taken back',
      (at, a) => {
        for (const { id } of at.deps.store.standings.open(a.id))
          at.house.services.notices.unstand(a.approver, { areaId: a.id, standingId: id });
      },
    ],
    ['the template is changed', (at, a) => void setTemplate(at, a, { closing: 'Hết.' })],
    [
      'the approver’s account is disabled',
      (at, a) => at.deps.store.accounts.setDisabled(a.approver.accountId, 1),
    ],
  ])('when %s while the sound is being made', async (_what, happen) => {
    const { at, a } = await opened();
    stand(at, a);
    const held = at.studio.hold();
    const { id } = make(at, a);
    await until(() => at.studio.wanted.length === 1, 'the studio');
    happen(at, a);
    held.letGo();
    await until(() => at.deps.store.bulletins.get(id)?.state === 'pending', 'the sending');
    expect(at.deps.store.approvals.of(id)).toEqual([]);
  });

  test('when its words are edited while the sound is being made: nothing is sent at all', async () => {
    const { at, a } = await opened();
    stand(at, a);
    const held = at.studio.hold();
    const { id } = make(at, a);
    await until(() => at.studio.wanted.length === 1, 'the studio');
    at.house.services.bulletins.edit(a.author, { bulletinId: id, text: 'Nộp tiền cho tôi.' });
    held.letGo();
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the sound');
    const bulletin = at.deps.store.bulletins.get(id);
    expect(bulletin).toMatchObject({ standingId: null, submitsItself: false, version: 2 });
    expect(at.deps.store.approvals.of(id)).toEqual([]);
  });

  test('after it was approved, an edit needs a person', async () => {
    const { at, a } = await opened();
    stand(at, a);
    const { id } = await sounded(at, a);
    at.house.services.bulletins.edit(a.author, { bulletinId: id, title: 'Khác' });
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the sound');
    await at.house.beat();
    expect(at.deps.store.bulletins.get(id)?.state).toBe('ready');
    const plan = at.house.services.plan.list(a.author, { hours: 24 });
    for (const { hindrance } of plan.occurrences) expect(hindrance).not.toBeNull();
  });

  test('a bulletin of the same text that is no notice is never approved by itself', async () => {
    const { at, a } = await opened();
    stand(at, a);
    const { text } = at.house.services.notices.preview(a.author, wishOf(at, a));
    const { id } = at.house.services.bulletins.create(a.author, { areaId: a.id, text });
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the sound');
    await at.house.beat();
    expect(at.deps.store.bulletins.get(id)?.state).toBe('ready');
  });
});

describe('an editorial group', () => {
  test('that must agree as a whole agrees when all of it stands for the words', async () => {
    const { at, a } = await opened();
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
    const { at, a } = await opened();
    const second = person(at, 'duyet-hai', ['approver', a.id]);
    at.deps.store.approvalRules.put(a.id, { mode: 'any', accountIds: [second.accountId] });
    stand(at, a);
    expect((await sounded(at, a)).state).toBe('pending');
  });
});

describe('standing for a template', () => {
  test('is an approver’s, for the words as they are now, for a year at most', async () => {
    const { at, a, notices } = await opened();
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
    const { at, a, notices } = await opened();
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
    const { at, a } = await opened();
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
    const { at, a } = await opened();
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
    const { at, a } = await opened();
    const writer = both(at, a);
    setTemplate(at, a, { closing: 'Xin hết.' }, writer);
    expect(() => stand(at, a, { approver: writer })).toThrow(code('own-words'));
    setTemplate(at, a, { icon: 'bell' });
    expect(() => stand(at, a, { approver: writer })).toThrow(code('own-words'));
    expect(stand(at, a).inForce).toBe(true);
  });

  test('stands for the product’s own words, whoever brought them back', async () => {
    const { at, a } = await opened();
    const writer = both(at, a);
    const { closing } = templateFor(at, a);
    setTemplate(at, a, { closing: 'Xin hết.' }, writer);
    setTemplate(at, a, { closing }, writer);
    expect(stand(at, a, { approver: writer }).inForce).toBe(true);
  });
});
