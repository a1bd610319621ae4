// Speakers as the API answers them, for tests that look at facts, lists and maps.
// It must never assert anything: tests do.
import type { Area } from '../../src/http/schemas/area.ts';
import type { Speaker } from '../../src/http/schemas/speaker.ts';

export const HOUR_MS = 3_600_000;
/** Saturday 5 December 2026, 10:20 in Vietnam. */
export const NOW = Date.parse('2026-12-05T10:20:00+07:00');

export function speaker(id: string, of: Partial<Speaker> & { areaId?: string } = {}): Speaker {
  const { areaId = 'ban-1', ...facts } = of;
  const site = { id, areaId, tenantId: 'xa', name: `Loa ${id}`, zone: 'ordinary' as const };
  return {
    site: { ...site, startOffsetMs: 0 },
    unitId: `unit-${id}`,
    online: true,
    link: { state: 'online', sinceMs: null },
    heardAtMs: NOW - 40_000,
    clockErrorMs: 1.4,
    freeBytes: 9_000_000,
    firmware: 'test',
    power: { source: 'mains', batteryPercent: null },
    volumePercent: 80,
    bytesThisMonth: 41_200_000,
    deviceClass: 'mains-4g',
    sim: null,
    hush: null,
    place: null,
    incidents: 0,
    holds: { due: 0, held: 0, planned: 0 },
    lastVerdict: null,
    ...facts,
  };
}

export const area = (id: string, parentId: string | null, name = id): Area => ({
  id,
  code: id,
  kind: parentId === null ? 'province' : parentId === 'tinh' ? 'commune' : 'village',
  name,
  parentId,
  tenantId: 'xa',
  population: null,
});
