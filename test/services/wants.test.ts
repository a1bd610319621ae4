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
