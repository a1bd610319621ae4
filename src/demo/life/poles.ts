// What a technician knows of the poles: where they stand, what feeds them, which is to be silent.
// It must never know what is said over them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../api.ts';
import type { Life, Living } from './life.ts';

export type PoleFacts = {
  lat: number;
  lon: number;
  deviceClass?: string;
  volumePercent?: number;
  note?: string;
  sim?: { carrier: string; number: string; plan: string; renewsInDays: number };
};

const DAY_MS = 86_400_000;

export async function knowPoles(
  technician: Person,
  poles: Record<string, PoleFacts>,
  { settled }: Living,
): Promise<void> {
  const nowMs = await planNow(settled.planner);
  for (const [siteId, { lat, lon, sim, ...facts }] of Object.entries(poles)) {
    const card = sim && { ...sim, renewsAtMs: Math.round(nowMs + sim.renewsInDays * DAY_MS) };
    if (card) delete (card as { renewsInDays?: number }).renewsInDays;
    const change = { ...facts, place: { lat, lon }, ...(card ? { sim: card } : {}) };
    await technician.call('PUT', `/api/sites/${siteId}`, change);
  }
}

export async function hushOne(
  technician: Person,
  { siteId, hours, ...why }: Life['hush'],
  { settled }: Living,
): Promise<void> {
  const untilMs = Math.round((await planNow(settled.planner)) + hours * 3_600_000);
  await technician.call('POST', `/api/sites/${siteId}/hush`, { ...why, untilMs });
}

/** Two boxes in the van, enrolled and connected, waiting for a pole. */
export async function makeSpares(
  technician: Person,
  living: Pick<Living, 'settled' | 'spares'>,
): Promise<void> {
  const { spares } = await technician.call<{
    spares: { spare: { id: string }; enrolment: object }[];
  }>('POST', '/api/spares', { tenantId: living.settled.communeId, count: 2 });
  for (const { spare, enrolment } of spares)
    writeFileSync(join(living.spares, `${spare.id}.json`), JSON.stringify(enrolment), {
      mode: 0o600,
    });
}

export async function planNow(person: Person): Promise<number> {
  const { planNowMs } = await person.call<{ planNowMs: number }>('GET', '/api/health');
  return planNowMs;
}
