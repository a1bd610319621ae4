// An area or a bulletin is taken away only where nothing is left in the air; else what hangs on it is named.
// It must never know routes.
import { expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import { repeat } from '../domain/calendar/rules.ts';
import { actions, approved, liveCommune, scheduled, written } from './steps.ts';
import { person, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const rule = repeat({ at: [17 * 3_600], fromDay: '2026-12-05' });
const saidBy = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { say: { vi: string } }).say.vi;
  }
  return 'nothing was refused';
};

async function stage() {
  const at = world();
  const place = await liveCommune(at);
  const admin = person(at, 'quan-tri-xa', ['administrator', place.id]);
  return { at, place, admin, ...at.house.services };
}

test('a village with poles, groups and schedules stays, and says what is in it', async () => {
  const { at, place, admin, areas } = await stage();
  const [village = ''] = place.villages;
  scheduled(at, place, { bulletin: await approved(at, place), rule, areaIds: [village] });
  areas.create(admin, { code: 'cum-suoi', kind: 'group', name: 'Cụm Suối', parentId: village });
  const remove = () => areas.remove(admin, { areaId: village });
  expect(remove).toThrow(code('area-in-use'));
  const said = saidBy(remove);
  for (const name of ['địa bàn “Cụm Suối”', 'điểm loa “Loa loa-1”', 'lịch phát “Tiêm chủng”'])
    expect(said).toContain(name);
});

test('an empty group goes, with a line of the audit; a commune and a stranger’s never', async () => {
  const { at, place, admin, areas } = await stage();
  const [village = ''] = place.villages;
  const { id: areaId } = areas.create(admin, {
    code: 'cum',
    kind: 'group',
    name: 'Cụm',
    parentId: village,
  });
  expect(() => areas.remove(place.author, { areaId })).toThrow(code('not-your-role'));
  expect(() => areas.remove(person(at, 'la'), { areaId })).toThrow(code('missing'));
  areas.remove(admin, { areaId });
  expect(areas.list(admin).some(({ id }) => id === areaId)).toBe(false);
  expect(actions(at)).toContain('area.remove');
  expect(() => areas.remove(admin, { areaId: place.id })).toThrow(code('area-is-commune'));
});

test('an area that somebody holds a role in stays on record', async () => {
  const { at, place, admin, areas } = await stage();
  const [village = ''] = place.villages;
  const { id: areaId } = areas.create(admin, {
    code: 'cum',
    kind: 'group',
    name: 'Cụm',
    parentId: village,
  });
  at.deps.store.accounts.putGrant({ accountId: admin.accountId, role: 'operator', areaId });
  expect(() => areas.remove(admin, { areaId })).toThrow(code('area-remembered'));
});

test('a bulletin in use stays, and says where', async () => {
  const { at, place, bulletins, schedules } = await stage();
  const other = await written(at, place, { text: 'Bản tin ngày lễ.' });
  const instead = repeat({
    ...rule,
    special: { holiday: 'replace', mourning: 'skip' },
    replaceWith: other.id,
  });
  const main = await approved(at, place);
  const { id: scheduleId } = scheduled(at, place, { bulletin: main, rule: instead });
  const remove = () => bulletins.remove(place.author, { bulletinId: other.id });
  expect(remove).toThrow(code('bulletin-in-use'));
  expect(saidBy(remove)).toContain('lịch “Tiêm chủng” (phát thay ngày lễ, quốc tang)');
  const slotMs = at.clock.planMs() + 5 * 3_600_000;
  const change = { kind: 'replace' as const, bulletinId: other.id };
  schedules.except(place.operator, { scheduleId, slotMs, change, reason: '' });
  expect(saidBy(remove)).toContain('thay riêng lần 17:00');
  expect(saidBy(() => bulletins.remove(place.author, { bulletinId: main.id }))).toContain(
    'một lịch phát của chính nó',
  );
});

test('a bulletin of a playlist stays, and another place of use says the same', async () => {
  const { at, place, bulletins, schedules, foresight } = await stage();
  const [main, next] = [
    await approved(at, place),
    await approved(at, place, { text: 'Nối tiếp.' }),
  ];
  const air = { ...USUAL_RULES, filler: true, playlist: [next.id] };
  const wish = { bulletinId: main.id, areaIds: place.villages, rule: repeat({}), air };
  const { schedule, next: times } = schedules.create(place.author, wish);
  expect(times.slice(0, 2).map(({ bulletinId }) => bulletinId)).toEqual([main.id, next.id]);
  const remove = () => bulletins.remove(place.author, { bulletinId: next.id });
  expect(saidBy(remove)).toContain('(phát nối tiếp)');
  const asked = { kind: 'bulletin' as const, id: next.id, areaId: null };
  const { uses } = await foresight.uses(place.author, asked);
  expect(uses).toMatchObject([{ what: 'schedule', id: schedule.id }]);
  const strange = { ...air, playlist: ['no-such-bulletin'] };
  expect(() => schedules.create(place.author, { ...wish, air: strange })).toThrow(code('missing'));
});

test('a draft goes with its sound; what was approved, or shares its sound, stays', async () => {
  const { at, place, bulletins } = await stage();
  const draft = await written(at, place, { text: 'Bản nháp.' });
  bulletins.remove(place.author, { bulletinId: draft.id });
  expect(at.deps.store.bulletins.get(draft.id)).toBeNull();
  expect(at.deps.store.clips.get(draft.clipId ?? '')).toBeNull();
  expect(actions(at)).toContain('bulletin.remove');
  const agreed = await approved(at, place, { text: 'Đã duyệt.' });
  expect(() => bulletins.remove(place.author, { bulletinId: agreed.id })).toThrow(
    code('bulletin-under-way'),
  );
  at.deps.store.bulletins.update({ ...agreed, state: 'returned' });
  expect(() => bulletins.remove(place.author, { bulletinId: agreed.id })).toThrow(
    code('bulletin-remembered'),
  );
  const twin = await written(at, place, { text: 'Chung một lời.' });
  const same = await written(at, place, { text: 'Chung một lời.' });
  expect(same.clipId).toBe(twin.clipId);
  expect(() => bulletins.remove(place.author, { bulletinId: twin.id })).toThrow(
    code('bulletin-remembered'),
  );
  expect(() => bulletins.remove(place.technician, { bulletinId: same.id })).toThrow(
    code('not-your-role'),
  );
});
