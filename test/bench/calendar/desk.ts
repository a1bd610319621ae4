// The service's planning pieces over real rows of a province, without people, readers or studios.
// It must never measure: growth and lateness do.
import { generateKeyPairSync } from 'node:crypto';
import { keyIdOf, rawPublicKey } from '../../../devices/protocol/index.ts';
import { type OpenedStore, openStore } from '../../../src/db/store.ts';
import type { Actor } from '../../../src/domain/model.ts';
import { DAY_MS } from '../../../src/domain/vietnam-time.ts';
import { makeChanges } from '../../../src/services/changes.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { makeHappenings } from '../../../src/services/happenings.ts';
import { makeIds } from '../../../src/services/ids.ts';
import type { Clock, Wire } from '../../../src/services/ports.ts';
import { approval } from '../../domain/samples.ts';
import { fakeStudio, keptLog } from '../../services/fakes.ts';
import { MONDAY, type Province } from './province.ts';

export type Desk = { deps: Deps; store: OpenedStore; actor: Actor };

export function openDesk(of: {
  province: Province;
  clock: Clock;
  wire: Wire;
  path?: string;
}): Desk {
  const store = openStore({ path: of.path ?? ':memory:' });
  store.transaction(() => fill(store, of.province));
  const pair = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(pair.privateKey);
  const log = keptLog();
  const deps = {
    ...{ store, log, clock: of.clock, wire: of.wire, ids: makeIds(), studio: fakeStudio() },
    ...{ changes: makeChanges(log), happenings: makeHappenings(log), specialDays: [] },
    signer: {
      ...{ keyId: keyIdOf(raw), privateKey: pair.privateKey, publicKey: raw.toString('base64') },
    },
    terms: { leadMs: 60_000, graceMs: 20_000, version: 'bench' },
    // what planning and sending are never seen to touch is not there
  } as unknown as Deps;
  const grant = { accountId: 'tk-1', role: 'planner', areaId: 'tinh' } as const;
  return { deps, store, actor: { accountId: 'tk-1', name: 'bench', grants: [grant] } };
}

function fill(store: OpenedStore, province: Province): void {
  const { areas, regulations, sites, bulletins, clips, schedules } = province;
  for (const area of areas) store.areas.insert(area);
  for (const regulation of regulations) store.regulations.put(regulation);
  for (const site of sites) {
    store.sites.insert(site);
    const unit = { id: `may-${site.id}`, siteId: site.id, secretHash: '', publicKey: null };
    store.units.insert({ ...unit, installedAtMs: MONDAY - 60 * DAY_MS, removedAtMs: null });
  }
  for (const bulletin of bulletins.values()) {
    store.bulletins.insert({ ...bulletin, tenantId: 'tinh' });
    if (bulletin.state !== 'approved') continue;
    const agreed = { id: `duyet-${bulletin.id}`, bulletinId: bulletin.id };
    store.approvals.insert(approval({ ...agreed, atMs: MONDAY - 30 * DAY_MS }));
  }
  for (const clip of clips.values()) store.clips.put(clip);
  for (const schedule of schedules) store.schedules.insert(schedule);
}
