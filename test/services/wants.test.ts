// Whoever plans a bulletin asks for priority or fewer seconds; its approver may say yes to the first.
// It must never check words: test/domain/notification-words does.
import { expect, test } from 'vitest';
import { actions, approved, liveCommune } from './steps.ts';
import { commune, person, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

async function asked() {
  const at = world();
  const place = await liveCommune(at);
  const bulletin = await approved(at, place);
  const { approving } = at.house.services;
  const bulletinId = bulletin.id;
  const areaIds = place.villages;
  const told = () => at.happened.filter(({ kind }) => kind === 'change-wanted');
  return { at, place, bulletin, bulletinId, areaIds, approving, told };
}

test('an officer’s wish for priority is told to its approvers and author, with a line of the audit', async () => {
  const { at, place, bulletin, bulletinId, areaIds, approving, told } = await asked();
  const answer = approving.want(place.operator, { what: 'priority', bulletinId, areaIds });
  expect(answer).toEqual({ told: true });
  expect(told()).toEqual([
    {
      ...{ kind: 'change-wanted', tenantId: place.id, bulletinId, title: bulletin.title },
      ...{ authorId: place.author.accountId, what: 'priority', maxSeconds: null },
    },
  ]);
  expect(actions(at)).toContain('bulletin.want');
});

test('pressed again nobody is told twice; ten minutes later, and for something else, they are', async () => {
  const { at, place, bulletinId, areaIds, approving, told } = await asked();
  const want = (of: { what: 'priority' } | { what: 'shorten'; maxSeconds: number }) =>
    approving.want(place.operator, { ...of, bulletinId, areaIds }).told;
  expect([want({ what: 'priority' }), want({ what: 'priority' })]).toEqual([true, false]);
  expect(want({ what: 'shorten', maxSeconds: 20 })).toBe(true);
  at.clock.move(600_000);
  expect(want({ what: 'priority' })).toBe(true);
  expect(told()).toHaveLength(3);
  expect(told()[1]).toMatchObject({ what: 'shorten', maxSeconds: 20 });
});

test('another commune’s bulletin is missing, and a technician may not ask', async () => {
  const { at, place, bulletinId, areaIds, approving, told } = await asked();
  const province = at.deps.store.areas.byCode('muong-thu')?.id ?? '';
  const admin = person(at, 'tinh', ['administrator', province]);
  const other = commune(at, admin, 'xa-b');
  const want = { what: 'priority', bulletinId, areaIds } as const;
  expect(() => approving.want(other.operator, want)).toThrow(code('missing'));
  expect(() => approving.want(place.technician, want)).toThrow(code('not-your-role'));
  expect(() => approving.prioritise(other.approver, { bulletinId })).toThrow(code('missing'));
  expect(told()).toEqual([]);
});

test('an approver gives it priority: its approval holds and its times go before others', async () => {
  const { at, place, bulletin, bulletinId, approving } = await asked();
  expect(() => approving.prioritise(place.operator, { bulletinId })).toThrow(code('not-your-role'));
  expect(approving.prioritise(place.approver, { bulletinId })).toEqual({
    ...bulletin,
    priority: 'priority',
  });
  expect(at.deps.store.bulletins.get(bulletinId)).toMatchObject({
    ...{ priority: 'priority', state: 'approved', clipId: bulletin.clipId },
  });
  expect(actions(at)).toContain('bulletin.prioritise');
  expect(() => approving.prioritise(place.approver, { bulletinId })).toThrow(code('has-priority'));
});

test('what was asked waits in a list until it is granted, and whoever asked is told', async () => {
  const { at, place, bulletin, bulletinId, areaIds, approving } = await asked();
  const want = () => approving.want(place.operator, { what: 'priority', bulletinId, areaIds });
  want();
  at.clock.move(600_000);
  want();
  const [one, ...others] = approving.wants(place.approver).waiting;
  expect(others).toEqual([]);
  expect(one).toMatchObject({ bulletinId, title: bulletin.title, state: 'open', own: false });
  expect(one?.areaNames).toEqual(['ban-1', 'ban-2']);
  expect(approving.wants(place.operator)).toEqual({ waiting: [], asked: [one] });
  const wantId = one?.id ?? '';
  const yes = { wantId, granted: true, remark: null };
  expect(() => approving.answerWant(place.operator, yes)).toThrow(code('not-your-role'));
  expect(approving.answerWant(place.approver, yes)).toMatchObject({ state: 'granted' });
  expect(at.deps.store.bulletins.get(bulletinId)).toMatchObject({ priority: 'priority' });
  expect(actions(at)).toContain('bulletin.prioritise');
  expect(at.happened.at(-1)).toEqual({
    ...{ kind: 'want-answered', tenantId: place.id, bulletinId, title: bulletin.title },
    ...{ authorId: place.operator.accountId, granted: true },
  });
  expect(approving.wants(place.approver).waiting).toEqual([]);
  expect(() => approving.answerWant(place.approver, yes)).toThrow(code('answered-already'));
});

test('declined it keeps its priority, and the reason goes to whoever asked', async () => {
  const { at, place, bulletinId, areaIds, approving } = await asked();
  approving.want(place.operator, { what: 'priority', bulletinId, areaIds });
  const wantId = approving.wants(place.approver).waiting[0]?.id ?? '';
  const no = (remark: string | null) =>
    approving.answerWant(place.approver, { wantId, granted: false, remark });
  expect(() => no(' ')).toThrow(code('remark-needed'));
  no('Đã có bản tin của xã\nlúc đó');
  expect(at.happened.at(-1)).toMatchObject({ kind: 'want-answered', granted: false });
  expect(approving.wants(place.operator).asked[0]).toMatchObject({
    ...{ state: 'declined', remark: 'Đã có bản tin của xã lúc đó' },
    answeredByName: at.deps.store.accounts.get(place.approver.accountId)?.fullName,
  });
  expect(at.deps.store.bulletins.get(bulletinId)).toMatchObject({ priority: 'normal' });
  expect(actions(at)).toContain('want.answer');
  // asked again after a no it waits again
  at.clock.move(600_000);
  approving.want(place.operator, { what: 'priority', bulletinId, areaIds });
  expect(approving.wants(place.approver).waiting).toHaveLength(1);
  expect(approving.wants(place.operator).asked.map(({ state }) => state)).toEqual([
    'open',
    'declined',
  ]);
});

test('given without the list it answers all who asked; what can no longer change waits for nobody', async () => {
  const { at, place, bulletinId, areaIds, approving, told } = await asked();
  const want = { what: 'priority', bulletinId, areaIds } as const;
  for (const who of [place.operator, place.author]) approving.want(who, want);
  expect(told()).toHaveLength(2);
  expect(approving.wants(place.approver).waiting.map(({ own }) => own)).toEqual([false, false]);
  approving.prioritise(place.approver, { bulletinId });
  const answered = at.happened.filter(({ kind }) => kind === 'want-answered');
  expect(answered.map((one) => 'authorId' in one && one.authorId)).toEqual([
    place.operator.accountId,
    place.author.accountId,
  ]);
  at.clock.move(600_000);
  approving.want(place.operator, want);
  expect(approving.wants(place.approver).waiting).toEqual([]);
  const unknown = { wantId: 'khong-co', granted: true, remark: null };
  expect(() => approving.answerWant(place.approver, unknown)).toThrow(code('missing'));
});
