import { describe, expect, test } from 'vitest';
import {
  atNotices,
  DAM,
  make,
  SLOTS,
  setTemplate,
  sounded,
  stand,
  templateFor,
  wishOf,
} from './notice-steps.ts';
import { airings, sentAiring } from './steps.ts';
import { type Commune, NOON, person, until, type World } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('a notice made strictly from words somebody stands for', () => {
  test('is approved in that name for exactly its sound, airs, and its approver is told at once', async () => {
    const { at, a, notices } = await atNotices();
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
    const { at, a } = await atNotices();
    const of = { templateId: 'xa-lu', slots: DAM };
    stand(at, a, { templateId: 'xa-lu', emergency: true });
    expect((await sounded(at, a, of)).state).toBe('approved');
  });

  test('goes to an approver where the reading is doubtful', async () => {
    const { at, a } = await atNotices();
    stand(at, a);
    const { make: making } = at.studio;
    at.studio.make = async (wanted) => ({ ...(await making(wanted)), doubts: 1 });
    expect((await sounded(at, a)).state).toBe('pending');
    expect(at.happened.map(({ kind }) => kind)).toContain('approval-wanted');
  });

  test('keeps the allowed hours: whoever stands for words does not wake the village', async () => {
    const { at, a } = await atNotices();
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
    const { at, a } = await atNotices();
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
    const { at, a } = await atNotices();
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
    const { at, a } = await atNotices();
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
    const { at, a } = await atNotices();
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
    const { at, a } = await atNotices();
    stand(at, a);
    const { text } = at.house.services.notices.preview(a.author, wishOf(at, a));
    const { id } = at.house.services.bulletins.create(a.author, { areaId: a.id, text });
    await until(() => at.deps.store.bulletins.get(id)?.state === 'ready', 'the sound');
    await at.house.beat();
    expect(at.deps.store.bulletins.get(id)?.state).toBe('ready');
  });
});
