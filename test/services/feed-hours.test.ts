// A link to one pole's plan keeps to the hours of that pole's own zone.
// It must never know iCalendar.
import { expect, test } from 'vitest';
import { approved, liveCommune, scheduled } from './steps.ts';
import { NOON, world } from './world.ts';

const HOUR_MS = 3_600_000;

test('a school’s speaker leaves out what its own hours keep silent; its commune does not', async () => {
  const at = world();
  const by = await liveCommune(at);
  const bulletin = await approved(at, by);
  for (const hours of [1, 5])
    scheduled(at, by, { bulletin, rule: { kind: 'once', atMs: NOON + hours * HOUR_MS } });
  const { regulations, sites } = at.deps.store;
  const own = regulations.get(by.id);
  const site = sites.get(by.boxes[0]?.siteId ?? '');
  if (!own || !site) throw new Error('no pole');
  const window = { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 16 * 60, toMinute: 18 * 60 };
  regulations.put({
    ...own,
    rules: { ...own.rules, zones: { ...own.rules.zones, school: [window] } },
  });
  const { feeds } = at.house.services;
  const hours = (kind: 'commune' | 'speaker', id: string) => {
    const { url } = feeds.make(by.operator, { kind, id });
    const token = /([A-Za-z0-9_-]{22})\.ics$/.exec(url)?.[1] ?? '';
    return feeds.read({ token }).events.map(({ startMs }) => (startMs - NOON) / HOUR_MS);
  };
  expect(hours('speaker', site.id)).toEqual([1, 5]);
  sites.update({ ...site, zone: 'school' });
  expect(hours('speaker', site.id)).toEqual([5]);
  expect(hours('commune', by.id)).toEqual([1, 5]);
});
