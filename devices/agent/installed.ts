// Where a spare keeps which site it was made: one file beside its state, whole or not there at all.
// It must never know the network, nor why a unit was moved.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Enrolment, parseEnrolment } from '../protocol/index.ts';
import { readJsonIfThere, replaceFile } from './safe-file.ts';

/** As whom a unit starts, and where its state is. */
export type Standing = { enrolment: Enrolment; folder: string };

/**
 * The enrolment a technician carried here stays as it was (the label on the box still names the spare);
 * what an order made of it counts as long as that file is the one the order was for. Whoever enrols
 * the unit anew by hand is obeyed.
 */
export function standingOf(folder: string, carried: Enrolment): Standing {
  const kept = readJsonIfThere(fileOf(folder)) as Record<string, unknown> | null;
  const parsed = parseEnrolment(kept?.enrolment);
  const isMeant = kept?.spareId === carried.speakerId && kept?.spareUnitId === carried.unitId;
  if (!parsed.ok || !isMeant) return { enrolment: carried, folder };
  return { enrolment: parsed.value, folder: siteFolder(folder, parsed.value) };
}

/**
 * First the site's own empty folder, with the unit's key in it (the box stays the same box), then in one
 * step the file that says so: killed before it, the spare is a spare and hears the order again.
 */
export async function keepInstalled(spare: Standing, enrolment: Enrolment): Promise<Standing> {
  const folder = siteFolder(spare.folder, enrolment);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const key = readFileSync(join(spare.folder, 'unit.key'));
  await replaceFile(join(folder, 'unit.key'), key, { mode: 0o600 });
  const { speakerId: spareId, unitId: spareUnitId } = spare.enrolment;
  const kept = JSON.stringify({ spareId, spareUnitId, enrolment });
  // It holds a password, as the enrolment does: for its owner alone.
  await replaceFile(fileOf(spare.folder), kept, { mode: 0o600 });
  return { enrolment, folder };
}

function fileOf(folder: string): string {
  return join(folder, 'installed.json');
}

/** Ids of units are safe in paths: the wire's schema says so. */
function siteFolder(folder: string, { unitId }: Enrolment): string {
  return join(folder, 'sites', unitId);
}
