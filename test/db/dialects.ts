// The databases every store test is run on, and a store with a province in it.
// It must never know what a test is about.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type OpenedStore, openStore } from '../../src/db/store.ts';
import type { Airing, Unit } from '../../src/domain/model.ts';
import { AREAS, approval, bulletin, clip, NOON, SITES, schedule } from '../domain/samples.ts';

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** A folder of its own for this test, gone after it. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vang-xa-db-'));
  closings.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function opened(path: string): OpenedStore {
  const store = openStore({ path });
  closings.unshift(() => store.close());
  return store;
}

export type Dialect = { name: string; open(): OpenedStore };
/** PostgreSQL joins here, and nowhere else. */
export const DIALECTS: Dialect[] = [
  { name: 'SQLite in memory', open: () => opened(':memory:') },
  { name: 'SQLite on disk', open: () => opened(join(ownFolder(), 'vang-xa.db')) },
];

export const unit = (of: Partial<Unit> = {}): Unit => ({
  id: 'may-1',
  siteId: 'loa-1',
  secretHash: '$7$1000$salt$hash',
  publicKey: null,
  installedAtMs: NOON,
  removedAtMs: null,
  ...of,
});

/** Areas, sites, one unit at each site, one approved bulletin with its sound, one schedule. */
export function furnish(store: OpenedStore): OpenedStore {
  store.transaction(() => {
    for (const area of AREAS) store.areas.insert(area);
    for (const [n, site] of SITES.entries()) {
      store.sites.insert(site);
      store.units.insert(unit({ id: `may-${n + 1}`, siteId: site.id }));
    }
    store.bulletins.insert(bulletin());
    store.clips.put(clip());
    store.approvals.insert(approval());
    store.schedules.insert(schedule());
  });
  return store;
}

/** The airing with the first sites as its speakers. */
export function addAiring(store: OpenedStore, airing: Airing, sites = 2): boolean {
  const speakers = SITES.slice(0, sites).map(({ id }, n) => ({
    siteId: id,
    unitId: `may-${n + 1}`,
  }));
  return store.airings.insert(airing, speakers);
}
