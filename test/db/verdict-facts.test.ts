// Facts, turns and verdicts ever given: added to, read back, and refused by the database when anybody would change them.
// It must never know what they decide.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/db/store.ts';
import { type SiteTurn, TURNS_KEPT_MS } from '../../src/domain/airing/facts.ts';
import {
  AREAS,
  airing,
  bulletin,
  clip,
  NOON,
  SITES,
  schedule,
  verdict,
} from '../domain/samples.ts';

function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-facts-'));
  const path = join(folder, 'vang-xa.db');
  const store = openStore({ path });
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  for (const area of AREAS) store.areas.insert(area);
  for (const site of SITES) store.sites.insert(site);
  const unit = { id: 'tb-1', siteId: 'loa-1', secretHash: 'x', publicKey: null };
  store.units.insert({ ...unit, installedAtMs: 0, removedAtMs: null });
  store.bulletins.insert(bulletin());
  store.clips.put(clip());
  store.schedules.insert(schedule());
  store.airings.insert(airing(), [{ siteId: 'loa-1', unitId: 'tb-1' }]);
  return { store, path };
}

const turn = (atMs: number, kind: SiteTurn['kind'] = 'link-lost', siteId = 'loa-1'): SiteTurn => ({
  ...{ siteId, atMs, kind },
});

test('facts of an airing come back by time, as they were said', () => {
  const { store } = opened();
  const { id } = airing();
  store.airingFacts.append(id, { kind: 'sent', atMs: NOON });
  store.airingFacts.append(id, { kind: 'planned', atMs: NOON - 1 });
  expect(store.airingFacts.of(id)).toEqual([
    { kind: 'planned', atMs: NOON - 1 },
    { kind: 'sent', atMs: NOON },
  ]);
});

test('every verdict ever given stays, with its facts; the last is the one that counts', () => {
  const { store } = opened();
  const { id } = airing();
  const silent = verdict({ kind: 'failed', reason: 'offline', givenAtMs: NOON });
  store.airings.putVerdict(silent, [turn(NOON - 5)]);
  store.airings.putVerdict(verdict({ revision: 1, givenAtMs: NOON + 9 }));
  expect(store.airings.speaker(id, 'loa-1')?.verdict).toMatchObject({
    kind: 'played',
    revision: 1,
  });
  const given = store.verdictHistory.of(id, 'loa-1');
  expect(given.map(({ revision, kind, givenAtMs }) => [revision, kind, givenAtMs])).toEqual([
    [0, 'failed', NOON],
    [1, 'played', NOON + 9],
  ]);
  expect(given[0]?.facts).toEqual([turn(NOON - 5)]);
  expect(store.verdictHistory.ofAiring(id)).toEqual(given);
});

test.each([
  'update airing_facts set at_ms = 0',
  'delete from airing_facts',
  "update verdict_history set kind = 'played'",
  'delete from verdict_history',
  'update site_turns set at_ms = 0',
  'delete from site_turns',
])('%s is refused by the database itself', (change) => {
  const { store, path } = opened();
  store.airingFacts.append(airing().id, { kind: 'sent', atMs: NOON });
  store.airings.putVerdict(verdict());
  store.siteTurns.append([turn(NOON)]);
  const direct = new Database(path);
  onTestFinished(() => void direct.close());
  expect(() => direct.exec(change)).toThrow(/only grows/);
});

test('turns of a site are read by span, the latest of very many, and by the last of a pair', () => {
  const { store } = opened();
  store.siteTurns.append(Array.from({ length: 250 }, (_, n) => turn(n)));
  store.siteTurns.append([turn(300, 'mains-lost'), turn(5, 'link-back', 'loa-2')]);
  const found = store.siteTurns.of('loa-1', { fromMs: 0, toMs: 260 });
  expect([found.length, found[0]?.atMs, found.at(-1)?.atMs]).toEqual([200, 50, 249]);
  expect(store.siteTurns.last('loa-1', ['link-lost', 'link-back'])?.atMs).toBe(249);
  expect(store.siteTurns.last('loa-2', ['mains-lost', 'mains-back'])).toBeNull();
});

test('turns past their keep go, so many at a time; younger ones stay', () => {
  const { store } = opened();
  expect(store.siteTurns.prune(10)).toBe(0);
  store.siteTurns.append([turn(1), turn(2), turn(3), turn(NOON), turn(NOON - TURNS_KEPT_MS + 1)]);
  expect([store.siteTurns.prune(2), store.siteTurns.prune(2), store.siteTurns.prune(2)]).toEqual([
    2, 1, 0,
  ]);
  expect(store.siteTurns.of('loa-1', { fromMs: 0, toMs: NOON })).toHaveLength(2);
});
