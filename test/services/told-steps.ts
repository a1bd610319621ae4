// A commune whose people can be reached, things that happen to it, and beats until all is said.
// It must never assert anything: tests do.

import type { Actor } from '../../src/domain/model.ts';
import type { Happening } from '../../src/domain/told/happening.ts';
import type { Delivery } from '../../src/services/told/notification-store.ts';
import { type Commune, commune, setUp, type World, world } from './world.ts';

export type Reachable = { at: World; place: Commune; admin: Actor };

/** Everybody of the commune has a browser, an address and a number. */
export async function reachable(at: World = world()): Promise<Reachable> {
  const admin = await setUp(at);
  const place = commune(at, admin, 'xa-a');
  const people = [place.author, place.approver, place.operator, place.technician];
  for (const [n, actor] of people.entries()) reach(at, actor, n);
  return { at, place, admin };
}

export function reach(at: World, { accountId }: Actor, n: number): void {
  const { store, ids } = at.deps;
  const nowMs = at.clock.wallMs();
  const endpoint = `https://push.example/${accountId}`;
  const keys = { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) };
  store.pushes.put({
    ...{ id: ids.next(), accountId, endpoint, ...keys, label: 'Chrome', madeAtMs: nowMs },
  });
  const known = { verifiedAtMs: nowMs, codeHash: null, codeTries: 0, codeSentAtMs: nowMs };
  store.contacts.put({ accountId, channel: 'mail', address: `n${n}@xa.example`, ...known });
  store.contacts.put({ accountId, channel: 'sms', address: `+8491234567${n}`, ...known });
}

export const silent = (tenantId: string, n = 1): Happening => ({
  ...{ kind: 'speaker-silent', tenantId, siteId: `loa-${n}`, siteName: `Bản ${n}`, sinceMs: 0 },
});
export const emergency = (tenantId: string, n = 1): Happening => ({
  ...{ kind: 'emergency-out', tenantId, bulletinId: `tin-${n}`, title: `Xả lũ ${n}` },
  ...{ airingId: `phat-${n}`, drill: false, areaNames: [] },
});

/** One beat, and whatever it sent has its outcome. */
export async function beat(at: World, ms = 0): Promise<void> {
  at.clock.move(ms);
  at.house.notifications.look();
  await at.house.notifications.idle();
}

export async function beats(at: World, ms: number, stepMs = 5_000): Promise<void> {
  for (let gone = 0; gone < ms; gone += stepMs) await beat(at, stepMs);
}

export function deliveriesOf(at: World, tenantId: string): Delivery[] {
  const rows = at.deps.store.deliveries.list({ tenantId, beforeId: null, limit: 1_000 });
  return rows.map(({ delivery }) => delivery);
}
