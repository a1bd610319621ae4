// Days reports are due, and what is written down of an area for their figures.
// It must never know SQL.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import { liveCommune } from './steps.ts';
import { person, type World, world } from './world.ts';

const provinceOf = (at: World) =>
  at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';

describe('Deadlines', () => {
  const dayBefore = (at: World, iso: string) => {
    at.clock.move(Date.parse(`${iso}T08:00:00+07:00`) - at.clock.planMs());
  };
  const due = (at: World) =>
    at.happened.flatMap((one) => (one.kind === 'report-due' ? [[one.title, one.dueDay]] : []));

  test('are the plans’ own until somebody writes others, with the days left', async () => {
    const at = world();
    const { id: areaId, operator, author } = await liveCommune(at);
    const { records } = at.house.services;
    expect(records.deadlines(operator, { areaId })).toMatchObject({
      own: false,
      deadlines: [
        { code: 'nhat-ky-thang', dueDay: '2027-01-03', daysLeft: 29 },
        { code: 'pbgdpl-nam', dueDay: '2027-11-10', daysLeft: 340 },
      ],
    });
    const deadlines = [{ code: 'quy', title: 'Báo cáo quý', month: 2, day: 28 }];
    expect(() => records.setDeadlines(author, { areaId, deadlines })).toThrow();
    const set = records.setDeadlines(operator, { areaId, deadlines });
    expect(set).toMatchObject({ own: true, deadlines: [{ dueDay: '2027-02-28' }] });
    const wrong = [{ ...deadlines[0], day: 31 }] as typeof deadlines;
    expect(() => records.setDeadlines(operator, { areaId, deadlines: wrong })).toThrow(
      /ngày đó|no such/,
    );
    const twice = [...deadlines, ...deadlines];
    expect(() => records.setDeadlines(operator, { areaId, deadlines: twice })).toThrow(
      /cùng một mã|same code/,
    );
  });

  test('are told a week ahead, once, and not again after a restart', async () => {
    const at = world();
    const place = await liveCommune(at);
    dayBefore(at, '2027-11-02');
    await at.house.beat();
    expect(due(at).filter(([title]) => title?.includes('PBGDPL'))).toEqual([]);
    dayBefore(at, '2027-11-03');
    await at.house.beat();
    // the commune and its province each owe their own
    expect(due(at).filter(([title]) => title?.includes('PBGDPL'))).toHaveLength(2);
    const again = at.restart();
    await again.house.beat();
    expect(due(again)).toEqual([]);
    expect(place.id).not.toBe('');
  });
});

test('an area is written down anew by who may, and by nobody else', async () => {
  const at = world();
  const { villages, operator } = await liveCommune(at);
  const { areaEdits, areas } = at.house.services;
  const areaId = villages[0] ?? '';
  expect(() => areaEdits.edit(operator, { areaId, population: 5 })).toThrow();
  const admin: Actor = person(at, 'quan-tri-2', ['administrator', provinceOf(at)]);
  areaEdits.edit(admin, { areaId, name: 'Bản Mòng', setting: 'urban' });
  areaEdits.edit(admin, { areaId, population: 77 });
  const found = areas.list(admin).find(({ id }) => id === areaId);
  expect(found).toMatchObject({ name: 'Bản Mòng', population: 77, setting: 'urban' });
});
