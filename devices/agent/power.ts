// Mains or battery, and how full: as Linux tells it (Documentation/ABI/testing/sysfs-class-power).
// It must never guess: what cannot be told is null.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Power } from '../protocol/index.ts';
import { readIfThere } from './safe-file.ts';

const SUPPLIES = '/sys/class/power_supply';
/** More are not looked at: a board has two or three. */
const SUPPLIES_MAX = 16;

type Supply = { type: string; online: string; status: string; percent: number };

export function readPower(folder = SUPPLIES): Power | null {
  const supplies = namesIn(folder)
    .slice(0, SUPPLIES_MAX)
    .map((name) => supplyOf(join(folder, name)))
    .filter((supply) => supply !== null);
  const batteries = supplies.filter(({ type }) => type === 'Battery' || type === 'UPS');
  const mains = supplies.filter(({ type }) => type === 'Mains' || type.startsWith('USB'));
  const percents = batteries.map(({ percent }) => percent).filter(Number.isInteger);
  const least = Math.min(...percents);
  const batteryPercent = percents.length > 0 ? Math.max(0, Math.min(100, least)) : null;
  const source = sourceOf(mains, batteries);
  return source && { source, batteryPercent };
}

/** A plug that says "online" is believed first; then what the battery says of itself. */
function sourceOf(mains: readonly Supply[], batteries: readonly Supply[]): Power['source'] | null {
  if (mains.some(({ online }) => online === '1')) return 'mains';
  const says = batteries.map(({ status }) => status);
  if (says.includes('Discharging')) return 'battery';
  if (says.some((status) => ['Charging', 'Full', 'Not charging'].includes(status))) return 'mains';
  return null;
}

/** `null`: what is in a keyboard or a mouse is not what we run on. */
function supplyOf(folder: string): Supply | null {
  const read = (name: string) => readIfThere(join(folder, name))?.toString('utf8').trim() ?? '';
  if (read('scope') === 'Device') return null;
  const capacity = read('capacity');
  return {
    type: read('type'),
    online: read('online'),
    status: read('status'),
    percent: capacity === '' ? Number.NaN : Number(capacity),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
